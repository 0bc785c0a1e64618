"""What second starts bring: opened one after the other, in tabs of this window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from briefer.gui.instance.message import Wanted
from briefer.gui.workspace import Workspace

MOST_WAITING = 50


class Arrivals(QObject):
    """Opens files by `open_files` as soon as nothing else is being opened."""

    def __init__(
        self, workspace: Workspace, open_files: Callable[[Sequence[Path]], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._open_files = open_files
        self._window = window
        self._waiting: deque[tuple[Path, ...]] = deque(maxlen=MOST_WAITING)
        workspace.settled.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def take(self, wanted: Wanted) -> None:
        """Come to the front, and open what is wanted."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if wanted.files:
            self._waiting.append(wanted.files)
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        if self._waiting and not self._workspace.opening:
            self._open_files(self._waiting.popleft())
