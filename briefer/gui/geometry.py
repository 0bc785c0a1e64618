"""Where the window and its columns were when it was closed, from one day to the next."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from briefer.app.settings import COLUMNS, GEOMETRY, Settings
from briefer.gui.room import Room

DIGITS = 5  # of a width in pixels


class Geometry:
    """Remembers place, size and columns of a window in the settings."""

    def __init__(self, window: QMainWindow, room: Room, settings: Settings) -> None:
        self._window = window
        self._room = room
        self._settings = settings

    def restore(self) -> None:
        if geometry := self._settings.get(GEOMETRY):
            self._window.restoreGeometry(_decoded(geometry))
        widths = self._settings.get(COLUMNS).split()
        if all(width.isascii() and width.isdecimal() and len(width) <= DIGITS for width in widths):
            self._room.take_over([int(width) for width in widths])

    def remember(self) -> None:
        """Keep all that; of the columns how wide they are where there is room for them."""
        self._settings.set(GEOMETRY, _encoded(self._window.saveGeometry()))
        self._settings.set(COLUMNS, " ".join(map(str, self._room.usual)))


def _encoded(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _decoded(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text))
    except ValueError:
        return QByteArray()
