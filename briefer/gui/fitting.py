"""Fitting into small screens: a form that scrolls where it is too tall, dialogs no larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QSizePolicy, QWidget

LEAST, PAGE = 110, 64  # pixels of the height of a form, and of a page of words, that are always in sight
MARGIN = 8  # pixels between a dialog and the edge of the screen


class Scrolled(QScrollArea):
    """As large as what is in it wants to be, or smaller for want of room, but for `least` of its height."""

    def __init__(self, content: QWidget, parent: QWidget | None = None, least: int = LEAST) -> None:
        super().__init__(parent)
        self._content = content
        self._least = least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes through what is in it
        self.setWidget(content)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = self._content.sizeHint()
        width = hint.width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, hint.height() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        least = self._content.minimumSizeHint()
        width = least.width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, min(self._least, least.height()))


class Fold(Scrolled):
    """Is there only while its content is, and takes no more height than that wants."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        shown = not content.isHidden()
        super().__init__(content, parent)
        content.setVisible(shown)
        self.setVisible(shown)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._content:
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self.setVisible(not self._content.isHidden())
            elif event.type() == QEvent.Type.LayoutRequest:
                self.updateGeometry()
        return super().eventFilter(watched, event)


class WordsFold(Fold):
    """A fold of words that is as high as they are at its width."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint()
        return QSize(hint.width(), self._content.heightForWidth(self.width()) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Fitting(QObject):
    """Keeps the dialogs of a window within the screen, and large enough for what is in them.

    Qt opens a dialog in two thirds of the screen at most, and no smaller than its least size; where that was
    set by hand, what needs more is cut.
    """

    def attend(self, child: QObject) -> None:
        """Keep `child` within the screen if it is a dialog."""
        if isinstance(child, QDialog):
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            room = watched.screen().availableSize() - QSize(2 * MARGIN, 2 * MARGIN)
            watched.resize(watched.size().expandedTo(watched.minimumSizeHint()))
            if watched.width() > room.width() or watched.height() > room.height():
                watched.setMinimumWidth(min(watched.minimumWidth(), room.width()))
                watched.resize(watched.size().boundedTo(room))
        return False
