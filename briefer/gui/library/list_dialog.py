"""A dialog with a list and buttons for what is chosen in it: the trash, the watched folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

SPACE = 8  # pixels between two buttons, at most
ID = Qt.ItemDataRole.UserRole
PADDING = 8  # pixels on each side of a line, as the style sheet has them


class Lines(QStyledItemDelegate):
    """Makes lines as high as their words: Qt breaks them as if the style sheet left them more room."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        narrower = QStyleOptionViewItem(option)
        view = self.parent()
        if isinstance(view, QListWidget):
            narrower.rect.setWidth(view.viewport().width() - 2 * PADDING)
        return super().sizeHint(narrower, index)


class ListDialog(QDialog):
    """Shows what `read` gives, (id, words) a line, and reads it again after each deed."""

    def __init__(
        self, title: str, words: str, read: Callable[[], Sequence[tuple[str, str]]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._read = read
        self._for_chosen: list[QPushButton] = []
        self._for_any: list[QPushButton] = []
        label = QLabel(words, self)
        label.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(Lines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # of a path the end tells most
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setObjectName("encodings")
        self.list.setAccessibleName(title)
        self.list.itemSelectionChanged.connect(self._enable)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self._column = column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.resize(560, 380)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Let the buttons stand one below the other where a row of them would be cut."""
        margins = self._column.contentsMargins()
        free = self.width() - margins.left() - margins.right()
        row = sum(button.sizeHint().width() + SPACE for button in self.buttons.buttons()) - SPACE
        upright = row > free
        self.buttons.setOrientation(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)

    @property
    def chosen(self) -> list[str]:
        """The ids of the lines that are chosen."""
        return [item.data(ID) for item in self.list.selectedItems()]

    def add_deed(
        self, words: str, deed: Callable[[list[str]], object], *, needs: bool | None = True
    ) -> QPushButton:
        """Add a button for what is chosen; with `needs` False for all that is there, with None for ever."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        if needs is not None:
            (self._for_chosen if needs else self._for_any).append(button)

        def act() -> None:
            deed(self.chosen)
            self.refresh()

        button.clicked.connect(act)
        self._turn()
        self._enable()
        return button

    @Slot()
    def refresh(self) -> None:
        """Read the list anew."""
        self.list.clear()
        for identity, words in self._read():
            item = QListWidgetItem(words, self.list)
            item.setData(ID, identity)
            item.setToolTip(words)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        for button in self._for_chosen:
            button.setEnabled(bool(self.list.selectedItems()))
        for button in self._for_any:
            button.setEnabled(self.list.count() > 0)
