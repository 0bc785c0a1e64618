"""The tables of RTF, which are told by nothing but paragraphs that say that they are in one."""

from __future__ import annotations

from briefer.formats.flow import Flow
from briefer.formats.grid import Grid


class RtfTables:
    """Opens and closes tables, rows and cells as paragraphs, cells and rows end."""

    def __init__(self, flow: Flow) -> None:
        self._grid = Grid(flow)
        self._cells: list[bool] = []  # for each open table, whether a cell is open
        self._rows: list[bool] = []  # and whether a row is

    def paragraph(self, depth: int, *, head: bool = False) -> None:
        """A paragraph is about to end at `depth` (0: outside tables); be in its cell."""
        while len(self._cells) > depth:
            self._close()
        while len(self._cells) < depth:
            if self._cells:
                self._begin(head=False)
            self._grid.open()
            self._cells.append(False)
            self._rows.append(False)
        if depth:
            self._begin(head=head)

    def cell(self) -> None:
        """The innermost cell has ended."""
        if self._cells:
            self._grid.close_cell()
            self._cells[-1] = False

    def row(self, depth: int) -> None:
        """The row of the table at `depth` has ended, and so have the tables inside it."""
        while len(self._cells) > max(depth, 1):
            self._close()
        if self._cells:
            self.cell()
            self._rows[-1] = False

    def finish(self) -> None:
        while self._cells:
            self._close()

    def _begin(self, *, head: bool) -> None:
        if not self._rows[-1]:
            self._grid.row(head=head)
            self._rows[-1] = True
        if not self._cells[-1]:
            self._grid.cell()
            self._cells[-1] = True

    def _close(self) -> None:
        self._grid.close()
        self._cells.pop()
        self._rows.pop()
