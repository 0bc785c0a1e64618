"""Scrolling by itself while something is dragged past the edge of the text."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollBar

EDGE = 24  # pixels from the upper or lower end in which it begins
PAUSE = 30  # milliseconds
FASTEST = 40  # pixels at a time


class Drift(QObject):
    """Moves a bar as long as the pointer leans on an end; `drifted` tells that it did."""

    drifted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bar: QScrollBar | None = None
        self._by = 0
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._go)

    @property
    def on(self) -> bool:
        return self._timer.isActive()

    def lean(self, y: float, height: int, bar: QScrollBar) -> None:
        """The pointer is at this height of what is `height` pixels high and scrolled by `bar`."""
        self._bar = bar
        beyond = min(0.0, y - EDGE) + max(0.0, y - (height - EDGE))
        self._by = round(max(-FASTEST, min(FASTEST, beyond / 2)))
        if not self._by:
            self.stop()
        elif not self.on:
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _go(self) -> None:
        if self._bar is None:
            return
        before = self._bar.value()
        self._bar.setValue(before + self._by)
        if self._bar.value() == before:
            self.stop()  # at the end of the text
        else:
            self.drifted.emit()
