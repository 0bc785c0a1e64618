"""The way back from a search that was given up: to where the reader was before it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefer.core.text_index import Needle
from briefer.gui.reader.current import Current
from briefer.gui.reader.place import Place
from briefer.gui.reader.searching import Searching
from briefer.gui.reader.spread import Spread
from briefer.gui.reader.whereabouts import Whereabouts, return_to, whereabouts


class Detour(QObject):
    """Goes back, unless the reader has gone on from the hit that came while typing, or elsewhere."""

    def __init__(self, spread: Spread, current: Current, searching: Searching) -> None:
        super().__init__(searching)
        self._spread = spread
        self._current = current
        self._start: Whereabouts | None = None
        self._at: Place | None = None
        self._needle: Needle | None = None
        self._searching = searching
        searching.began.connect(self._begin)
        searching.came_to.connect(self._came)
        searching.left.connect(self._leave)

    def _begin(self) -> None:
        self._start = whereabouts(self._spread, self._current)
        self._at = self._needle = None

    def _came(self) -> None:
        needle = self._searching.state.needle
        if needle == self._needle:
            self._start = None  # another hit of the same: it is wanted
        self._needle = needle
        self._at = self._current.place

    def _leave(self) -> None:
        start, self._start = self._start, None
        if start is not None and self._at is not None and self._at == self._current.place:
            return_to(start, self._spread, self._current)
