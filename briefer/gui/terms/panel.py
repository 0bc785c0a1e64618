"""The column of the terms of the current pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QListView, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.gui.terms.delegate import TermDelegate
from briefer.gui.terms.model import TermsModel
from briefer.gui.theme import Palette

if TYPE_CHECKING:
    from briefer.core.terms import PairTerm


class TermsPanel(QWidget):
    """Lists terms; `chosen` carries the `PairTerm` that the reader has come to, by pointer or keys."""

    chosen = Signal(object)

    def __init__(self, texts: Texts, colors: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._terms: tuple[PairTerm, ...] = ()
        self._matched = True
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.everyday = QCheckBox(self)
        self.everyday.toggled.connect(self._fill)
        self.model = TermsModel(texts, self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._delegate = TermDelegate(texts, colors, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.selectionModel().currentChanged.connect(self._come)
        self.view.clicked.connect(self._come)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "muted")
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(12, 12, 0, 8)
        for widget in (self.title, self.empty):
            column_of_all.addWidget(widget)
        column_of_all.addWidget(self.view, 1)
        column_of_all.addWidget(self.everyday)
        self.setFocusProxy(self.view)
        self.retranslate()

    def show_terms(self, terms: tuple[PairTerm, ...], *, matched: bool = True) -> None:
        """List the terms of a pair, or of a text that has nothing opposite; nothing is chosen."""
        self._terms, self._matched = terms, matched
        self._delegate.matched = self.model.matched = matched
        self.retranslate()

    def set_colors(self, colors: Palette) -> None:
        self._delegate.colors = colors
        self.view.viewport().update()

    def retranslate(self) -> None:
        texts = self._texts
        alone = texts.gettext("Terms of this text, which has nothing opposite")
        self.title.setText(texts.gettext("Terms of this pair") if self._matched else alone)
        self.everyday.setText(texts.gettext("Everyday words too"))
        self.empty.setText(texts.gettext("The lexicon has no terms that stand in this pair."))
        self.view.setAccessibleName(texts.gettext("Terms of this pair"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        wanted = self.everyday.isChecked()
        terms = tuple(term for term in self._terms if wanted or not term.everyday)
        self.model.show_terms(terms)
        self.empty.setVisible(not terms)

    def _come(self, index: QModelIndex) -> None:
        term = self.model.term(index.row()) if index.isValid() else None
        if term is not None:
            self.chosen.emit(term)
