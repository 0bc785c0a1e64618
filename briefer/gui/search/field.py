"""The field in the toolbar in which the library is searched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from briefer.app.texts import Texts


class SearchField(QLineEdit):
    """Escape empties it; `left` tells that the keyboard is to go elsewhere then."""

    left = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setObjectName("search_field")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(200)
        self.setMaximumWidth(330)
        leave = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)
        self.retranslate()

    def enter(self) -> None:
        """Take the keyboard; what stands there is selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def retranslate(self) -> None:
        self.setPlaceholderText(self._texts.gettext("Search the library…"))
        self.setAccessibleName(self._texts.gettext("Search the library"))
        self.setToolTip(self._texts.gettext("Search all saved documents (Ctrl+Shift+F)"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.clear()
        self.left.emit()
