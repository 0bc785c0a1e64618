"""Lists the library in its column: reads it, has the rows made, and leaves everything else as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from briefer.app.library import Library
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.gui.jobs import Job, Jobs, Told
from briefer.gui.library.delegate import DocumentDelegate
from briefer.gui.library.kept import PanelState, restore_panel, state_of
from briefer.gui.library.model import LibraryModel
from briefer.gui.library.order import Order
from briefer.gui.library.rows import Branch, Rows, rows_of
from briefer.gui.library.tree import LibraryTree

SETTLE = 15  # milliseconds for other things between two steps of listing many
FEW = 300  # documents that are listed at once


class Lister(QObject):
    """`listed` tells that the library has been read, `shown` that other rows are there, `began` that the
    first ones are; `troubled` carries an Exception.

    Few documents are listed at once, many in a job and then in two steps, because each takes its time.
    """

    listed = Signal()
    shown = Signal()
    began = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        texts: Texts,
        view: LibraryTree,
        model: LibraryModel,
        delegate: DocumentDelegate,
        wanted: Callable[[], str],
    ) -> None:
        """`wanted` says what the filter holds."""
        super().__init__(view)
        self._library = library
        self._jobs = jobs
        self._texts = texts
        self._view = view
        self._model = model
        self._delegate = delegate
        self._wanted = wanted
        self._order = Order.ITEM
        self._language = texts.language  # of what is listed
        self._kept = PanelState()  # for the first rows
        self._left: PanelState | None = None  # what other rows are still to be brought to
        self._job: Job | None = None
        self._again = self._unread = False
        self.read = self._fresh = False  # the library has been read, and just now for the first time
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._restore)
        self._parting = QTimer(self)
        self._parting.setSingleShot(True)
        self._parting.setInterval(2 * SETTLE)
        self._parting.timeout.connect(model.let_go)
        view.resized.connect(self._size_headings)
        view.lettered.connect(self.list)

    @property
    def state(self) -> PanelState:
        """How the column is now, to be restored at the next start."""
        if self._left is not None:
            return self._left
        return state_of(self._view, self._model, self._wanted()) if self.read else self._kept

    def restore(self, state: PanelState) -> None:
        """Be as `state` says once the library has been read."""
        self._kept = state
        self.sort(state.order)

    def sort(self, order: Order) -> None:
        """Sort documents by `order`."""
        self._order = order
        self.list()

    @Slot()
    def refresh(self) -> None:
        """Read the library anew, off the window's thread; wishes that come meanwhile are one."""
        self._unread = True
        self.list()

    def close(self) -> None:
        self._settle.stop()
        self._parting.stop()

    @Slot()
    def list(self) -> None:
        """List what there is as it is wished for now."""
        if self._job is not None:
            self._again = True
            return
        wanted = replace(
            self._model.listing, order=self._order, wanted=self._wanted(), height=self._delegate.row_height
        )
        if not self._unread and len(wanted.summaries) <= FEW:
            self._take(rows_of(wanted, self._texts))
            return
        reading, self._unread = self._unread, False
        same = self.read and self._language == self._texts.language
        before = self._model.rows
        self._language = self._texts.language

        def work(progress: Progress) -> Rows | None:
            listing = wanted
            if reading:
                summaries, folders = self._library.summaries(), self._library.folders()
                listing = replace(wanted, summaries=summaries, folders=folders)
            if same and listing == before.listing:
                return None
            return rows_of(listing, self._texts, progress.check, before)

        def done(rows: Rows | None) -> None:
            self._job = None
            if rows is not None:
                self._take(rows, first=reading and not self.read)
            if reading:
                self.listed.emit()
            self._go_on()

        def failed(error: Exception) -> None:
            self._job = None
            self.troubled.emit(error)
            self._go_on()

        words = self._texts.gettext("Reading the library…")
        self._job = self._jobs.start(Task(words, work), done, failed, quiet=self.read)
        self._job.told.connect(self._told)

    @Slot(object)
    def _told(self, told: Told) -> None:
        if told.ended and told.job is self._job:  # it was stopped: neither done nor failed
            self._job = None

    def _go_on(self) -> None:
        if self._again:
            self._again = False
            self.list()

    def _take(self, rows: Rows, *, first: bool = False) -> None:
        """Show other rows, and leave everything else as it was."""
        self._left = self.state
        self._view.setUpdatesEnabled(False)
        fresh = self._model.take(rows)
        if self._settle.isActive():  # what all rows are still to be brought to is left
            fresh = None
        self._model.size_headings(self._delegate.sizer(), fresh)
        self.read, self._fresh = self.read or first, self._fresh or first
        if fresh is None and rows.count > FEW:
            self._settle.start()
        else:
            self._restore_rows(fresh)
        self.shown.emit()

    @Slot()
    def _restore(self) -> None:
        self._restore_rows(None)

    def _restore_rows(self, fresh: Sequence[Branch] | None) -> None:
        """Bring the rows to what the ones before them were."""
        left, self._left = self._left, None
        if left is not None and self.read:
            restore_panel(self._view, self._model, left, fresh)
            if self._fresh:
                self._fresh = False
                self.began.emit()
        self._view.setUpdatesEnabled(True)
        self._parting.start()

    @Slot()
    def _size_headings(self) -> None:
        self._model.size_headings(self._delegate.sizer())
        self._view.scheduleDelayedItemsLayout()
