"""Keeps the text under the eye in its place, whatever becomes of the text around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from briefer.gui.reader.eye import Eye
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.ribbon import Ribbon
from briefer.gui.reader.scrolling import ScrollLock
from briefer.gui.reader.standing import Standing


class Steady:
    """Does what may move the text, and brings back what the eye has noted. `shown` are the sides in sight."""

    def __init__(
        self,
        panes: Sequence[TextPane],
        ribbon: Ribbon,
        lock: ScrollLock,
        standing: Standing,
        shown: Callable[[], Sequence[int]],
    ) -> None:
        self._panes, self._ribbon, self._lock = panes, ribbon, lock
        self._standing, self._shown = standing, shown
        self.eye = Eye(panes, lock)

    def around(self, side: int, change: Callable[[], None]) -> None:
        """Do what may move the text; what is under the eye on a side stays, and is painted if it moved."""
        self.eye.look(side)
        before = self._view()
        change()
        self.restore()
        if self._view() != before:
            self.repaint()

    def settle(self) -> None:
        """Heights or places in sight have changed: bring what the eye has noted back to its place."""
        self.restore()
        self.repaint()

    def restore(self) -> None:
        """Tell how long the texts are, and bring what the eye has noted back to its place.

        Qt would move what it has painted along with the scroll bars, though it is the text that has moved.
        """
        for pane in self._panes:
            pane.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        self._lock.quietly(self._standing.tell)
        self.eye.restore()
        for pane in self._panes:
            pane.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)

    def repaint(self) -> None:
        for pane in self._panes:
            pane.viewport().update()
        self._ribbon.update()

    def _view(self) -> list[tuple[int, int, float]]:
        """Which paragraphs are to be seen on each side, and where the first of them is."""
        panes = [self._panes[side] for side in self._shown()]
        return [
            (first, last, pane.blocks.extent((first,))[0])
            for pane in panes
            for first, last in [pane.blocks.visible()]
            if first <= last
        ]
