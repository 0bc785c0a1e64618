"""Pages whose text runs up, down or head over: read as if the page had been turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from briefer.core.document import Box

Sides = tuple[float, float, float, float]


def turn_of(layout: Mapping[str, Any]) -> int:
    """By how many quarters clockwise to turn a page so that most of its text is upright."""
    letters: Counter[int] = Counter()
    for block in layout["blocks"]:
        for line in block.get("lines", ()):
            letters[quarters(line["dir"])] += sum(len(span["text"].strip()) for span in line["spans"])
    return max(letters, key=lambda turn: (letters[turn], turn == 0)) if letters else 0


def quarters(direction: tuple[float, float]) -> int:
    """By how many quarters clockwise a line of this direction is to be turned to run right."""
    x, y = direction
    if abs(x) >= abs(y):
        return 0 if x >= 0 else 2
    return 1 if y < 0 else 3


def turned(layout: dict[str, Any], turn: int, width: float, height: float) -> dict[str, Any]:
    """The layout of the page after `turn` quarters clockwise; sizes are those before."""
    if not turn:
        return layout
    return {**layout, "blocks": [_block(block, turn, width, height) for block in layout["blocks"]]}


def _block(block: Mapping[str, Any], turn: int, width: float, height: float) -> dict[str, Any]:
    found = {**block, "bbox": _sides(block["bbox"], turn, width, height)}
    if "lines" in block:
        found["lines"] = [_line(line, turn, width, height) for line in block["lines"]]
    return found


def _line(line: Mapping[str, Any], turn: int, width: float, height: float) -> dict[str, Any]:
    spans = [
        {
            **span,
            "bbox": _sides(span["bbox"], turn, width, height),
            "origin": _point(span["origin"], turn, width, height),
        }
        for span in line["spans"]
    ]
    sides = _sides(line["bbox"], turn, width, height)
    return {**line, "spans": spans, "bbox": sides, "dir": _turned_direction(line["dir"], turn)}


def _turned_direction(direction: tuple[float, float], turn: int) -> tuple[float, float]:
    return _point(direction, turn, 0, 0)


def turned_back(box: Box, turn: int, width: float, height: float) -> Box:
    """A rectangle on the turned page as it is on the page of `width` and `height` points."""
    if not turn:
        return box
    across = (height, width) if turn % 2 else (width, height)
    sides = _sides((box.left, box.top, box.right, box.bottom), 4 - turn, *across)
    return Box(box.page, *(round(side, 1) for side in sides))


def _point(at: tuple[float, float], turn: int, width: float, height: float) -> tuple[float, float]:
    x, y = at
    if turn == 1:
        return height - y, x
    if turn == 2:
        return width - x, height - y
    return (y, width - x) if turn == 3 else (x, y)


def _sides(sides: Sides, turn: int, width: float, height: float) -> Sides:
    xs, ys = zip(
        _point(sides[:2], turn, width, height),
        _point(sides[2:], turn, width, height),
        strict=True,
    )
    return min(xs), min(ys), max(xs), max(ys)
