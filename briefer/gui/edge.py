"""What stands at the edge of the text instead of a column that was set aside for want of room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from briefer.app.texts import Texts
from briefer.gui.notices import Sentence

WIDTH = 16  # pixels


class Edge(QToolButton):
    """A narrow button as high as the text, that brings the column back, as the View menu does."""

    def __init__(self, where: Qt.Edge, words: Sentence, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("edge")
        self._words = words
        self._texts = texts
        self.setText("›" if where is Qt.Edge.LeftEdge else "‹")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.hide()
        self.retranslate()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(WIDTH, 2 * WIDTH)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def retranslate(self) -> None:
        self.setToolTip(self._words(self._texts))
        self.setAccessibleName(self._words(self._texts))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
