"""The panel beside the text in which all hits of what is sought in it stand in context."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.core.text_index import Needle
from briefer.gui.hits.delegate import HitDelegate
from briefer.gui.hits.list import HitsList
from briefer.gui.hits.model import HitsModel
from briefer.gui.hits.words import extent_words, nothing_words
from briefer.gui.reader.hits import Hits
from briefer.gui.theme import Palette


class HitsPanel(QWidget):
    """Lists hits. `come_to` carries the number of one that the reader has come to by keys, `chosen` of one
    that was clicked, or on which Enter was pressed; `left` and `closed` want the list put away.
    """

    come_to = Signal(int)
    chosen = Signal(int)
    left = Signal()
    closed = Signal()

    def __init__(self, texts: Texts, colors: Palette, serif: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._hits: Hits | None = None
        self._needle, self._reading = Needle(""), False
        self.model = HitsModel(texts, self)
        self._delegate = HitDelegate(colors, serif, self)
        self.view = HitsList(self._delegate, self)
        self.view.setModel(self.model)
        self.heading, self.hint = QLabel(self), QLabel(self)
        self.heading.setObjectName("panel_heading")
        self.hint.setObjectName("hint")
        for label in (self.heading, self.hint):
            label.setWordWrap(True)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self.view.left.connect(self.left)
        self.view.chosen.connect(self._choose)
        self.view.selectionModel().currentRowChanged.connect(self._come)
        self.setFocusProxy(self.view)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(210, 150)

    def show_hits(self, hits: Hits | None, needle: Needle, *, reading: bool) -> None:
        """List what was found for a needle, if anything was; the document may still be read."""
        self._hits, self._needle, self._reading = hits, needle, reading
        self.model.show(hits)
        self._tell()

    def enter(self) -> None:
        """Take the keyboard."""
        (self._close if self.view.isHidden() else self.view).setFocus()

    def set_current(self, number: int) -> None:
        """Mark a hit and bring it into sight."""
        if (index := self.model.index(number)).isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def set_colors(self, colors: Palette) -> None:
        self._delegate.set_colors(colors)
        self.view.viewport().update()

    def retranslate(self) -> None:
        gettext = self._texts.gettext
        self.view.setAccessibleName(gettext("Matches in the document"))
        self._close.setToolTip(gettext("Close the list"))
        self._close.setAccessibleName(gettext("Close the list"))
        self.view.viewport().update()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell(self) -> None:
        found = self._hits is not None and self._hits.total > 0
        if self._hits is not None and found:
            self.heading.setText(extent_words(self._hits.extent, self._texts))
        else:
            self.heading.setText(self._texts.gettext("Matches"))
            self.hint.setText(nothing_words(self._needle, self._texts, reading=self._reading))
        self.hint.setVisible(not found)
        self.view.setVisible(found)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(0)
        head.addWidget(self.heading, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    @Slot(QModelIndex)
    def _come(self, index: QModelIndex) -> None:
        if index.isValid():
            self.come_to.emit(index.row())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
