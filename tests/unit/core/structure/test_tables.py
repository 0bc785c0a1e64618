"""What tables are for, and what becomes of what stands in them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefer.app.composing import document_of
from briefer.core.document import Kind
from briefer.core.structure.build import versions_of
from briefer.core.structure.lines import Block, Cell, Line

RUSSIAN = "Комиссия постановила рассмотреть этот вопрос на своей следующей сессии в Вене."
ENGLISH = "The Commission decided to consider this question at its next session in Vienna."


def block(text: str, cell: Cell | None = None) -> Block:
    return Block((Line(text),), cell=cell)


def table(rows: Sequence[Sequence[str]], number: int = 0) -> list[Block]:
    return [
        block(text, Cell(number, row, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    ]


FIGURES = (("Category", "2024", "2025"), ("Staff costs", "68 552.0", "50 969.8"), ("Travel", "1.5", "2.0"))
FIGURES_RUSSIAN = (
    ("Категория", "2024", "2025"),
    ("Расходы на персонал", "68 552.0", "50 969.8"),
    ("Поездки", "1.5", "2.0"),
)


def test_a_table_of_data_stays_a_table_in_row_order() -> None:
    [version] = versions_of([block("Report"), block(ENGLISH), *table(FIGURES), block(ENGLISH)])
    assert [p.kind for p in version.paragraphs[2:-1]] == [Kind.CELL] * 9
    assert [p.text for p in version.paragraphs[2:-1]] == [text for row in FIGURES for text in row]
    assert all(p.label is None for p in version.paragraphs)


def test_a_table_of_data_in_each_version_aligns_cell_by_cell() -> None:
    blocks = [block(RUSSIAN), *table(FIGURES_RUSSIAN), block(RUSSIAN)]
    blocks += [block(ENGLISH), *table(FIGURES, 1), block(ENGLISH)]
    document = document_of([], versions_of(blocks)).document
    assert [len(version.paragraphs) for version in document.versions] == [11, 11]
    assert document.bitext is not None
    assert [(bead.left, bead.right) for bead in document.bitext.beads] == [((n,), (n,)) for n in range(11)]


def test_a_glossary_in_a_text_of_one_language_makes_no_second_version() -> None:
    glossary = table((("договор", "treaty"), ("соглашение", "agreement"), ("протокол", "protocol")))
    [version] = versions_of([block(RUSSIAN)] * 6 + glossary)
    assert version.language == "ru"
    assert [p.kind for p in version.paragraphs[6:]] == [Kind.CELL] * 6


@pytest.mark.parametrize("label", ["1.", "1", "(a)", "а)", "1.1"])
def test_numbers_in_a_column_of_their_own_go_to_both_texts(label: str) -> None:
    rows = ((label, RUSSIAN, ENGLISH), ("", RUSSIAN, ENGLISH))
    for version in versions_of(table(rows)):
        first, second = version.paragraphs
        assert first.label == {"а)": "(a)"}.get(label, label.rstrip("."))
        assert second.label is None


@pytest.mark.parametrize("written", ["{}.", "{}"])
@pytest.mark.parametrize(("first", "last"), [(1, 2110), (1010, 1040), (1795, 1830)])
def test_rows_are_counted_beyond_the_thousandth(written: str, first: int, last: int) -> None:
    rows = [(written.format(number), RUSSIAN, ENGLISH) for number in range(first, last)]
    for version in versions_of(table(rows)):
        assert [p.label for p in version.paragraphs] == [str(number) for number in range(first, last)]
        assert {p.kind for p in version.paragraphs} == {Kind.BODY}


def test_numbers_before_the_texts_are_counted_beyond_the_thousandth() -> None:
    rows = [(f"{n}. Туберкулёз лёгких", f"{n}. Tuberculosis of the lungs") for n in range(900, 2110)]
    for version in versions_of(table(rows)):
        assert [p.label for p in version.paragraphs] == [str(number) for number in range(900, 2110)]


def test_years_beside_events_are_neither_labels_nor_numbers_of_pages() -> None:
    rows = [(str(year), RUSSIAN, ENGLISH) for year in range(1995, 2020)]
    russian, english = versions_of(table(rows))
    assert {p.label for version in (russian, english) for p in version.paragraphs} == {None}
    assert [(p.kind, p.text) for p in russian.paragraphs[::2]] == [
        (Kind.CELL, str(year)) for year in range(1995, 2020)
    ]


def test_a_row_over_both_columns_is_in_its_own_language() -> None:
    rows = [(RUSSIAN, ENGLISH), ("Second part of the text",), (RUSSIAN, ENGLISH)]
    russian, english = versions_of(table(rows))
    assert [p.text for p in english.paragraphs] == [ENGLISH, "Second part of the text", ENGLISH]
    assert [p.text for p in russian.paragraphs] == [RUSSIAN] * 2


def test_paragraphs_of_one_cell_stay_paragraphs_and_in_order() -> None:
    cells = [Cell(0, 0, 0), Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 0, 1)]
    texts = [RUSSIAN, RUSSIAN, ENGLISH, ENGLISH]
    blocks = [block(text, cell) for text, cell in zip(texts, cells, strict=True)]
    assert [len(version.paragraphs) for version in versions_of(blocks)] == [2, 2]


def test_a_masthead_set_in_a_table_is_a_masthead() -> None:
    rows = (("United Nations", "A/80/590"), ("General Assembly", "Distr.: General"))
    [version] = versions_of([*table(rows), block("Eightieth session"), block("Report"), block(ENGLISH)])
    assert [p.kind for p in version.paragraphs[:5]] == [Kind.MASTHEAD] * 5


def test_numbers_set_apart_in_a_table_without_a_second_language_are_labels() -> None:
    [version] = versions_of([block("Report"), *table((("1.", ENGLISH), ("2.", ENGLISH)))])
    assert [(p.kind, p.label) for p in version.paragraphs[1:]] == [(Kind.BODY, "1"), (Kind.BODY, "2")]


def test_a_table_of_one_column_is_ordinary_text() -> None:
    [version] = versions_of([block("Report"), *table(((ENGLISH,), ("1. " + ENGLISH,)))])
    assert [p.kind for p in version.paragraphs[1:]] == [Kind.BODY, Kind.BODY]


@pytest.mark.parametrize("tabular", [True, False])
def test_entries_of_contents_are_no_headings_and_have_no_labels(tabular: bool) -> None:
    entries = (("I. Introduction", "6"), ("1. Mandate", "7"), ("II. Resources", "12"))
    lines = [block(f"{text}\t{page}") for text, page in entries]
    blocks = [block("Report"), block("Contents"), *(table(entries) if tabular else lines)]
    [version] = versions_of([*blocks, block("I. Introduction"), block("1. " + ENGLISH)])
    shown = [(p.kind, p.label, p.text) for p in version.paragraphs[1:]]
    assert shown[:4] == [
        (Kind.HEADING, None, "Contents"),
        (Kind.ITEM, None, "I. Introduction … 6"),
        (Kind.ITEM, None, "1. Mandate … 7"),
        (Kind.ITEM, None, "II. Resources … 12"),
    ]
    assert shown[4:] == [(Kind.HEADING, None, "I. Introduction"), (Kind.BODY, "1", ENGLISH)]


def test_contents_end_where_the_text_begins() -> None:
    texts = [
        "Report",
        "Contents",
        "Introduction 3",
        "Findings",
        "of the group 5",
        ENGLISH,
        "Chapter 3",
        "In 2024",
    ]
    [version] = versions_of([block(text) for text in texts])
    assert [p.kind for p in version.paragraphs[2:5]] == [Kind.ITEM] * 3
    assert version.paragraphs[5].kind is Kind.BODY
    assert all(p.kind is not Kind.ITEM for p in version.paragraphs[5:])


def test_what_runs_at_a_pages_edge_is_never_a_cell() -> None:
    furniture = replace(block("A/80/590"), furniture=True)
    [version] = versions_of([block("Report"), *table(FIGURES), furniture, block(ENGLISH)])
    assert version.paragraphs[-2].kind is Kind.FURNITURE


def test_a_long_head_over_a_column_of_a_language_is_its_title() -> None:
    titles = ("Доступ к питьевой воде в горных районах", "Access to drinking water in mountain areas")
    head = [Block((Line(text),), cell=Cell(0, 0, column, head=True)) for column, text in enumerate(titles)]
    rows = [block(text, Cell(0, row, c)) for row in (1, 2, 3) for c, text in enumerate((RUSSIAN, ENGLISH))]
    versions = versions_of(head + rows)
    assert [(v.paragraphs[0].kind, v.paragraphs[0].text) for v in versions] == [
        (Kind.TITLE, text) for text in titles
    ]


def test_a_count_of_the_rows_is_no_label_where_the_texts_have_their_own() -> None:
    clauses = [
        (
            "ссылаясь на свою резолюцию о воде в горных районах,",
            "Recalling its resolution on water in mountains,",
        ),
        ("отмечая доклад о работе прошедшей сессии,", "Noting the report on the work of the session,"),
        ("1. просит Секретариат подготовить доклад;", "1. Requests the Secretariat to prepare a report;"),
        ("2. постановляет рассмотреть его в Вене.", "2. Decides to consider it in Vienna."),
    ]
    rows = [("№", "Русский текст", "English text")]
    rows += [(str(n), ours, theirs) for n, (ours, theirs) in enumerate(clauses, 1)]
    russian, english = versions_of(table(rows))
    said = [p for p in russian.paragraphs if p.kind is not Kind.CELL]
    assert [p.text for p in said] == [ours.removeprefix(f"{n}. ") for n, (ours, _) in enumerate(clauses, -1)]
    assert [p.label for p in said][-2:] == ["1", "2"]
    assert [p.kind for p in english.paragraphs[:2]] == [Kind.CELL, Kind.PREAMBULAR]
    assert [p.text for p in russian.paragraphs if p.kind is Kind.CELL] == ["№", "Русский текст", *"1234"]


def test_the_cover_of_a_second_version_set_in_a_table_is_its_masthead() -> None:
    cover = (("United Nations", "A/C.3/80/L.27"), ("General Assembly", "Distr.: Limited"))
    blocks = [block(RUSSIAN)] * 3 + table(cover, 1) + [block(ENGLISH)] * 3
    _, english = versions_of(blocks)
    assert [p.kind for p in english.paragraphs[:4]] == [Kind.MASTHEAD] * 4


def test_figures_that_close_the_first_version_stay_with_it() -> None:
    figures = (("Staff costs", "68 552.0"), ("Total", "50 969.8"))
    russian, english = versions_of([block(ENGLISH)] * 3 + table(figures) + [block(RUSSIAN)] * 3)
    assert english.paragraphs[-1].text == "50 969.8"
    assert len(russian.paragraphs) == 3


def test_a_head_over_both_columns_is_parted_at_its_stroke_and_not_in_a_symbol() -> None:
    head = "Draft resolution A/C.3/80/L.27 / Проект резолюции A/C.3/80/L.27"
    russian, english = versions_of(table([[head], *[[ENGLISH, RUSSIAN]] * 3]))
    assert english.paragraphs[0].text == "Draft resolution A/C.3/80/L.27"
    assert russian.paragraphs[0].text == "Проект резолюции A/C.3/80/L.27"


def calls_for(rows: int) -> int:
    """How many functions are called to divide a table of two languages with numbered rows."""
    texts = [(f"{n}.", f"{RUSSIAN} {n}", f"{ENGLISH} {n}") for n in range(1, rows + 1)]
    blocks = table(texts)
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        assert [len(version.paragraphs) for version in versions_of(blocks)] == [rows, rows]
    finally:
        sys.setprofile(None)
    return calls


def test_the_work_for_a_long_table_grows_as_its_rows_do() -> None:
    versions_of(table([(RUSSIAN, ENGLISH)] * 3))  # what is made at the first table
    assert calls_for(200) < 2.3 * calls_for(100)
