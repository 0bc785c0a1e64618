"""Says that a symbol is not in the library, or stands for several documents, and offers what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts


class SymbolDialog(QDialog):
    """`candidates` are ids and titles of the documents to choose from; without any the symbol is unknown."""

    document_wanted = Signal(str)  # id
    file_wanted = Signal()
    search_wanted = Signal()

    def __init__(
        self,
        symbol: str,
        candidates: Sequence[tuple[str, str]],
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._symbol = symbol
        self._texts = texts
        self._several = bool(candidates)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.list.setVisible(self._several)
        for identity, title in candidates:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, identity)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._open())
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.open_button = self.buttons.addButton("", role)
        self.file_button = self.buttons.addButton("", role)
        self.search_button = self.buttons.addButton("", role)
        self.copy_button = self.buttons.addButton("", role)
        self.open_button.setVisible(self._several)
        self.file_button.setHidden(self._several)
        self.open_button.clicked.connect(self._open)
        self.file_button.clicked.connect(self._find_file)
        self.search_button.clicked.connect(self._search)
        self.copy_button.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._label, self.list, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(480)
        self.retranslate()
        (self.open_button if self._several else self.file_button).setDefault(True)

    @property
    def sentence(self) -> str:
        """What the dialog says."""
        return self._label.text()

    def retranslate(self) -> None:
        texts = self._texts
        self.setWindowTitle(self._symbol)
        several = texts.gettext("Several saved documents have the symbol {symbol}. Which one is meant?")
        none = texts.gettext(
            "{symbol} is not in the library. Open it from a file, "
            "or search the library for where it is mentioned."
        )
        self._label.setText((several if self._several else none).format(symbol=self._symbol))
        self.list.setAccessibleName(texts.gettext("Documents with this symbol"))
        self.open_button.setText(texts.gettext("Open"))
        self.file_button.setText(texts.gettext("Open a file…"))
        self.search_button.setText(texts.gettext("Search the library"))
        self.copy_button.setText(texts.gettext("Copy"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _open(self) -> None:
        item = self.list.currentItem()
        self.accept()
        if item is not None:
            self.document_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _find_file(self) -> None:
        self.accept()
        self.file_wanted.emit()

    def _search(self) -> None:
        self.accept()
        self.search_wanted.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._symbol)
        self.accept()
