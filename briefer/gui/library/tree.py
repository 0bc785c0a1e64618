"""The tree of the library as a widget: what is chosen in it, its keys, what is dragged into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from briefer.app.model import DocumentSummary
from briefer.core.folders import Folder
from briefer.gui.library.model import DOCUMENTS, folder_at, summary_at


class LibraryTree(QTreeView):
    """A single click opens a document; with Ctrl or Shift several are chosen.

    The wishes carry a document's id, lists of ids, a folder's id and ids, or a list of Paths. `resized` tells
    of another width, `lettered` of another font.
    """

    open_wanted = Signal(str)
    remove_wanted = Signal()
    rename_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    filed = Signal(str, object)
    files_dropped = Signal(object)
    resized = Signal()
    lettered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("library_tree")
        self.setHeaderHidden(True)
        self.setIndentation(12)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._clicked)
        self.activated.connect(self._open)

    @property
    def chosen(self) -> list[DocumentSummary]:
        """The documents that are chosen, each once."""
        found = (summary_at(index) for index in self.selectedIndexes())
        return list({summary.id: summary for summary in found if summary}.values())

    def event(self, event: QEvent) -> bool:
        # While the keyboard is here, keys mean the library, whatever they mean in the window.
        own = isinstance(event, QKeyEvent) and self._wish(event) is not None
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if (wish := self._wish(event)) is not None:
            wish.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for summary in self.chosen:
                self.open_wanted.emit(summary.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.scrollTo(self.currentIndex())  # no key should act on what is out of sight

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()  # headings are as high as their lines

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.lettered.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasFormat(DOCUMENTS) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        super().dragMoveEvent(event)  # scrolls at the edges
        data = event.mimeData()
        onto_folder = data.hasFormat(DOCUMENTS) and self._folder_under(event) is not None
        if data.hasUrls() or onto_folder:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        data, folder = event.mimeData(), self._folder_under(event)
        if data.hasFormat(DOCUMENTS) and folder is not None:
            event.acceptProposedAction()
            self.filed.emit(folder.id, data.data(DOCUMENTS).toStdString().split())
        elif data.hasUrls():
            self.take(event)
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def take(self, event: QDropEvent) -> None:
        """Ask for the files that are dropped to be imported."""
        event.acceptProposedAction()
        self.files_dropped.emit(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )

    def _wish(self, event: QKeyEvent) -> SignalInstance | None:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.undo_wanted
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.redo_wanted
        wishes = {Qt.Key.Key_Delete: self.remove_wanted, Qt.Key.Key_F2: self.rename_wanted}
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return wishes.get(Qt.Key(event.key())) if plain else None

    def _folder_under(self, event: QDropEvent) -> Folder | None:
        index = self.indexAt(event.position().toPoint())
        return folder_at(index) or folder_at(index.parent())

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) < 2:
            self._open(index)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        summary = summary_at(index)
        if summary is not None:
            self.open_wanted.emit(summary.id)
