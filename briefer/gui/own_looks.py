"""Sets each document in its own way, where it has one, when it comes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from briefer.app.model import OpenDocument
from briefer.app.state import Kept
from briefer.gui.look import Look
from briefer.gui.workspace import Workspace


class OwnLookDesk(QObject):
    """To be made before what shows the document, so that it is set once."""

    def __init__(self, look: Look, workspace: Workspace, window: QObject) -> None:
        super().__init__(window)
        self._look = look
        workspace.opened.connect(self._opened)

    @Slot(object)
    def _opened(self, opened: OpenDocument | None) -> None:
        self._look.attend(Kept.of(opened).key if opened is not None else "")
