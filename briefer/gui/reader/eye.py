"""Remembers what the reader looks at, and brings it back after the text has moved."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.core.values import dataclass
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows
from briefer.gui.reader.scrolling import ScrollLock


@dataclass(frozen=True, slots=True)
class _Look:
    index: int
    offset: float  # of the paragraph's top from the pane's, in pixels
    value: int  # of the scroll bar, as this eye has seen or set it


class Eye:
    """The paragraph under the eye: the current one if it is in sight, else the first that is.

    With the panes locked one look serves both; unlocked, each pane keeps its own. A look is
    kept as long as nobody scrolls, so that rounding does not add up.
    """

    def __init__(self, panes: Sequence[TextPane], lock: ScrollLock) -> None:
        self._panes = panes
        self._lock = lock
        self._looks: dict[int, _Look] = {}

    def forget(self) -> None:
        """Another document is shown, or somebody has scrolled."""
        self._looks = {}

    def look(self, active: int) -> None:
        """Take note of where the eye is now."""
        sides = (active, 1 - active)
        for side in sides:
            kept = self._looks.get(side)
            if kept is None or kept.value != self._panes[side].verticalScrollBar().value():
                seen = self._see(side)
                self._looks.pop(side, None)
                if seen is not None:
                    self._looks[side] = seen
            if self._lock.locked and side in self._looks:
                self._looks = {side: self._looks[side]}
                return

    def look_at(self, side: int, index: int) -> None:
        """Take note of one paragraph if it is in sight."""
        first, last = self._panes[side].blocks.visible()
        if first <= index <= last:
            pane = self._panes[side]
            scrolled = pane.verticalScrollBar().value()
            look = _Look(index, pane.blocks.top(index) - scrolled, scrolled)
            self._looks = {side: look} if self._lock.locked else {**self._looks, side: look}

    def aim(self, side: int, index: int, offset: float) -> None:
        """Let the next `restore` bring a paragraph so far below the upper edge of the view."""
        look = _Look(index, offset, 1)
        self._looks = {side: look} if self._lock.locked else {**self._looks, side: look}

    def lift(self, pixels: int) -> None:
        """The views begin so much lower on the screen, or higher if less than 0; what is noted does not."""
        self._looks = {
            side: _Look(look.index, look.offset - pixels, look.value) for side, look in self._looks.items()
        }

    def cross(self, rows: Rows, side: int) -> None:
        """Look at what stands opposite what is noted, on `side`."""
        look = self._looks.get(1 - side)
        if look is not None and look.index < len(rows.versions[1 - side].paragraphs):
            own = rows.near(rows.row_of(1 - side, look.index), side)
            self._looks = {side: _Look(own, look.offset, look.value)}

    def restore(self, *, from_top: bool = False) -> None:
        """Bring the paragraph noted to where it stood.

        A text that stands at its top stays there, unless `from_top`.
        """
        for side, look in tuple(self._looks.items()):
            pane = self._panes[side]
            if look.index >= pane.blocks.count:
                continue
            top = 0 if look.value <= 0 and not from_top else round(pane.blocks.top(look.index) - look.offset)
            self._lock.place(side, max(0, top))
            self._looks[side] = _Look(look.index, look.offset, pane.verticalScrollBar().value())

    def _see(self, side: int) -> _Look | None:
        pane = self._panes[side]
        if pane.version is None or not pane.version.paragraphs:
            return None
        first, last = pane.blocks.visible()
        if last < first:
            return None
        current = [index for index in pane.underlay.current if first <= index <= last]
        scrolled = pane.verticalScrollBar().value()
        whole = (index for index in range(first, last + 1) if pane.blocks.top(index) >= scrolled)
        index = current[0] if current else next(whole, first)
        return _Look(index, pane.blocks.top(index) - scrolled, scrolled)
