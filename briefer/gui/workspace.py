"""Which document stands open in the window, and how it gets there.

Opening and saving run as jobs; what goes wrong is told by `troubled`. No widgets here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.settings import RECENT, RECENT_FILES, Settings
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.app.wishes import Wishes, fulfil, fulfilling_words
from briefer.core.errors import FileMissing
from briefer.gui.jobs import Job, Jobs

T = TypeVar("T")
Then = Callable[[], None]
Failed = Callable[[Exception], None]


class Workspace(QObject):
    """The document at hand.

    `opened` carries an `OpenDocument`: another document is there now. `amended` carries one
    too: the same document was saved, or its symbol entered. `troubled` carries an Exception.
    """

    opened = Signal(object)
    amended = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        opener: Opener,
        library: Library,
        jobs: Jobs,
        settings: Settings,
        texts: Texts,
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self.document: OpenDocument | None = None
        self._opener = opener
        self._library = library
        self._jobs = jobs
        self._settings = settings
        self._texts = texts
        self._opening: Job | None = None

    def warm(self) -> None:
        """Get ready what the first document would have to wait for."""

        def work(_progress: Progress) -> None:
            self._texts.warm()

        self._jobs.start(
            Task(self._texts.gettext("Getting ready…"), work), lambda _: None, self.troubled.emit
        )

    def open_files(self, wishes: Wishes, failed: Failed | None = None) -> None:
        """Open one file, or two as language versions of one document; the newest wish wins.

        `failed` gets the error instead of `troubled`.
        """
        paths = [wish.path for wish in wishes]
        tell = failed or self.troubled.emit

        def work(progress: Progress) -> OpenDocument:
            return fulfil(self._opener, wishes, progress)

        def gone(error: Exception) -> None:
            if isinstance(error, FileMissing):
                self._forget(paths)
            tell(error)

        def done(opened: OpenDocument) -> None:
            self.remember(paths)
            self.show(opened)

        self.start(Task(fulfilling_words(wishes, self._texts), work), done, gone)

    def open_saved(self, document_id: str, then: Then | None = None) -> None:
        """Open a document of the library, and call `then` when it is there."""
        if self.document is not None and self.document.id == document_id:
            if then is not None:
                then()
            return

        def work(_progress: Progress) -> OpenDocument:
            return self._library.load(document_id)

        def done(opened: OpenDocument) -> None:
            self.show(opened)
            if then is not None:
                then()

        self.start(Task(self._texts.gettext("Opening from the library…"), work), done, self.troubled.emit)

    def save(self) -> None:
        """Put the document into the library."""
        document = self.document
        if document is None or document.id is not None:
            return

        def work(_progress: Progress) -> OpenDocument:
            return self._library.save(document)

        def done(saved: OpenDocument) -> None:
            if self.document is document:
                self.adopt(saved)

        self._jobs.start(Task(self._texts.gettext("Saving to the library…"), work), done, self.troubled.emit)

    def set_symbol(self, symbol: str | None) -> None:
        """Enter the symbol, saving the document first. Raises BrieferError."""
        if self.document is None:
            return
        saved = self.document if self.document.id is not None else self._library.save(self.document)
        self.adopt(saved)
        if saved.id is not None:
            self.adopt(self._library.set_symbol(saved.id, symbol))

    def adopt(self, document: OpenDocument) -> None:
        """Take `document` for the one at hand, of which it is a later state."""
        self.document = document
        self.amended.emit(document)

    def start(self, task: Task[T], done: Callable[[T], None], failed: Failed) -> None:
        """Run a task that opens something, in place of one that is still under way."""
        if self._opening is not None:
            self._opening.cancel()
        wish: list[Job] = []

        def still_wanted() -> bool:
            wanted = bool(wish) and wish[0] is self._opening
            if wanted:
                self._opening = None
            return wanted

        def come(result: T) -> None:
            if still_wanted():
                done(result)

        def gone(error: Exception) -> None:
            if still_wanted():
                failed(error)

        self._opening = self._jobs.start(task, come, gone)
        wish.append(self._opening)

    def stop_opening(self) -> None:
        """Give up what is being opened; what is open stays."""
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None

    def show(self, document: OpenDocument) -> None:
        """Put `document` in place of the one at hand."""
        self.document = document
        self.opened.emit(document)

    def remember(self, paths: Sequence[Path]) -> None:
        """Put the paths, one or two, at the head of the recent files."""
        entry = [str(path) for path in paths]
        others = [each for each in self._settings.get(RECENT) if each != entry]
        self._settings.set(RECENT, [entry, *others][:RECENT_FILES])

    def _forget(self, paths: Sequence[Path]) -> None:
        entry = [str(path) for path in paths]
        self._settings.set(RECENT, [each for each in self._settings.get(RECENT) if each != entry])
