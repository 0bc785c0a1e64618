"""The session document laid out as word processors and web pages do, before it is in any format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefer.core.structure.paragraphs import pieces
from briefer.formats.text import read_text
from tests.specimens import TRANSLATION_BEGINS, english_first, session_text, taking_turns

_NUMBER = re.compile(r"(\d+)\. ")


@dataclass(frozen=True)
class Text:
    """A paragraph; `number` is one that the format itself is to put before it, 1 begins a list."""

    lines: tuple[str, ...]
    strong: bool = False
    number: int | None = None


@dataclass(frozen=True)
class Table:
    """Rows of cells of paragraphs."""

    rows: tuple[tuple[tuple[Text, ...], ...], ...]


Sheet = list[Text | Table]


def in_paragraphs(text: str) -> Sheet:
    return [Text((piece.text,), piece.strong) for piece in pieces(read_text(text.encode(), "text").blocks)]


def in_line_breaks() -> Sheet:
    blocks = read_text(session_text().encode(), "text").blocks
    return [
        Text(tuple(line.text for line in block.lines), all(line.strong for line in block.lines))
        for block in blocks
    ]


def numbered(sheet: Sheet) -> Sheet:
    return [_numbered(item) if isinstance(item, Text) else item for item in sheet]


def _numbered(item: Text) -> Text:
    found = _NUMBER.match(item.lines[0])
    return Text((item.lines[0][found.end() :],), item.strong, int(found[1])) if found else item


def in_pairs() -> list[tuple[str, str]]:
    rows = taking_turns().split("\n\n")
    return list(zip(rows[::2], rows[1::2], strict=True))


def in_table() -> Sheet:
    return [Table(tuple(((Text((ours,)),), (Text((theirs,)),)) for ours, theirs in in_pairs()))]


def in_table_with_numbers() -> Sheet:
    rows = []
    for ours, theirs in in_pairs():
        found = _NUMBER.match(ours)
        label = (Text((found[0].strip(),)),) if found else ()
        rows.append((label, *((Text((_NUMBER.sub("", text, count=1),)),) for text in (ours, theirs))))
    return [Table(tuple(rows))]


def in_one_row() -> Sheet:
    versions = session_text().split(TRANSLATION_BEGINS)
    cells = [tuple(item for item in in_paragraphs(text) if isinstance(item, Text)) for text in versions]
    return [Table((tuple(cells),))]


def in_turns() -> Sheet:
    return [Text((text,)) for pair in in_pairs() for text in pair]


def in_lines_of_pairs() -> Sheet:
    return [Text(pair) for pair in in_pairs()]


SHEETS: dict[str, Callable[[], Sheet]] = {
    "as paragraphs": lambda: in_paragraphs(session_text()),
    "English first": lambda: in_paragraphs(english_first()),
    "with line breaks": in_line_breaks,
    "with automatic numbers": lambda: numbered(in_paragraphs(session_text())),
    "taking turns": in_turns,
    "pairs in one paragraph": in_lines_of_pairs,
    "as a table of pairs": in_table,
    "as a table with numbers": in_table_with_numbers,
    "as a table of versions": in_one_row,
}
