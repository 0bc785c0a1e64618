"""Imports files into the library from the window: as a job, with a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.app.model import Imported, ImportStatus, SameSymbol
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.gui.dialogs.file_labels import say_labels
from briefer.gui.jobs import Jobs
from briefer.gui.notices import NoticeBar, Offer, Tone

if TYPE_CHECKING:
    from briefer.app.importing import Importer
    from briefer.gui.library.report_dialog import ImportReport


class ImportDesk(QObject):
    """Imports what is chosen or dropped.

    `imported` tells that it is done, `troubled` carries an Exception.
    """

    imported = Signal()
    troubled = Signal(object)

    def __init__(
        self, importer: Importer, jobs: Jobs, notices: NoticeBar, texts: Texts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._importer = importer
        self._jobs = jobs
        self._notices = notices
        self._texts = texts
        self._window = window
        self.report: ImportReport | None = None

    @Slot()
    def ask_files(self) -> None:
        """Let the person choose files."""
        self._ask(QFileDialog.FileMode.ExistingFiles, self._texts.gettext("Import documents"))

    @Slot()
    def ask_folder(self) -> None:
        """Let the person choose a folder, with everything in it."""
        self._ask(QFileDialog.FileMode.Directory, self._texts.gettext("Import a folder"))

    @Slot(object)
    def start(self, paths: Sequence[Path], same_symbol: SameSymbol = SameSymbol.REFUSE) -> None:
        """Import files and folders; what was done by the time it is stopped stays, and is told."""
        if not paths:
            return

        def work(progress: Progress) -> tuple[list[Imported], bool]:
            done = self._importer.import_paths(list(paths), progress, same_symbol)
            return done, progress.cancelled

        words = self._texts.gettext("Importing into the library…")
        self._jobs.start(Task(words, work), self._done, self.troubled.emit)

    def tell(self, done: Sequence[Imported], *, stopped: bool = False) -> None:
        """Say in the bar what became of files, and offer the whole report."""
        if not done:
            self._notices.say(
                lambda texts: (
                    texts.gettext("The import was stopped before the first file.")
                    if stopped
                    else texts.gettext("There was nothing to import.")
                )
            )
            return
        from briefer.gui.library.report_dialog import summary_words

        refused = any(each.status is ImportStatus.REFUSED for each in done)

        def words(texts: Texts) -> str:
            told = texts.gettext("The import was stopped. Imported until then: {counts}.")
            whole = texts.gettext("Imported: {counts}.")
            return (told if stopped else whole).format(counts=summary_words(done, texts))

        self._notices.say(
            words,
            Tone.PROBLEM if refused else Tone.INFORMATION if stopped else Tone.SUCCESS,
            offer=Offer(lambda texts: texts.gettext("Report…"), lambda: self.show_report(done)),
        )

    def show_report(self, done: Sequence[Imported]) -> None:
        """Show what became of each file."""
        from briefer.gui.library.report_dialog import ImportReport

        self.report = report = ImportReport(done, self._texts, self._window)
        report.decided.connect(self._decide)
        report.finished.connect(self._closed)
        report.open()

    def _done(self, result: tuple[list[Imported], bool]) -> None:
        done, stopped = result
        self.tell(done, stopped=stopped)
        if any(each.status is ImportStatus.REFUSED for each in done):
            self.show_report(done)
        self.imported.emit()

    @Slot(object, object)
    def _decide(self, what: SameSymbol, paths: list[Path]) -> None:
        self.start(paths, what)

    @Slot()
    def _closed(self) -> None:
        self.report = None

    def _ask(self, mode: QFileDialog.FileMode, title: str) -> None:
        dialog = QFileDialog(self._window, title)
        say_labels(dialog, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda names: self.start([Path(name) for name in names]))
        dialog.open()
