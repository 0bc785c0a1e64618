"""One page as it was printed, at any zoom, with a paragraph framed on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefer.core.document import Box
from briefer.gui.pages.drawing import Drawing
from briefer.gui.pages.tiles import Tile, bounded, tiles_in
from briefer.gui.theme import Palette

EDGE = 12  # pixels around the page
POINT = 96 / 72  # pixels at 100 %
LEAST, MOST, STEP = 0.1, 8.0, 1.2
A4 = (595.0, 842.0)
# The page is white in every theme, as it was printed.
PAPER, INK, FRAME = "#ffffff", "#444444", "#2d5f9a"


class Sheet(QAbstractScrollArea):
    """Shows a page of what `drawing` draws. `zoom` None fits its width; else 1 is its printed size."""

    pointed = Signal(float, float)  # a click, in points from the page's upper left corner
    turned = Signal(int)  # by how many pages the reader wants to go on
    ended = Signal(bool)  # to the last page, or to the first
    entered = Signal()  # to the text of the page
    zoomed = Signal()

    def __init__(self, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._colors: Palette | None = None
        self._boxes: tuple[Box, ...] = ()
        self.page = 1
        self.pages = 0
        self.zoom: float | None = None
        self.notice: Callable[[int], str] = str  # said in place of a page that cannot be drawn
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        drawing.measured.connect(self._measured)
        drawing.drawn.connect(self._drawn)
        drawing.lost.connect(self._measured)

    def set_colors(self, colors: Palette) -> None:
        self._colors = colors
        self.viewport().update()

    def show_page(self, page: int, boxes: Iterable[Box] = (), *, at_end: bool = False) -> None:
        """Show a page with these rectangles framed; scrolled to them, to its top or to its end."""
        turned, self.page, self._boxes = page != self.page, page, tuple(boxes)
        self._lay_out()
        if self._boxes:
            self._bring(self._rect_of(self._boxes))
        elif turned:
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum() if at_end else 0)
        self._ask()
        self.viewport().update()

    def frame(self, boxes: Iterable[Box]) -> None:
        """Frame these rectangles instead, and leave the page as it stands."""
        self._boxes = tuple(boxes)
        self.viewport().update()

    def set_zoom(self, zoom: float | None) -> None:
        """Zoom about the middle of what is in sight."""
        middle = self._point_at(QPointF(self.viewport().rect().center()))
        self.zoom = None if zoom is None else min(max(zoom, LEAST), MOST)
        self._lay_out()
        at = self._rect_of_page().topLeft() + middle * self.factor
        shift = at - QPointF(self.viewport().rect().center())
        for bar, by in ((self.horizontalScrollBar(), shift.x()), (self.verticalScrollBar(), shift.y())):
            bar.setValue(bar.value() + round(by))
        self._ask()
        self.viewport().update()
        self.zoomed.emit()

    def step_zoom(self, steps: int) -> None:
        self.set_zoom(self.factor / POINT * STEP**steps)

    @property
    def size_of_page(self) -> tuple[float, float]:
        """In points; that of the page before, or of A4, until it is known."""
        known = self._drawing.sizes
        return known.get(self.page) or next(reversed(known.values()), A4)

    @property
    def factor(self) -> float:
        """Logical pixels a point."""
        width, _ = self.size_of_page
        fit = max(0.01, (self.viewport().width() - 2 * EDGE) / width)
        ratio = self.devicePixelRatioF()
        return bounded((fit if self.zoom is None else self.zoom * POINT) * ratio, self.size_of_page) / ratio

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._colors is None:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._colors.color("window"))
        page = self._rect_of_page()
        painter.setPen(QPen(self._colors.color("line"), 1.0))
        painter.setBrush(QColor(PAPER))
        painter.drawRect(page)
        if self.page in self._drawing.lost_pages:
            self._say(painter, page)
        else:
            painter.setClipRect(page)
            self._paint_tiles(painter, page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._boxes:
            self._frame(painter, self._rect_of((box,)))
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(self._colors.color("accent"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()
        self._ask()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        super().scrollContentsBy(dx, dy)
        self._ask()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self._rect_of_page().contains(event.position()):
            point = self._point_at(event.position())
            self.pointed.emit(point.x(), point.y())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if steps := event.angleDelta().y():
                self.step_zoom(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, bar = event.key(), self.verticalScrollBar()
        keys = Qt.Key
        if key in (keys.Key_PageDown, keys.Key_Space) and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif key == keys.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        elif key in (keys.Key_Home, keys.Key_End):
            self.ended.emit(key == keys.Key_End)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.entered.emit()
        elif key in (keys.Key_Plus, keys.Key_Equal, keys.Key_Minus):
            self.step_zoom(-1 if key == keys.Key_Minus else 1)
        elif key == keys.Key_0:
            self.set_zoom(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask()
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, 500)

    def _paint_tiles(self, painter: QPainter, page: QRectF) -> None:
        """What is drawn sharp over what is there at other scales."""
        ratio, scale = self.devicePixelRatioF(), self._scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wanted = list(self._in_sight())
        if any(tile not in self._drawing.tiles for tile in wanted):
            for tile, image in self._drawing.tiles.others(self.page, scale):
                left, top, right, bottom = tile.area(self.size_of_page)
                by = self.factor / tile.scale
                target = QRectF(left * by, top * by, (right - left) * by, (bottom - top) * by)
                painter.drawImage(target.translated(page.topLeft()), image)
        for tile in wanted:
            if (picture := self._drawing.tiles.get(tile)) is not None:
                left, top, right, bottom = tile.area(self.size_of_page)
                target = QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)
                painter.drawImage(target.translated(page.topLeft()), picture)

    def _say(self, painter: QPainter, page: QRectF) -> None:
        room = page.intersected(QRectF(self.viewport().rect())).adjusted(16, 16, -16, -16)
        painter.setPen(QColor(INK))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room, flags, self.notice(self.page))

    def _frame(self, painter: QPainter, rect: QRectF) -> None:
        color = QColor(FRAME)
        painter.setPen(QPen(color, 1.6))
        color.setAlpha(36)
        painter.setBrush(color)
        painter.drawRoundedRect(rect.adjusted(-4, -3, 4, 3), 3, 3)

    @property
    def _scale(self) -> float:
        """Pixels of the screen a point, so that zooming back finds the same tiles again."""
        return round(self.factor * self.devicePixelRatioF(), 4)

    def _rect_of_page(self) -> QRectF:
        """Where the page is in the viewport; on whole pixels of the screen."""
        width, height = (side * self.factor for side in self.size_of_page)
        room = self.viewport().width()
        left = max(EDGE, (room - width) / 2) - self.horizontalScrollBar().value()
        return QRectF(round(left), EDGE - self.verticalScrollBar().value(), width, height)

    def _rect_of(self, boxes: Iterable[Box]) -> QRectF:
        """Rectangles on the page as one in the viewport."""
        corner, by = self._rect_of_page().topLeft(), self.factor
        whole = QRectF()
        for box in boxes:
            rect = QRectF(
                box.left * by, box.top * by, (box.right - box.left) * by, (box.bottom - box.top) * by
            )
            whole = whole.united(rect)
        return whole.translated(corner)

    def _point_at(self, at: QPointF) -> QPointF:
        """A point of the viewport in points of the page."""
        return (at - self._rect_of_page().topLeft()) / self.factor

    def _bring(self, rect: QRectF) -> None:
        """Scroll a rectangle of the viewport into sight, with some of what is around it."""
        view = QRectF(self.viewport().rect())
        if not view.contains(rect):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(rect.top() - view.height() * 0.25))
            across = self.horizontalScrollBar()
            across.setValue(across.value() + round(rect.left() - EDGE))

    def _lay_out(self) -> None:
        width, height = (round(side * self.factor) + 2 * EDGE for side in self.size_of_page)
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, room.width()),
            (self.verticalScrollBar(), height, room.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(24)

    def _in_sight(self) -> Iterable[Tile]:
        ratio, rect = self.devicePixelRatioF(), self._rect_of_page()
        view = QRect(self.viewport().rect())
        left, top = (view.left() - rect.left()) * ratio, (view.top() - rect.top()) * ratio
        area = (left, top, left + view.width() * ratio, top + view.height() * ratio)
        return tiles_in(self.page, self._scale, self.size_of_page, area)

    def _ask(self) -> None:
        """Want what is in sight, and then the top of the next page."""
        if not self.pages or not self.isVisible():
            return
        wishes: list[Tile | int] = [
            self.page,
            *(self._in_sight() if self.page in self._drawing.sizes else ()),
        ]
        following = self.page + 1
        if following <= self.pages:
            wishes.append(following)
            if (size := self._drawing.sizes.get(following)) is not None and self.zoom is None:
                ratio = self.devicePixelRatioF()
                fit = max(0.01, (self.viewport().width() - 2 * EDGE) / size[0])
                scale = round(bounded(fit * ratio, size), 4)
                area = (0, 0, self.viewport().width() * ratio, self.viewport().height() * ratio)
                wishes += tiles_in(following, scale, size, area)
        self._drawing.want(wishes)

    def _measured(self, page: int) -> None:
        if page == self.page:
            self._lay_out()
            if self._boxes:
                self._bring(self._rect_of(self._boxes))
            self.viewport().update()
        self._ask()

    def _drawn(self, tile: Tile) -> None:
        if tile.page == self.page:
            self.viewport().update()
