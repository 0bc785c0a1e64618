"""Notices what comes from outside the window: changes by other programs, files in watched folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.library import Library, LibraryChanged
from briefer.app.model import Imported
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.gui.jobs import Jobs

if TYPE_CHECKING:
    from briefer.app.watching import Brought, WatchedFolders

CHANGES = 3_000  # milliseconds between two looks at the database
FOLDERS = 15_000  # milliseconds between two looks at the watched folders
FIRST = 1_500  # milliseconds before the first of these, and longer while the reader waits for a document


class Noticing(QObject):
    """Looks while the window is there. `brought` carries what was imported, `missing` folders' Paths.

    The first look into the folders opens the store, which takes its time: it waits while `opening` says
    that the reader waits for a document. `changed` tells that the library is another one than before.
    `troubled` carries an Exception, the same one only once.
    """

    changed = Signal()
    brought = Signal(object)
    missing = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        library: Library,
        watched: WatchedFolders,
        opening: Callable[[], bool],
        jobs: Jobs,
        texts: Texts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._watched = watched
        self._opening = opening
        self._jobs = jobs
        self._texts = texts
        self._looking = False
        self._gone: tuple[Path, ...] = ()
        self._told = ""
        self._changes = QTimer(self)
        self._changes.setInterval(CHANGES)
        self._changes.timeout.connect(self.look_for_changes)
        self._folders = QTimer(self)
        self._folders.setInterval(FOLDERS)
        self._folders.timeout.connect(self.look_into_folders)
        self._first = QTimer(self)
        self._first.setInterval(FIRST)
        self._first.timeout.connect(self._look_first)

    def start(self) -> None:
        """Look from now on."""
        self._library.changed_outside()  # from here on
        self._window.installEventFilter(self)
        self._changes.start()
        self._folders.start()
        self._first.start()

    def stop(self) -> None:
        self._changes.stop()
        self._first.stop()
        self._folders.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.WindowActivate and self._changes.isActive():
            self.look_for_changes()
        return super().eventFilter(watched, event)

    @Slot()
    def look_for_changes(self) -> None:
        """Tell everybody when the library is another one than at the last look."""
        if self._library.changed_outside():
            self._library.changed.tell(LibraryChanged(None))
            self.changed.emit()

    @Slot()
    def _look_first(self) -> None:
        if not self._opening():
            self._first.stop()
            self.look_into_folders()

    @Slot()
    def look_into_folders(self) -> None:
        """Import what has come into the watched folders, as a job that nobody has to look at."""
        if self._looking:
            return
        self._looking = True

        def work(progress: Progress) -> Brought:
            return self._watched.look(progress)

        words = self._texts.gettext("Looking into watched folders…")
        self._jobs.start(Task(words, work), self._done, self._failed, quiet=True)

    def _done(self, brought: Brought) -> None:
        self._looking = False
        self._told = ""
        imported: Sequence[Imported] = brought.imported
        if imported:
            self.brought.emit(list(imported))
        gone = tuple(path for path in brought.missing if path not in self._gone)
        self._gone = brought.missing
        if gone:
            self.missing.emit(gone)

    def _failed(self, error: Exception) -> None:
        self._looking = False
        if str(error) != self._told:
            self._told = str(error)
            self.troubled.emit(error)
