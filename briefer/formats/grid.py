"""Where in which table the text stands: rows, columns, and cells that reach over several.

Tables that only arrange a page are no tables; what stands in them is ordinary text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import field, replace

from briefer.core.language import scripts
from briefer.core.structure.lines import Block, Cell
from briefer.core.values import dataclass
from briefer.formats.flow import Flow

MOST_COLUMNS = 500
# Letters that a column needs to be in a language.
LEAST_LETTERS = 20


@dataclass(slots=True)
class _Table:
    number: int
    start: int
    layout: bool
    row: int = -1
    column: int = 0
    head: bool = False
    cell: Cell | None = None
    reaching: dict[int, int] = field(default_factory=dict)  # column -> rows that are still covered


class Grid:
    """Sets the cell of `flow` while a reader walks through tables, one inside another or not."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._count = 0
        self._open: list[_Table] = []

    @property
    def inside(self) -> bool:
        return bool(self._open)

    def open(self, *, layout: bool = False) -> None:
        """Begin a table; `layout` when the file says that it only arranges the page."""
        for outer in self._open:
            outer.layout = True
        self._open.append(_Table(self._count, len(self._flow.blocks), layout))
        self._count += 1
        self._flow.cell = None

    def row(self, *, head: bool = False) -> None:
        table = self._open[-1]
        unpassed = {column: left - (column >= table.column) for column, left in table.reaching.items()}
        table.reaching = {column: left for column, left in unpassed.items() if left > 0}
        table.row, table.column, table.head = table.row + 1, 0, head
        self._set(None)

    def cell(self, across: int = 1, down: int = 1) -> None:
        """Begin a cell that is `across` columns wide and `down` rows high."""
        table = self._open[-1]
        if table.row < 0:
            self.row()
        while table.reaching.get(table.column, 0) > 0:
            table.reaching[table.column] -= 1
            table.column += 1
        self._set(Cell(table.number, table.row, min(table.column, MOST_COLUMNS), table.head))
        for _ in range(max(1, min(across, MOST_COLUMNS - table.column))):
            if down > 1:
                table.reaching[table.column] = down - 1
            table.column += 1

    def close_cell(self) -> None:
        self._set(None)

    def close(self) -> None:
        """End the innermost table."""
        table = self._open.pop()
        blocks = self._flow.blocks
        own = [
            place
            for place in range(table.start, len(blocks))
            if (cell := blocks[place].cell) is not None and cell.table == table.number
        ]
        if _arranges(table, [blocks[place] for place in own]):
            for place in own:
                blocks[place] = replace(blocks[place], cell=None)
        self._flow.cell = self._open[-1].cell if self._open else None

    def _set(self, cell: Cell | None) -> None:
        self._open[-1].cell = self._flow.cell = cell


def _arranges(table: _Table, blocks: list[Block]) -> bool:
    """Whether a table has no part in what the text says."""
    rows: defaultdict[int, list[str]] = defaultdict(list)
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for block in blocks:
        if block.cell is not None:
            text = " ".join(line.text for line in block.lines)
            rows[block.cell.row].append(text)
            columns[block.cell.column].append(text)
    if len(columns) < 2:
        return True
    return (table.layout or len(rows) < 2) and not _in_two_scripts(columns.values())


def _in_two_scripts(columns: Iterable[list[str]]) -> bool:
    found = [scripts(" ".join(texts)) for texts in columns]
    telling = [letters for letters in found if letters.total >= LEAST_LETTERS]
    return len({letters.cyrillic > letters.latin for letters in telling}) == 2
