"""Targets and finding them again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.anchoring import bead_targets, find_again, paragraph_target, span_targets
from briefer.core.annotation import Anchor
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.errors import IndexUnknown, LanguageAbsent
from briefer.core.masthead import Masthead
from tests.factories import sample_document


def with_paragraphs(*texts: str) -> Document:
    paragraphs = tuple(Paragraph(Kind.BODY, text) for text in texts)
    return Document((), Masthead(), (Version("en", paragraphs),))


def test_a_target_quotes_what_it_spans_and_what_is_around() -> None:
    (target,) = span_targets(with_paragraphs("To be or not to be"), "en", [(0, 6, 12)])
    assert (target.quote, target.prefix, target.suffix) == ("or not", "To be ", " to be")


def test_white_space_at_the_ends_is_left_out() -> None:
    (target,) = span_targets(with_paragraphs("To be or not"), "en", [(0, 2, 6)])
    assert (target.start, target.end, target.quote) == (3, 5, "be")


def test_a_stretch_of_nothing_is_no_target() -> None:
    assert span_targets(with_paragraphs("To be"), "en", [(0, 2, 3), (0, 4, 4)]) == ()


def test_a_bead_is_all_its_paragraphs_in_both_languages() -> None:
    document = sample_document()
    assert document.bitext is not None
    number = next(n for n, bead in enumerate(document.bitext.beads) if bead.matched)
    languages = [target.language for target in bead_targets(document, number)]
    assert languages == [document.bitext.left, document.bitext.right]


def test_what_is_not_there_is_told() -> None:
    document = with_paragraphs("To be")
    with pytest.raises(LanguageAbsent):
        paragraph_target(document, "fr", 0)
    with pytest.raises(IndexUnknown):
        paragraph_target(document, "en", 7)
    with pytest.raises(IndexUnknown):
        bead_targets(sample_document(), 999)


@given(st.lists(st.text("ab ё𐐷.", min_size=1, max_size=40), min_size=1, max_size=5), st.data())
def test_a_target_is_found_exactly_in_the_same_text(texts: list[str], data: st.DataObject) -> None:
    document = with_paragraphs(*texts)
    index = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[index])))
    end = data.draw(st.integers(start, len(texts[index])))
    for target in span_targets(document, "en", [(index, start, end)]):
        assert find_again(document, target) == (target, Anchor.EXACT)


def test_a_target_moves_with_its_paragraph() -> None:
    (target,) = span_targets(with_paragraphs("One.", "Drug trafficking grows."), "en", [(1, 0, 16)])
    changed = with_paragraphs("New.", "One.", "Again: drug trafficking. Drug trafficking grows.")
    found, anchor = find_again(changed, target)
    assert anchor is Anchor.MOVED
    assert found is not None
    assert (found.index, found.start, found.quote) == (2, 25, "Drug trafficking")


def test_a_target_follows_its_label() -> None:
    first = Document((), Masthead(), (Version("en", (Paragraph(Kind.OPERATIVE, "Requests data;", "3"),)),))
    (target,) = span_targets(first, "en", [(0, 9, 13)])
    paragraphs = (
        Paragraph(Kind.OPERATIVE, "Welcomes data of other kinds;", "3 bis"),
        Paragraph(Kind.OPERATIVE, "Also requests data;", "3"),
    )
    found, anchor = find_again(replace(first, versions=(Version("en", paragraphs),)), target)
    assert anchor is Anchor.MOVED
    assert found is not None
    assert (found.index, found.quote) == (1, "data")


def test_a_target_that_stands_nowhere_or_twice_is_lost() -> None:
    (target,) = span_targets(with_paragraphs("One.", "grows"), "en", [(1, 0, 5)])
    for changed in (with_paragraphs("Else."), with_paragraphs("it grows", "shrinks", "and grows")):
        assert find_again(changed, target) == (None, Anchor.LOST)
