"""Beads made by hand, found again in a document that was read anew."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.document import Document
from briefer.core.rereading import beads_again
from tests.factories import plain_document

WORDS = ("Комитет принял решение.", "Приложение", "Доклад Генерального секретаря о мерах", "1", "Удалено.")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9)


def document(texts: list[str], by_hand: tuple[int, ...] = ()) -> Document:
    """Every text stands in both versions; `by_hand` are numbers of pairs made by hand."""
    made = plain_document({"ru": texts, "en": texts})
    assert made.bitext is not None
    beads = [
        replace(bead, confidence=1.0, origin=Origin.HAND) if number in by_hand else bead
        for number, bead in enumerate(made.bitext.beads)
    ]
    return replace(made, bitext=Bitext("ru", "en", tuple(beads)))


def hand(number: int) -> Bead:
    return Bead((number,), (number,), 1.0, Origin.HAND)


def test_what_stands_elsewhere_now_is_found_there() -> None:
    before = document(["Один.", "Два.", "Три."], (1, 2))
    assert beads_again(before, document(["Новое.", "Один.", "Два.", "Три."])) == (hand(2), hand(3))


def test_a_reader_that_treats_spaces_and_hyphens_otherwise_changes_nothing() -> None:
    before = document(["Раз- дел", "научно-технический  обмен"], (0, 1))
    assert beads_again(before, document(["Раздел", "научно-тех\u00adнический обмен"])) == (hand(0), hand(1))


def test_a_paragraph_with_a_word_mended_is_the_same() -> None:
    before = document(["Начало.", "Комитет принял доклад о прекусорах и мерах.", "Конец."], (1,))
    after = document(["Начало.", "Комитет принял доклад о прекурсорах и мерах.", "Конец."])
    assert beads_again(before, after) == (hand(1),)


def test_another_paragraph_in_its_place_is_not() -> None:
    before = document(["Начало.", "Комитет принял доклад о прекурсорах.", "Конец."], (1,))
    assert (
        beads_again(before, document(["Начало.", "Бюджет на двухлетний период утвержден.", "Конец."])) == ()
    )


def test_of_equal_paragraphs_the_label_tells_which_is_meant() -> None:
    before, after = document(["Удалено.", "Удалено."], (1,)), document(["Удалено.", "Удалено.", "Удалено."])
    labels = {2: ("1", "2"), 3: ("1", "1 bis", "2")}

    def labelled(made: Document) -> Document:
        versions = [
            replace(
                version,
                paragraphs=tuple(
                    replace(paragraph, label=label)
                    for paragraph, label in zip(
                        version.paragraphs, labels[len(version.paragraphs)], strict=True
                    )
                ),
            )
            for version in made.versions
        ]
        return replace(made, versions=tuple(versions))

    assert beads_again(labelled(before), labelled(after)) == (hand(2),)


def test_thousands_of_equal_paragraphs_take_no_time() -> None:
    before, after = document(["Приложение"] * 5000, (4999,)), document(["Приложение"] * 4990)
    assert beads_again(before, after) == ()


@given(TEXTS, st.sets(st.integers(0, 8)))
def test_a_document_read_again_unchanged_keeps_all(texts: list[str], chosen: set[int]) -> None:
    numbers = tuple(sorted(number for number in chosen if number < len(texts)))
    assert beads_again(document(texts, numbers), document(texts)) == tuple(map(hand, numbers))


@given(TEXTS, TEXTS)
def test_what_is_found_ascends_and_is_there(texts: list[str], others: list[str]) -> None:
    found = beads_again(document(texts, tuple(range(len(texts)))), document(others))
    left = [index for bead in found for index in bead.left]
    assert left == sorted(set(left))
    assert all(index < len(others) for index in left)
