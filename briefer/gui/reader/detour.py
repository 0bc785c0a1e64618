"""The way back from a search that was given up: to where the reader was before it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefer.gui.reader.current import Current
from briefer.gui.reader.place import Place
from briefer.gui.reader.searching import Searching
from briefer.gui.reader.spread import Spread
from briefer.gui.reader.whereabouts import Whereabouts, return_to, whereabouts


class Detour(QObject):
    """Goes back, unless the reader has gone somewhere else than from hit to hit."""

    def __init__(self, spread: Spread, current: Current, searching: Searching) -> None:
        super().__init__(searching)
        self._spread = spread
        self._current = current
        self._start: Whereabouts | None = None
        self._at: Place | None = None
        searching.began.connect(self._begin)
        searching.came_to.connect(self._came)
        searching.left.connect(self._leave)

    def _begin(self) -> None:
        self._start = whereabouts(self._spread, self._current)
        self._at = None

    def _came(self) -> None:
        self._at = self._current.place

    def _leave(self) -> None:
        start, self._start = self._start, None
        if start is not None and self._at is not None and self._at == self._current.place:
            return_to(start, self._spread, self._current)
