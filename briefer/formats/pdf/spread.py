"""Tables over page ends: one table of several pages, rows that go on, heads that are repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefer.core.structure.lines import Cell
from briefer.formats.pdf.cells import is_value
from briefer.formats.pdf.margins import fits_after
from briefer.formats.pdf.printed import Printed
from briefer.formats.pdf.stretches import Stretch, begins_item
from briefer.formats.pdf.tables import PrintedCell, PrintedTable

SAME_EDGE = 15.0
SMALLER = 0.93
LEAST_FULL = 0.75
MOST_HEADS = 3
_LABEL = re.compile(r"\(?(?:[IVXLC]+|[^\W\d_]|\d+)[.)]\s")
_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*\*{0,4}$")
Row = list[PrintedCell]


class Spread:
    """The tables of a file, page after page."""

    def __init__(self) -> None:
        self._number = -1
        self._row = -1
        self._columns: tuple[float, ...] = ()
        self._heads: list[list[str]] = []
        self._begun: list[Stretch] = []
        self._last: dict[int, tuple[Stretch, float]] = {}
        self._open = False

    def page_ends(self, *, open_table: bool) -> None:
        """Tell that a page is done; the table at its end may go on if it is `open_table`."""
        self._open = open_table

    def stretches(self, table: PrintedTable, page: int, *, first: bool) -> list[Stretch]:
        """The paragraphs of the cells of a table; `first` if nothing stands above it on its page."""
        rows = [list(row) for _, row in groupby(table.cells, key=lambda cell: cell.row)]
        found: list[Stretch] = []
        if first and self._open and (columns := self._placed(table)) is not None:
            while rows and len(rows) > 1 and _texts(rows[0]) in self._heads:
                self._mark_head(self._heads.index(_texts(rows[0])))
                found += [_furniture(lines, page) for cell in rows.pop(0) for lines in cell.paragraphs]
            if rows and self._goes_on(rows[0], columns):
                found += self._added(rows.pop(0), columns, page)
        else:
            self._number, self._row, self._columns = self._number + 1, -1, table.columns
            self._heads = [_texts(row) for row in rows[:MOST_HEADS]]
            self._begun = []
            columns = list(range(len(table.columns)))
        self._open = False
        heads = _head_rows(rows, table) if self._row < 0 else 0
        for place, row in enumerate(rows):
            self._row += 1
            self._last = {}
            for cell in row:
                at = Cell(self._number, self._row, columns[cell.column], place < heads)
                found += self._in_cell(cell, at, page)
        if not self._begun:
            self._begun = [stretch for stretch in found if not stretch.furniture]
        return found

    def _mark_head(self, row: int) -> None:
        """Mark the first rows up to `row`, which are repeated on another page, as the head."""
        for stretch in self._begun:
            if stretch.cell is not None and stretch.cell.row <= row:
                stretch.cell = replace(stretch.cell, head=True)

    def _placed(self, table: PrintedTable) -> list[int] | None:
        """Which column of the table before each column is; None if it is another table."""
        places = []
        for edge in table.columns:
            nearest = min(range(len(self._columns)), key=lambda at: abs(self._columns[at] - edge))
            if abs(self._columns[nearest] - edge) > SAME_EDGE:
                return None
            places.append(nearest)
        return places if len(set(places)) == len(places) else None

    def _goes_on(self, row: Row, columns: Sequence[int]) -> bool:
        """Whether a row at a page's head is the rest of the last one before."""
        lasts = [self._last.get(columns[cell.column]) for cell in row]
        if any(last is None for last in lasts):
            return False
        if 0 in self._last and columns[row[0].column] != 0:
            return True
        return all(last and _runs_on(last[0], cell, last[1]) for last, cell in zip(lasts, row, strict=True))

    def _added(self, row: Row, columns: Sequence[int], page: int) -> list[Stretch]:
        found: list[Stretch] = []
        for cell in row:
            last, right = self._last[columns[cell.column]]
            rest = list(cell.paragraphs)
            if _runs_on(last, cell, right):
                lines = rest.pop(0)
                last.go_on(lines, _filled(lines))
            if rest and last.cell is not None:
                more = PrintedCell(cell.row, cell.column, tuple(rest), cell.right)
                found += self._in_cell(more, last.cell, page)
        return found

    def _in_cell(self, cell: PrintedCell, at: Cell, page: int) -> Iterator[Stretch]:
        for lines in cell.paragraphs:
            stretch = Stretch(list(lines), _filled(lines), page, cell=at)
            self._last[at.column] = stretch, cell.right
            yield stretch


def _runs_on(last: Stretch, cell: PrintedCell, right: float) -> bool:
    end, start = last.lines[-1], cell.paragraphs[0][0]
    if start.box.page - end.box.page != 1 or _ENDED.search(end.text) or _LABEL.match(start.text):
        return False
    if begins_item(end, start) or is_value(start.text) or start.strong != end.strong:
        return False
    if start.text.lstrip("–— ")[:1].islower():
        return True
    if len(last.lines) < 2 or end.text.endswith(","):
        return False
    long = end.width > LEAST_FULL * max(line.width for line in last.lines)
    return not fits_after(end, start, right) or (long and end.text[-1:].isalpha())


def _filled(lines: Sequence[Printed]) -> list[bool]:
    return [True] * (len(lines) - 1) + [False]


def _texts(row: Row) -> list[str]:
    return [line.text for line in _lines(row)]


def _furniture(lines: Sequence[Printed], page: int) -> Stretch:
    return Stretch(list(lines), _filled(lines), page, furniture=True)


def _head_rows(rows: Sequence[Row], table: PrintedTable) -> int:
    """How many rows are the table's head: in smaller type, or bold where most rows are not."""
    small = 0
    while small < len(rows) - 1 and all(line.size < SMALLER * table.size for line in _lines(rows[small])):
        small += 1
    bold = [all(line.strong for line in _lines(row)) for row in rows]
    if small or sum(bold) * 2 > len(rows):
        return small
    count = 0
    while count < min(MOST_HEADS, len(rows) - 1) and bold[count] and len(rows[count]) > 1:
        count += 1
    return count


def _lines(row: Row) -> list[Printed]:
    return [line for cell in row for lines in cell.paragraphs for line in lines]
