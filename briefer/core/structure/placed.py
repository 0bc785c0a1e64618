"""A block with what its place in a table or in a column tells of it."""

from __future__ import annotations

from briefer.core.structure.lines import Block
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """`side` is 0 or 1 where the place says which of two languages the block is in.

    `cell` is true in tables of data, `contents` in tables of contents.
    """

    block: Block
    side: int | None = None
    cell: bool = False
    contents: bool = False


def text_of(block: Block) -> str:
    """The lines of a block with spaces between them."""
    return " ".join(line.text for line in block.lines)
