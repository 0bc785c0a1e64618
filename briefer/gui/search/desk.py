"""Joins the search field, the searcher and the results; searches as one types, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.messages import describe
from briefer.app.narrowing import finished, narrowed, narrows, unfinished, widened
from briefer.app.search_wish import SearchWish
from briefer.app.task import Progress, Task
from briefer.core.errors import QueryWrong
from briefer.core.hits import NoteHit, SearchResults
from briefer.gui.actions import Handlers
from briefer.gui.jobs import Job, Told
from briefer.gui.parts import Parts
from briefer.gui.search.catching_up import CatchingUp
from briefer.gui.search.field import SearchField
from briefer.gui.search.keeping import KeepingDesk
from briefer.gui.search.results import Passage, ResultsPanel
from briefer.gui.search.saved import SavedPanel
from briefer.gui.workspace import Workspace

PAUSE = 200  # milliseconds without a key before the search starts


class SearchDesk(QObject):
    """`began` and `ended` tell when there are results to show; `arrived` carries a `Passage`.

    `stocked` says whether the library holds anything.
    """

    began = Signal()
    ended = Signal()
    arrived = Signal(object)

    def __init__(
        self,
        parts: Parts,
        stocked: Callable[[], bool],
        workspace: Workspace,
        panels: tuple[SearchField, ResultsPanel, SavedPanel],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._search = parts.search
        self._stocked = stocked
        self._workspace = workspace
        self._jobs = parts.jobs
        self._field, self._results, saved = panels
        self.keeping = KeepingDesk(parts, self._field, saved, window)
        self._texts = parts.texts
        self._window = window
        self._only: str | None = None  # the document that is searched alone
        self._job: Job | None = None
        self._asked = self._caught_up = ("", False, False)  # the query, patiently, while typing
        self._catching_up = CatchingUp(parts, self)
        self._kept_read = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self._ask(typing=True))
        self._connect()
        saved.wanted.connect(self.look_for)

    def handlers(self) -> Handlers:
        """What each action about searching does."""
        return {
            "search": self._field.enter,
            "next-hit": lambda: self._results.step(1),
            "previous-hit": lambda: self._results.step(-1),
            "queries": self.explain,
        }

    def take_up(self) -> None:
        """Search for what was typed before the desk was there."""
        if self._field.text():
            self._typed(self._field.text())

    @Slot()
    def search(self) -> None:
        """Search for what stands in the field now; an older search is given up."""
        query = self._field.text().strip()
        if query and self._check(query) is None and self._stocked():
            self.keeping.asked(query)
        self._ask()

    def _ask(self, *, patient: bool = False, typing: bool = False) -> None:
        """Search; while somebody is still `typing`, the last word may be the beginning of one.

        The index is asked as it is. If it is behind, it is brought up to date, and asked again; if it still
        is then, one has to be `patient`.
        """
        self._pause.stop()
        query = self._field.text().strip()
        if not query:
            return
        self.began.emit()
        if self._job is not None:
            self._job.cancel()
        if (wrong := self._check(query)) is not None:
            self._refuse(wrong, typing=typing)
            return
        self._asked = (query, patient, typing)
        wish = SearchWish(unfinished(query) if typing else query, self._only, patient)

        def work(progress: Progress) -> SearchResults:
            found = self._search(wish, progress)
            progress.check()
            return found

        def done(found: SearchResults) -> None:
            if self._job is job:
                self._job = None
                self._results.show_results(_as_written(found, wish, query), query, bare=not self._stocked())
                if found.behind:
                    self._catch_up(patient=patient)

        def failed(error: Exception) -> None:
            if self._job is job:
                self._job = None
                self._results.say(partial(describe, error))

        self._results.wait()
        job = self._jobs.start(Task(self._texts.gettext("Searching the library…"), work), done, failed)
        self._job = job
        job.told.connect(self._told)

    @Slot(object)
    def _told(self, told: Told) -> None:
        """Somebody has stopped the search: neither is it done nor has it failed."""
        if told.ended and told.job is self._job:
            self._job = None
            self._results.give_up()

    def _refuse(self, wrong: QueryWrong, *, typing: bool) -> None:
        """Say what is wrong, and mark the place once nobody types any more."""
        self._job = None
        self._results.say(partial(describe, wrong))
        position = wrong.params.get("position")
        if isinstance(position, int) and not typing:
            self._field.mark(position)

    def _catch_up(self, *, patient: bool) -> None:
        """The index is behind: have it made, unless that has not helped."""
        if patient:
            self._catching_up.later()
        elif self._caught_up == self._asked:
            self._ask(patient=True, typing=self._asked[2])
        else:
            self._catching_up.begin()

    @Slot()
    def _ask_again(self) -> None:
        """The index is up to date, or cannot be brought there."""
        query, _patient, typing = self._asked
        if self._results.behind and self._job is None and query == self._field.text().strip():
            self._caught_up = self._asked
            self._ask(typing=typing)

    @Slot(str)
    def look_for(self, query: str) -> None:
        """Put a query into the field and search for it."""
        self._field.setText(query)
        self.search()

    @Slot()
    def library_listed(self) -> None:
        """The library has been read: once there is one, what is kept in it can be shown."""
        if not self._kept_read and self._stocked():
            self._kept_read = True
            self.keeping.refresh()

    @Slot(object)
    def go(self, passage: Passage) -> None:
        """Bring a passage into sight, opening its document first if need be."""
        self._workspace.open_saved(passage.document_id, lambda: self.arrived.emit(passage))

    @Slot()
    def explain(self) -> None:
        """Show how queries are written."""
        from briefer.app.query_guide import query_guide
        from briefer.gui.search.guide import QueryGuide

        guide = QueryGuide(query_guide(self._texts), self._texts, self._window)
        guide.tried.connect(self.look_for)
        guide.open()

    def _check(self, query: str) -> QueryWrong | None:
        """What is wrong with a query; an empty one is not."""
        from briefer.core.query import parse_query
        from briefer.core.wordforms import WordForms

        try:
            parse_query(query, WordForms())  # enough to see whether it can be read
        except QueryWrong as wrong:
            return wrong if query else None
        return None

    @Slot(str)
    def _typed(self, text: str) -> None:
        wrong = self._check(text.strip())
        self._field.show_trouble(text.strip(), wrong)
        if text.strip() and wrong is None:
            self._pause.start()
            return
        self._pause.stop()
        if not text.strip():
            self._job = None
            self._catching_up.leave()
            self._set_only(None)
            self.ended.emit()

    @Slot(str)
    def _toggle(self, asked: str) -> None:
        """Narrow the query by what a chip stands for, or no more."""
        query = self._field.text()
        self.look_for(widened(query, asked) if narrows(query, asked) else narrowed(query, asked))

    @Slot(bool)
    def _look_here(self, on: bool) -> None:
        document = self._workspace.document
        self._set_only(document.id if on and document is not None else None)
        self.search()

    @Slot(str)
    def _look_in(self, document_id: str) -> None:
        """Show all hits of one document."""
        self._set_only(document_id)
        self.search()

    def _set_only(self, document_id: str | None) -> None:
        self._only = document_id
        self._show_only()

    @Slot()
    def _document_changed(self) -> None:
        """Another document is at hand, or it is saved now: what was searched alone is so no longer."""
        document = self._workspace.document
        if document is None or document.id != self._only:
            self._only = None
        self._show_only()

    @Slot(object)
    def _open_noted(self, note: NoteHit) -> None:
        """Open the document that a briefing note is about."""
        if note.document_id is not None:
            self._workspace.open_saved(note.document_id)

    def _show_only(self) -> None:
        document = self._workspace.document
        possible = self._only is not None or (document is not None and document.id is not None)
        self._results.set_here(possible, self._only is not None)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._typed)
        self._field.returnPressed.connect(self.search)
        self._field.list_wanted.connect(self._results.enter)
        self._field.help_wanted.connect(self.explain)
        self._catching_up.moved.connect(self._results.set_progress)
        self._catching_up.through.connect(self._ask_again)
        results = self._results
        results.closed.connect(self._field.clear)
        results.passage_wanted.connect(self.go)
        results.note_wanted.connect(self._open_noted)
        results.query_wanted.connect(self.look_for)
        results.chip_toggled.connect(self._toggle)
        results.here_toggled.connect(self._look_here)
        results.more_wanted.connect(self._look_in)
        results.save_wanted.connect(lambda: self.keeping.keep(self._field.text()))
        results.help_wanted.connect(self.explain)
        self._workspace.opened.connect(self._document_changed)
        self._workspace.amended.connect(self._document_changed)


def _as_written(found: SearchResults, wish: SearchWish, query: str) -> SearchResults:
    """What is offered without what was made of a word of `query` that was still being typed."""
    if found.suggestion is None or wish.query == query:
        return found
    return replace(found, suggestion=finished(found.suggestion))
