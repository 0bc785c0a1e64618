"""The ribbon between the panes: one link a bead, as high as its text on either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from briefer.app.texts import Texts
from briefer.core.bitext import Bead, Origin
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import FAIR, SURE, Rows
from briefer.gui.theme import Palette

REACH = 60  # pixels beside the ribbon in which a drag still counts
_PAD = 2.0

Extent = tuple[float, float] | None


class Ribbon(QWidget):
    """Draws the links of the rows in sight, the one under the pointer brighter.

    A link that is clicked is told by `link_clicked`. One that is dragged over others joins them.
    """

    link_clicked = Signal(int)  # row number
    links_joined = Signal(int, int)  # first and last row
    menu_requested = Signal(int, QPoint)  # row number, global position

    def __init__(self, texts: Texts, panes: Sequence[TextPane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._panes = panes
        self._rows: Rows | None = None
        self._colors: Palette | None = None
        self.current: int | None = None
        self._over: int | None = None  # the row under the pointer
        self._pressed: int | None = None  # the row that the pointer was pressed on
        self._mirrored = False
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retranslate()

    def show_rows(self, rows: Rows | None, colors: Palette) -> None:
        self._rows, self._colors, self.current = rows, colors, None
        self._over = self._pressed = None
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Draw side 0 on the right."""
        self._mirrored = mirrored
        self.update()

    def set_current(self, number: int | None) -> None:
        self.current = number
        self.update()

    def row_at(self, y: float) -> int | None:
        """The row whose link is at a height, or None."""
        for number, left, right in self._seen():
            tops = [extent[0] for extent in (left, right) if extent]
            bottoms = [extent[1] for extent in (left, right) if extent]
            if min(tops) - _PAD <= y <= max(bottoms) + _PAD:
                return number
        return None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._colors is None or self._rows is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._colors.color("paper"))
        if self._mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for number, left, right in self._seen():
            bead = self._rows.beads[number]
            if left and right:
                self._link(painter, number, bead, left, right)
            elif extent := left or right:
                self._unmatched(painter, number, extent, on_left=left is not None)
        painter.end()

    @property
    def joining(self) -> tuple[int, int] | None:
        """The first and last row of those that are being dragged together."""
        if self._pressed is None or self._over is None or self._pressed == self._over:
            return None
        return min(self._pressed, self._over), max(self._pressed, self._over)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._over = self._pressed = self.row_at(event.position().y())
        else:
            self._pressed = None  # another button gives up the drag
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        inside = self.rect().adjusted(-REACH, 0, REACH, 0).contains(event.position().toPoint())
        over = self.row_at(event.position().y()) if inside else None
        if over != self._over and (over is not None or self._pressed is None or not inside):
            self._over = over
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        pressed, over, joining = self._pressed, self._over, self.joining
        self._pressed = None
        self.update()
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if joining is not None:
            self.links_joined.emit(*joining)
        elif over is not None:
            self.link_clicked.emit(pressed)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._over = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        number = self.row_at(event.pos().y())
        if number is not None:
            self.menu_requested.emit(number, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), "" if number is None else self.describe(number), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def describe(self, number: int) -> str:
        """A row's link in words."""
        bead = self._rows.beads[number] if self._rows else None
        if bead is None:
            return ""
        if not bead.matched:
            if bead.origin is Origin.HAND:
                return self._texts.gettext("Stands in one language only, set so by hand")
            return self._texts.gettext("Stands in one language only")
        if bead.origin is Origin.HAND:
            return self._texts.gettext("Aligned by hand")
        return self._texts.gettext("Aligned automatically, confidence {percent}%").format(
            percent=round(100 * bead.confidence)
        )

    def _retranslate(self) -> None:
        self.setAccessibleName(self._texts.gettext("Links between the languages"))

    def _seen(self) -> Iterator[tuple[int, Extent, Extent]]:
        rows = self._rows
        if rows is None or not rows.aligned:
            return
        seen = set()
        for side, pane in enumerate(self._panes):
            first, last = pane.blocks.visible()
            seen |= {rows.row_of(side, index) for index in range(first, last + 1)}
        for number in sorted(seen):
            left, right = (
                pane.blocks.extent(own) if (own := rows.paragraphs(number, side)) else None
                for side, pane in enumerate(self._panes)
            )
            yield number, left, right

    def _link(self, painter: QPainter, number: int, bead: Bead, left: tuple[float, float],
              right: tuple[float, float]) -> None:  # fmt: skip
        width = float(self.width())
        path = QPainterPath(QPointF(0, left[0] - _PAD))
        _bend(path, width, right[0] - _PAD)
        path.lineTo(width, right[1] + _PAD)
        _bend(path, 0, left[1] + _PAD)
        path.closeSubpath()
        if bead.origin is Origin.HAND or (self.joining and self._lit(number)):
            painter.setPen(QPen(self._color("accent"), 1.2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color(self._shade(number, bead.confidence)))
        painter.drawPath(path)

    def _unmatched(self, painter: QPainter, number: int, extent: tuple[float, float], on_left: bool) -> None:
        width = self.width() * 0.3
        left = 0.0 if on_left else self.width() - width
        rect = QRectF(left, extent[0] - _PAD, width, extent[1] - extent[0] + 2 * _PAD)
        name = "link_current" if number == self.current or self._lit(number) else "hatch"
        painter.fillRect(rect, QBrush(self._color(name), Qt.BrushStyle.BDiagPattern))
        edge = rect.left() if on_left else rect.right() - 1.5
        if self._rows and self._rows.beads[number].origin is Origin.HAND:
            name = "accent"
        painter.fillRect(QRectF(edge, rect.top(), 1.5, rect.height()), self._color(name))

    def _lit(self, number: int) -> bool:
        """Whether a row is under the pointer, or among those dragged together."""
        joining = self.joining
        return joining[0] <= number <= joining[1] if joining else number == self._over

    def _shade(self, number: int, confidence: float) -> str:
        if number == self.current or self._lit(number):
            return "link_current"
        if confidence >= SURE:
            return "link_sure"
        return "link_fair" if confidence >= FAIR else "link_doubtful"

    def _color(self, name: str) -> QColor:
        return self._colors.color(name) if self._colors else QColor()


def _bend(path: QPainterPath, x: float, y: float) -> None:
    start = path.currentPosition()
    middle = (start.x() + x) / 2
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, y), QPointF(x, y))
