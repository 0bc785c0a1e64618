"""The opened document: the panes, the ribbon between them and the bars beside them.

Keeps the text under the eye in its place. What is current, marked or searched for is decided in `view`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from briefer.app.texts import Texts
from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.furniture import Furniture
from briefer.gui.reader.measuring import Measurer
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows
from briefer.gui.reader.ribbon import Ribbon
from briefer.gui.reader.scrolling import ScrollLock
from briefer.gui.reader.stacking import Heights
from briefer.gui.reader.standing import Standing
from briefer.gui.reader.steady import Steady
from briefer.gui.reader.typography import Typography
from briefer.gui.theme import qt_palette


class Spread(QWidget):
    """Two panes, or one alone. Side 0 is on the left unless the arrangement has them swapped."""

    activated = Signal(int)  # the side that the reader has turned to

    def __init__(self, texts: Texts, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typography = typography
        self.rows: Rows | None = None
        self.arrangement = Arrangement()
        self.active = 0
        self._upper: int | None = None  # where in the window this began, when it was last seen
        self._found: Sequence[float] = ()
        self.panes = (TextPane(0, self), TextPane(1, self))
        self._standing = Standing(self.panes)
        self.ribbon = Ribbon(texts, self.panes, self)
        self.lock = ScrollLock(self.panes, self._standing.follow, self)
        self._furniture = Furniture(self.panes, self.ribbon, typography, self)
        self._bars = self._furniture.bars
        self._steady = Steady(self.panes, self.ribbon, self.lock, self._standing, lambda: self.shown)
        self._eye = self._steady.eye
        self._measurer = Measurer(self.panes, self._around, self._steady.settle, self)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        for side, pane in enumerate(self.panes):
            pane.activated.connect(lambda side=side: self.activate(side))
        self.lock.scrolled.connect(self._scrolled)

    @property
    def shown(self) -> tuple[int, ...]:
        """The sides that are to be seen."""
        return self.arrangement.shown(len(self.rows.versions) if self.rows else 1)

    def activate(self, side: int) -> None:
        """Take a side for the one that is being read; one that is not shown is passed over."""
        if side != self.active and side in (self.shown or (0,)):
            self.active = side
            self.activated.emit(side)

    def show_rows(self, rows: Rows | None) -> None:
        """Show a document from its top."""
        self._measurer.stop()
        self.rows = rows
        self._eye.forget()
        versions = rows.versions if rows else ()
        self._dress()
        for side, pane in enumerate(self.panes):
            version = versions[side] if side < len(versions) else None
            # The other pane still has the old text: nothing is to be measured or followed yet.
            self.lock.quietly(partial(pane.show_version, version, self.typography))
            self.lock.quietly(partial(pane.verticalScrollBar().setValue, 0))
        self.activate((self.shown or (0,))[0])
        self.ribbon.show_rows(rows, self.typography.colors)
        self._place_widgets()
        self._compose()
        self._in_sight()

    def amend(self, rows: Rows, eye: tuple[int, int] | None) -> tuple[int, int] | None:
        """Show the same text in other rows; which of them hold other paragraphs, the end excluded.

        The paragraph `eye`, a side and an index, stays where it is if it is in sight.
        """
        changed = rows.changed_since(self.rows) if self.rows else None
        self.rows = rows
        self.ribbon.show_rows(rows, self.typography.colors)
        if changed is None:
            return None
        self._eye.forget()
        self._eye.look(self.active)
        if eye is not None:
            self._eye.look_at(*eye)
        self._compose(self._standing.heights)
        self._eye.restore(from_top=True)
        self._in_sight()
        return changed

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another appearance; caret and eye stay where they are."""
        recolored = replace(typography.appearance, theme=self.typography.appearance.theme)
        same = recolored == self.typography.appearance
        self._eye.look(self.active)
        self.typography = typography
        self.setPalette(qt_palette(typography.colors))
        if not same:
            self._furniture.dress(typography, self.rows.versions if self.rows else ())
            self._place_widgets()
        for pane in self.panes:
            pane.set_typography(typography)
        self.ribbon.show_rows(self.rows, typography.colors)
        if not same or self._standing.stack is None:
            self._compose()
        self._in_sight()
        self.show_found(self._found)

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the sides otherwise; the pair under the eye stays where it is."""
        if arrangement == self.arrangement:
            return
        self._eye.look(self.active)
        before = self._lengths()
        self.arrangement = arrangement
        if self.active not in self.shown and self.shown and self.rows is not None:
            self._eye.cross(self.rows, self.shown[0])
            self.activate(self.shown[0])
        self._place_widgets()
        self._compose(self._standing.heights if self._lengths() == before else None)
        self._in_sight()

    def set_locked(self, locked: bool) -> None:
        self.lock.set_locked(locked, self.active)
        self._place_widgets()
        self.ribbon.update()

    def set_current(self, number: int | None) -> None:
        """Frame row `number` on both sides."""
        if number != self.ribbon.current:
            self._eye.forget()  # what is current is looked at from now on
        for side, pane in enumerate(self.panes):
            pane.underlay.current = ()
            if number is not None and self.rows is not None and side < len(self.rows.versions):
                pane.underlay.current = self.rows.paragraphs(number, side)
            pane.viewport().update()
        self.ribbon.set_current(number)

    def bring(self, side: int, index: int, offset: int | None = None) -> None:
        """Scroll a paragraph, or the line at an offset in it, into view with some context.

        Where its side is not shown, what stands opposite is brought.
        """
        if self.rows is None:
            return
        number = self.rows.row_of(side, index)
        if side not in self.shown:
            side, index, offset = self.shown[0], self.rows.near(number, self.shown[0]), None
        self._around(lambda: self._measurer.row(number))
        pane = self.panes[side]
        height, scrolled = pane.viewport().height(), pane.verticalScrollBar().value()
        top, bottom = pane.blocks.top(index), pane.blocks.bottom(index)
        above = 0.0
        if offset is not None:
            line = pane.blocks.line(index, offset)
            above, (top, bottom) = line[0] - top, line
        context = min(height * 0.12, 3 * self.typography.em)
        if top - scrolled >= context and bottom - scrolled <= height - context:
            return
        self._eye.aim(side, index, round(self._standing.eye(side, round(top)) - above))
        self._steady.settle()
        self._measurer.in_sight()
        self.lock.scrolled.emit()

    def in_sight(self) -> tuple[int, int]:
        """The first and last row in sight; (0, -1) if none."""
        numbers: list[int] = []
        if self.rows is not None:
            for side in self.shown:
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
        """Whether heights are only guessed somewhere."""
        return self._measurer.busy

    @property
    def comfort(self) -> int:
        """Pixels of width in which every text that is shown can be read with ease."""
        return self._furniture.comfort

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._furniture.wide(self.panes[0].sizeHint())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._furniture.least

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._measurer.stop()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._measurer.resume()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._eye.look(self.active)
        self._hold_on()
        before = [self._furniture.sheets.sheet(side) for side in self.shown]
        self._place_widgets()
        if (
            before != [self._furniture.sheets.sheet(side) for side in self.shown]
            or not self._standing.heights
        ):
            self._compose()
        self._in_sight()

    def _hold_on(self) -> None:
        """Bars that come and go above the text are not to push about what is being read."""
        upper = self.mapTo(self.window(), QPoint(0, 0)).y() if self.isVisible() else None
        if upper is not None and self._upper is not None:
            self._eye.lift(upper - self._upper)
        self._upper = upper

    def _dress(self) -> None:
        self.setPalette(qt_palette(self.typography.colors))
        self._furniture.dress(self.typography, self.rows.versions if self.rows else ())

    def _lengths(self) -> list[int]:
        """How long the lines are on each side: as long as they stay so, the heights of paragraphs do."""
        return [self._furniture.sheets.measure(side) for side in (0, 1)]

    def _place_widgets(self) -> None:
        self.lock.quietly(
            lambda: self._furniture.place(self.arrangement, self.shown, locked=self.lock.locked)
        )

    def _compose(self, heights: Sequence[Heights] | None = None) -> None:
        """Stack the paragraphs anew, by `heights` where they are known."""
        level = self.arrangement.layout is Layout.LEVEL
        self.lock.quietly(
            lambda: self._standing.compose(
                self.rows, self._furniture.sheets, self.typography, heights, level=level
            )
        )
        self._measurer.start(self.rows, self._standing.stack, self.shown)

    def _around(self, change: Callable[[], None]) -> None:
        self._steady.around(self.active, change)

    def _in_sight(self) -> None:
        """Measure what is in sight; what the eye has noted stays where it was."""
        self._steady.settle()
        self._measurer.in_sight()
        self._eye.look(self.active)

    def _scrolled(self) -> None:
        self._eye.look(self.active)
        self._measurer.in_sight()
        self.ribbon.update()
