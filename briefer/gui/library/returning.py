"""What is open when a library can be used again comes from it, as far as it is there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.gui.jobs import Jobs
from briefer.gui.workspace import Workspace


class Returning(QObject):
    """Looks the open documents up; the reader stays where he is in them."""

    def __init__(
        self, opener: Opener, workspace: Workspace, jobs: Jobs, texts: Texts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opener = opener
        self._workspace = workspace
        self._jobs = jobs
        self._texts = texts

    @Slot()
    def look_up(self) -> None:
        """Open what could not be opened, and show what the library has of what is not saved."""
        shelf = self._workspace.shelf
        if (tab := shelf.tab) is not None and tab.opened is None and tab.trouble is not None:
            self._workspace.come()
        for unsaved in [each.opened for each in shelf.tabs if each.opened is not None]:
            if unsaved.id is None and unsaved.document.sources:
                self._look_up(unsaved)

    def _look_up(self, unsaved: OpenDocument) -> None:
        def work(_progress: Progress) -> OpenDocument | None:
            return self._opener.known(unsaved.document)

        def done(saved: OpenDocument | None) -> None:
            if saved is not None:
                self._workspace.leaving.emit()
                self._workspace.show(saved, instead=unsaved, there=True)

        words = self._texts.gettext("Opening from the library…")
        self._jobs.start(Task(words, work), done, self._workspace.troubled.emit)
