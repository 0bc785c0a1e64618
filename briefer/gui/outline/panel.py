"""The panel with the outline: where one is in the document, and the way elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeView, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.core.outline import Entry
from briefer.gui.outline.words import entry_words

ENTRY = Qt.ItemDataRole.UserRole


class OutlinePanel(QWidget):
    """Lists the parts of a document; `wanted` carries the `Entry` to go to."""

    wanted = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._there = False
        self._entries: tuple[Entry, ...] = ()
        self._items: list[QStandardItem] = []
        self._current: int | None = None
        self.model = QStandardItemModel(self)
        self.view = QTreeView(self)
        self._heading = QLabel(self)
        self._heading.setObjectName("panel_heading")
        self._empty = QLabel(self)
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self._dress()
        self.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, 90)

    def show_outline(self, entries: Sequence[Entry], *, there: bool) -> None:
        """List these parts of the document that is `there`, if any is."""
        self._there = there
        self._entries = tuple(entries)
        self._current = None
        self._fill()

    def set_current(self, number: int | None) -> None:
        """Mark the part that the reader is in."""
        if number == self._current:
            return
        self._mark(self._current, now=False)
        self._current = number
        self._mark(number, now=True)

    def retranslate(self) -> None:
        self._heading.setText(self._texts.gettext("Outline"))
        self._empty.setText(self._texts.gettext("This document has no headings."))
        self.view.setAccessibleName(self._texts.gettext("Outline"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.model.clear()
        self._items = []
        above: list[tuple[int, QStandardItem]] = []
        for entry in self._entries:
            item = QStandardItem(entry_words(entry, self._texts))
            item.setEditable(False)
            item.setData(entry, ENTRY)
            item.setToolTip(item.text())
            while above and above[-1][0] >= entry.level:
                above.pop()
            (above[-1][1] if above else self.model).appendRow(item)
            above.append((entry.level, item))
            self._items.append(item)
        self.view.expandAll()
        self.view.setVisible(bool(self._entries))
        self._empty.setVisible(self._there and not self._entries)
        self._mark(self._current, now=True)

    def _mark(self, number: int | None, *, now: bool) -> None:
        if number is None or number >= len(self._items):
            return
        item = self._items[number]
        font = item.font()
        font.setBold(now)
        item.setFont(font)
        # The keyboard may be at work in the list: what it has marked is left alone then.
        if now and not self.view.hasFocus():
            self.view.setCurrentIndex(item.index())
            self.view.scrollTo(item.index())

    def _dress(self) -> None:
        view = self.view
        view.setObjectName("outline_tree")
        view.setModel(self.model)
        view.setHeaderHidden(True)
        view.setIndentation(14)
        view.setRootIsDecorated(False)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.clicked.connect(self._go)
        view.activated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._empty)
        column.addWidget(view, 1)
        column.addStretch(0)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        self.wanted.emit(index.data(ENTRY))
