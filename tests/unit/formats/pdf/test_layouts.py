"""The session document side by side on the pages of a PDF: in columns, in tables, turned, cropped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefer.core.document import Kind, Version
from briefer.core.structure.build import versions_of
from briefer.formats.pdf.reader import read_pdf
from tests.pdf_layouts import (
    cropped,
    in_columns,
    in_one_text_of_columns,
    in_table,
    sideways,
    turned,
    with_furniture,
)
from tests.specimens import PAIRS, taking_turns

PARTS = taking_turns().split("\n\n")
RUSSIAN, ENGLISH = PARTS[::2], PARTS[1::2]
ROWS = list(zip(RUSSIAN, ENGLISH, strict=True))
HALVES = (0.5, 0.5)
HEAD, CODE = "E/CN.7/2025/CRP.4", "V.25-01234 (E)"


def numbered() -> bytes:
    """Numbers of paragraphs in a column of their own, for both languages."""
    rows = []
    for ours, theirs in ROWS:
        number = ours[:2] if ours[0].isdigit() and ours[1] == "." else ""
        rows.append((number, ours.removeprefix(number).strip(), theirs.removeprefix(number).strip()))
    return in_table(rows, (0.08, 0.46, 0.46), ruled=True)


LAYOUTS: dict[str, Callable[[], bytes]] = {
    "one text in two columns": lambda: in_one_text_of_columns([*RUSSIAN, *ENGLISH]),
    "a column for each language": lambda: in_columns(RUSSIAN, ENGLISH),
    "a column for each language, English left": lambda: in_columns(ENGLISH, RUSSIAN),
    "a ruled table": lambda: in_table(ROWS, HALVES, ruled=True),
    "a ruled table, English left": lambda: in_table([row[::-1] for row in ROWS], HALVES, ruled=True),
    "a ruled table with numbers": numbered,
    "a table without rules": lambda: in_table(ROWS, HALVES, ruled=False),
    "a table without rules, English left": lambda: in_table([row[::-1] for row in ROWS], HALVES, ruled=False),
}
FURNISHED: dict[str, Callable[[bytes], bytes]] = {
    "plain": lambda data: data,
    "sideways": lambda data: sideways(data, 90),
    "head over": lambda data: sideways(data, 180),
    "laid down": lambda data: turned(data, 90),
    "laid down the other way": lambda data: turned(data, 270),
    "cropped": cropped,
}


def read(data: bytes) -> tuple[Version, ...]:
    return versions_of(read_pdf(data).blocks)


def assert_pairs(versions: tuple[Version, ...]) -> None:
    assert [version.language for version in versions] == ["ru", "en"]
    for side, version in enumerate(versions):
        texts = [p.text for p in version.paragraphs if p.kind is not Kind.FURNITURE]
        assert len(texts) == len(PAIRS)
        for text, pair in zip(texts, PAIRS, strict=True):
            assert text.startswith(pair[side])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_session_document_side_by_side_gives_its_eighteen_pairs(layout: str) -> None:
    assert_pairs(read(LAYOUTS[layout]()))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_pages_carry_besides_stays_out_of_columns_and_tables(layout: str) -> None:
    versions = read(with_furniture(LAYOUTS[layout](), head=HEAD, code=CODE))
    assert_pairs(versions)
    apart = [p.text for v in versions for p in v.paragraphs if p.kind is Kind.FURNITURE]
    pages = apart.count(HEAD)
    assert pages > 1
    assert sorted(apart) == sorted([HEAD, CODE, *()] * pages + [f"{n}/{pages}" for n in range(1, pages + 1)])


@pytest.mark.parametrize("placed", FURNISHED)
@pytest.mark.parametrize("layout", ["a column for each language", "a ruled table"])
def test_turned_and_cropped_pages_read_as_they_are_shown(layout: str, placed: str) -> None:
    import pymupdf

    data = FURNISHED[placed](with_furniture(LAYOUTS[layout](), head=HEAD, code=CODE))
    versions = read(data)
    assert_pairs(versions)
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for paragraph in (p for version in versions for p in version.paragraphs):
            for box in paragraph.boxes:
                shown = document[box.page - 1].rect
                assert 0 <= box.left < box.right <= shown.width
                assert 0 <= box.top < box.bottom <= shown.height


def test_a_head_repeated_on_every_page_stands_once_in_the_table() -> None:
    head = ("Русский текст", "English text")
    blocks = read_pdf(in_table(ROWS, HALVES, ruled=True, head=head)).blocks
    cells = [(block.lines[0].text, block.cell.head) for block in blocks if block.cell]
    assert cells[:2] == [(head[0], True), (head[1], True)]
    assert [text for text, marked in cells if marked] == list(head)
    assert {block.cell.table for block in blocks if block.cell} == {0}
    assert {block.lines[0].text for block in blocks if block.furniture} == set(head)


def test_a_box_of_a_turned_page_is_where_the_words_are_shown() -> None:
    import pymupdf

    data = sideways(in_table([("Left cell", "Right cell")] * 4, HALVES, ruled=True), 90)
    [first] = [block for block in read_pdf(data).blocks if block.cell and block.cell.row == 0][:1]
    box = first.lines[0].box
    assert box is not None
    with pymupdf.open(stream=data, filetype="pdf") as document:
        page = document[0]
        found = page.search_for("Left cell")[0] * page.rotation_matrix
    assert abs(box.left - found.x0) < 3
    assert abs(box.top - found.y0) < 3
