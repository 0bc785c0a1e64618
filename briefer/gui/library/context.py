"""Shows the menus of the library's column where they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from briefer.core.errors import BrieferError
from briefer.gui.actions import Actions
from briefer.gui.library.changing import Changing
from briefer.gui.library.menus import Chosen, MenuMaker
from briefer.gui.library.model import folder_at, summary_at
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.parts import Parts

IN_COLUMN = ("import-files", "import-folder", "new-folder", "watched-folders", "trash")


class ContextMenus(QObject):
    """The menu of what is chosen, and that of the column. `export_wanted` carries a document's id."""

    export_wanted = Signal(str)
    troubled = Signal(object)

    def __init__(self, parts: Parts, panel: LibraryPanel, changing: Changing, window: QWidget) -> None:
        super().__init__(window)
        self._library = parts.library
        self._panel = panel
        self._changing = changing
        self._menus = MenuMaker(parts.texts, window)
        self._acts: Actions | None = None
        panel.more.clicked.connect(self._show_column_menu)
        panel.view.customContextMenuRequested.connect(self._show_menu)

    def attend(self, acts: Actions) -> None:
        self._acts = acts

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        view = self._panel.view
        index = view.indexAt(place)
        folder, summary = folder_at(index), summary_at(index)
        if folder is not None:
            menu = self._menus.of_folder(
                {
                    "inside": lambda: self._changing.make_folder(folder),
                    "rename": self._changing.rename_chosen,
                    "delete": lambda: self._changing.delete_folder(folder.id),
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
            "details": lambda: self._changing.edit(ids[0]),
            "file-new": lambda: self._changing.file_anew(ids),
            "remove": lambda: self._changing.remove(ids),
            "unfile": lambda: self._changing.unfile(within.id, ids) if within else None,
        }
        folders = self._panel.model.folders
        return self._menus.of_documents(
            chosen, deeds, folders, lambda folder: self._changing.file(folder, ids)
        )

    @Slot()
    def _show_column_menu(self) -> None:
        if (acts := self._acts) is not None:
            menu = self._menus.of_column(
                self._panel.model.order, self._panel.sort, [acts[name] for name in IN_COLUMN]
            )
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._panel.more.mapToGlobal(QPoint(0, self._panel.more.height())))

    def _open(self, document_ids: list[str]) -> None:
        for each in document_ids:
            self._panel.open_wanted.emit(each)

    def _show_file(self, document_id: str) -> None:
        """Open the folder of the document's file, or of the library's copy where the file has gone."""
        try:
            paths = map(Path, self._library.source_paths(document_id))
        except BrieferError as error:
            self.troubled.emit(error)
            return
        places = [path.parent for path in paths if path.is_file()]
        folder = places[0] if places else self._library.folder / "files"
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
