"""The row of tabs above the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from briefer.app.texts import Texts
from briefer.core.values import dataclass

WIDEST, LEAST = 230, 120  # pixels at ordinary scale


@dataclass(frozen=True, slots=True)
class Label:
    """What a tab says, and what it explains when the pointer rests on it."""

    words: str
    tip: str
    unsaved: bool = False


class TabRow(QTabBar):
    """Shows what the shelf holds. `moved` carries where a tab was and where it is now.

    A tab is closed by its button, the middle mouse button, or an action.
    """

    moved = Signal(int, int)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: tuple[tuple[Label, ...], int] | None = None
        self.setObjectName("tabs")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in self.findChildren(QToolButton):  # the arrow keys go through the tabs
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabMoved.connect(self._moved)
        self.retranslate()

    def show_tabs(self, labels: Sequence[Label], current: int) -> None:
        """Show these tabs, and that one as being at hand. No signal is sent."""
        if (tuple(labels), current) == self._shown:
            return
        self._shown = (tuple(labels), current)
        with QSignalBlocker(self):
            while self.count() > len(labels):
                self.removeTab(self.count() - 1)
            while self.count() < len(labels):
                self.addTab("")
            for number, label in enumerate(labels):
                mark = "• " if label.unsaved else ""
                self.setTabText(number, mark + label.words.replace("&", "&&"))
                self.setTabToolTip(number, label.tip)
                self.setAccessibleTabName(number, self._spoken(label))
            self.setCurrentIndex(current)
        self.setVisible(bool(labels))

    def retranslate(self) -> None:
        self.setAccessibleName(self._texts.gettext("Open documents"))

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        hint = super().tabSizeHint(index)
        wanted = hint.width() + self.fontMetrics().averageCharWidth()  # Qt cuts names that just fit
        return QSize(min(wanted, self._scaled(WIDEST)), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """So wide that documents can be told apart; where that is too much the row scrolls."""
        hint = self.tabSizeHint(index)
        return QSize(min(hint.width(), self._scaled(LEAST)), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, super().minimumSizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self.tabCloseRequested.emit(number)
            return
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _scaled(self, pixels: int) -> int:
        return pixels * self.fontMetrics().height() // 16

    def _spoken(self, label: Label) -> str:
        if not label.unsaved:
            return label.words
        return self._texts.gettext("{name}, with a note that is not saved").format(name=label.words)

    def _moved(self, start: int, end: int) -> None:
        self._shown = None
        self.moved.emit(start, end)
