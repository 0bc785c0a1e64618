"""Where in which table of a word-processor file a paragraph stands."""

from __future__ import annotations

from dataclasses import replace

from briefer.core.structure.lines import Block, Cell
from briefer.core.values import dataclass
from briefer.formats.markup import Node
from briefer.formats.word.parts import flag, value

MOST_COLUMNS = 500


@dataclass
class _Table:
    number: int
    start: int
    row: int = -1
    column: int = 0
    span: int = 0
    head: bool = False
    arranges: bool = False


class Tables:
    """Keeps count of tables, rows and columns while a reader goes through them."""

    def __init__(self) -> None:
        self._count = 0
        self._open: list[_Table] = []

    @property
    def inside(self) -> bool:
        return bool(self._open)

    @property
    def cell(self) -> Cell | None:
        """The cell that is being read."""
        if not self._open:
            return None
        table = self._open[-1]
        return Cell(table.number, max(table.row, 0), table.column, table.head)

    def open(self, start: int) -> None:
        """Begin a table at block `start`; one with a table inside only arranges the page."""
        for outer in self._open:
            outer.arranges = True
        self._open.append(_Table(self._count, start))
        self._count += 1

    def row(self, properties: Node | None) -> None:
        table = self._open[-1]
        table.row += 1
        table.column, table.head = 0, bool(flag(properties, "tblHeader"))
        table.span = _whole(value(properties, "gridBefore"))

    def next_cell(self, properties: Node | None) -> None:
        """Begin a cell, which stands behind the columns that the one before it takes."""
        table = self._open[-1]
        table.column = min(table.column + table.span, MOST_COLUMNS)
        table.span = max(1, _whole(value(properties, "gridSpan")))

    def close(self, blocks: list[Block]) -> None:
        """End a table; `blocks` are all that were read so far."""
        table = self._open.pop()
        if not table.arranges:
            return
        for place in range(table.start, len(blocks)):
            cell = blocks[place].cell
            if cell is not None and cell.table == table.number:
                blocks[place] = replace(blocks[place], cell=None)


def _whole(text: str | None) -> int:
    return min(int(text), MOST_COLUMNS) if text and text.isdecimal() else 0
