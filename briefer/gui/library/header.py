"""The strip above the text: titles, what the translation is, the masthead, the symbol."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.gui.library.words import masthead_line, translation_badges


class LineLabel(QLabel):
    """One line that ends in "…" where it is too narrow, and shows everything as a tooltip."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(40, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment().value), words)


class DocumentHeader(QFrame):
    """Describes the document at hand. `symbol_wanted` asks to enter its symbol.

    `newer_wanted` carries the id of the document that has replaced it.
    """

    symbol_wanted = Signal()
    newer_wanted = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_header")
        self._texts = texts
        self._opened: OpenDocument | None = None
        self._low = False
        self._titles = (LineLabel("document_title", self), LineLabel("document_title", self))
        self._dot = QLabel("·", self)
        self._dot.setObjectName("document_title")
        self.badge = QLabel(self)
        self.badge.setObjectName("badge")
        self.standing = QPushButton(self)
        self.standing.setObjectName("standing")
        self.standing.setFlat(True)
        self.standing.clicked.connect(self._want_newer)
        self.standing.hide()
        self._newer: str | None = None
        self.line = LineLabel("masthead_line", self)
        self.symbol = QPushButton(self)
        self.symbol.setObjectName("link")
        self.symbol.setFlat(True)
        self.symbol.setCursor(Qt.CursorShape.PointingHandCursor)
        self.symbol.clicked.connect(self.symbol_wanted)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(7)
        for widget in (self._titles[0], self._dot, self._titles[1], self.badge, self.standing):
            first.addWidget(widget)
        first.addStretch(1)
        second.setSpacing(0)
        second.addWidget(self.line)
        second.addWidget(self.symbol)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 9)
        column.setSpacing(3)
        column.addLayout(first)
        column.addLayout(second)

    def show_document(self, opened: OpenDocument | None) -> None:
        self._opened = opened
        self.setVisible(opened is not None and not self._low)
        self.retranslate()

    def make_way(self, *, low: bool) -> None:
        """Be there only where the window is not so low that a few lines of text have no room beside it."""
        if low != self._low:
            self._low = low
            self.setVisible(self._opened is not None and not low)

    def show_standing(self, words: Sequence[str], newer: str | None) -> None:
        """Say what has replaced or corrected the document; `newer` is the id of what has replaced it."""
        self._newer = newer
        self.standing.setText(" · ".join(words))
        self.standing.setVisible(bool(words))
        self.standing.setEnabled(newer is not None)
        shape = Qt.CursorShape.PointingHandCursor if newer else Qt.CursorShape.ArrowCursor
        self.standing.setCursor(shape)
        tip = self._texts.gettext("Open the newer text") if newer else ""
        self.standing.setToolTip(tip)

    @Slot()
    def _want_newer(self) -> None:
        if self._newer is not None:
            self.newer_wanted.emit(self._newer)

    def retranslate(self) -> None:
        if self._opened is None:
            return
        texts, document = self._texts, self._opened.document
        titles = list(dict.fromkeys(document.title(language) for language in document.languages[:2]))
        for label, title in zip(self._titles, (*titles, "", "")[:2], strict=True):
            label.say(title)
            label.setVisible(bool(title))
        self._dot.setVisible(len(titles) > 1)
        badges = translation_badges(document, texts)
        self.badge.setText(" · ".join(badges))
        self.badge.setVisible(bool(badges))
        line = masthead_line(document.masthead, texts)
        self.line.say(line + " · " if line else "")
        self.line.setVisible(bool(line))
        symbol = document.masthead.symbol or texts.gettext("add…")
        self.symbol.setText(texts.gettext("symbol: {symbol}").format(symbol=symbol))
        self.symbol.setToolTip(texts.gettext("Enter or change the symbol of the document"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
