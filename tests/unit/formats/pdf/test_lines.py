"""Lines and paragraphs of a PDF: justified, divided, set in, with footnotes below."""

from __future__ import annotations

from collections.abc import Sequence

import pymupdf
import pytest

from briefer.core.document import Kind
from briefer.core.structure.build import masthead_of, versions_of
from briefer.formats.pdf.fragments import without_spacing
from briefer.formats.pdf.reader import read_pdf
from tests.pdf_layouts import in_columns

Word = tuple[float, float, str, float]


def page_of(*pages: Sequence[Word], rule: float | None = None) -> bytes:
    """Pages of words: each at its place, in its size; `rule` is the height of a short line."""
    with pymupdf.open() as document:
        for words in pages:
            page = document.new_page(width=595, height=842)
            for x, y, text, size in words:
                page.insert_text((x, y), text, fontsize=size)
            if rule is not None:
                page.draw_line((72, rule), (180, rule), width=0.5)
        return document.tobytes()


def texts(data: bytes) -> list[str]:
    return [
        " ".join(line.text for line in block.lines) for block in read_pdf(data).blocks if not block.furniture
    ]


def test_a_line_torn_apart_by_wide_spaces_is_one() -> None:
    data = page_of(
        [
            (72, 100, "The Commission requested its secretariat to prepare a report on the", 10.5),
            (72, 113, "implementation", 10.5),
            (170, 113, "of", 10.5),
            (215, 113, "the", 10.5),
            (270, 113, "recommendations", 10.5),
            (366, 113, "made", 10.5),
            (72, 126, "in the year before, and to present it to the Commission in due time.", 10.5),
        ]
    )
    assert texts(data) == [
        "The Commission requested its secretariat to prepare a report on the implementation of the "
        "recommendations made in the year before, and to present it to the Commission in due time."
    ]


def test_first_lines_set_in_begin_paragraphs_one_line_long_ones_too() -> None:
    lines = [
        (92.0, "A short paragraph."),
        (92.0, "Another that is longer than one line and therefore goes on below its"),
        (72.0, "first line at the margin of the page, where it has an end of its own."),
        (92.0, "The last."),
    ]
    data = page_of([(x, 100 + 13.0 * n, text, 11) for n, (x, text) in enumerate(lines)])
    [version] = versions_of(read_pdf(data).blocks)
    assert [p.text for p in version.paragraphs] == [
        lines[0][1],
        f"{lines[1][1]} {lines[2][1]}",
        lines[3][1],
    ]


@pytest.mark.parametrize(
    ("mark", "y", "size"), [("1", 757, 5.0), ("1", 760, 8.0)], ids=["raised", "on the line below a rule"]
)
def test_a_footnote_is_told_by_its_mark_and_the_line_above(mark: str, y: float, size: float) -> None:
    data = page_of(
        [
            (72, 100, "The Commission recalled its resolution on the matter and asked for a report.", 11),
            (72, 113, "It thanked its Chair.", 11),
            (72, y, mark, size),
            (80, 760, "See the report of the Commission on its session.", 8),
        ],
        rule=745,
    )
    [version] = versions_of(read_pdf(data).blocks)
    notes = [(p.label, p.text) for p in version.paragraphs if p.kind is Kind.FOOTNOTE]
    assert notes == [("¹", "See the report of the Commission on its session.")]


@pytest.mark.parametrize("gap", [0.0, 7.0], ids=["without gaps", "with gaps"])
def test_clauses_in_small_letters_are_paragraphs_by_their_first_lines(gap: float) -> None:
    clauses = [
        [
            "recalling its resolution of the year before on water in the mountains, in which",
            "it asked for a report,",
        ],
        ["guided by the purposes and principles of the Charter,"],
        ["noting with concern that many communities depend on water that comes down from", "the mountains,"],
        [
            "welcoming the conference that was held in the capital from the first of the month",
            "to the third,",
        ],
        ["thanking its Chair,"],
    ]
    words: list[Word] = []
    y = 100.0
    for clause in clauses:
        for n, line in enumerate(clause):
            words.append((72.0 if n else 106.0, y, line, 11))
            y += 14.0
        y += gap
    assert texts(page_of(words)) == [" ".join(clause) for clause in clauses]


def test_a_clause_that_begins_a_page_does_not_run_on_from_the_one_before() -> None:
    first = [
        (106, 100, "recalling its resolution of the year before on water in the mountains, in", 11),
        (72, 114, "which it asked for a report,", 11),
    ]
    second = [
        (106, 100, "noting with concern that many communities depend on water that comes from", 11),
        (72, 114, "the mountains,", 11),
    ]
    assert len(texts(page_of(first, second))) == 2


def test_footnotes_set_as_in_columns_are_no_table_and_no_running_feet() -> None:
    """Numbers apart from their text, and the same words at the same height on two pages."""
    pages = []
    for first in (1, 4):
        words: list[Word] = [
            (72, 100 + 14 * n, "The Commission recalled its resolution on the matter and asked for it.", 11)
            for n in range(4)
        ]
        for n in range(3):
            y = 700.0 + 26 * n
            words += [(72, y, str(first + n), 10), (90, y, f"Ibid., para. {n + first}.", 10)]
        pages.append(words)
    blocks = read_pdf(page_of(*pages, rule=686)).blocks
    [version] = versions_of(blocks)
    notes = [(p.label, p.text) for p in version.paragraphs if p.kind is Kind.FOOTNOTE]
    assert notes == [(raised, f"Ibid., para. {n}.") for n, raised in enumerate("¹²³⁴⁵⁶", 1)]


def test_a_foot_with_the_page_number_in_front_stays_a_running_foot() -> None:
    pages = [
        [
            (72, 100, "The Commission recalled its resolution on the matter and asked for a report.", 11),
            (72, 790, f"{number} Report of the Commission", 9),
        ]
        for number in (11, 12, 13)
    ]
    furniture = [block.lines[0].text for block in read_pdf(page_of(*pages)).blocks if block.furniture]
    assert {f"{number} Report of the Commission" for number in (11, 12, 13)} <= set(furniture)


def test_a_footnote_goes_on_below_the_line_of_the_next_page() -> None:
    body = [
        (72, 100 + 13.0 * n, "A line of the report that the Commission had asked for then.", 11.0)
        for n in range(5)
    ]
    first = [*body, (72, 760, "1 See the report of the Commission on the many things", 8.0)]
    second = [*body, (72, 760, "that it had heard of in the course of its session.", 8.0)]
    notes = [text for text in texts(page_of(first, second, rule=745)) if text.startswith("¹")]
    assert notes == [
        "¹ See the report of the Commission on the many things that it had heard of "
        "in the course of its session."
    ]


@pytest.mark.parametrize(
    ("spaced", "whole"),
    [
        ("П Р И К А З", "ПРИКАЗ"),
        ("Совет П О С Т А Н О В Л Я Е Т:", "Совет ПОСТАНОВЛЯЕТ:"),
        ("пункты А, Б и В", "пункты А, Б и В"),
        ("и в с мая", "и в с мая"),
    ],
)
def test_words_set_with_spaces_between_their_letters_are_words(spaced: str, whole: str) -> None:
    assert without_spacing(spaced) == whole


def test_a_column_in_each_language_runs_on_over_the_page_by_itself() -> None:
    russian = [_said("Комиссия рассмотрела доклад {} и поблагодарила секретариат.", n) for n in range(14)]
    english = [
        _said("The Commission considered report {} and thanked the secretariat.", n) for n in range(14)
    ]
    data = in_columns(russian, english)
    blocks = [block for block in read_pdf(data).blocks if not block.furniture]
    assert len({block.page for block in blocks}) > 1
    for column, paragraphs in ((0, russian), (1, english)):
        found = [" ".join(line.text for line in b.lines) for b in blocks if b.column == column]
        assert found == paragraphs


def _said(sentence: str, number: int) -> str:
    return " ".join(sentence.format(10 * number + step) for step in range(6))


def test_an_organ_broken_in_a_narrow_column_is_read_whole() -> None:
    data = page_of(
        [
            (72, 80, "United Nations", 12),
            (400, 80, "E/CN.7/2025/CRP.3", 12),
            (72, 110, "Economic", 14),
            (400, 110, "Distr.: Limited", 10),
            (72, 126, "and Social Council", 14),
            (400, 126, "3 March 2025", 10),
            (400, 139, "Original:", 10),
            (400, 151, "English", 10),
            (72, 200, "Commission on Narcotic Drugs", 11),
            (72, 240, "The Commission recalled its resolution on the matter and asked for a report.", 11),
        ]
    )
    versions = versions_of(read_pdf(data).blocks)
    masthead = masthead_of(versions)
    assert (masthead.parent_organ, masthead.organ) == (
        "Economic and Social Council",
        "Commission on Narcotic Drugs",
    )
    assert masthead.original_languages == ("en",)
    assert masthead.symbol == "E/CN.7/2025/CRP.3"


def test_a_word_cut_at_a_pages_end_goes_on_though_it_is_written_large() -> None:
    first = [(72, 770, "1. The Commission took note of the report that was submitted by the Secretary-", 11)]
    second = [(72, 100, "General on the matter.", 11)]
    assert texts(page_of(first, second)) == [f"{first[0][2]} {second[0][2]}"]
