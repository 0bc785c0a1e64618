"""Which documents stand open in the window, which of them is at hand, and how they get there.

Opening and saving run as jobs; what goes wrong is told by `troubled`. No widgets here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.recent import Recent
from briefer.app.settings import Settings
from briefer.app.state import Kept
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.app.wishes import Wishes, fulfil, fulfilling_words
from briefer.core.errors import FileMissing
from briefer.gui.jobs import Jobs
from briefer.gui.newest import Newest
from briefer.gui.shelf import Shelf, Tab

T = TypeVar("T")
Then = Callable[[], None]
Failed = Callable[[Exception], None]


class Workspace(QObject):
    """The document at hand, and the shelf it stands on with the others.

    `leaving` tells that the document at hand will be another one; its place is still there to
    be noted. `opened` carries an `OpenDocument`: that is there now; or None: none is. `amended`
    carries one too: the same document was saved, or its symbol entered. `shelved` tells that
    the tabs are others, or are called otherwise. `begun` tells that something is being
    opened, `settled` that nothing is any more. `troubled` carries an Exception.
    """

    leaving = Signal()
    opened = Signal(object)
    amended = Signal(object)
    shelved = Signal()
    begun = Signal()
    settled = Signal()
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
        self.shelf = Shelf()
        self._opener = opener
        self._library = library
        self._jobs = jobs
        self._texts = texts
        self.recent = Recent(settings)
        self._newest = Newest(jobs, self)
        self._newest.settled.connect(self.settled)
        self._awaiting: Tab | None = None  # that is being read, if it has a tab already

    @property
    def document(self) -> OpenDocument | None:
        """The document at hand."""
        return self.shelf.tab.opened if self.shelf.tab else None

    @property
    def opening(self) -> bool:
        """Whether something is being opened."""
        return self._newest.busy

    @property
    def opening_another(self) -> bool:
        """Whether a document is being opened that has no tab yet, while none that was read is at hand."""
        return self.opening and self.document is None and self._awaiting is None

    @property
    def opening_words(self) -> str:
        """What is being opened, as the bar above says it; "" when nothing is."""
        return self._newest.name

    def remember(self, paths: Sequence[Path]) -> None:
        """Put the paths, one or two, at the head of the recent files."""
        self.recent.remember(paths)

    @Slot()
    def warm(self) -> None:
        """Get ready what the list of the library, and dates in it, would have to wait for."""

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
                self.recent.forget(paths)
            tell(error)

        def done(opened: OpenDocument) -> None:
            self.remember(paths)
            self.bring(opened)

        self.start(Task(fulfilling_words(wishes, self._texts), work), done, gone)

    def open_saved(self, document_id: str, then: Then | None = None) -> None:
        """Open a document of the library, and call `then` when it is there."""
        for number, tab in enumerate(self.shelf.tabs):
            if tab.opened is not None and tab.opened.id == document_id:
                self.turn(number)
                if then is not None:
                    then()
                return

        def work(_progress: Progress) -> OpenDocument:
            return self._library.load(document_id)

        def done(opened: OpenDocument) -> None:
            self.bring(opened)
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
            self.supersede(document, saved)

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
        if self.shelf.tab is not None:
            self._put(self.shelf.tab, document)
            self.amended.emit(document)
            self.shelved.emit()

    def supersede(self, before: OpenDocument, after: OpenDocument) -> None:
        """Take `after` for `before`, of which it is a later state, wherever that stands open."""
        for tab in self.shelf.tabs:
            if tab.opened is before or (tab.opened is not None and tab.opened.id == after.id is not None):
                if tab is self.shelf.tab:
                    self.adopt(after)
                else:
                    self._put(tab, after)

    def start(self, task: Task[T], done: Callable[[T], None], failed: Failed) -> None:
        """Run a task that opens something, in place of one that is still under way."""
        self._awaiting = None
        self._newest.start(task, done, failed)
        self.begun.emit()

    def stop_opening(self) -> None:
        """Give up what is being opened; what is open stays."""
        self._newest.stop()

    def show(
        self, document: OpenDocument, instead: OpenDocument | None = None, *, there: bool = False
    ) -> None:
        """Put `document` in place of the one at hand; `there` keeps the reader's place in it.

        If `instead` stands open in a tab further back, it is put in its place there.
        """
        behind = [tab for tab in self.shelf.tabs if instead is not None and tab.opened is instead]
        tab = behind[0] if behind else self.shelf.tab
        if tab is None:
            self.bring(document)
            return
        self._put(tab, document)
        if not there:
            tab.whereabouts = None
        if tab is self.shelf.tab:
            self.opened.emit(document)
        self.shelved.emit()

    def keep_choices(self, document: OpenDocument, wishes: Wishes) -> None:
        """Read the files of `document` like this again when its tab is brought back."""
        for tab in self.shelf.tabs:
            if tab.opened is document and document.id is None:
                chosen = tuple(replace(wish.choices, password=None) for wish in wishes)
                tab.kept = replace(tab.kept, choices=chosen)
        self.shelved.emit()

    def bring(self, document: OpenDocument) -> None:
        """Put `document` at hand: in the tab that it stands in already, or in one of its own."""
        self.leaving.emit()
        number = self.shelf.find(document)
        if number is None:
            self.shelf.add(Tab(Kept.of(document, self._texts.language), document))
        else:
            self.shelf.number = number
            self._put(self.shelf.tabs[number], document)
        self.opened.emit(document)
        self.shelved.emit()

    def turn(self, number: int) -> None:
        """Put the document of a tab at hand; one that was not read yet is opened now."""
        if number == self.shelf.number or not 0 <= number < len(self.shelf.tabs):
            return
        self.leaving.emit()
        self.shelf.number = number
        self.come()

    def close(self, number: int) -> None:
        """Close a tab; the one beside it is at hand then, if it was this one."""
        if not 0 <= number < len(self.shelf.tabs):
            return
        at_hand = self.shelf.tab
        if self.shelf.tabs[number] is self._awaiting:
            self.stop_opening()
        self.leaving.emit()
        self.shelf.close(number)
        if self.shelf.tab is not at_hand:
            self.come()
        else:
            self.shelved.emit()

    def reopen(self) -> None:
        """Bring the tab back that was closed last."""
        self.leaving.emit()
        if self.shelf.reopen():
            self.come()
        else:
            self.shelved.emit()

    def come(self) -> None:
        """Show the tab at hand as it is; if it was not read yet, it is read."""
        tab = self.shelf.tab
        self.opened.emit(tab.opened if tab else None)
        self.shelved.emit()
        if tab is not None and tab.opened is None:
            self._fetch(tab)

    def _fetch(self, tab: Tab) -> None:
        kept = tab.kept

        def work(progress: Progress) -> OpenDocument:
            if kept.id is not None:
                return self._library.load(kept.id)
            return fulfil(self._opener, kept.wishes, progress)

        def done(opened: OpenDocument) -> None:
            self._put(tab, opened)
            if tab is self.shelf.tab:
                self.opened.emit(opened)
            self.shelved.emit()

        def failed(error: Exception) -> None:
            tab.trouble = error
            self.troubled.emit(error)
            self.shelved.emit()

        tab.trouble = None
        words = self._texts.gettext("Opening {name}…").format(name=kept.title)
        self.start(Task(words, work), done, failed)
        self._awaiting = tab

    def _put(self, tab: Tab, document: OpenDocument) -> None:
        tab.opened, tab.trouble = document, None
        tab.kept = tab.kept.reading(document, self._texts.language)
