"""Choosing the counterpart of a passage: by a click in the other pane, or there by Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from briefer.gui.reader.current import Current
from briefer.gui.reader.place import Stand
from briefer.gui.reader.spread import Spread


class Pairing(QObject):
    """Under way from `begin` until something is chosen or given up.

    `paired` carries the paragraphs of both sides, as two tuples; `ended` tells that it is over either way.
    """

    paired = Signal(object)
    ended = Signal()

    def __init__(self, spread: Spread, current: Current, parent: QObject) -> None:
        super().__init__(parent)
        self._spread = spread
        self._current = current
        self._stand: Stand | None = None
        for side, pane in enumerate(spread.panes):
            pane.released.connect(lambda side=side: self._released(side))

    @property
    def active(self) -> bool:
        return self._stand is not None

    def begin(self, stand: Stand) -> None:
        """Let the counterpart of what is current be chosen, beginning at what stands opposite now."""
        rows = self._spread.rows
        self._forget()
        other = 1 - stand.side
        if rows is None or len(rows.versions) < 2 or not rows.versions[other].paragraphs:
            return
        number = rows.row_of(stand.side, stand.own[0])
        before = [n for n in range(number, -1, -1) if rows.paragraphs(n, other)]
        self._current.go(other, rows.paragraphs(before[0], other)[0] if before else 0)
        self._spread.panes[stand.side].underlay.chosen = stand.own
        self._spread.panes[other].setFocus()
        self._stand = stand
        for pane in self._spread.panes:
            pane.installEventFilter(self)
            pane.viewport().update()

    def give_up(self) -> None:
        if self._stand is not None:
            self._forget()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._stand is not None:
            if event.key() == Qt.Key.Key_Escape:
                self.give_up()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _released(self, side: int) -> None:
        if self._stand is not None and side != self._stand.side:
            self._choose()

    def _choose(self) -> None:
        stand = self._stand
        if stand is None:
            return
        pane = self._spread.panes[1 - stand.side]
        opposite = tuple(index for index, _, _ in pane.selected_spans()) or (pane.caret,)
        self._forget()
        self.ended.emit()
        self.paired.emit((opposite, stand.own) if stand.side else (stand.own, opposite))

    def _forget(self) -> None:
        self._stand = None
        for pane in self._spread.panes:
            pane.removeEventFilter(self)
            pane.underlay.chosen = ()
            pane.viewport().update()
