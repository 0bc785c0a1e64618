"""The ribbon between the panes: one link a bead, as high as its text on either side.

What it looks like is drawn in `ribbon_drawing`; what a dragged end means is in `briefer.core.pulling`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from briefer.app.texts import Texts
from briefer.gui.reader.drifting import Drift
from briefer.gui.reader.grips import Grip, Shape, grip_at
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows
from briefer.gui.reader.pulls import Pulling
from briefer.gui.reader.ribbon_drawing import Links, State, fill
from briefer.gui.reader.ribbon_words import bead_words, joined_words, plan_words
from briefer.gui.theme import Palette

REACH = 60  # pixels beside the ribbon in which a drag still counts


class Ribbon(QWidget):
    """Draws the links of the rows in sight, the one under the pointer brighter.

    A link that is clicked is told by `link_clicked`. One that is dragged over others joins them; one
    whose end is dragged is corrected, and shows what would become of it. Escape gives a drag up.
    """

    link_clicked = Signal(int)  # row number
    links_joined = Signal(int, int)  # first and last row
    pulled = Signal(int, object)  # row number, Correction
    menu_requested = Signal(int, QPoint)  # row number, global position

    def __init__(self, texts: Texts, panes: Sequence[TextPane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._panes = panes
        self._rows: Rows | None = None
        self._colors: Palette | None = None
        self.current: int | None = None
        self._over: int | None = None  # the row under the pointer
        self._grip: Grip | None = None  # the end under the pointer
        self._pressed: int | None = None  # the row that the pointer was pressed on
        self._mirrored = False
        self.pulling = Pulling(panes)
        self._held = QPointF()  # where the pointer is that drags
        self._alone = False
        self.drift = Drift(self)
        self.drift.drifted.connect(self._drag)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retranslate()

    def show_rows(self, rows: Rows | None, colors: Palette) -> None:
        self.give_up()
        self._rows, self._colors, self.current = rows, colors, None
        self._over = self._grip = None
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
        for shape in self._seen():
            top, bottom = shape.ends
            if top <= y <= bottom:
                return shape.number
        return None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._colors is None or self._rows is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(event.rect()), self._colors.color("paper"))
        if self._mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        links, plan = Links(painter, self._colors, float(self.width())), self.pulling.plan
        gone = range(plan.patch.start, plan.patch.start + len(plan.patch.removed)) if plan else range(0)
        handled = None
        for shape in self._seen():
            if shape.number in gone:
                continue
            links.draw(shape, self._rows.beads[shape.number], self._state(shape.number))
            if shape.number == self._over and self._pressed is None:
                handled = shape
        for bead in plan.patch.inserted if plan else ():
            extents = self._extents(bead.left, bead.right)
            links.draw(Shape(-1, *extents), bead, State(planned=True))
        if handled is not None:
            links.handles(handled, self._grip)
        painter.end()

    @property
    def joining(self) -> tuple[int, int] | None:
        """The first and last row of those that are being dragged together."""
        if self._pressed is None or self._over is None or self._pressed == self._over:
            return None
        return min(self._pressed, self._over), max(self._pressed, self._over)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.give_up()
        if event.button() != Qt.MouseButton.LeftButton:
            return  # another button gives up the drag
        self._hover(event)
        if self._grip is not None and self._rows is not None:
            self.pulling.begin(self._grip, self._rows)
        else:
            self._pressed = self._over = self.row_at(event.position().y())
        self.grabKeyboard()  # for Escape
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.pulling.grip is None and self._pressed is None:
            self._hover(event)
            self.update()
            return
        self._held = event.position()
        self._alone = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._near:
            side = self.pulling.grip.side if self.pulling.grip is not None else 0
            self.drift.lean(self._held.y(), self.height(), self._panes[side].verticalScrollBar())
        else:
            self.drift.stop()
        self._drag()

    @property
    def _near(self) -> bool:
        """Whether the pointer is so near beside the ribbon that a drag counts."""
        return -REACH <= self._held.x() <= self.width() + REACH

    @Slot()
    def _drag(self) -> None:
        """What is dragged is where the pointer is now, over the text as it is scrolled now."""
        y, near = min(max(self._held.y(), 0.0), self.height() - 1.0), self._near
        if self.pulling.grip is not None:
            self.pulling.move(y if near else None, alone=self._alone)
            self._say(plan_words(plan, self._texts) if (plan := self.pulling.plan) else "")
        elif self._pressed is not None:
            over = self.row_at(y) if near else None
            self._over = over if over is not None or not near else self._over
            rows = self.joining
            self._say(joined_words(rows[1] - rows[0] + 1, self._texts) if rows else "")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, over, joining = self._pressed, self._over, self.joining
        grip, plan = self.pulling.grip, self.pulling.plan
        self.give_up()
        if grip is not None and plan is not None:
            self.pulled.emit(grip.row, plan.correction)
        elif grip is not None:
            self.link_clicked.emit(grip.row)
        elif joining is not None:
            self.links_joined.emit(*joining)
        elif pressed is not None and over is not None:
            self.link_clicked.emit(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        """End a drag; nothing comes of it."""
        if self.pulling.grip is not None or self._pressed is not None:
            self.releaseKeyboard()
            QToolTip.hideText()
        self._pressed = None
        self.drift.stop()
        self.pulling.end()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        if self._pressed is None:
            self._over = self._grip = None
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.give_up()
        super().hideEvent(event)

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
        return bead_words(self._rows.beads[number], self._texts) if self._rows else ""

    def _retranslate(self) -> None:
        self.setAccessibleName(self._texts.gettext("Links between the languages"))
        self.setAccessibleDescription(
            self._texts.gettext("The menu Alignment has everything that can be done here, with keys.")
        )

    def _hover(self, event: QMouseEvent) -> None:
        x, y = event.position().x(), event.position().y()
        x = self.width() - x if self._mirrored else x
        shapes = list(self._seen()) if self._rows else []
        self._grip = grip_at(shapes, x, y, self.width())
        self._over = self._grip.row if self._grip else self.row_at(y)
        shape = Qt.CursorShape.SizeVerCursor if self._grip else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def _say(self, words: str) -> None:
        QToolTip.showText(self.mapToGlobal(self._held.toPoint()), words, self)

    def _seen(self) -> Iterator[Shape]:
        rows = self._rows
        if rows is None or not rows.aligned:
            return
        seen: set[int] = set()
        for side, pane in enumerate(self._panes):
            first, last = pane.blocks.visible()
            if rows.versions[side].paragraphs:
                seen |= {rows.row_of(side, index) for index in range(first, last + 1)}
        for number in sorted(seen):
            yield Shape(number, *self._extents(rows.paragraphs(number, 0), rows.paragraphs(number, 1)))

    def _extents(self, *sides: tuple[int, ...]) -> Iterator[tuple[float, float] | None]:
        for pane, own in zip(self._panes, sides, strict=True):
            yield pane.blocks.extent(own) if own else None

    def _state(self, number: int) -> State:
        joining = self.joining
        if joining:
            return State(joined=joining[0] <= number <= joining[1])
        return State(lit=number in (self.current, self._over))
