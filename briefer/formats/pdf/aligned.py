"""Tables without a frame: told by gaps that run down through lines, and by lines that begin level.

Lines across the page, where there are some, part rows; they are not needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefer.formats.pdf.cells import is_value
from briefer.formats.pdf.fragments import LEADER
from briefer.formats.pdf.level import Row
from briefer.formats.pdf.lines import is_mark_alone, joined, rows_of
from briefer.formats.pdf.printed import Printed
from briefer.formats.pdf.regions import LEAST_RULED_ROWS, NARROWEST, Gap, Region
from briefer.formats.pdf.rules import Rule
from briefer.formats.pdf.tables import PrintedTable

# In multiples of the type's size.
WIDEST_SPACE = 0.6
NARROWEST_SPACE = 0.3
WIDEST_TAB = 5.0
FARTHEST = 4.0
# Dots that lead to a page number end just before it, unless it is in a cell of its own.
FARTHEST_PAGE = 1.5


def aligned_tables(
    fragments: Sequence[Printed], rules: Sequence[Rule], expected: Sequence[float] = ()
) -> list[tuple[PrintedTable, list[Printed]]]:
    """The tables among `fragments`, each with the fragments in it.

    `rules` are the lines across the page; `expected` the left edges of the columns of a table that
    may go on at the head of the page.
    """
    heights = rows_of([fragment for fragment in fragments if fragment.upright])
    rows = [joined([part for fragment in row for part in _values(fragment)], _near) for row in heights]
    found: list[tuple[PrintedTable, list[Printed]]] = []
    place = 0
    while place < len(rows):
        end = _end(rows, place)
        if end - place < LEAST_RULED_ROWS:
            place += 1
            continue
        start = _with_heads(rows, place, end, rules)
        region = Region(rows[start:end], rules)
        table = region.table(expected if start == 0 else ())
        if table is not None:
            found.append((table, [fragment for row in heights[start:end] for fragment in row]))
        place = end
    return found


def _values(fragment: Printed) -> list[Printed]:
    """Values that the file sets in one with wide spaces between them, each by itself; places are reckoned."""
    parts = list(re.finditer(r"\S+(?:\s\S+)*", fragment.text)) if "  " in fragment.text else []
    if len(parts) < 2 or not all(is_value(part.group()) for part in parts):
        return [fragment]
    width, left = fragment.width / len(fragment.text), fragment.box.left
    return [
        replace(
            fragment,
            text=part.group(),
            box=replace(
                fragment.box,
                left=round(left + width * part.start(), 1),
                right=round(left + width * part.end(), 1),
            ),
        )
        for part in parts
    ]


def _near(line: Printed, fragment: Printed) -> bool:
    gap, size = fragment.box.left - line.box.right, max(line.size, fragment.size)
    if line.text.endswith(LEADER):
        return gap < FARTHEST_PAGE * size
    label = is_mark_alone(line.text) and line.text.endswith((".", ")", "•"))
    if is_value(line.text) and is_value(fragment.text):
        return gap < NARROWEST_SPACE * size
    return gap < (WIDEST_TAB if label else WIDEST_SPACE) * size


def _end(rows: Sequence[Row], start: int) -> int:
    """Where the rows end through which a gap of the first one runs down."""
    gaps = _gaps(rows[start])
    last = start
    for place in range(start + 1, len(rows)) if gaps else ():
        row = rows[place]
        drop = row[0].baseline - rows[place - 1][0].baseline
        gaps = [left for gap in gaps if (left := _left_free(gap, row)) is not None]
        if not gaps or drop > FARTHEST * row[0].size or _heads_off(rows[start:place], row):
            break
        if len(row) > 1 or drop < FARTHEST / 2 * row[0].size:
            last = place
    return last + 1 if gaps or last > start else start


def _heads_off(rows: Sequence[Row], row: Row) -> bool:
    """Whether a row is a heading below the table: alone, and set out to the left or larger."""
    outside = min(row_above[0].box.left for row_above in rows) - 1.5 * row[0].size
    larger = len(rows) > 3 and row[0].size > 1.15 * max(above[0].size for above in rows)
    return len(row) == 1 and (row[0].box.left < outside or larger)


def _gaps(row: Row) -> list[Gap]:
    gaps = [(left.box.right, right.box.left) for left, right in pairwise(row)]
    return [gap for gap in gaps if gap[1] - gap[0] >= NARROWEST * row[0].size]


def _left_free(gap: Gap, row: Row) -> Gap | None:
    """What of a gap a row leaves free, None if too little."""
    for line in row:
        if line.box.left < gap[1] and line.box.right > gap[0]:
            before, after = line.box.left - gap[0], gap[1] - line.box.right
            gap = (gap[0], line.box.left) if before > after else (line.box.right, gap[1])
            if gap[1] - gap[0] < NARROWEST * line.size:
                return None
    return gap


def _with_heads(rows: Sequence[Row], start: int, end: int, rules: Sequence[Rule]) -> int:
    """The start moved up to the rule above the heads of columns, if there is one."""
    left = min(line.box.left for row in rows[start:end] for line in row)
    right = max(line.box.right for row in rows[start:end] for line in row)
    place = start
    while place > 0 and start - place < 3:
        row, below = rows[place - 1], rows[place]
        size = row[0].size
        if any(
            row[0].baseline < rule.at < below[0].baseline and rule.length > 0.8 * (right - left)
            for rule in rules
        ):
            break
        if below[0].baseline - row[0].baseline > 2.5 * size or row[-1].box.right > right + size:
            break
        if row[0].box.left < left - size or row[0].width > 0.6 * (right - left):
            break
        place -= 1
        top = min(line.box.top for line in row)
        for rule in rules:
            if top - 2 * size < rule.at < top + 2 and rule.length > 0.8 * (right - left):
                return place
    return start
