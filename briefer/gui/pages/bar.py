"""The bar over a page: which page it is, turning pages, zooming, and putting the page away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from briefer.app.texts import Texts


class PageBar(QWidget):
    """Controls with names for who does not see them; each has a key in the page itself as well."""

    page_wanted = Signal(int)
    zoom_wanted = Signal(int)  # steps; 0 fits the width
    whole_wanted = Signal()
    other_wanted = Signal()
    closed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._count = 0
        self.number = QSpinBox(self)
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self.page_wanted)
        self.count = QLabel(self)
        self.before = self._button("‹", lambda: self.page_wanted.emit(self.number.value() - 1))
        self.after = self._button("›", lambda: self.page_wanted.emit(self.number.value() + 1))
        self.smaller = self._button("−", lambda: self.zoom_wanted.emit(-1))
        self.fit = self._button("↔", lambda: self.zoom_wanted.emit(0))
        self.whole = self._button("▯", self.whole_wanted.emit)
        self.larger = self._button("+", lambda: self.zoom_wanted.emit(1))
        self.other = self._button("⇄", self.other_wanted.emit)
        self.close_button = self._button("✕", self.closed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(2)
        for widget in (self.before, self.number, self.count, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller, self.fit, self.whole, self.larger, self.other, self.close_button):
            row.addWidget(widget)
        self.retranslate()

    def show_page(self, page: int, count: int) -> None:
        """Page number `page` of `count` is shown; 0 pages when none is known yet."""
        with QSignalBlocker(self.number):
            self.number.setRange(min(1, count), max(0, count))
            self.number.setValue(page)
        self._count = count
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < count)
        turning, zooming = (
            (self.before, self.number, self.after),
            (self.smaller, self.fit, self.whole, self.larger),
        )
        for widget in (*turning, *zooming):
            widget.setVisible(count > 0)
        self._say_count()

    def retranslate(self) -> None:
        texts = self._texts
        for widget, words in (
            (self.before, texts.gettext("Previous page")),
            (self.after, texts.gettext("Next page")),
            (self.smaller, texts.gettext("Smaller page")),
            (self.fit, texts.gettext("Fit the width")),
            (self.whole, texts.gettext("Fit the whole page")),
            (self.larger, texts.gettext("Larger page")),
            (self.other, texts.gettext("The other file")),
            (self.close_button, texts.gettext("Put the page away")),
            (self.number, texts.gettext("Page")),
        ):
            widget.setToolTip(words)
            widget.setAccessibleName(words)
        self._say_count()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_count(self) -> None:
        words = self._texts.gettext("of {count}").format(count=self._count) if self._count else ""
        self.count.setText(words)

    def _button(self, sign: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button
