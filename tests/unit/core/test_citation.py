"""What a citation is made of."""

from __future__ import annotations

import pytest

from briefer.core.citation import Citation, cite, local_label
from briefer.core.document import Kind, Translation
from tests.factories import SYMBOL, plain_document, sample_document


def test_a_document_with_a_symbol_is_cited_by_it_and_by_the_label() -> None:
    assert cite(sample_document(), "ru", 5) == Citation("ru", SYMBOL, None, "1", Kind.OPERATIVE, None, None)


def test_without_a_symbol_the_title_in_the_language_cited_stands_for_it() -> None:
    document = sample_document(symbol=None)
    assert cite(document, "en", 5).title == "Draft resolution on the exchange of data about precursors"
    assert cite(document, "ru", 5).title == "Проект резолюции об обмене данными о прекурсорах"


def test_a_translation_that_is_unofficial_is_said_to_be() -> None:
    assert cite(sample_document(), "en", 5).translation is Translation.UNOFFICIAL


def test_a_paragraph_without_label_is_cited_by_its_first_words() -> None:
    document = plain_document({"en": ["One two three four five, six seven."]})
    assert cite(document, "en", 0).opening == "One two three four five…"
    assert cite(plain_document({"en": ["All of it."]}), "en", 0).opening == "All of it"


@pytest.mark.parametrize("index", [None, 99, -1])
def test_without_a_paragraph_the_whole_version_is_cited(index: int | None) -> None:
    citation = cite(sample_document(), "en", index)
    assert (citation.label, citation.kind, citation.opening) == (None, None, None)


@pytest.mark.parametrize(
    ("label", "russian"),
    [("12", "12"), ("12 (a)", "12 a)"), ("12 (a) (iii)", "12 a) iii)"), ("4 bis", "4 bis"), ("PP7", "PP7")],
)
def test_labels_are_written_as_their_language_writes_them(label: str, russian: str) -> None:
    assert local_label(label, "ru") == russian
    assert local_label(label, "en") == label
