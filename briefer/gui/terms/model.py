"""The terms of a pair as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.app.texts import Texts
from briefer.gui.terms.words import term_words

if TYPE_CHECKING:
    from briefer.core.terms import PairTerm

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
TERM = Qt.ItemDataRole.UserRole
_IN_WORDS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class TermsModel(QAbstractListModel):
    """One row a term; in words it says whether the term stands on both sides."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._terms: tuple[PairTerm, ...] = ()
        self.matched = True  # whether anything stands opposite

    def show_terms(self, terms: tuple[PairTerm, ...]) -> None:
        self.beginResetModel()
        self._terms = terms
        self.endResetModel()

    def term(self, row: int) -> PairTerm | None:
        return self._terms[row] if 0 <= row < len(self._terms) else None

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._terms)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        term = self.term(index.row()) if index.isValid() else None
        if term is None:
            return None
        if role == TERM:
            return term
        return term_words(term, self._texts, matched=self.matched) if role in _IN_WORDS else None
