"""Joins find as you type with the list of all it has found, which stands in the column on the right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.core.text_index import Needle
from briefer.gui.actions import Actions, Handlers
from briefer.gui.frame import Frame
from briefer.gui.parts import Parts
from briefer.gui.reader.typography import family

if TYPE_CHECKING:
    from briefer.gui.hits.panel import HitsPanel


class HitsDesk(QObject):
    """The list is there as long as it is wanted and the find bar is open."""

    def __init__(self, parts: Parts, frame: Frame, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._frame = frame
        self._searching = frame.reader.searching
        self._bar = self._searching.bar
        self._acts: Actions | None = None
        self._there = False  # whether the list stands in the column
        self._bar.listed_changed.connect(self._follow)
        self._bar.entered.connect(self._enter)
        self._searching.searched.connect(self._fill)
        self._searching.moved.connect(self._mark)
        frame.side.currentChanged.connect(self._check)
        frame.room.changed.connect(self._check)
        parts.look.changed.connect(self._dress)
        if self._bar.listed:  # before there was a desk
            self._follow(listed=True)

    @cached_property
    def panel(self) -> HitsPanel:
        """The list; made when it is first wanted."""
        from briefer.gui.hits.panel import HitsPanel

        look = self._parts.look
        made = HitsPanel(self._parts.texts, look.colors, family(look.appearance.family), self._frame.side)
        made.come_to.connect(self._come)
        made.chosen.connect(self._choose)
        made.left.connect(self._leave)
        made.closed.connect(self._leave)
        return made

    def handlers(self) -> Handlers:
        return {"find-list": self.toggle}

    def attend(self, acts: Actions) -> None:
        """Keep the check of the action as things are."""
        self._acts = acts
        acts["find-list"].setChecked(self._bar.listed)

    def toggle(self) -> None:
        """Show the list, with the find bar if that is closed, or put it away."""
        if self._bar.listed and self.panel.isVisible():
            self._leave()
            return
        if self._bar.isHidden():
            self._frame.reader.open_find()
        if self._bar.listed:  # there was no room for it
            self._follow(listed=True)
        elif not self._bar.isHidden():
            self._bar.set_listed(True)
        self._tell()

    @Slot(bool)
    def _follow(self, listed: bool) -> None:
        self._there = False  # nothing that changes meanwhile is anybody's wish
        if listed:
            self._frame.lend(self.panel)
            self._there = True
            self._fill()
            self._mark()
            if not self._bar.isVisible():  # the list stands in the place of the text
                self.panel.enter()
        elif "panel" in vars(self):
            self._frame.give_back(self.panel)
            self.panel.show_hits(None, Needle(""), reading=False)  # a long document is let go
        self._tell()

    @Slot()
    def _fill(self) -> None:
        if self._bar.listed:
            self.panel.show_hits(self._searching.hits, self._bar.needle, reading=self._bar.waiting)

    @Slot()
    def _mark(self) -> None:
        if self._bar.listed:
            self.panel.set_current(self._searching.number)

    @Slot(int)
    def _come(self, number: int) -> None:
        """The keyboard has come to a row, unless it is the list that has followed the text."""
        if number != self._searching.number:
            self._searching.go_to(number)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self._frame.room.leave()
        if not self.panel.isVisible():
            self._bar.field.setFocus()
        self._searching.go_to(number)

    @Slot()
    def _enter(self) -> None:
        if self._searching.hits is not None and self._searching.hits.total:
            self.panel.enter()

    @Slot()
    def _leave(self) -> None:
        """Put the list away; the keyboard, if it was in there, goes back to the bar."""
        held = self.panel.isAncestorOf(self._frame.window().focusWidget() or self._frame)
        self._bar.set_listed(False)
        if held:
            self._bar.field.setFocus()

    @Slot()
    def _check(self) -> None:
        """Where something else is shown in the column, or it was hidden, the list is not wanted any more."""
        if not self._there:
            return
        room, side = self._frame.room, self._frame.side
        hidden = side.isHidden() and side not in room.aside and not room.still
        if hidden or side.currentWidget() is not self.panel:
            self._bar.set_listed(False)

    @Slot()
    def _dress(self) -> None:
        if "panel" in vars(self):
            self.panel.set_colors(self._parts.look.colors)

    def _tell(self) -> None:
        if self._acts is not None:
            self._acts["find-list"].setChecked(self._bar.listed)
