"""The straight lines drawn on a page, put together from the pieces in the file.

What they frame is in `pdf.grids`, what stands between them in `pdf.aligned`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefer.core.values import dataclass

# In points. Word draws a border as a thin filled rectangle for each cell, others as strokes.
THICKEST = 2.5
SHORTEST = 8.0
APART = 1.5
GAP = 3.0
# A page with more lines is a drawing.
MOST = 4000
_VECTOR = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line at height or place `at` from `start` to `end`, in points.

    `breaks` are the places where pieces of it meet: in a table mostly the edges of columns.
    """

    at: float
    start: float
    end: float
    breaks: tuple[float, ...] = ()

    @property
    def length(self) -> float:
        return self.end - self.start

    def covers(self, place: float, slack: float = 2.0) -> bool:
        """Whether the line passes `place`."""
        return self.start - slack <= place <= self.end + slack


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page: across from the top down, and upright from left to right."""

    across: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


NO_RULES = Rules()
Piece = tuple[float, float, float]


def rules_of(layout: Mapping[str, Any]) -> Rules:
    """The lines in what PyMuPDF calls a page's "dict", if it was asked for vectors."""
    across: list[Piece] = []
    upright: list[Piece] = []
    for block in layout["blocks"]:
        if block["type"] != _VECTOR:
            continue
        left, top, right, bottom = block["bbox"]
        if bottom - top <= THICKEST:
            across.append(((top + bottom) / 2, left, right))
        elif right - left <= THICKEST:
            upright.append(((left + right) / 2, top, bottom))
        elif block.get("stroked") and block.get("isrect"):
            across += [(top, left, right), (bottom, left, right)]
            upright += [(left, top, bottom), (right, top, bottom)]
        if len(across) + len(upright) > MOST:
            return NO_RULES
    return Rules(tuple(_joined(across)), tuple(_joined(upright)))


def _joined(pieces: Iterable[Piece]) -> list[Rule]:
    found: list[Rule] = []
    for level in _levels(sorted(pieces)):
        at = sum(piece[0] for piece in level) / len(level)
        ordered = sorted((start, end) for _, start, end in level)
        begin, reach, breaks = ordered[0][0], ordered[0][1], list[float]()
        for start, end in ordered[1:]:
            if start > reach + GAP:
                found.append(Rule(at, begin, reach, tuple(breaks)))
                begin, reach, breaks = start, end, []
                continue
            if start > reach - GAP and min(end - start, reach - begin) > SHORTEST:
                breaks.append((start + reach) / 2)
            reach = max(reach, end)
        found.append(Rule(at, begin, reach, tuple(breaks)))
    return [rule for rule in found if rule.length >= SHORTEST]


def _levels(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces at the same height together, though a double line may be drawn as two."""
    levels: list[list[Piece]] = []
    for piece in pieces:
        if levels and piece[0] - levels[-1][0][0] < APART:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return levels
