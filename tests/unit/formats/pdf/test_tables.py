"""Tables on the pages of a PDF: which blocks become cells, and which lines only look like a table."""

from __future__ import annotations

from collections.abc import Sequence

import pymupdf

from briefer.core.structure.lines import Block
from briefer.formats.pdf.reader import read_pdf

Words = Sequence[tuple[float, float, str]]
Lines = Sequence[tuple[float, float, float, float]]
PROSE = "The Commission noted that the figures below had been audited and were final."


def page_of(words: Words, lines: Lines = (), size: float = 10) -> bytes:
    """A page with words at places, and lines from place to place."""
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        for x, y, text in words:
            page.insert_text((x, y), text, fontsize=size)
        for x0, y0, x1, y1 in lines:
            page.draw_line((x0, y0), (x1, y1), width=0.5)
        return document.tobytes()


def boxed(xs: Sequence[float], ys: Sequence[float]) -> list[tuple[float, float, float, float]]:
    """All lines of a grid."""
    across = [(xs[0], y, xs[-1], y) for y in ys]
    return across + [(x, ys[0], x, ys[-1]) for x in xs]


def cells(data: bytes) -> list[tuple[int, int, str]]:
    return [
        (block.cell.row, block.cell.column, text_of(block)) for block in read_pdf(data).blocks if block.cell
    ]


def text_of(block: Block) -> str:
    return " ".join(line.text for line in block.lines)


def figures(left: float = 72) -> list[tuple[float, float, str]]:
    rows = (("Category", "Approved", "Actual"), ("Staff", "1 250.0", "(37.5)"), ("Travel", "90.5", "0"))
    return [(left + 140 * n, 120 + 18 * y, text) for y, row in enumerate(rows) for n, text in enumerate(row)]


def test_a_grid_of_lines_gives_its_cells_row_by_row() -> None:
    words = [(80, 115, "one"), (210, 115, "two"), (80, 145, "three"), (210, 145, "four")]
    data = page_of(words, boxed((72, 200, 330), (100, 130, 160)))
    assert cells(data) == [(0, 0, "one"), (0, 1, "two"), (1, 0, "three"), (1, 1, "four")]


def test_a_wrapped_cell_is_whole() -> None:
    words = [
        (80, 115, "A text that is"),
        (80, 127, "broken twice in"),
        (80, 139, "its cell"),
        (210, 115, "7"),
    ]
    data = page_of(words, boxed((72, 160, 330), (100, 150)))
    assert cells(data) == [(0, 0, "A text that is broken twice in its cell"), (0, 1, "7")]


def test_text_set_in_one_over_a_line_between_cells_is_parted_there() -> None:
    data = page_of([(80, 115, "left        right")], boxed((72, 106, 330), (100, 130)))
    assert cells(data) == [(0, 0, "left"), (0, 1, "right")]


def test_a_cell_over_two_columns_is_one() -> None:
    lines = [(72, y, 330, y) for y in (100, 130, 160)] + [(72, 100, 72, 160), (330, 100, 330, 160)]
    words = [(80, 115, "A heading that goes over both of them"), (80, 145, "left"), (210, 145, "right")]
    data = page_of(words, [*lines, (200, 130, 200, 160)])
    assert cells(data) == [(0, 0, "A heading that goes over both of them"), (1, 0, "left"), (1, 1, "right")]


def test_a_frame_around_text_is_no_table() -> None:
    data = page_of([(80, 115, PROSE), (80, 127, "And more.")], boxed((72, 500), (100, 140)))
    assert cells(data) == []


def test_figures_in_columns_are_a_table_without_any_line() -> None:
    data = page_of([(72, 80, PROSE), *figures(), (72, 240, PROSE)])
    assert [text for _, _, text in cells(data)] == [text for _, _, text in figures()]
    assert [row for row, _, _ in cells(data)] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_lines_across_part_rows_of_wrapped_text() -> None:
    words = [
        (72, 115, "Operation of aircraft"),
        (72, 127, "in two locations"),
        (300, 115, "Achieved"),
        (72, 151, "Storage of fuel and"),
        (72, 163, "lubricants in camps"),
        (300, 151, "Not achieved"),
    ]
    data = page_of(words, [(72, y, 400, y) for y in (100, 138, 175)])
    assert cells(data) == [
        (0, 0, "Operation of aircraft in two locations"),
        (0, 1, "Achieved"),
        (1, 0, "Storage of fuel and lubricants in camps"),
        (1, 1, "Not achieved"),
    ]


def test_the_head_of_a_cover_page_is_no_table() -> None:
    words = [
        (72, 80, "United Nations"),
        (420, 80, "E/CN.7/2025/L.4"),
        (72, 110, "Economic and Social Council"),
        (420, 110, "Distr.: Limited"),
        (420, 124, "10 March 2025"),
        (420, 138, "Original: English"),
    ]
    assert cells(page_of(words, [(72, 90, 520, 90), (72, 160, 520, 160)])) == []


def test_letters_of_a_list_far_from_their_text_make_no_table() -> None:
    words = [(72, 100 + 15 * n, f"({letter})") for n, letter in enumerate("abcd")]
    words += [(140, 100 + 15 * n, "Something that the Commission decided;") for n in range(4)]
    assert cells(page_of(words)) == []


def test_two_columns_of_running_text_make_no_table() -> None:
    words = [
        (left, 100 + 12 * n, f"words that run on in the {side} column, {n:02}")
        for left, side in ((60, "left"), (320, "right"))
        for n in range(20)
    ]
    data = page_of(words)
    assert cells(data) == []
    read = " ".join(map(text_of, read_pdf(data).blocks))
    assert read.index("right column, 00") > read.index("left column, 19")


def test_a_row_that_goes_on_over_the_page_is_one() -> None:
    left = "A cell that has more to say than there is room"
    with pymupdf.open() as document:
        for words in (
            [(80, 715, "1."), (130, 715, "The first row"), (80, 745, "2."), (130, 745, left)],
            [(130, 75, "for on its page."), (80, 105, "3."), (130, 105, "The third row")],
        ):
            page = document.new_page(width=595, height=842)
            for x, y, text in words:
                page.insert_text((x, y), text, fontsize=10)
            top = words[0][1] - 15
            for line in boxed((72, 120, 380), (top, top + 30, top + 60)):
                page.draw_line(line[:2], line[2:], width=0.5)
        data = document.tobytes()
    assert cells(data) == [
        (0, 0, "1."),
        (0, 1, "The first row"),
        (1, 0, "2."),
        (1, 1, f"{left} for on its page."),
        (2, 0, "3."),
        (2, 1, "The third row"),
    ]


def test_a_drawing_of_many_lines_is_no_table() -> None:
    lines = [(60 + 2 * n, 100, 60 + 2 * n, 400) for n in range(230)]
    lines += [(60, 100 + 2 * n, 520, 100 + 2 * n) for n in range(230)]
    assert cells(page_of([(80, 115, "peak"), (300, 300, "trough")], lines)) == []
