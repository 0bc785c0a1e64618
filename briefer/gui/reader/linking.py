"""Links in the text of a pane: where they are, and that one was clicked. What follows is not known here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from briefer.core.document import Link
from briefer.gui.offsets import Offsets
from briefer.gui.reader.marks import Mark
from briefer.gui.reader.painting import mark_rects
from briefer.gui.reader.pane import TextPane

STILL = 4  # pixels


class Linking(QObject):
    """Watches the mouse over a pane. `clicked` carries a `Link`."""

    clicked = Signal(object)

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pressed = QPoint()
        pane.viewport().setMouseTracking(True)
        pane.viewport().installEventFilter(self)

    def at_caret(self) -> tuple[Link, ...]:
        """The links of the paragraph that the caret stands in, the one at the caret first."""
        version, cursor = self._pane.version, self._pane.textCursor()
        if version is None or cursor.blockNumber() >= len(version.paragraphs):
            return ()
        paragraph = version.paragraphs[cursor.blockNumber()]
        offset = Offsets(paragraph.text).to_core(cursor.positionInBlock())
        return tuple(sorted(paragraph.links, key=lambda link: not link.span.start <= offset <= link.span.end))

    def under(self, point: QPoint) -> Link | None:
        """The link at a viewport point."""
        version = self._pane.version
        block = self._pane.cursorForPosition(point).block()
        if version is None or block.blockNumber() >= len(version.paragraphs):
            return None
        paragraph = version.paragraphs[block.blockNumber()]
        if not paragraph.links:
            return None
        offsets, origin = Offsets(paragraph.text), self._pane.blocks.rect(block).topLeft()
        for link in paragraph.links:
            mark = Mark(offsets.to_qt(link.span.start), offsets.to_qt(link.span.end))
            if any(rect.contains(QPointF(point)) for rect in mark_rects(block, origin, mark)):
                return link
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QMouseEvent):
            point = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = point
            elif event.type() == QEvent.Type.MouseMove and not event.buttons():
                over = self.under(point) is not None
                shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
                self._pane.viewport().setCursor(shape)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._released(event, point)
        return super().eventFilter(watched, event)

    def _released(self, event: QMouseEvent, point: QPoint) -> None:
        still = (point - self._pressed).manhattanLength() < STILL
        plain = event.button() == Qt.MouseButton.LeftButton and not self._pane.textCursor().hasSelection()
        if still and plain and (link := self.under(point)):
            self.clicked.emit(link)
