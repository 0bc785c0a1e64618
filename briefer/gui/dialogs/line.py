"""Asks for one line, such as a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefer.app.messages import describe
from briefer.app.texts import Texts
from briefer.core.errors import BrieferError


class LineDialog(QDialog):
    """`enter` takes the line, and may raise BrieferError, which is told in the dialog."""

    def __init__(
        self, title: str, words: str, line: str, enter: Callable[[str], object], texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._enter = enter
        self._texts = texts
        self.line = QLineEdit(line, self)
        self.line.selectAll()
        label = QLabel(words, self)
        label.setBuddy(self.line)
        self.line.setAccessibleName(words)
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
        for widget in (label, self.line, self.trouble, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(340)

    @Slot()
    def accept(self) -> None:
        try:
            self._enter(self.line.text())
        except BrieferError as error:
            self.trouble.setText(describe(error, self._texts))
            self.trouble.show()
            return
        super().accept()
