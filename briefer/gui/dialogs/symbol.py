"""Asks for the symbol of a document that does not show it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefer.app.messages import describe
from briefer.app.texts import Texts
from briefer.core.errors import BrieferError


class SymbolDialog(QDialog):
    """One line; `enter` takes the symbol (None for none) and may raise BrieferError."""

    def __init__(
        self, symbol: str, enter: Callable[[str | None], None], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._enter = enter
        self._texts = texts
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.line = QLineEdit(symbol, self)
        self.line.setPlaceholderText("E/CN.7/2025/L.4")
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._label, self.line, self.trouble, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(380)
        self.retranslate()

    @Slot()
    def accept(self) -> None:
        try:
            self._enter(self.line.text().strip() or None)
        except BrieferError as error:
            self.trouble.setText(describe(error, self._texts))
            self.trouble.show()
            self.adjustSize()
            return
        super().accept()

    def retranslate(self) -> None:
        self.setWindowTitle(self._texts.gettext("Symbol of the document"))
        self._label.setText(
            self._texts.gettext(
                "The symbol, as it is printed on other copies. The document is saved with it."
            )
        )
        self.line.setAccessibleName(self._texts.gettext("Symbol"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
