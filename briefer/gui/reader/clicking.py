"""What in the text of a pane can be clicked: the pointer shows it, and a click is passed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent

from briefer.gui.reader.pane import TextPane

STILL = 4  # pixels
T = TypeVar("T")


class Clicks(QObject):
    """Watches the mouse over a pane for those who know what stands under a point of its viewport."""

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pressed = QPoint()
        self._kinds: list[Callable[[QPoint], Callable[[], object] | None]] = []
        pane.viewport().setMouseTracking(True)
        pane.viewport().installEventFilter(self)

    def add(self, under: Callable[[QPoint], T | None], clicked: Callable[[T], object]) -> None:
        """Call `clicked` with what `under` finds; who is added first is asked first."""

        def deed(point: QPoint) -> Callable[[], object] | None:
            found = under(point)
            return None if found is None else lambda: clicked(found)

        self._kinds.append(deed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QMouseEvent):
            point = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = point
            elif event.type() == QEvent.Type.MouseMove and not event.buttons():
                over = self._deed(point) is not None
                shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
                self._pane.viewport().setCursor(shape)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._released(event, point)
        return super().eventFilter(watched, event)

    def _deed(self, point: QPoint) -> Callable[[], object] | None:
        return next((deed for kind in self._kinds if (deed := kind(point)) is not None), None)

    def _released(self, event: QMouseEvent, point: QPoint) -> None:
        still = (point - self._pressed).manhattanLength() < STILL
        plain = event.button() == Qt.MouseButton.LeftButton and not self._pane.textCursor().hasSelection()
        if still and plain and (deed := self._deed(point)) is not None:
            deed()
