"""What a reader of any format hands to the structure: blocks of lines.

A block is what the format itself sets apart (blank lines in plain text, a paragraph in a
word processor); whether it is one paragraph or several is decided in `paragraphs`.
"""

from __future__ import annotations

from briefer.core.document import Box
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its markup. `strong` when all of it is set off, as in bold.

    `filled` tells whether the line ends at the right margin, where the next word had no room;
    None where the format has no geometry. `box` is where the line stands on its page.
    """

    text: str
    strong: bool = False
    filled: bool | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table; all count from 0, tables through the whole file.

    `head` is true in rows that the format marks as the table's head.
    """

    table: int
    row: int
    column: int
    head: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a block that the format links to `target`."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that the format keeps together.

    `heading` is the level (1 is the highest) when the format says that it is one. `furniture`
    is what a page carries besides its text: running heads, page numbers, document codes.
    `column` counts the text columns of a page from 0; None where the page has one.
    """

    lines: tuple[Line, ...]
    heading: int | None = None
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    furniture: bool = False
    cell: Cell | None = None
    column: int | None = None
    links: tuple[Anchor, ...] = ()
