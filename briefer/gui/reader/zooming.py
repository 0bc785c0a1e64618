"""The wheel with Ctrl over the text wants larger or smaller type, as in every reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent

from briefer.gui.reader.spread import Spread

NOTCH = 120  # of a wheel, in Qt's units


class Zooming(QObject):
    """`wanted` carries by how many steps. Qt would enlarge the font of one pane, which sets nothing."""

    wanted = Signal(int)

    def __init__(self, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._turned = 0  # since the last whole step, in Qt's units
        for widget in (*(pane.viewport() for pane in spread.panes), spread.ribbon):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QWheelEvent) or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        turned = event.angleDelta().y()
        self._turned = self._turned + turned if self._turned * turned >= 0 else turned
        steps = int(self._turned / NOTCH)
        if steps:
            self._turned -= steps * NOTCH
            self.wanted.emit(steps)
        return True
