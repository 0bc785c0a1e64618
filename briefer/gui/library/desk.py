"""Joins the library's column with what can be done to the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from briefer.app.keeping import KeptStep
from briefer.app.settings import LIBRARY_VIEW
from briefer.core.errors import BrieferError
from briefer.core.folders import Folder
from briefer.gui.actions import Actions, Handlers
from briefer.gui.library.care import CareDesk
from briefer.gui.library.header import DocumentHeader
from briefer.gui.library.importing import ImportDesk
from briefer.gui.library.kept import state_from
from briefer.gui.library.menus import Chosen, MenuMaker
from briefer.gui.library.model import folder_at, summary_at
from briefer.gui.library.noticing import Noticing
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.library.rescue import Rescue
from briefer.gui.library.steps import step_sentence
from briefer.gui.library.words import standing_words
from briefer.gui.notices import NoticeBar, Offer, Tone
from briefer.gui.parts import Parts
from briefer.gui.workspace import Workspace


class LibraryDesk(QObject):
    """Carries out what is wished for in the column. `export_wanted` carries a document's id."""

    export_wanted = Signal(str)

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
        self._keeper = parts.keeper
        self._library = parts.library
        self._workspace = workspace
        self._panel = panel
        self._header = header
        self._notices = notices
        self._window = window
        self._menus = MenuMaker(parts.texts, window)
        self._acts: Actions | None = None
        self.importing = ImportDesk(parts.importer, parts.jobs, notices, parts.texts, window)
        self.noticing = Noticing(parts.library, parts.watched, parts.jobs, parts.texts, window)
        self.rescue = Rescue(parts.upkeep, parts.jobs, parts.texts, window)
        self.care = CareDesk(parts, notices, window)
        self._unsubscribe = parts.library.backup_failed.subscribe(self.care.backup_failed.emit)
        panel.restore(state_from(parts.settings.get(LIBRARY_VIEW)))
        self._connect()

    def handlers(self) -> Handlers:
        """What each action about the library does."""
        return {
            "import-files": self.importing.ask_files,
            "import-folder": self.importing.ask_folder,
            "details": self.edit_current,
            "new-folder": self.make_folder,
            "filter-library": self.filter,
            "library-undo": self.undo,
            "library-redo": self.redo,
            "trash": self.care.show_trash,
            "watched-folders": self.care.show_watched,
            "back-up": self.care.back_up,
            "check-library": self.care.check,
        }

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on."""
        self._acts = acts
        self._enable()

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
        self._panel.close_down()

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
        self._panel.show()
        self._panel.filter.setFocus()
        self._panel.filter.selectAll()

    @Slot()
    def edit_current(self) -> None:
        """Edit the details of what is chosen in the column, or else of the document at hand."""
        chosen = self._panel.view.chosen
        opened = self._workspace.document
        identity = chosen[0].id if len(chosen) == 1 else opened.id if opened else None
        if identity is not None:
            self.edit(identity)

    def edit(self, document_id: str) -> None:
        """Let the person put right how a document is described."""
        from briefer.gui.library.details_dialog import DetailsDialog

        try:
            details, read = self._keeper.details(document_id)
        except BrieferError as error:
            self.take(error)
            return
        enter = partial(self._keeper.describe, document_id)
        dialog = DetailsDialog(details, read, enter, self._texts, self._window)
        dialog.accepted.connect(lambda: self._described(document_id))
        dialog.open()

    @Slot()
    def make_folder(
        self, parent: Folder | None = None, then: Callable[[Folder], object] | None = None
    ) -> None:
        """Ask for a name, and make a folder at the top or in `parent`."""

        def enter(name: str) -> None:
            folder = self._keeper.make_folder(name, parent.id if parent else None)
            if then is not None:
                then(folder)

        self._ask(self._texts.gettext("New folder"), "", enter)

    @Slot()
    def remove_chosen(self) -> None:
        """Put the chosen documents into the trash, or delete the chosen folder."""
        chosen = self._panel.view.chosen
        folder = folder_at(self._panel.view.currentIndex())
        if chosen:
            self._do(lambda: self._keeper.remove([each.id for each in chosen]))
        elif folder is not None:
            self._do(lambda: self._keeper.delete_folder(folder.id))

    @Slot()
    def rename_chosen(self) -> None:
        """Rename the chosen folder, or edit the details of the chosen document."""
        folder = folder_at(self._panel.view.currentIndex())
        if folder is None:
            self.edit_current()
            return
        enter = partial(self._keeper.rename_folder, folder.id)
        self._ask(self._texts.gettext("Rename the folder"), folder.name, enter)

    @Slot()
    def undo(self) -> None:
        """Take the last change of the library back."""
        self._turn(self._keeper.undo, self._texts.gettext("Taken back."))

    @Slot()
    def redo(self) -> None:
        """Make the change again that was last taken back."""
        self._turn(self._keeper.redo, self._texts.gettext("Done again."))

    @Slot(object)
    def take(self, error: Exception) -> None:
        """Say what went wrong; about a damaged library, ask."""
        if not self.rescue.take(error):
            self._notices.say_error(error)

    def _connect(self) -> None:
        panel, view = self._panel, self._panel.view
        panel.troubled.connect(self.take)
        panel.listed.connect(self.show_standing)
        panel.import_wanted.connect(self.importing.ask_files)
        panel.more.clicked.connect(self._show_column_menu)
        self._workspace.opened.connect(self.show_standing)
        self._workspace.amended.connect(self.show_standing)
        self._header.newer_wanted.connect(panel.open_wanted)
        view.customContextMenuRequested.connect(self._show_menu)
        view.remove_wanted.connect(self.remove_chosen)
        view.rename_wanted.connect(self.rename_chosen)
        view.undo_wanted.connect(self.undo)
        view.redo_wanted.connect(self.redo)
        view.files_dropped.connect(self.importing.start)
        view.filed.connect(self._file)
        self.care.stepped.connect(self._tell)
        self.care.troubled.connect(self.take)
        self.importing.troubled.connect(self.take)
        self.rescue.restored.connect(panel.refresh)
        self.noticing.brought.connect(self.importing.tell)
        self.noticing.missing.connect(self._tell_missing)
        self.noticing.troubled.connect(self.take)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        view = self._panel.view
        index = view.indexAt(place)
        folder, summary = folder_at(index), summary_at(index)
        if folder is not None:
            menu = self._menus.of_folder(
                {
                    "inside": lambda: self.make_folder(folder),
                    "rename": self.rename_chosen,
                    "delete": lambda: self._do(lambda: self._keeper.delete_folder(folder.id)),
                }
            )
        elif summary is not None:
            menu = self._document_menu(Chosen(view.chosen, within=folder_at(index.parent())))
        else:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(view.viewport().mapToGlobal(place))

    def _document_menu(self, chosen: Chosen) -> QMenu:
        ids = [each.id for each in chosen.documents]
        within = chosen.within
        deeds: dict[str, Callable[[], object]] = {
            "open": lambda: self._open(ids),
            "show": lambda: self._show_file(ids[0]),
            "export": lambda: self.export_wanted.emit(ids[0]),
            "details": lambda: self.edit(ids[0]),
            "file-new": lambda: self.make_folder(None, lambda folder: self._keeper.file(folder.id, ids)),
            "remove": lambda: self._do(lambda: self._keeper.remove(ids)),
            "unfile": lambda: self._do(lambda: self._keeper.unfile(within.id, ids)) if within else None,
        }
        folders = self._panel.model.folders
        return self._menus.of_documents(chosen, deeds, folders, lambda folder: self._file(folder, ids))

    @Slot()
    def _show_column_menu(self) -> None:
        if (acts := self._acts) is not None:
            names = ("import-files", "import-folder", "new-folder", "watched-folders", "trash")
            menu = self._menus.of_column(
                self._panel.model.order, self._panel.sort, [acts[name] for name in names]
            )
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._panel.more.mapToGlobal(QPoint(0, self._panel.more.height())))

    def _open(self, document_ids: list[str]) -> None:
        for each in document_ids:
            self._panel.open_wanted.emit(each)

    def _show_file(self, document_id: str) -> None:
        """Open the folder of the document's file, or of the library's copy where the file has gone."""
        sources = self._library.load(document_id).document.sources
        places = [Path(source.path).parent for source in sources if Path(source.path).is_file()]
        folder = places[0] if places else self._library.folder / "files"
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot(str, object)
    def _file(self, folder_id: str, document_ids: list[str]) -> None:
        self._do(lambda: self._keeper.file(folder_id, document_ids))

    def _ask(self, title: str, line: str, enter: Callable[[str], object]) -> None:
        from briefer.gui.dialogs.line import LineDialog

        words = self._texts.gettext("Name of the folder")
        dialog = LineDialog(title, words, line, enter, self._texts, self._window)
        dialog.accepted.connect(self._tell)
        dialog.open()

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except BrieferError as error:
            self.take(error)
        else:
            self._tell()

    def _turn(self, turn: Callable[[], KeptStep | None], words: str) -> None:
        try:
            step = turn()
        except BrieferError as error:
            self.take(error)
        else:
            if step is not None:
                self._notices.say(lambda _texts: words)
        self._enable()

    def _described(self, document_id: str) -> None:
        """Show the document under its new description, if it is the one at hand."""
        opened = self._workspace.document
        if opened is not None and opened.id == document_id:
            self._workspace.adopt(self._library.load(document_id))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say what was done last, with a way back."""
        if (step := self._keeper.last) is not None:
            undo = Offer(lambda texts: texts.gettext("Undo"), self.undo)
            self._notices.say(partial(step_sentence, step), Tone.INFORMATION, offer=undo)
        self._enable()

    @Slot(object)
    def _tell_missing(self, folders: tuple[Path, ...]) -> None:
        names = ", ".join(f"“{folder}”" for folder in folders)
        self._notices.say(
            lambda texts: texts.gettext("Watched folders that are not there now: {names}.").format(
                names=names
            )
        )

    def _enable(self) -> None:
        if self._acts is not None:
            self._acts["library-undo"].setEnabled(self._keeper.last is not None)
            self._acts["library-redo"].setEnabled(self._keeper.next is not None)
