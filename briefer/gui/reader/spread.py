"""The opened document: the panes, the ribbon between them and the bars beside them.

Keeps rows level and the text under the eye in its place. What is current, marked or
searched for is decided in `view`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.gui.reader.eye import Eye
from briefer.gui.reader.levelling import SHORT, Leveller, Levels
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows
from briefer.gui.reader.ribbon import Ribbon
from briefer.gui.reader.scrolling import OuterBar, ScrollLock
from briefer.gui.reader.typography import Typography
from briefer.gui.theme import qt_palette

RIBBON = 46  # pixels
DELAY = 60  # milliseconds of rest before a long document is set anew in another width


class Spread(QWidget):
    """Two panes, or one alone. Side 0 is on the left."""

    levelled = Signal()  # all rows of the document are level
    activated = Signal(int)  # the side that the reader has turned to

    def __init__(self, texts: Texts, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typography = typography
        self.rows: Rows | None = None
        self.active = 0
        self._gutter = 0
        self._found: Sequence[float] = ()
        self.panes = (TextPane(labels_left=True, parent=self), TextPane(labels_left=False, parent=self))
        self.ribbon = Ribbon(texts, self.panes, self)
        self.lock = ScrollLock(self.panes, self)
        left, right = (pane.verticalScrollBar() for pane in self.panes)
        # On the left, on the right, and on the right of a version that stands alone.
        self._bars = (OuterBar(left, keeps_room=True), OuterBar(right), OuterBar(left))
        self._eye = Eye(self.panes, self.lock)
        self._leveller = Leveller(self.in_sight, self._around, self._settle, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DELAY)
        self._rest.timeout.connect(self._rewrap)
        self.ribbon.setFixedWidth(RIBBON)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in (
            (self._bars[0], 0), (self.panes[0], 1), (self.ribbon, 0), (self.panes[1], 1), (self._bars[1], 0),
            (self._bars[2], 0),
        ):  # fmt: skip
            layout.addWidget(widget, stretch)
        for side, pane in enumerate(self.panes):
            pane.setMinimumWidth(180)
            pane.activated.connect(lambda side=side: self.activate(side))
        self.lock.scrolled.connect(self._scrolled)
        self._show_bars()

    def activate(self, side: int) -> None:
        """Take a side for the one that is being read."""
        if side != self.active:
            self.active = side
            self.activated.emit(side)

    def show_rows(self, rows: Rows | None) -> None:
        """Show a document from its top."""
        self._leveller.stop()
        self.rows = rows
        self.activate(0)
        self._eye.forget()
        self._set()
        self.lock.settle(0)
        for pane in self.panes:
            pane.verticalScrollBar().setValue(0)
        self._show_bars()
        self._relevel()

    def amend(self, rows: Rows, eye: tuple[int, int] | None) -> tuple[int, int] | None:
        """Show the same text in other rows; which of them hold other paragraphs, the end excluded.

        The paragraph `eye`, a side and an index, stays where it is if it is in sight.
        """
        changed = rows.changed_since(self.rows) if self.rows else None
        self.rows = rows
        self.ribbon.show_rows(rows, self.typography.colors)
        if changed is None:
            return None
        levels = Levels(rows, self.panes, self.typography)
        self._eye.forget()
        self._eye.look(self.active)
        if eye is not None:
            self._eye.look_at(*eye)
        self.lock.hold()
        if self._leveller.amend(levels, len(rows), *changed):
            self._eye.restore(from_top=True)
            self._settle()
        else:
            self._relevel()
        return changed

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another appearance; caret and eye stay where they are."""
        self.typography = typography
        places = [(pane.textCursor().anchor(), pane.textCursor().position()) for pane in self.panes]
        self._leveller.stop()
        self._eye.look(self.active)
        self.lock.hold()
        self._set()
        for pane, (anchor, position) in zip(self.panes, places, strict=True):
            pane.restore_caret(anchor, position)
        self._eye.restore()
        self._relevel()
        self.show_found(self._found)

    def set_locked(self, locked: bool) -> None:
        self.lock.set_locked(locked, self.active)
        self._show_bars()
        self.ribbon.update()

    def set_current(self, number: int | None) -> None:
        """Frame row `number` on both sides."""
        for side, pane in enumerate(self.panes):
            pane.underlay.current = ()
            if number is not None and self.rows is not None and side < len(self.rows.versions):
                pane.underlay.current = self.rows.paragraphs(number, side)
            pane.viewport().update()
        self.ribbon.set_current(number)

    def bring(self, side: int, index: int, offset: int | None = None) -> None:
        """Scroll a paragraph, or the line at an offset in it, into view with some context.

        While rows are still to be levelled, those around it are level at once, and it stays
        in its place as the others follow.
        """
        pane = self.panes[side]
        self._leveller.reach(self.rows.row_of(side, index) if self.rows else 0)
        height = pane.viewport().height()
        scrolled = pane.verticalScrollBar().value()
        top, bottom = pane.blocks.top(index), pane.blocks.bottom(index)
        if offset is not None:
            top, bottom = pane.blocks.line(index, offset)
        context = min(height * 0.12, 3 * self.typography.em)
        if top - scrolled >= context and bottom - scrolled <= height - context:
            return
        self.lock.scroll_to(side, max(0, round(top - height * 0.22)))
        if self.busy:
            # Rows below that are in sight are level now: where the texts end will be no higher.
            self.lock.scroll_to(side, min(pane.verticalScrollBar().value(), self._end()))

    def in_sight(self) -> tuple[int, int]:
        """The first and last row in sight; (0, -1) if none."""
        numbers: list[int] = []
        if self.rows is not None:
            for side in range(len(self.rows.versions)):
                first, last = self.panes[side].blocks.visible()
                if first <= last and self.rows.versions[side].paragraphs:
                    numbers += [self.rows.row_of(side, first), self.rows.row_of(side, last)]
        return min(numbers, default=0), max(numbers, default=-1)

    def show_found(self, places: Sequence[float]) -> None:
        """Mark places in the scroll bars, each as a share of the text's height."""
        self._found = places
        for bar in self._bars:
            bar.show_found(places, self.typography.colors.color("hit_current"))

    @property
    def busy(self) -> bool:
        """Whether rows are still to be levelled, or a new width to be taken up."""
        return self._leveller.busy or self._rest.isActive()

    def stop(self) -> None:
        """End what goes on between events."""
        self._leveller.stop()
        self._rest.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        if self.rows is not None and len(self.rows) > SHORT and self.isVisible():
            self._rest.start()
        else:
            self._rewrap()

    def _set(self) -> None:
        versions = self.rows.versions if self.rows else ()
        self.setPalette(qt_palette(self.typography.colors))
        labels = (paragraph.label for version in versions for paragraph in version.paragraphs)
        self._gutter = self.typography.gutter(labels)
        width = self._width()[0]
        for side, pane in enumerate(self.panes):
            version = versions[side] if side < len(versions) else None
            pane.show_version(version, self.typography, width, self._gutter)
            pane.setVisible(side == 0 or version is not None)
        two = len(versions) > 1
        self.ribbon.setVisible(two)
        self.ribbon.show_rows(self.rows, self.typography.colors)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._columns()

    def _rewrap(self) -> None:
        if self.rows is None:
            return
        if self._width()[0] == self.panes[0].lineWrapColumnOrWidth():
            self._columns()
            self._leveller.scrolled()
            if not self.busy:
                self._settle()
            return
        self._leveller.stop()
        self._eye.look(self.active)
        self.lock.hold()
        self._columns()
        self._eye.restore()
        self._relevel()

    def _columns(self) -> None:
        width, free = self._width()
        if self.rows is not None and len(self.rows.versions) == 1:
            self.panes[0].set_column(width, free // 2, free - free // 2)
            return
        self.panes[0].set_column(width, free, 0)
        self.panes[1].set_column(width, 0, free)

    def _width(self) -> tuple[int, int]:
        """The width of the text with its labels, and what is free beside it."""
        two = self.rows is None or len(self.rows.versions) > 1
        room = self.width() - 2 * self._bars[0].sizeHint().width()
        share = max(180, (room - RIBBON) // 2 if two else room)
        width = min(share, self.typography.column + self._gutter + self.typography.side)
        return width, share - width

    def _relevel(self) -> None:
        if self.rows is None or not len(self.rows):
            self._leveller.start(None, 0)
            return
        self._leveller.start(Levels(self.rows, self.panes, self.typography), len(self.rows))

    def _settle(self) -> None:
        self.lock.settle(self._end())
        self.ribbon.update()
        self.levelled.emit()

    def _end(self) -> int:
        """How far the panes scroll when the texts are level as they are now."""
        shown = self.panes[: len(self.rows.versions)] if self.rows else ()
        tallest = max((pane.document().size().height() for pane in shown), default=0.0)
        foot = round(2 * self.typography.em)
        return max(0, round(tallest) + foot - self.panes[0].viewport().height())

    def _around(self, change: Callable[[], bool]) -> None:
        self._eye.look(self.active)
        self.lock.hold()
        if change():
            self._eye.restore()
            self.ribbon.update()

    def _scrolled(self) -> None:
        self._leveller.scrolled()
        self.ribbon.update()

    def _show_bars(self) -> None:
        two = self.rows is not None and len(self.rows.versions) > 1
        self._bars[0].setVisible(two and not self.lock.locked)
        self._bars[1].setVisible(two)
        self._bars[2].setVisible(not two)
