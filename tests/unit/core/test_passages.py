"""Finding the passage that a person names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefer.core.annotation import Scope
from briefer.core.bitext import Bitext, unaligned
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.errors import IndexUnknown, LabelAmbiguous, LabelUnknown, LanguageAbsent, QuoteUnknown
from briefer.core.passages import Passage, indexed, labelled, numbered_bead, quoted
from tests.factories import plain_document, sample_document

DOCUMENT = sample_document()


def places(passage: Passage) -> list[tuple[str, int]]:
    return [(target.language, target.index) for target in passage[1]]


@pytest.mark.parametrize("label", ["1", "OP1", "1."])
def test_a_label_means_the_pair_that_holds_it(label: str) -> None:
    scope, _ = passage = labelled(DOCUMENT, label)
    assert (scope, places(passage)) == (Scope.BEAD, [("ru", 5), ("en", 5)])


def test_with_a_language_a_label_means_one_paragraph() -> None:
    scope, _ = passage = labelled(DOCUMENT, "pp2", "en")
    assert (scope, places(passage)) == (Scope.PARAGRAPH, [("en", 4)])


def test_a_label_that_stands_in_two_pairs_is_refused_with_the_candidates() -> None:
    apart = replace(DOCUMENT, bitext=unaligned("ru", "en", (8, 7)))
    with pytest.raises(LabelAmbiguous) as raised:
        labelled(apart, "1")
    assert raised.value.params["candidates"] == (("ru", 5), ("en", 5))


def test_a_label_that_stands_twice_in_one_language_is_refused() -> None:
    paragraph = Paragraph(Kind.OPERATIVE, "Decides;", "1")
    document = Document(DOCUMENT.sources, DOCUMENT.masthead, (Version("en", (paragraph, paragraph)),))
    for language in (None, "en"):
        with pytest.raises(LabelAmbiguous):
            labelled(document, "1", language)


@pytest.mark.parametrize("label", ["7", "nonsense", ""])
def test_a_label_that_is_nowhere_is_refused(label: str) -> None:
    with pytest.raises(LabelUnknown):
        labelled(DOCUMENT, label)


def test_a_language_that_is_not_there_is_refused() -> None:
    names: tuple[Callable[[], object], ...] = (
        lambda: labelled(DOCUMENT, "1", "fr"),
        lambda: indexed(DOCUMENT, "fr", 0),
        lambda: numbered_bead(DOCUMENT, 0, "fr"),
    )
    for name in names:
        with pytest.raises(LanguageAbsent):
            name()


def test_a_number_means_a_paragraph_of_one_language() -> None:
    assert places(indexed(DOCUMENT, "ru", 7)) == [("ru", 7)]
    with pytest.raises(IndexUnknown):
        indexed(DOCUMENT, "ru", 8)


def test_a_bead_may_be_narrowed_to_a_language() -> None:
    assert places(numbered_bead(DOCUMENT, 2)) == [("ru", 1), ("en", 1)]
    assert places(numbered_bead(DOCUMENT, 2, "en")) == [("en", 1)]
    with pytest.raises(IndexUnknown):
        numbered_bead(DOCUMENT, 9)


def test_words_are_found_in_the_language_in_which_they_stand() -> None:
    scope, targets = quoted(DOCUMENT, labelled(DOCUMENT, "1"), "States parties")
    assert scope is Scope.SPAN
    assert [(t.language, t.quote) for t in targets] == [("en", "States parties")]


def test_words_that_stand_in_both_languages_are_marked_in_both() -> None:
    _, targets = quoted(DOCUMENT, labelled(DOCUMENT, "2"), "2026")
    assert [(t.language, t.quote) for t in targets] == [("ru", "2026"), ("en", "2026")]


def test_words_that_do_not_stand_there_are_refused() -> None:
    with pytest.raises(QuoteUnknown):
        quoted(DOCUMENT, labelled(DOCUMENT, "1"), "conventions")


def test_in_a_single_language_a_bead_is_a_paragraph() -> None:
    document = plain_document({"en": ["One.", "Two."]})
    assert isinstance(sample_document().bitext, Bitext)
    assert places(numbered_bead(document, 1)) == [("en", 1)]
