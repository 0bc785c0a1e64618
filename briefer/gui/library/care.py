"""Looking after the library from the window: trash, watched folders, backups, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QTextBrowser, QWidget

from briefer.app.settings import TRASH_DAYS
from briefer.app.task import Progress, Task
from briefer.core.errors import BackupFailed, BrieferError, LibraryError
from briefer.gui.dialogs.deleting import ask_to_delete
from briefer.gui.dialogs.file_labels import say_labels
from briefer.gui.notices import NoticeBar, Offer, Remedy, Tone
from briefer.gui.parts import Parts

if TYPE_CHECKING:
    from briefer.core.findings import CheckReport

OLD = 30  # days after which something in the trash counts as old


class CareDesk(QObject):
    """`stepped` tells that something was done that can be undone; `troubled` carries an Exception.

    `backup_failed` may be emitted from any thread.
    """

    stepped = Signal()
    troubled = Signal(object)
    backup_failed = Signal(object)

    def __init__(self, parts: Parts, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._texts = parts.texts
        self._notices = notices
        self._window = window
        self.backup_failed.connect(self._tell_failed)

    def daily(self) -> None:
        """Make the day's backup, and empty the trash of what is too old, off the window's thread."""
        days = int(self._parts.settings.get(TRASH_DAYS))

        def work(_progress: Progress) -> Path | None:
            if not self._parts.library.there:
                return None
            made = self._parts.upkeep.daily()
            if days:
                self._parts.keeper.empty_trash(days)
            return made

        words = self._texts.gettext("Making a backup…")
        self._parts.jobs.start(Task(words, work), lambda _path: None, self._daily_failed, quiet=True)

    @Slot()
    def back_up(self) -> None:
        """Make a backup now."""

        def work(_progress: Progress) -> Path:
            return self._parts.upkeep.back_up()

        def done(path: Path) -> None:
            self._notices.say(
                lambda texts: texts.gettext("The backup is in “{path}”, and was verified.").format(path=path),
                Tone.SUCCESS,
            )

        self._parts.jobs.start(Task(self._texts.gettext("Making a backup…"), work), done, self.troubled.emit)

    def remedy(self, error: BaseException) -> Remedy | None:
        """What can be done in the window about a backup that could not be made."""
        if not isinstance(error, BackupFailed):
            return None
        return Remedy(
            lambda texts: texts.gettext("No good backup could be made in “{path}”.").format(**error.params),
            Offer(lambda texts: texts.gettext("Check the library…"), self.check),
        )

    @Slot()
    def check(self) -> None:
        """Check everything, and show what was found."""
        words = self._texts.gettext("Checking the library…")
        self._parts.jobs.start(Task(words, self._parts.upkeep.check), self._show_report, self.troubled.emit)

    @Slot()
    def show_trash(self) -> None:
        """Show what was removed."""
        from briefer.gui.library.list_dialog import ListDialog

        gettext, keeper = self._texts.gettext, self._parts.keeper
        dialog = ListDialog(
            gettext("Trash"),
            gettext("What was removed stays here until the trash is emptied."),
            self._removed,
            self._window,
        )

        def restore(ids: list[str]) -> None:
            keeper.restore(ids)
            self.stepped.emit()

        dialog.add_deed(gettext("Put back"), restore)

        def empty(days: int) -> None:
            if ask_to_delete(self._texts, dialog):
                keeper.empty_trash(days)

        old = gettext("Delete what is older than {days} days").format(days=OLD)
        dialog.add_deed(old, lambda _ids: empty(OLD), needs=False)
        dialog.add_deed(gettext("Empty the trash"), lambda _ids: empty(0), needs=False)
        dialog.open()

    @Slot()
    def show_watched(self) -> None:
        """Show which folders are watched."""
        from briefer.gui.library.list_dialog import ListDialog

        gettext, watched = self._texts.gettext, self._parts.watched
        dialog = ListDialog(
            gettext("Watched folders"),
            gettext("Documents that come into these folders are imported by themselves."),
            lambda: [(folder.id, str(folder.path)) for folder in watched.folders()],
            self._window,
        )

        def ask() -> None:
            chooser = QFileDialog(dialog, gettext("Watch a folder"))
            say_labels(chooser, self._texts)
            chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            chooser.setFileMode(QFileDialog.FileMode.Directory)
            chooser.fileSelected.connect(lambda name: watched.add(Path(name)))
            chooser.fileSelected.connect(lambda _name: dialog.refresh())
            chooser.open()

        dialog.add_deed(gettext("Add…"), lambda _ids: ask(), needs=None)

        def forget(ids: list[str]) -> None:
            for each in ids:
                watched.remove(each)

        dialog.add_deed(gettext("Watch no more"), forget)
        dialog.open()

    def _removed(self) -> list[tuple[str, str]]:
        listed = self._parts.keeper.trash()
        return [
            (
                each.id,
                " · ".join(
                    part
                    for part in (
                        each.symbol,
                        each.called(self._texts.language),
                        self._texts.gettext("removed {date}").format(
                            date=self._texts.date(each.removed.astimezone().date())
                        ),
                    )
                    if part
                ),
            )
            for each in listed
        ]

    def _show_report(self, report: CheckReport) -> None:
        from briefer.gui.dialogs.plain import CopyDialog

        text = "\n\n".join(self._report_lines(report))
        page = QTextBrowser()
        page.setPlainText(text)
        page.setAccessibleName(self._texts.gettext("Check of the library"))
        dialog = CopyDialog(
            lambda texts: texts.gettext("Check of the library"), page, lambda: text, self._texts, self._window
        )
        dialog.open()

    def _report_lines(self, report: CheckReport) -> list[str]:
        from briefer.app.health_words import finding_sentence

        gettext = self._texts.gettext
        told = [finding_sentence(each, self._texts) for each in (*report.findings, *report.remarks)]
        counts = gettext("Documents: {documents}. Original files: {files}. Good backups: {backups}.")
        filled = counts.format(documents=report.documents, files=report.files, backups=report.backups)
        return [filled, *([gettext("All is well.")] if report.well else []), *told]

    def _daily_failed(self, error: Exception) -> None:
        """A library that cannot be used is told of by those who want to use it."""
        if not isinstance(error, LibraryError):
            self._tell_failed(error)

    @Slot(object)
    def _tell_failed(self, error: Exception) -> None:
        if isinstance(error, BrieferError):
            self._notices.say_error(error, more=True)
