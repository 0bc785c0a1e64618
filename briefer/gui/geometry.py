"""Where the window and its columns were when it was closed, from one day to the next."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from briefer.app.settings import COLUMNS, GEOMETRY, Settings


class Geometry:
    """Remembers place, size and columns of a window in the settings."""

    def __init__(self, window: QMainWindow, columns: QSplitter, settings: Settings) -> None:
        self._window = window
        self._columns = columns
        self._settings = settings

    def restore(self) -> None:
        if geometry := self._settings.get(GEOMETRY):
            self._window.restoreGeometry(_decoded(geometry))
        if columns := self._settings.get(COLUMNS):
            self._columns.restoreState(_decoded(columns))

    def remember(self) -> None:
        self._settings.set(GEOMETRY, _encoded(self._window.saveGeometry()))
        self._settings.set(COLUMNS, _encoded(self._columns.saveState()))


def _encoded(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _decoded(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text))
    except ValueError:
        return QByteArray()
