"""What the window does once the reader has something to read, and not before."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from briefer.gui.workspace import Workspace

BREATH = 250  # milliseconds between a document that has come and all that follows
PATIENCE = 1_000  # milliseconds; a document that takes longer is not waited for


class Settling(QObject):
    """`come` is emitted once: at `begin`, or soon after the document that is being opened then."""

    come = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._come)

    def begin(self) -> None:
        if not self._workspace.opening:
            self.come.emit()
            return
        self._timer.start(PATIENCE)
        self._workspace.settled.connect(self._soon)

    @Slot()
    def _soon(self) -> None:
        self._timer.start(BREATH)

    @Slot()
    def _come(self) -> None:
        self._workspace.settled.disconnect(self._soon)
        self.come.emit()
