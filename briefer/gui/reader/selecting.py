"""The reader's selection: in one pane, or in both when they belong to the same pair."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefer.core.anchoring import span_targets
from briefer.core.annotation import Target
from briefer.core.document import Document
from briefer.gui.reader.spread import Spread


class Selection(QObject):
    """What is selected, as targets. A selection opposite is kept while it shares a row."""

    changed = Signal(object)  # tuple[Target, ...]

    def __init__(self, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._spread = spread
        self._document: Document | None = None
        self._told: tuple[Target, ...] = ()
        self._clearing = False
        for side, pane in enumerate(spread.panes):
            pane.selectionChanged.connect(lambda side=side: self._selected(side))
            pane.caret_moved.connect(lambda _index, side=side: self._selected(side))

    def set_document(self, document: Document | None) -> None:
        self._document = document
        self._tell()

    def targets(self) -> tuple[Target, ...]:
        """One target a paragraph, the left side first."""
        rows, document = self._spread.rows, self._document
        if rows is None or document is None:
            return ()
        found: list[Target] = []
        for version, pane in zip(rows.versions, self._spread.panes, strict=False):
            found += span_targets(document, version.language, pane.selected_spans())
        return tuple(found)

    def _selected(self, side: int) -> None:
        rows = self._spread.rows
        if rows is None or self._document is None or self._clearing:
            return
        if len(rows.versions) > 1 and not self._touched(side) & self._touched(1 - side):
            self._clearing = True
            self._spread.panes[1 - side].clear_selection()
            self._clearing = False
        self._tell()

    def _touched(self, side: int) -> set[int]:
        rows, pane = self._spread.rows, self._spread.panes[side]
        if rows is None or not rows.versions[side].paragraphs:
            return set()
        first, last = pane.selected_range()
        return {rows.row_of(side, index) for index in range(first, last + 1)}

    def _tell(self) -> None:
        targets = self.targets()
        if targets != self._told:
            self._told = targets
            self.changed.emit(targets)
