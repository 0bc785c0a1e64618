"""Joins the library's column with what can be done to the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.settings import LIBRARY_VIEW
from briefer.gui.actions import Actions, Handlers
from briefer.gui.library.care import CareDesk
from briefer.gui.library.changing import Changing
from briefer.gui.library.context import ContextMenus
from briefer.gui.library.header import DocumentHeader
from briefer.gui.library.importing import ImportDesk
from briefer.gui.library.kept import state_from
from briefer.gui.library.noticing import Noticing
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.library.rescue import Rescue
from briefer.gui.library.returning import Returning
from briefer.gui.library.words import standing_words
from briefer.gui.notices import NoticeBar
from briefer.gui.parts import Parts
from briefer.gui.workspace import Workspace


class LibraryDesk(QObject):
    """Carries out what is wished for in the column.

    `export_wanted` carries a document's id, `sought` tells that the column is to be seen.
    """

    export_wanted = Signal(str)
    sought = Signal()

    def __init__(
        self,
        parts: Parts,
        workspace: Workspace,
        panel: LibraryPanel,
        header: DocumentHeader,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._texts = parts.texts
        self._settings = parts.settings
        self._workspace = workspace
        self._panel = panel
        self._header = header
        self._notices = notices
        self.importing = ImportDesk(parts.importer, parts.jobs, notices, parts.texts, window)
        self.noticing = Noticing(
            parts.library, parts.watched, lambda: workspace.opening, parts.jobs, parts.texts, window
        )
        self.rescue = Rescue(parts.upkeep, parts.jobs, parts.texts, window)
        self._returning = Returning(parts.opener, workspace, parts.jobs, parts.texts, window)
        self.care = CareDesk(parts, notices, window)
        self.changing = Changing(parts, workspace, panel.view, notices, window)
        self.menus = ContextMenus(parts, panel, self.changing, window)
        self._unsubscribe = parts.library.backup_failed.subscribe(self.care.backup_failed.emit)
        notices.add_remedies(self.rescue.remedy)
        notices.add_remedies(self.care.remedy)
        panel.restore(state_from(parts.settings.get(LIBRARY_VIEW)))
        self._connect()

    def handlers(self) -> Handlers:
        """What each action about the library does."""
        return {
            **self.changing.handlers(),
            "import-files": self.importing.ask_files,
            "import-folder": self.importing.ask_folder,
            "filter-library": self.filter,
            "trash": self.care.show_trash,
            "watched-folders": self.care.show_watched,
            "back-up": self.care.back_up,
            "check-library": self.care.check,
        }

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on."""
        self.changing.attend(acts)
        self.menus.attend(acts)

    @Slot()
    def start(self) -> None:
        """Read the library, make the day's backup, and look for what comes."""
        self._panel.refresh()
        self.care.daily()
        self.noticing.start()

    def close(self) -> None:
        """Remember how the column is, and look for nothing any more."""
        self._settings.set(LIBRARY_VIEW, self._panel.state.value())
        self.noticing.stop()
        self._unsubscribe()

    @Slot()
    def show_standing(self) -> None:
        """Say in the head of the document at hand what has replaced or corrected it."""
        opened = self._workspace.document
        summary = self._panel.summary(opened.id if opened else None)
        others = {each.id: each for each in self._panel.model.summaries}
        words = standing_words(summary, others, self._texts) if summary else []
        newer = summary.standing.superseded_by if summary else None
        self._header.show_standing(words, newer if newer in others else None)

    @Slot()
    def filter(self) -> None:
        """Go to the filter."""
        self.sought.emit()
        self._panel.filter.setFocus()
        self._panel.filter.selectAll()

    @Slot(object)
    def take(self, error: Exception) -> None:
        """Say what went wrong; about a damaged library, ask."""
        if not self.rescue.take(error):
            self._notices.say_error(error)

    def _connect(self) -> None:
        panel = self._panel
        panel.troubled.connect(self.take)
        panel.listed.connect(self.show_standing)
        panel.import_wanted.connect(self.importing.ask_files)
        self._workspace.opened.connect(self.show_standing)
        self._workspace.amended.connect(self.show_standing)
        self._header.newer_wanted.connect(panel.open_wanted)
        panel.view.files_dropped.connect(self.importing.start)
        self.care.stepped.connect(self.changing.tell)
        self.changing.troubled.connect(self.take)
        self.menus.troubled.connect(self.take)
        self.menus.export_wanted.connect(self.export_wanted)
        self.care.troubled.connect(self.take)
        self.importing.troubled.connect(self.take)
        self.rescue.restored.connect(panel.refresh)
        self.rescue.restored.connect(self._notices.clear)
        self.rescue.restored.connect(self._returning.look_up)
        self.rescue.declined.connect(self._notices.say_error)
        self.noticing.brought.connect(self.importing.tell)
        self.noticing.missing.connect(self._tell_missing)
        self.noticing.troubled.connect(self.take)

    @Slot(object)
    def _tell_missing(self, folders: tuple[Path, ...]) -> None:
        names = ", ".join(f"“{folder}”" for folder in folders)
        self._notices.say(
            lambda texts: texts.gettext("Watched folders that are not there now: {names}.").format(
                names=names
            )
        )
