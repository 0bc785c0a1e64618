"""A footnote in a small frame over the text, in every language it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.core.values import dataclass

WIDEST = 420  # pixels
LONGEST = 1200  # letters of a footnote that are shown


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote in one language: its mark, its text, and which paragraph it is (None: it is lost)."""

    language: str
    mark: str
    text: str
    index: int | None


class NotePopup(QFrame):
    """Shows notes until it is left. `wanted` carries the `Note` to go to; `left`: it was closed by a key."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self._notes: tuple[Note, ...] = ()
        self.setProperty("role", "popup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self._labels: list[QLabel] = []
        self._hint = QLabel(self)
        self._hint.setProperty("role", "muted")
        self._column.addWidget(self._hint)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown, a text for each language."""
        return tuple(label.text() for label in self._labels) if not self.isHidden() else ()

    def show_notes(self, notes: Sequence[Note], anchor: QRectF) -> None:
        """Show notes beside a rectangle of the parent, below it where there is room."""
        self._notes = tuple(notes)
        for label in self._labels:
            label.deleteLater()
        self._labels = [self._label(note) for note in notes]
        self._hint.setVisible(any(note.index is not None for note in notes))
        self.retranslate()
        self._place(anchor.toRect())
        self.show()
        self.raise_()

    def retranslate(self) -> None:
        texts = self._texts
        self._hint.setText(texts.gettext("Enter goes to the footnote, Esc closes it."))
        self.setAccessibleName(texts.gettext("Footnote"))
        self.setAccessibleDescription(" ".join(label.text() for label in self._labels))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._go()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _go(self) -> None:
        note = next((note for note in self._notes if note.index is not None), None)
        if note is not None:
            self.hide()
            self.wanted.emit(note)

    def _label(self, note: Note) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        text = note.text if len(note.text) <= LONGEST else note.text[:LONGEST] + "…"
        label.setText(f"{note.mark}\u2002{text}" if note.mark else text)
        self._column.insertWidget(self._column.count() - 1, label)
        return label

    def _place(self, anchor: QRect) -> None:
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else QRect(0, 0, WIDEST, WIDEST)
        natural = [
            label.fontMetrics().horizontalAdvance(label.text()) for label in (*self._labels, self._hint)
        ]
        width = min(WIDEST, max(natural) + 40, max(120, room.width() - 16))
        height = min(self._column.heightForWidth(width), room.height() - 8)
        left = min(max(8, anchor.left() - 24), max(8, room.right() - width - 8))
        top = anchor.bottom() + 6
        if top + height > room.bottom():
            top = max(4, anchor.top() - 6 - height)
        self.setGeometry(left, top, width, height)
