"""Joins the find bar, the hits in the document and the panes that show them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefer.gui.offsets import Offsets
from briefer.gui.reader.findbar import FindBar
from briefer.gui.reader.hits import Hits
from briefer.gui.reader.marks import hit_marks
from briefer.gui.reader.spread import Spread


class Searching(QObject):
    """Find in the open document. Hits stay marked as long as the bar is open."""

    came_to = Signal(int, int, int)  # side, paragraph index and Qt's offset of the hit gone to

    def __init__(self, bar: FindBar, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._spread = spread
        self._hits: Hits | None = None
        self._number = 0
        self._from = 0
        bar.needle_changed.connect(self._search)
        bar.next_requested.connect(lambda: self.step(1))
        bar.previous_requested.connect(lambda: self.step(-1))
        bar.closed.connect(self._closed)

    def document_changed(self, row: int = 0) -> None:
        """Other rows are shown: what is in an open bar is searched for again, from `row` on."""
        self._hits = Hits(self._spread.rows) if self._spread.rows else None
        self._from = row
        if not self._bar.isHidden():
            self._search(self._bar.field.text(), go=False)

    def open(self, row: int, needle: str) -> None:
        """Open the bar; hits count from `row` on."""
        self._from = row
        was = self._bar.field.text()
        self._bar.open_bar(needle)
        if not needle or needle == was:
            self._search(self._bar.field.text())

    def step(self, by: int) -> None:
        """Go to the next or previous hit, round the end if need be."""
        if self._bar.isHidden():
            self.open(self._from, "")
        elif self._hits is not None and self._hits.total:
            self._number = (self._number + by) % self._hits.total
            self._show(go=True)

    def close(self) -> None:
        self._bar.close_bar()

    def _search(self, needle: str, *, go: bool = True) -> None:
        self._unmark()
        if self._hits is None or not needle:
            self._bar.clear_progress()
            return
        if not self._hits.search(needle):
            self._bar.show_progress(0, 0)
            return
        self._number = self._hits.first_from(self._from)
        for side, _version in enumerate(self._spread.rows.versions if self._spread.rows else ()):
            self._spread.panes[side].underlay.hits = self._hits.marks(side)
        self._show(go=go)

    def _show(self, *, go: bool) -> None:
        rows, hits = self._spread.rows, self._hits
        if rows is None or hits is None:
            return
        found = hits.hit(self._number)
        version = rows.versions[found.side]
        mark = hit_marks(version, [(found.index, found.span)])[found.index][0]
        for side, pane in enumerate(self._spread.panes):
            pane.underlay.hit = (found.index, mark) if side == found.side else None
            pane.viewport().update()
        self._bar.show_progress(self._number + 1, hits.total)
        if go:
            offset = Offsets(version.paragraphs[found.index].text).to_qt(found.span.start)
            self.came_to.emit(found.side, found.index, offset)

    def _unmark(self) -> None:
        for pane in self._spread.panes:
            pane.underlay.hits, pane.underlay.hit = {}, None
            pane.viewport().update()

    def _closed(self) -> None:
        self._unmark()
        self._spread.panes[self._spread.active].setFocus()
