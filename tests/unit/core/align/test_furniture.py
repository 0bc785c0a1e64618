"""Running heads and page numbers in bare lines: which lines look like them."""

from __future__ import annotations

import pytest

from briefer.core.align.furniture import MARKS, in_step, marks_of_furniture
from briefer.core.document import Kind, Paragraph

PAGE_WORDS = frozenset({"page", "стр"})


def shown(*texts: str) -> list[set[str]]:
    marks = marks_of_furniture([Paragraph(Kind.BODY, text) for text in texts], PAGE_WORDS)
    return [{mark for mark, value in zip(MARKS, row, strict=True) if value} for row in marks]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("3/12", "page"),
        ("3/12 15-78576", "page"),
        ("V.15-01234 (E)", "page"),
        ("A/70/650", "symbol"),
        ("E/CN.7/2025/L.4/Rev.1*", "symbol"),
        ("– 7 –", "number"),
        ("12", "number"),
    ],
)
def test_the_marks_of_a_page_are_told_by_their_form(text: str, mark: str) -> None:
    assert mark in shown(text)[0]


@pytest.mark.parametrize("text", ["21 January", "Article 3", "Belarus", "Agenda item 5", "A", "2014 (XII)"])
def test_short_lines_of_the_text_are_none(text: str) -> None:
    assert shown(text)[0] == set()


def test_numbers_that_count_upwards_are_told_from_figures() -> None:
    assert "counter" in shown("Page 3", "text", "Page 4", "more", "Page 5")[0]
    assert "counter" in shown("стр. 3", "text", "стр. 4")[2]
    assert "counter" not in shown("Rule 3", "text", "Rule 4")[0]
    assert "counter" not in shown("700", "text", "12")[0]


def test_what_comes_again_and_again_is_told() -> None:
    found = shown("Report", "a", "Report", "b", "Report")
    assert "repeated" in found[0]
    assert "repeated" not in found[1]


def test_where_a_reader_has_told_the_furniture_looks_do_not_count() -> None:
    told = [Paragraph(Kind.FURNITURE, "3"), Paragraph(Kind.BODY, "4"), Paragraph(Kind.CELL, "4/5")]
    marks = marks_of_furniture(told, PAGE_WORDS)
    assert marks[:, MARKS.index("known")].tolist() == [1, 0, 0]
    assert marks.sum() == 1


def test_the_same_number_again_and_again_counts_nothing() -> None:
    assert "counter" not in shown("17", "a", "b", "17", "c", "17")[0]


def stepped(ours: str, theirs: str) -> tuple[list[int], list[int]]:
    left, right = ([Paragraph(Kind.BODY, text) for text in texts.split("|")] for texts in (ours, theirs))
    return in_step(left, right, PAGE_WORDS)


def test_numbers_at_the_same_distances_in_both_versions_are_rows_of_a_list() -> None:
    assert stepped("1|а|2|б|3|в", "1|a|2|b|3|c") == ([0, 2, 4], [0, 2, 4])
    assert stepped("а|стр. 1|б|стр. 2|в|стр. 3", "Page 1|a|Page 2|b|Page 3") == ([1, 3, 5], [0, 2, 4])


def test_numbers_at_other_distances_are_pages() -> None:
    assert stepped("1|а|2|б|в|3|г|4", "1|a|b|2|c|3|d|e|4") == ([], [])
    assert stepped("1|а|2|б|3|в", "6|a|7|b|8|c") == ([], [])
