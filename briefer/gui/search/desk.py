"""Joins the search field, the searcher and the results; searches as one types, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from briefer.app.messages import describe
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.core.hits import DocumentHits
from briefer.gui.jobs import Job, Jobs
from briefer.gui.search.results import Passage, ResultsPanel
from briefer.gui.workspace import Workspace

Search = Callable[[str], list[DocumentHits]]

PAUSE = 250  # milliseconds without a key before the search starts


class SearchDesk(QObject):
    """`began` and `ended` tell when there are results to show; `arrived` carries a `Passage`."""

    began = Signal()
    ended = Signal()
    arrived = Signal(object)

    def __init__(
        self,
        search: Search,
        workspace: Workspace,
        jobs: Jobs,
        field: QLineEdit,
        results: ResultsPanel,
        texts: Texts,
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._search = search
        self._workspace = workspace
        self._jobs = jobs
        self._field = field
        self._results = results
        self._texts = texts
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search)
        field.textChanged.connect(self._typed)
        field.returnPressed.connect(self.search)
        results.closed.connect(field.clear)
        results.passage_wanted.connect(self.go)

    @Slot()
    def search(self) -> None:
        """Search for what stands in the field now; an older search is given up."""
        self._pause.stop()
        query = self._field.text().strip()
        if not query:
            return
        self.began.emit()
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> list[DocumentHits]:
            found = self._search(query)
            progress.check()
            return found

        def done(found: list[DocumentHits]) -> None:
            if self._job is job:
                self._results.show_results(tuple(found))

        def failed(error: Exception) -> None:
            if self._job is job:
                self._results.say(partial(describe, error))

        job = self._jobs.start(Task(self._texts.gettext("Searching the library…"), work), done, failed)
        self._job = job

    @Slot(str)
    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
            return
        self._pause.stop()
        self._job = None
        self.ended.emit()

    @Slot(object)
    def go(self, passage: Passage) -> None:
        """Bring a passage into sight, opening its document first if need be."""
        self._workspace.open_saved(passage.document_id, lambda: self.arrived.emit(passage))
