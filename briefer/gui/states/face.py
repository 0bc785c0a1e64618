"""A page that says in a few words how things stand, and offers what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.core.values import dataclass
from briefer.gui.fitting import PAGE, Scrolled
from briefer.gui.notices import Offer, Sentence

WIDEST, LEAST = 480, 240  # pixels of a line of words
EDGE = 24  # pixels around them


@dataclass(frozen=True, slots=True)
class Guise:
    """What a face says: a title, a few sentences, and what can be done, the likeliest first."""

    title: Sentence
    words: Sentence
    offers: tuple[Offer, ...] = ()


class Face(Scrolled):
    """Shows a `Guise`."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        self._page = QWidget()
        super().__init__(self._page, parent, PAGE)
        self._page.setObjectName("start_page")
        self._texts = texts
        self._guise: Guise | None = None
        self._title = QLabel(self._page)
        self._title.setObjectName("start_title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._words = QLabel(self._page)
        self._words.setObjectName("hint")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(12)
        column.addStretch(2)
        self._holder = QWidget(self._page)
        self._holder.setLayout(self._row)
        self._row.setContentsMargins(0, 4, 0, 0)
        for widget in (self._title, self._words, self._holder):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def text(self) -> str:
        """Everything that the face says."""
        return f"{self._title.text()}\n{self._words.text()}"

    def wear(self, guise: Guise) -> None:
        """Say this from now on."""
        self._guise = guise
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()  # it may be the one that was pressed
        self.buttons = [self._button(offer) for offer in guise.offers]
        for number, button in enumerate(self.buttons):
            self._row.insertWidget(number, button)
        if self.buttons:
            self.buttons[0].setObjectName("primary")
        self.retranslate()

    def retranslate(self) -> None:
        if self._guise is None:
            return
        self._title.setText(self._guise.title(self._texts))
        self._words.setText(self._guise.words(self._texts))
        for offer, button in zip(self._guise.offers, self.buttons, strict=True):
            button.setText(offer.words(self._texts))
        self._fit()
        self.setAccessibleName(self._title.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not what the words take now: they take less where there is less."""
        width = max(LEAST, self._row.minimumSize().width()) + 2 * EDGE
        return QSize(width + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the words be as high as they are at this width; a layout would cut them."""
        width = min(WIDEST, max(LEAST, self.viewport().width() - 2 * EDGE))
        self._holder.setMinimumWidth(width)
        for label in (self._title, self._words):
            label.setFixedSize(width, max(0, label.heightForWidth(width)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(self._page)
        button.clicked.connect(lambda _checked: offer.act())
        return button
