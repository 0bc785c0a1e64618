"""A dialog that shows something to be read, selected and copied whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.gui.notices import Sentence


class CopyDialog(QDialog):
    """Shows `body`; its Copy button puts what `text` says on the clipboard."""

    def __init__(
        self,
        title: Sentence,
        body: QWidget,
        text: Callable[[], str],
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = title
        self._text = text
        self._texts = texts
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(body, 1)
        column.addWidget(self.buttons)
        self.resize(640, 560)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self._title(self._texts))
        self.copy.setText(self._texts.gettext("Copy"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
