"""From blocks of lines to paragraphs: which lines are one, and what becomes of line ends.

What a line break meant is told in `breaks`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from briefer.core.document import Box
from briefer.core.structure.breaks import paragraphs_in, wrap_width
from briefer.core.structure.joining import compounds, joined, tidy
from briefer.core.structure.lines import Anchor, Block, Line
from briefer.core.structure.placed import Placed
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph before it is known what it is.

    `heading`, `furniture` and `links` as in `Block`, `side`, `cell` and `contents` as in `Placed`.
    """

    text: str
    strong: bool = False
    heading: int | None = None
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    furniture: bool = False
    side: int | None = None
    cell: bool = False
    contents: bool = False
    links: tuple[Anchor, ...] = ()


def pieces(blocks: Sequence[Block]) -> list[Piece]:
    """The paragraphs of a text in order; soft hyphens and needless spaces are gone."""
    return pieces_of([Placed(block) for block in blocks])


def pieces_of(placed: Sequence[Placed]) -> list[Piece]:
    """As `pieces`, of blocks of which something is known by their places."""
    blocks = [found.block for found in placed]
    width = wrap_width([found.block for found in placed if not found.contents])
    known = compounds(line.text for block in blocks for line in block.lines)
    result: list[Piece] = []
    for found in placed:
        lines = [replace(line, text=tidy(line.text)) for line in found.block.lines]
        lines = [line for line in lines if line.text]
        groups = [[line] for line in lines] if found.contents else paragraphs_in(lines, width)
        result += [_piece(found, group, known) for group in groups]
    return [piece for piece in result if piece.text]


def _piece(placed: Placed, lines: Sequence[Line], known: Collection[str]) -> Piece:
    block = placed.block
    boxes = _around(lines) or block.boxes
    text = tidy(joined([line.text for line in lines], known))
    return Piece(
        text=text,
        strong=all(line.strong for line in lines),
        heading=block.heading,
        page=boxes[0].page if boxes else block.page,
        boxes=boxes,
        furniture=block.furniture,
        side=placed.side,
        cell=placed.cell,
        contents=placed.contents,
        links=block.links,
    )


def _around(lines: Sequence[Line]) -> tuple[Box, ...]:
    """One rectangle around the lines on each page, a second one where they start again higher up."""
    boxes: list[Box] = []
    for box in (line.box for line in lines if line.box is not None):
        last = boxes[-1] if boxes else None
        if last is None or last.page != box.page or box.top < last.top:
            boxes.append(box)
        else:
            boxes[-1] = Box(
                box.page,
                min(last.left, box.left),
                last.top,
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
    return tuple(boxes)
