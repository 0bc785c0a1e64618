"""Asks what a second file is to the document that is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.app.joining import Doubt
from briefer.app.texts import Texts


class BesideDialog(QDialog):
    """Says why the file was not joined, and lets the reader choose; closing it changes nothing."""

    beside_wanted = Signal()
    instead_wanted = Signal()

    def __init__(self, name: str, doubt: Doubt, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._name = name
        self._doubt = doubt
        self._texts = texts
        self.reason = QLabel(self)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.beside, self.instead, self.cancel = (QPushButton(self) for _ in range(3))
        self.beside.setVisible(doubt is not Doubt.BOTH_SAVED)
        self.instead.setDefault(True)
        self.beside.clicked.connect(self._set_beside)
        self.instead.clicked.connect(self._open_instead)
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.reason)
        column.addSpacing(8)
        for button in (self.beside, self.instead, self.cancel):
            column.addWidget(button)
        self.setMinimumWidth(440)
        self.retranslate()

    def retranslate(self) -> None:
        texts = self._texts
        self.setWindowTitle(texts.gettext("A second file"))
        self.reason.setText(doubt_words(self._doubt, texts).format(name=self._name))
        self.beside.setText(texts.gettext("Open beside as the other language version"))
        self.instead.setText(texts.gettext("Open instead"))
        self.cancel.setText(texts.gettext("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _set_beside(self) -> None:
        self.accept()
        self.beside_wanted.emit()

    def _open_instead(self) -> None:
        self.accept()
        self.instead_wanted.emit()


def doubt_words(doubt: Doubt, texts: Texts) -> str:
    """The sentence that says why `{name}` was not joined to the open document."""
    return {
        Doubt.SAME_FILE: texts.gettext("“{name}” is open already."),
        Doubt.BOTH_SAVED: texts.gettext(
            "“{name}” and the open document are both saved in the library, each with its own notes."
        ),
        Doubt.BOTH_LANGUAGES: texts.gettext("“{name}” holds both languages itself."),
        Doubt.LANGUAGE_UNKNOWN: texts.gettext(
            "Briefer does not recognise the language of “{name}” or of the open document."
        ),
        Doubt.SAME_LANGUAGE: texts.gettext("“{name}” is in the same language as the open document."),
        Doubt.OTHER_SYMBOL: texts.gettext("“{name}” bears another symbol than the open document."),
        Doubt.TEXTS_DIFFER: texts.gettext(
            "“{name}” does not look like a translation of the open document: few paragraphs fit."
        ),
    }[doubt]
