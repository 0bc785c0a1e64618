"""What comes back from the parsing process, and its passage through JSON.

The process parses hostile bytes, so its answer is checked as strictly as the bytes are:
whatever is not of this shape is a failure of the parser.
"""

from __future__ import annotations

import math
from typing import Any

from briefer.core.document import Box
from briefer.core.structure.lines import Anchor, Block, Cell, Line
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text of a file as blocks; the rest is what `Source` tells of the file."""

    format: str
    blocks: tuple[Block, ...]
    encoding: str | None = None
    pages: int | None = None
    repairs: tuple[str, ...] = ()


def to_json(parsed: Parsed) -> dict[str, Any]:
    """`parsed` as values that JSON knows."""
    return {
        "format": parsed.format,
        "encoding": parsed.encoding,
        "pages": parsed.pages,
        "repairs": list(parsed.repairs),
        "blocks": [
            {
                "lines": [_line_value(line) for line in block.lines],
                "heading": block.heading,
                "page": block.page,
                "boxes": [_box_value(box) for box in block.boxes],
                "furniture": block.furniture,
                "cell": _cell_value(block.cell) if block.cell else None,
                "column": block.column,
                "links": [[anchor.text, anchor.target] for anchor in block.links],
            }
            for block in parsed.blocks
        ],
    }


def _line_value(line: Line) -> list[Any]:
    return [line.text, line.strong, line.filled, _box_value(line.box) if line.box else None]


def _cell_value(cell: Cell) -> list[Any]:
    return [cell.table, cell.row, cell.column, cell.head]


def _box_value(box: Box) -> list[Any]:
    return [box.page, box.left, box.top, box.right, box.bottom]


def from_json(value: object) -> Parsed:
    """The inverse of `to_json`. Raises ValueError when the shape or a type is another."""
    top = _keys(value, {"format", "encoding", "pages", "repairs", "blocks"})
    return Parsed(
        format=_text(top["format"]),
        blocks=tuple(_block(block) for block in _list(top["blocks"])),
        encoding=None if top["encoding"] is None else _text(top["encoding"]),
        pages=_count(top["pages"]),
        repairs=tuple(_text(repair) for repair in _list(top["repairs"])),
    )


def _block(value: object) -> Block:
    block = _keys(value, {"lines", "heading", "page", "boxes", "furniture", "cell", "column", "links"})
    return Block(
        lines=tuple(_line(line) for line in _list(block["lines"])),
        heading=_count(block["heading"]),
        page=_count(block["page"]),
        boxes=tuple(_box(box) for box in _list(block["boxes"])),
        furniture=_flag(block["furniture"]),
        cell=None if block["cell"] is None else _cell(block["cell"]),
        column=_count(block["column"]),
        links=tuple(_anchor(link) for link in _list(block["links"])),
    )


def _cell(value: object) -> Cell:
    *places, head = _list(value, 4)
    table, row, column = (_count(place) for place in places)
    if table is None or row is None or column is None:
        raise ValueError("a cell without its place")
    return Cell(table, row, column, _flag(head))


def _anchor(value: object) -> Anchor:
    text, target = _list(value, 2)
    return Anchor(_text(text), _text(target))


def _line(value: object) -> Line:
    text, strong, filled, box = _list(value, 4)
    return Line(
        _text(text),
        _flag(strong),
        None if filled is None else _flag(filled),
        None if box is None else _box(box),
    )


def _box(value: object) -> Box:
    page, *sides = _list(value, 5)
    number = _count(page)
    numbers = [float(side) for side in sides if isinstance(side, int | float)]
    if number is None or len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        raise ValueError("a box is not a page and four numbers")
    return Box(number, *numbers)


def _keys(value: object, names: set[str]) -> dict[str, object]:
    if not isinstance(value, dict) or set(value) != names:
        raise ValueError(f"not an object of {sorted(names)}")
    return value


def _list(value: object, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise ValueError("not a list of the right length")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    value.encode("utf-8")  # a lone surrogate would break whatever is written later
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("not a boolean")
    return value


def _count(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("not a count")
    return value
