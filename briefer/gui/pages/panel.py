"""The page with its bar, or a sentence that says why there is none; asks for a password if need be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from briefer.app.messages import describe
from briefer.app.texts import Texts
from briefer.core.errors import PageLost, PasswordNeeded, PasswordWrong
from briefer.gui.pages.bar import PageBar
from briefer.gui.pages.drawing import Drawing
from briefer.gui.pages.sheet import Sheet
from briefer.gui.theme import Palette


class PagePanel(QWidget):
    """Composition, and the calm faces of what goes wrong."""

    password_given = Signal(str)
    shown = Signal(bool)  # whether it is to be seen now

    def __init__(self, texts: Texts, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._error: Exception | None = None
        self.bar = PageBar(texts, self)
        self.sheet = Sheet(drawing, self)
        self.sheet.notice = lambda page: describe(PageLost(page=page), texts)
        self._trouble = QWidget(self)
        self._sentence = QLabel(self._trouble)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setProperty("role", "muted")
        self.password = QLineEdit(self._trouble)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaximumWidth(260)
        self.password.returnPressed.connect(self._give_password)
        column = QVBoxLayout(self._trouble)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addWidget(self.password, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self._trouble)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.sheet)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What is said in place of pages, "" where they are shown."""
        return self._sentence.text() if self._error is not None else ""

    def show_error(self, error: Exception | None) -> None:
        """Say what went wrong in place of pages, or show them."""
        self._error = error
        asks = isinstance(error, PasswordNeeded | PasswordWrong)
        self._stack.setCurrentWidget(self.sheet if error is None else self._trouble)
        self.password.setVisible(asks)
        self.password.clear()
        self.setFocusProxy(self.password if asks else self.sheet)
        self.retranslate()

    def show_nothing(self, reason: str) -> None:
        """Say a sentence in place of pages; nothing has gone wrong."""
        self.show_error(None)
        self._sentence.setText(reason)
        self._stack.setCurrentWidget(self._trouble)
        self.password.hide()

    def set_colors(self, colors: Palette) -> None:
        self.sheet.set_colors(colors)

    def retranslate(self) -> None:
        texts, sheet = self._texts, self.sheet
        if self._error is not None:
            self._sentence.setText(describe(self._error, texts))
        self.password.setPlaceholderText(texts.gettext("Password"))
        self.password.setAccessibleName(texts.gettext("Password"))
        self.setAccessibleName(texts.gettext("Original page"))
        sheet.setAccessibleName(
            texts.gettext("Original page {page} of {count}").format(page=sheet.page, count=sheet.pages)
        )
        sheet.setAccessibleDescription(
            texts.gettext(
                "Page Up and Page Down turn pages, plus and minus zoom, 0 fits the width, 9 the whole page, "
                "Enter goes to the text."
            )
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit(self.isVisible())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        if not event.spontaneous():
            self.shown.emit(self.isVisible())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _give_password(self) -> None:
        if self.password.text():
            self.password_given.emit(self.password.text())
