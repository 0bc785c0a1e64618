"""One page as it was printed, at any zoom, with a paragraph framed on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefer.core.document import Box
from briefer.gui.pages.drawing import Drawing
from briefer.gui.pages.leaf import EDGE, POINT, Leaf
from briefer.gui.pages.sheet_painting import Brush
from briefer.gui.pages.tiles import Tile
from briefer.gui.theme import Palette

LEAST, MOST, STEP = 0.1, 8.0, 1.2
NOTCH = 120  # of a wheel, in Qt's units
A4 = (595.0, 842.0)


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
        self._pushed = 0  # how far the wheel was turned at the end of the page, in Qt's units
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
            self._bring(self.leaf.rect_of(self._boxes))
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
        center = QPointF(self.viewport().rect().center())
        middle = self.leaf.point_at(center)
        self.zoom = None if zoom is None else min(max(zoom, LEAST), MOST)
        self._lay_out()
        shift = self.leaf.rect.topLeft() + middle * self.leaf.factor - center
        for bar, by in ((self.horizontalScrollBar(), shift.x()), (self.verticalScrollBar(), shift.y())):
            bar.setValue(bar.value() + round(by))
        self._ask()
        self.viewport().update()
        self.zoomed.emit()

    def step_zoom(self, steps: int) -> None:
        self.set_zoom(self.leaf.factor / POINT * STEP**steps)

    @property
    def size_of_page(self) -> tuple[float, float]:
        """In points; that of the page before, or of A4, until it is known."""
        known = self._drawing.sizes
        return known.get(self.page) or next(reversed(known.values()), A4)

    @property
    def leaf(self) -> Leaf:
        """Where the page stands now."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        room = QSizeF(self.viewport().size())
        return Leaf(self.size_of_page, room, self.zoom, self.devicePixelRatioF(), across, down)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._colors is None:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._colors.color("window"))
        brush = Brush(painter, self.leaf, self._colors)
        if self.page in self._drawing.lost_pages:
            brush.sentence(self.notice(self.page))
        else:
            brush.tiles(self.page, self._drawing.tiles)
        brush.frames(self._boxes)
        if self.hasFocus():
            brush.focus()
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
        leaf = self.leaf
        if event.button() == Qt.MouseButton.LeftButton and leaf.rect.contains(event.position()):
            point = leaf.point_at(event.position())
            self.pointed.emit(point.x(), point.y())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if steps := event.angleDelta().y():
                self.step_zoom(1 if steps > 0 else -1)
            event.accept()
            return
        bar, down = self.verticalScrollBar(), -event.angleDelta().y()
        if down and bar.value() == (bar.maximum() if down > 0 else bar.minimum()):
            self._push(down)
            event.accept()
            return
        self._pushed = 0
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
        elif key == keys.Key_9:
            self.fit_whole()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask()
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, 500)

    def _push(self, down: int) -> None:
        """The wheel turns on at the end of a page: a notch of it turns the page."""
        self._pushed = self._pushed + down if self._pushed * down >= 0 else down
        if abs(self._pushed) >= NOTCH:
            self._pushed = 0
            self.turned.emit(1 if down > 0 else -1)

    def fit_whole(self) -> None:
        """Zoom so that the whole page is in sight."""
        room, (width, height) = self.viewport().size(), self.size_of_page
        edges = 2 * EDGE
        self.set_zoom(min((room.width() - edges) / width, (room.height() - edges) / height) / POINT)

    def _bring(self, rect: QRectF) -> None:
        """Scroll a rectangle of the viewport into sight, with some of what is around it."""
        view = QRectF(self.viewport().rect())
        if not view.contains(rect):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(rect.top() - view.height() * 0.25))
            across = self.horizontalScrollBar()
            across.setValue(across.value() + round(rect.left() - EDGE))

    def _lay_out(self) -> None:
        width, height = self.leaf.extent
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, room.width()),
            (self.verticalScrollBar(), height, room.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(24)

    def _ask(self) -> None:
        """Want what is in sight, and then the top of the next page."""
        if not self.pages or not self.isVisible():
            return
        leaf, following = self.leaf, self.page + 1
        wishes: list[Tile | int] = [self.page]
        if self.page in self._drawing.sizes:
            wishes += leaf.tiles(self.page)
        if following <= self.pages:
            wishes.append(following)
            if (size := self._drawing.sizes.get(following)) is not None:
                wishes += replace(leaf, size=size, down=0).tiles(following)
        self._drawing.want(wishes)

    def _measured(self, page: int) -> None:
        if page == self.page:
            self._lay_out()
            if self._boxes:
                self._bring(self.leaf.rect_of(self._boxes))
            self.viewport().update()
        self._ask()

    def _drawn(self, tile: Tile) -> None:
        if tile.page == self.page:
            self.viewport().update()
