"""A line to type in and a list that answers; Enter takes what is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts
from briefer.gui.palette.rows import Row, RowDelegate, RowModel

Find = Callable[[str], Sequence[Row]]
Said = Callable[[Texts, str], str]

WIDTH = 640
MOST_SHOWN = 12
MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_SHOWN - 1,
    Qt.Key.Key_PageUp: 1 - MOST_SHOWN,
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `find` answers what is typed, `nothing` says that nothing was found."""

    title: Callable[[Texts], str]
    hint: Callable[[Texts], str]
    find: Find
    nothing: Said


class Chooser(QDialog):
    """Opens over the window and goes away by itself. Freed when it is closed."""

    def __init__(self, question: Question, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("chooser")
        self._window = parent
        self._question = question
        self._texts = texts
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.model = RowModel(self)
        self.view = QListView(self)
        self.said = QLabel(self)
        self.said.setObjectName("hint")
        self.said.setWordWrap(True)
        self._dress()
        self.line.textChanged.connect(self._answer)
        self.line.installEventFilter(self)
        self.view.clicked.connect(self.take)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._answer("")

    def appear(self) -> None:
        """Open in the upper middle of the window."""
        window = self._window.window()
        width = min(WIDTH * self.fontMetrics().height() // 16, window.width() - 40)
        self.resize(width, self._height())
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + min(70, window.height() // 10))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def take(self) -> None:
        """Do what is marked, or say that there is nothing."""
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.accept()
            self.close()
            self.model.rows[row].act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keys typed into the line that are meant for the list."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in MOVES:
                self._step(MOVES[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        count = len(self.model.rows)
        if count:
            row = self.view.currentIndex().row()
            # A single step goes round, a page stops at the end.
            to = (row + by) % count if abs(by) == 1 else max(0, min(count - 1, row + by))
            self.view.setCurrentIndex(self.model.index(to))

    @Slot(str)
    def _answer(self, asked: str) -> None:
        self.model.show(self._question.find(asked))
        found = bool(self.model.rows)
        self.view.setVisible(found)
        self.said.setVisible(not found)
        self.said.setText("" if found else self._question.nothing(self._texts, asked))
        if found:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()
        if self.isVisible():
            self.resize(self.width(), self._height())

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        """Let a screen reader say what is marked, though the keyboard stays in the line."""
        if index.isValid() and self.isVisible():
            event = QAccessibleEvent(self.view, QAccessible.Event.Focus)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def _height(self) -> int:
        rows = min(len(self.model.rows), MOST_SHOWN)
        row = self.view.sizeHintForRow(0) if rows else 0
        said = 0 if rows else self.said.heightForWidth(self.width() - 20) + 16
        return self.line.sizeHint().height() + 20 + rows * row + said + (8 if rows else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QRect(0, 0, WIDTH, self._height()).size()

    def _dress(self) -> None:
        self.setWindowTitle(self._question.title(self._texts))
        self.line.setPlaceholderText(self._question.hint(self._texts))
        self.line.setAccessibleName(self._question.title(self._texts))
        self.view.setAccessibleName(self._question.title(self._texts))
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.line, self.view, self.said):
            column.addWidget(widget)
