"""The find bar: what is typed, how many hits, and the keys to go through them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from briefer.app.texts import Texts


class FindBar(QFrame):
    """Asks for a needle and shows how the search goes; it does not search itself."""

    needle_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._progress: tuple[int, int] | None = None
        self.setProperty("role", "strip")
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(220)
        self.field.setMaximumWidth(420)
        self.field.textChanged.connect(self.needle_changed)
        self.status = QLabel(self)
        self.status.setProperty("role", "muted")
        self._previous = self._button(Qt.ArrowType.UpArrow)
        self._previous.clicked.connect(self.previous_requested)
        self._next = self._button(Qt.ArrowType.DownArrow)
        self._next.clicked.connect(self.next_requested)
        self._close = self._button(Qt.ArrowType.NoArrow)
        self._close.setText("×")
        self._close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        for widget in (self.field, self._previous, self._next, self.status):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self._retranslate()
        self.hide()

    def open_bar(self, needle: str) -> None:
        """Show the bar, with `needle` to be typed over if it is not empty."""
        self.show()
        if needle:
            self.field.setText(needle)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_progress(self, number: int, total: int) -> None:
        """Hit `number` (counted from 1) of `total` is shown; a total of 0 means no hits."""
        self._progress = (number, total)
        self._tell()

    def clear_progress(self) -> None:
        """Nothing is searched for."""
        self._progress = None
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _button(self, arrow: Qt.ArrowType) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        return button

    def _tell(self) -> None:
        found = self._progress is not None and self._progress[1] > 0
        self._previous.setEnabled(found)
        self._next.setEnabled(found)
        if self._progress is None:
            self.status.setText("")
        elif not found:
            self.status.setText(self._texts.gettext("No matches"))
        else:
            number, total = self._progress
            sentence = self._texts.ngettext("{number} of {count} match", "{number} of {count} matches", total)
            self.status.setText(sentence.format(number=number, count=total))

    def _retranslate(self) -> None:
        self.setAccessibleName(self._texts.gettext("Find in the document"))
        self.field.setPlaceholderText(self._texts.gettext("Find in both languages"))
        self.field.setAccessibleName(self._texts.gettext("Find in both languages"))
        for button, name in (
            (self._previous, self._texts.gettext("Previous match")),
            (self._next, self._texts.gettext("Next match")),
            (self._close, self._texts.gettext("Close the find bar")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._tell()
