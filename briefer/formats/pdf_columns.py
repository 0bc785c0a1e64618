"""Two columns of text on a page: told by the gutter between them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefer.formats.pdf_printed import Printed

LEAST_LINES = 8
MOST_ACROSS = 0.25
NARROWEST_COLUMN = 0.25
NARROWEST_GUTTER = 5.0


def in_reading_order(lines: Sequence[Printed], width: float) -> list[Printed]:
    """The lines of a page of `width` points; of two columns, the left one first.

    What goes across both columns divides them into an upper and a lower part.
    """
    gutter = _gutter(lines, width)
    if gutter is None:
        return list(lines)
    placed = [replace(line, column=_column(line, gutter)) for line in lines]
    ordered: list[Printed] = []
    for across, group in groupby(placed, key=lambda line: line.column == 0):
        part = list(group)
        ordered.extend(part if across else sorted(part, key=lambda line: line.column))
    return ordered


def _column(line: Printed, gutter: float) -> int:
    if line.box.left < gutter < line.box.right:
        return 0
    return 1 if line.box.right <= gutter else 2


def _gutter(lines: Sequence[Printed], width: float) -> float | None:
    """The x in the middle third that most lines leave free, None if the page is in one column."""
    places = range(round(width * 0.35), round(width * 0.65), 2)
    across = {x: sum(line.box.left < x < line.box.right for line in lines) for x in places}
    fewest = min(across.values(), default=0)
    free = [x for x in places if across[x] == fewest]
    if not free or fewest > MOST_ACROSS * len(lines):
        return None
    gutter = statistics.median(free)
    sides = [[line for line in lines if _column(line, gutter) == side] for side in (1, 2)]
    if any(not _is_column(side, width) for side in sides):
        return None
    wide = min(line.box.left for line in sides[1]) - max(line.box.right for line in sides[0])
    beside = min(side[-1].baseline for side in sides) > max(side[0].baseline for side in sides)
    return gutter if beside and wide >= NARROWEST_GUTTER else None


def _is_column(lines: Sequence[Printed], width: float) -> bool:
    wide = len(lines) >= LEAST_LINES and statistics.median(line.width for line in lines)
    return bool(wide) and wide > NARROWEST_COLUMN * width
