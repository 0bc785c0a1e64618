"""Two columns of text on a page: told by the gutter between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefer.formats.pdf_lines import Printed

LEAST_ROWS = 8
LEAST_SHARE = 0.6
NARROWEST_COLUMN = 0.25


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
    """The x that rows of two long lines leave free, None if the page is in one column."""
    rows = [list(row) for _, row in groupby(lines, key=lambda line: line.row)]
    pairs = [
        row for row in rows if len(row) == 2 and min(line.width for line in row) > NARROWEST_COLUMN * width
    ]
    if len(pairs) < LEAST_ROWS or len(pairs) < LEAST_SHARE * len(rows):
        return None
    left = sorted(row[0].box.right for row in pairs)
    right = sorted(row[1].box.left for row in pairs)
    edges = left[int(len(left) * 0.95)], right[int(len(right) * 0.05)]
    return sum(edges) / 2 if edges[0] < edges[1] else None
