"""Joins the export dialog with the making of notes, which runs as a job."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.model import OpenDocument
from briefer.app.settings import AUTHOR
from briefer.app.task import Progress, Task
from briefer.gui.actions import Handlers
from briefer.gui.notices import NoticeBar, Tone
from briefer.gui.parts import Parts
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.gui.briefing.export_dialog import NoteWish


class BriefingDesk(QObject):
    """Writes briefing notes, and says in the bar where they are.

    `settle` saves what is being written; while it cannot, nothing is exported. `written` carries
    the Path of a note, `troubled` an Exception.
    """

    written = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        parts: Parts,
        workspace: Workspace,
        settle: Callable[[], bool],
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._notes = parts.notes
        self._records = parts.records
        self._annotator = parts.annotator
        self._settings = parts.settings
        self._jobs = parts.jobs
        self._texts = parts.texts
        self._workspace = workspace
        self._settle = settle
        self._notices = notices
        self._window = window
        self.written.connect(self._tell_written)
        self.troubled.connect(notices.say_error)

    def handlers(self) -> Handlers:
        return {"export": self.export_current}

    @Slot()
    def export_current(self) -> None:
        """Ask about a note on the document at hand."""
        if self._workspace.document is not None and self._settle():
            self.ask(self._workspace.document, self._settings.get(AUTHOR))

    def ask(self, opened: OpenDocument, author: str) -> None:
        """Let the reader fill in the header, and write the note then."""
        from briefer.gui.briefing.export_dialog import ExportDialog

        dialog = ExportDialog(opened, self._notes(), author, self._texts, self._window)
        dialog.wanted.connect(lambda wish: self.export(opened, wish))
        dialog.open()

    def export(self, opened: OpenDocument, wish: NoteWish) -> None:
        self._settings.set(AUTHOR, wish.header.author)
        self._annotator.author = wish.header.author

        def work(_progress: Progress) -> Path:
            annotations = self._annotator.annotations(opened.id)
            note = self._notes().compose(opened, annotations, wish.header, wish.quoted)
            self._notes().write(note, wish.path)
            self._records().keep(note, opened, wish.path)
            return wish.path

        task = Task(self._texts.gettext("Writing the briefing note…"), work)
        self._jobs.start(task, self.written.emit, self.troubled.emit)

    @Slot(object)
    def _tell_written(self, path: Path) -> None:
        self._notices.say(
            lambda texts: texts.gettext("The briefing note is in “{path}”.").format(path=path), Tone.SUCCESS
        )
