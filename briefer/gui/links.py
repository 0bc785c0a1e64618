"""Links of a document: shown whole, and opened only when the reader says so.

Only addresses of the web and of mail are ever opened, by the system's own program.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts
from briefer.core.document import Link

SCHEMES = ("http", "https", "mailto")
Open = Callable[[QUrl], bool]


class Links(QObject):
    """Asks about every link before `open_url` opens it."""

    def __init__(self, texts: Texts, window: QWidget, open_url: Open = QDesktopServices.openUrl) -> None:
        super().__init__(window)
        self._texts = texts
        self._window = window
        self._open_url = open_url

    @Slot(object)
    def confirm(self, link: Link) -> None:
        """Show where the link leads, and open it if the reader wants that."""
        dialog = LinkDialog(link.target, self._texts, self._window)
        dialog.open_wanted.connect(lambda: self._open(link.target))
        dialog.open()

    def _open(self, target: str) -> None:
        url = address(target)
        if url is not None:
            self._open_url(url)


class LinkDialog(QDialog):
    """The whole address, its host by itself above it. `open_wanted` asks to open it."""

    open_wanted = Signal()

    def __init__(self, target: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._target = target
        self._texts = texts
        self._url = address(target)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.host = QLabel(host_of(self._url) if self._url else "", self)
        self.host.setObjectName("host")
        self.host.setTextFormat(Qt.TextFormat.PlainText)
        self.host.setWordWrap(True)
        self.host.setVisible(self._url is not None)
        self.whole = QPlainTextEdit(visible(target), self)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setMaximumHeight(90)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.open_button = self.buttons.addButton("", role)
        self.copy = self.buttons.addButton("", role)
        self.open_button.setVisible(self._url is not None)
        self.open_button.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._label, self.host, self.whole, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(460)
        self.retranslate()
        # Enter must not open what nobody has read.
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)

    @property
    def sentence(self) -> str:
        """What the dialog says above the address."""
        return self._label.text()

    def retranslate(self) -> None:
        texts = self._texts
        self.setWindowTitle(texts.gettext("A link in the document"))
        if self._url is None:
            self._label.setText(texts.gettext("Briefer does not open an address of this kind."))
        elif self._url.scheme().lower() == "mailto":
            self._label.setText(texts.gettext("The link writes a message to:"))
        else:
            self._label.setText(texts.gettext("The link leads out of the document, to:"))
        self.whole.setAccessibleName(texts.gettext("The whole address"))
        mail = self._url is not None and self._url.scheme().lower() == "mailto"
        self.open_button.setText(
            texts.gettext("Open in the mail program") if mail else texts.gettext("Open in the browser")
        )
        self.copy.setText(texts.gettext("Copy address"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _open(self) -> None:
        self.accept()
        self.open_wanted.emit()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._target)
        self.accept()


def address(target: str) -> QUrl | None:
    """The address, if it is one of those that may be opened, else None."""
    if visible(target) != target:
        return None
    url = QUrl(target.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in SCHEMES or not host_of(url):
        return None
    return url


def host_of(url: QUrl) -> str:
    """Whom the address names: a host as the network knows it, or a mailbox."""
    if url.scheme().lower() == "mailto":
        return url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def visible(target: str) -> str:
    """The address with what cannot be seen, or turns the text around, written out."""
    return "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in target
    )
