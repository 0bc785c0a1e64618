"""Finding in a whole document: any form of words, letters as typed, and the places told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.finding import find
from briefer.core.text_index import Needle, Occurrences, TextIndex
from briefer.core.wordforms import WordForms

STEM = WordForms().stem
PARAGRAPHS = (
    "Меры контроля над прекурсорами; мера доверия.",
    "Усилить МЕРЫ, размерить намерения",
    "States parties to the Convention; a State party",
    "Е/CN.7/2025/1 и E/CN.7/2025/11",
    "Straße – ещё раз",
)
LETTERS = st.text(alphabet="мераы Мs-ß«\u00ad", max_size=12)


def search(needle: Needle, *texts: str) -> Occurrences:
    index = TextIndex()
    for text in texts or PARAGRAPHS:
        index.add(text)
    return index.search(needle, STEM)


def found(needle: Needle) -> list[str]:
    occurrences = search(needle)
    return [
        PARAGRAPHS[number][span.start : span.end]
        for number in sorted(occurrences.counts)
        for span in occurrences.spans(number)
    ]


@pytest.mark.parametrize(
    ("needle", "expected"),
    [
        (Needle("меры"), ["Меры", "мера", "МЕРЫ"]),
        (Needle("мер", forms=False), ["Мер", "мер", "МЕР", "мер", "мер"]),
        (Needle("мера", whole=True, forms=False), ["мера"]),
        (Needle("мера", whole=True), ["Меры", "мера", "МЕРЫ"]),
        (Needle("МЕРЫ", case=True), ["МЕРЫ"]),
        (Needle("меры", case=True), []),
        (Needle("state party"), ["States parties", "State party"]),
        (Needle("states p", forms=False), ["States p"]),
        (Needle("State p", case=True), ["State p"]),
        (Needle("E/CN.7/2025/1"), ["E/CN.7/2025/1"]),
        (Needle("/2025/1", whole=True), ["/2025/1"]),
        (Needle("s", forms=False), ["S", "s", "s", "S", "S", "ß"]),
        (Needle("еще"), ["ещё"]),
        (Needle(""), []),
        (Needle("   "), []),
        (Needle("…"), []),
    ],
    ids=lambda value: repr(value) if isinstance(value, Needle) else "",
)
def test_what_is_typed_is_found(needle: Needle, expected: list[str]) -> None:
    assert found(needle) == expected


@given(
    texts=st.lists(LETTERS, min_size=1, max_size=5),
    text=LETTERS,
    forms=st.booleans(),
    whole=st.booleans(),
    case=st.booleans(),
)
def test_counts_are_those_of_the_places(
    texts: list[str], text: str, forms: bool, whole: bool, case: bool
) -> None:
    occurrences = search(Needle(text, forms, whole, case), *texts)
    places = {number: len(occurrences.spans(number)) for number in range(len(texts))}
    assert occurrences.counts == {number: count for number, count in places.items() if count}


@given(texts=st.lists(LETTERS, min_size=1, max_size=5), text=LETTERS)
def test_letters_alone_are_found_as_in_one_text(texts: list[str], text: str) -> None:
    occurrences = search(Needle(text, forms=False), *texts)
    if text.replace("\u00ad", "").strip():
        for number, each in enumerate(texts):
            assert list(occurrences.spans(number)) == find(each, text)


@given(texts=st.lists(LETTERS, min_size=1, max_size=5), text=LETTERS.filter(str.strip), whole=st.booleans())
def test_forms_only_add_places(texts: list[str], text: str, whole: bool) -> None:
    with_forms = search(Needle(text, whole=whole), *texts)
    without = search(Needle(text, forms=False, whole=whole), *texts)
    for number in range(len(texts)):
        spans = with_forms.spans(number)
        for span in without.spans(number):
            assert any(each.start < span.end and span.start < each.end for each in spans)
