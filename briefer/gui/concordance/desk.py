"""Joins the window of a concordance, the concordancer and the text; looks off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.messages import describe
from briefer.app.task import Progress, Task
from briefer.gui.jobs import Job
from briefer.gui.parts import Parts
from briefer.gui.reader.typography import family
from briefer.gui.reader.view import ReaderView
from briefer.gui.search.results import Passage
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.app.concording import Begun, TermWish
    from briefer.core.concordance.lines import Concordance, KwicLine
    from briefer.gui.concordance.window import ConcordanceWindow

T = TypeVar("T")

LONGEST = 200  # code points of a selection that may be meant as a term


class ConcordanceDesk(QObject):
    """Keeps one window of a concordance. `go` brings a `Passage` into sight."""

    def __init__(
        self,
        parts: Parts,
        workspace: Workspace,
        reader: ReaderView,
        go: Callable[[Passage], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._workspace = workspace
        self._reader = reader
        self._go_to = go
        self._over = window
        self._job: Job | None = None
        self.window: ConcordanceWindow | None = None
        parts.look.changed.connect(self._dress)
        workspace.opened.connect(self._document_changed)
        workspace.amended.connect(self._document_changed)

    @Slot()
    def ask(self) -> None:
        """Show the window, with what is selected in the text as its term."""
        chosen = self._reader.selected_targets()
        term = chosen[0].quote if len(chosen) == 1 and len(chosen[0].quote) <= LONGEST else ""
        window = self._shown()
        window.look_for(term or window.asking.term.text())

    def close(self) -> None:
        """Close the window, which would outlive the one it belongs to."""
        if self.window is not None and shiboken6.isValid(self.window):
            self.window.close()

    def _shown(self) -> ConcordanceWindow:
        from briefer.gui.concordance.window import ConcordanceWindow

        if self.window is None or not shiboken6.isValid(self.window):
            look = self._parts.look
            serif = family(look.appearance.family)
            window = ConcordanceWindow(self._parts.texts, look.colors, serif, self._document_id(), self._over)
            window.wanted.connect(self._look)
            window.passage_wanted.connect(self._go)
            window.export_wanted.connect(self._export)
            window.finished.connect(self._gone)
            self.window = window
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        return self.window

    def _document_id(self) -> str | None:
        document = self._workspace.document
        return document.id if document is not None else None

    @Slot(object)
    def _look(self, wish: TermWish) -> None:
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> Begun:
            return self._parts.concordance(wish, progress)

        def begun(found: Begun) -> None:
            if self.window is not None:
                self.window.show_concordance(found.concordance, whole=False)
                self._start(found.finished, self._finished)

        self._start(work, begun)

    def _start(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Do the next part of the work; what comes of one that is not wanted any more is not shown."""

        def still(found: T) -> None:
            if self._job is job:
                done(found)

        def failed(error: Exception) -> None:
            if self._job is job and self.window is not None:
                self.window.say(partial(describe, error))

        task = Task(self._parts.texts.gettext("Looking for every place…"), work)
        job = self._parts.jobs.start(task, still, failed)
        self._job = job

    def _finished(self, found: Concordance) -> None:
        if self.window is not None:
            self.window.complete(found)

    @Slot(object)
    def _go(self, line: KwicLine) -> None:
        text = line.counterpart or ""
        words = tuple(dict.fromkeys(text[mark.start : mark.end] for mark in line.counterpart_marks))
        self._go_to(Passage(line.document_id, line.language, line.index, (line.node,), words))
        self._over.activateWindow()

    @Slot(object)
    def _export(self, path: Path) -> None:
        from briefer.app.concordance_words import export_concordance

        window = self.window
        concordance = window.concordance if window is not None else None
        if window is None or concordance is None:
            return
        try:
            export_concordance(concordance.ordered(window.sorting.order), path, self._parts.texts)
        except Exception as error:  # noqa: BLE001 - whatever the disk says is told
            window.say(partial(describe, error))
        else:
            window.say(lambda texts: texts.gettext("The concordance is in “{path}”.").format(path=path))

    @Slot()
    def _gone(self) -> None:
        self.window = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot()
    def _dress(self) -> None:
        if self.window is not None:
            self.window.set_colors(self._parts.look.colors)

    @Slot()
    def _document_changed(self) -> None:
        if self.window is not None:
            self.window.asking.set_within(self._document_id())
