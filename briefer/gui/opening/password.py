"""Asks for the password of a protected file.

The password goes from the field to whoever listens to `entered`, and the field is emptied
then; nothing here keeps it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.gui.notices import Sentence


class PasswordDialog(QDialog):
    """One masked line for the file at `path`. `entered` carries the password, and the dialog waits then.

    `complain` says what is wrong with it and lets the person try again; `accept` ends the asking.
    """

    entered = Signal(str)

    def __init__(self, path: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.path = path
        self._texts = texts
        self._complaint: Sentence | None = None
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.line.textChanged.connect(self._check)
        self.shown = QCheckBox(self)
        self.shown.toggled.connect(self._show)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.open_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._enter)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._label, self.line, self.shown, self.trouble, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(420)
        self.retranslate()
        self._check()

    @property
    def sentence(self) -> str:
        """What the dialog says of the file."""
        return self._label.text()

    def complain(self, sentence: Sentence) -> None:
        """Say why the file is still shut, and ask again."""
        self._complaint = sentence
        self._wait(waiting=False)
        self.retranslate()
        self.trouble.show()
        self.adjustSize()
        self.line.setFocus()

    def done(self, result: int) -> None:
        self.line.setText("")  # unlike `clear`, this forgets what could be undone
        super().done(result)

    def retranslate(self) -> None:
        texts = self._texts
        self.setWindowTitle(texts.gettext("Password"))
        self._label.setText(
            texts.gettext("“{name}” is protected by a password.").format(name=Path(self.path).name)
        )
        self.line.setAccessibleName(texts.gettext("Password"))
        self.shown.setText(texts.gettext("Show the password"))
        self.open_button.setText(texts.gettext("Open"))
        self.trouble.setText(self._complaint(texts) if self._complaint else "")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _enter(self) -> None:
        password = self.line.text()
        if password:
            self.line.setText("")
            self.trouble.hide()
            self._wait(waiting=True)
            self.entered.emit(password)

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    @Slot()
    def _check(self) -> None:
        self.open_button.setEnabled(bool(self.line.text()) and self.line.isEnabled())

    def _wait(self, *, waiting: bool) -> None:
        self.line.setEnabled(not waiting)
        self.shown.setEnabled(not waiting)
        self._check()
