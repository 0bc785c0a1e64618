"""Joins the export dialog with the making of notes, which runs as a job."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.app.annotating import Annotator
from briefer.app.briefing import BriefingNotes
from briefer.app.model import OpenDocument
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.gui.briefing.export_dialog import ExportDialog, NoteWish
from briefer.gui.jobs import Jobs


class BriefingDesk(QObject):
    """`written` carries the Path of a note, `author_entered` a name, `troubled` an Exception."""

    written = Signal(object)
    author_entered = Signal(str)
    troubled = Signal(object)

    def __init__(
        self, notes: BriefingNotes, annotator: Annotator, jobs: Jobs, texts: Texts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._notes = notes
        self._annotator = annotator
        self._jobs = jobs
        self._texts = texts
        self._window = window

    def ask(self, opened: OpenDocument, author: str) -> None:
        """Let the reader fill in the header, and write the note then."""
        dialog = ExportDialog(opened, self._notes, author, self._texts, self._window)
        dialog.wanted.connect(lambda wish: self.export(opened, wish))
        dialog.open()

    def export(self, opened: OpenDocument, wish: NoteWish) -> None:
        self.author_entered.emit(wish.header.author)

        def work(_progress: Progress) -> Path:
            annotations = self._annotator.annotations(opened.id)
            note = self._notes.compose(opened, annotations, wish.header, wish.quoted)
            self._notes.write(note, wish.path)
            return wish.path

        task = Task(self._texts.gettext("Writing the briefing note…"), work)
        self._jobs.start(task, self.written.emit, self.troubled.emit)
