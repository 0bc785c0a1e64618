"""The session document laid out as blocks, as a reader of any format may hand it over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefer.core.structure.lines import Block, Cell, Line
from briefer.core.structure.paragraphs import pieces
from briefer.formats.text import read_text
from tests.specimens import TRANSLATION_BEGINS, russian_text, session_text, taking_turns


def block(*lines: str, strong: bool = False) -> Block:
    return Block(tuple(Line(line, strong) for line in lines))


def cover() -> list[Block]:
    """The Russian cover page with its footnotes, a block a line."""
    page = russian_text().split("был получен.")[0] + "был получен."
    return [
        block(piece.text, strong=piece.strong) for piece in pieces(read_text(page.encode(), "text").blocks)
    ]


def pairs() -> list[tuple[str, str]]:
    """What stands in both languages, from the title on."""
    parts = taking_turns().split("\n\n")
    return list(zip(parts[::2], parts[1::2], strict=True))


def alternating_with_cover() -> list[Block]:
    return [*cover(), *(block(text) for pair in pairs() for text in pair)]


def alternating_with_more_in_russian() -> list[Block]:
    """Two Russian paragraphs have no English one."""
    found = alternating_with_cover()
    extra = "Стороны условились обменяться сведениями о лабораториях до конца текущего года."
    return [*found[:20], block(extra), *found[20:32], block(extra), *found[32:]]


def alternating_by_stretches() -> list[Block]:
    """Three paragraphs in Russian, then the same three in English, and so on."""
    found: list[Block] = []
    for start in range(0, 18, 3):
        for side in (0, 1):
            found += [block(pair[side]) for pair in pairs()[start : start + 3]]
    return found


def table(*, english_first: bool = False, cover_page: bool = True, head: bool = False) -> list[Block]:
    rows = pairs()
    if head:
        rows.insert(0, ("Русский текст", "English text"))
    found = []
    for number, (ours, theirs) in enumerate(rows):
        sides = (theirs, ours) if english_first else (ours, theirs)
        for column, text in enumerate(sides):
            cell = Cell(0, number, column, head=head and number == 0)
            found.append(replace(block(text), cell=cell))
    return [*cover(), *found] if cover_page else found


def table_with_numbers() -> list[Block]:
    """The numbers in a narrow first column, a comment in the last one."""
    found = []
    for number, pair in enumerate(pairs()):
        head, separator, _ = pair[0].partition(". ")
        numbered = bool(separator) and head.isdecimal()
        texts = [text.partition(". ")[2] if numbered else text for text in pair]
        if numbered:
            found.append(replace(block(f"{head}."), cell=Cell(0, number, 0)))
        found += [replace(block(text), cell=Cell(0, number, 1 + side)) for side, text in enumerate(texts)]
    return found


def one_row() -> list[Block]:
    """All of one version in a cell, all of the other beside it."""
    russian, english = session_text().split(TRANSLATION_BEGINS)
    found = []
    for column, text in enumerate((russian, TRANSLATION_BEGINS + english)):
        listed = pieces(read_text(text.encode(), "text").blocks)
        cell = Cell(0, 0, column)
        found += [replace(block(piece.text, strong=piece.strong), cell=cell) for piece in listed]
    return found


def slashes(*, cover_page: bool = True) -> list[Block]:
    joined = [block(f"{ours} / {theirs}") for ours, theirs in pairs()]
    return [*cover(), *joined] if cover_page else joined


def slashes_in_headings() -> list[Block]:
    """Title and date in both languages at once, the rest taking turns."""
    rows = pairs()
    found = [block(f"{ours} / {theirs}", strong=True) for ours, theirs in rows[:2]]
    return [*cover(), *found, *(block(text) for pair in rows[2:] for text in pair)]


def line_breaks(*, cover_page: bool = True) -> list[Block]:
    """Both languages in one paragraph, a forced line break between them."""
    joined = [block(*pair) for pair in pairs()]
    return [*cover(), *joined] if cover_page else joined


def columns(*, cover_page: bool = True, english_left: bool = False) -> list[Block]:
    """On three pages, the title and its translation over both columns."""
    rows = pairs()
    found = [replace(block(text, strong=True), page=1) for text in rows[0]]
    for page, (start, end) in enumerate(((1, 6), (6, 12), (12, 18)), 1):
        for column in (0, 1):
            side = column if not english_left else 1 - column
            listed = [block(pair[side]) for pair in rows[start:end]]
            found += [replace(one, page=page, column=column) for one in listed]
    return [*(replace(one, page=1) for one in cover()), *found] if cover_page else found


def columns_broken_at_the_page() -> list[Block]:
    """As columns; a paragraph in each column goes on at the head of the next page."""
    found: list[Block] = []
    for one in columns(cover_page=False):
        text = one.lines[0].text
        if one.page == 1 and text.startswith(("Отмечая", "Noting")):
            words = text.split(" ")
            place = next(n for n in range(4, len(words)) if words[n][0].islower())
            found.append(replace(one, lines=(Line(" ".join(words[:place])),)))
            found.append(replace(one, page=2, lines=(Line(" ".join(words[place:])),)))
        else:
            found.append(one)
    return sorted(
        found,
        key=lambda one: (one.page or 0, one.column or 0, one.page == 2 and one.lines[0].text[0].isupper()),
    )


def letterhead_in_two_columns() -> list[Block]:
    """A letterhead in both languages side by side, then one version after the other."""
    head = [
        ("Организация Объединенных Наций", "United Nations"),
        ("Экономический и Социальный Совет", "Economic and Social Council"),
        ("Комиссия по наркотическим средствам", "Commission on Narcotic Drugs"),
        ("Шестьдесят восьмая сессия", "Sixty-eighth session"),
    ]
    found = [
        replace(block(text), cell=Cell(0, row, column))
        for row, pair in enumerate(head)
        for column, text in enumerate(pair)
    ]
    return [*found, *(block(ours) for ours, _ in pairs()), *(block(theirs) for _, theirs in pairs())]


LAYOUTS: dict[str, Callable[[], list[Block]]] = {
    "alternating with a cover": alternating_with_cover,
    "alternating by stretches": alternating_by_stretches,
    "table": lambda: table(cover_page=False),
    "table with a cover": table,
    "table with English on the left": lambda: table(english_first=True),
    "table with a head": lambda: table(head=True),
    "table with numbers": table_with_numbers,
    "table of one row": one_row,
    "slashes": lambda: slashes(cover_page=False),
    "slashes with a cover": slashes,
    "slashes in headings": slashes_in_headings,
    "line breaks": lambda: line_breaks(cover_page=False),
    "line breaks with a cover": line_breaks,
    "columns": lambda: columns(cover_page=False),
    "columns with a cover": columns,
    "columns with English on the left": lambda: columns(english_left=True),
    "columns broken at the page": columns_broken_at_the_page,
    "letterhead in two columns": letterhead_in_two_columns,
}
