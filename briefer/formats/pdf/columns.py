"""Two columns of text on a page: told by the gutter between them."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from briefer.core.language import scripts
from briefer.formats.pdf.lines import rows_of
from briefer.formats.pdf.printed import Printed
from briefer.formats.pdf.tables import PrintedTable

LEAST_LINES = 8
MOST_ACROSS = 0.25
NARROWEST_COLUMN = 0.25
NARROWEST_GUTTER = 5.0
LEAST_PURITY = 0.7
Item = TypeVar("Item", Printed, Printed | PrintedTable)


def gutter_of(lines: Sequence[Printed], width: float) -> float | None:
    """The x in the middle third that most lines leave free, None if the page is in one column."""
    places = range(round(width * 0.35), round(width * 0.65), 2)
    lefts, rights = sorted(line.box.left for line in lines), sorted(line.box.right for line in lines)
    across = {x: bisect_left(lefts, x) - bisect_right(rights, x) for x in places}
    fewest = min(across.values(), default=0)
    free = [x for x in places if across[x] == fewest]
    if not free or fewest > MOST_ACROSS * len(lines):
        return None
    gutter = statistics.median(free)
    sides = [[line for line in lines if column_of(line, gutter) == side] for side in (1, 2)]
    if any(not _is_column(side, width) for side in sides):
        return None
    wide = min(line.box.left for line in sides[1]) - max(line.box.right for line in sides[0])
    beside = min(_last(side) for side in sides) > max(_first(side) for side in sides)
    return gutter if beside and wide >= NARROWEST_GUTTER else None


def fits_gutter(lines: Sequence[Printed], gutter: float, width: float) -> bool:
    """Whether a page with few lines goes on in the columns of the page before or behind."""
    columns = [column_of(line, gutter) for line in lines]
    sides = [[line for line, at in zip(lines, columns, strict=True) if at == side] for side in (1, 2)]
    held = [side for side in sides if side]
    if not held or columns.count(0) > MOST_ACROSS * len(lines):
        return False
    wide = max(line.width for side in held for line in side) > NARROWEST_COLUMN * width
    return wide and (len(held) == 2 or columns.count(0) == 0)


def column_of(item: Printed | PrintedTable, gutter: float) -> int:
    """1 left of the gutter, 2 right of it, 0 across."""
    if item.box.left < gutter < item.box.right:
        return 0
    return 1 if item.box.right <= gutter else 2


def in_reading_order(items: Sequence[Item], gutter: float) -> list[Item]:
    """What stands on a page from the top down; of two columns, the left one first.

    What goes across both columns divides them into an upper and a lower part.
    """
    placed = sorted(items, key=lambda item: item.box.top)
    ordered: list[Item] = []
    for across, group in groupby(placed, key=lambda item: column_of(item, gutter) == 0):
        part = list(group)
        ordered.extend(part if across else sorted(part, key=lambda item: column_of(item, gutter)))
    return ordered


def in_column(line: Printed, gutter: float) -> Printed:
    """`line` with the number of its column."""
    return replace(line, column=column_of(line, gutter))


def parallel(lines: Sequence[Printed]) -> bool:
    """Whether the lines of two columns are in two languages, one in each."""
    texts = {side: " ".join(line.text for line in lines if line.column == side) for side in (1, 2)}
    shares = []
    for side in (1, 2):
        found = scripts(texts[side])
        shares.append(found.cyrillic / found.total if found.total else 0.5)
    return min(shares) < 1 - LEAST_PURITY and max(shares) > LEAST_PURITY


def _is_column(fragments: Sequence[Printed], width: float) -> bool:
    """Whether what stands on one side makes lines that are wide and many enough."""
    rows = rows_of(fragments)
    wide = len(rows) >= LEAST_LINES and statistics.median(row[-1].box.right - row[0].box.left for row in rows)
    return bool(wide) and wide > NARROWEST_COLUMN * width


def _first(lines: Sequence[Printed]) -> float:
    return min(line.baseline for line in lines)


def _last(lines: Sequence[Printed]) -> float:
    return max(line.baseline for line in lines)
