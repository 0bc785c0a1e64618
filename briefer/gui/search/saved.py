"""The saved searches, in the library's column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QMenu, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.core.searches import SavedSearch

SEARCH = Qt.ItemDataRole.UserRole


class Queries(QListView):
    """The list; Enter is the same as a click, Delete asks to drop the query."""

    chosen = Signal(QModelIndex)
    dropped = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.chosen.emit(current)
        elif event.key() == Qt.Key.Key_Delete and current.isValid():
            self.dropped.emit(current)
        else:
            super().keyPressEvent(event)


class SavedPanel(QWidget):
    """Lists what is saved; it is there only when there is something.

    `wanted` carries a query, `drop_wanted` and `rename_wanted` a `SavedSearch`.
    """

    wanted = Signal(str)
    drop_wanted = Signal(object)
    rename_wanted = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.model = QStandardItemModel(self)
        self.view = Queries(self)
        self.view.setObjectName("saved_searches")
        self.view.setModel(self.model)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._heading = QLabel(self)
        self._heading.setObjectName("panel_heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.view, 1)
        self.view.chosen.connect(lambda index: self.wanted.emit(index.data(SEARCH).query))
        self.view.dropped.connect(lambda index: self.drop_wanted.emit(index.data(SEARCH)))
        self.view.customContextMenuRequested.connect(lambda _point: self._show_menu())
        self.retranslate()
        self.hide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, 70)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, 120)

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        self.model.clear()
        for search in searches:
            item = QStandardItem(search.name)
            item.setEditable(False)
            item.setData(search, SEARCH)
            item.setToolTip(search.query)
            self.model.appendRow(item)
        self.setVisible(bool(searches))

    def retranslate(self) -> None:
        self._heading.setText(self._texts.gettext("Saved searches"))
        self.view.setAccessibleName(self._texts.gettext("Saved searches"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _show_menu(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        search: SavedSearch = index.data(SEARCH)
        menu.addAction(self._texts.gettext("Search"), lambda: self.wanted.emit(search.query))
        menu.addAction(self._texts.gettext("Rename…"), lambda: self.rename_wanted.emit(search))
        menu.addAction(self._texts.gettext("Keep no longer"), lambda: self.drop_wanted.emit(search))
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(index).center()))
