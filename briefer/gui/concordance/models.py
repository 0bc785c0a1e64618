"""The lines of a concordance, and its counterpart terms with their counts, as lists for Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.app.concordance_words import source_words
from briefer.app.texts import Texts
from briefer.core.concordance.lines import Concordance, KwicLine

LINE = Qt.ItemDataRole.UserRole  # KwicLine
TERM = Qt.ItemDataRole.UserRole + 1  # str, or None for the lines without a counterpart term
COUNT = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex

_SPOKEN = 60  # code points of context that are read out on either side
_SPEAKING = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class LinesModel(QAbstractListModel):
    """One row a line; `LINE` is the role of the value itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[KwicLine, ...] = ()

    def show(self, lines: tuple[KwicLine, ...]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        return spoken(line) if role in _SPEAKING else None


class TermsModel(QAbstractListModel):
    """All lines, then each counterpart term, then the lines without one; `TERM` and `COUNT` are roles."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: tuple[tuple[str | None, int], ...] = ()
        self._total = 0

    def show(self, concordance: Concordance) -> None:
        self.beginResetModel()
        rows: list[tuple[str | None, int]] = [(count.term, count.count) for count in concordance.counts]
        if rows and concordance.unanswered:
            rows.append((None, concordance.unanswered))
        self._rows = tuple(rows)
        self._total = len(concordance.lines)
        self.endResetModel()

    def retranslate(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def chosen(self, rows: list[int]) -> frozenset[str | None] | None:
        """The terms of these rows; None where all lines are chosen."""
        if not rows or 0 in rows:
            return None
        return frozenset(self._rows[row - 1][0] for row in rows)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        nothing = (parent is not None and parent.isValid()) or not self._total
        return 0 if nothing else 1 + len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        term, count = self._rows[index.row() - 1] if index.row() else ("", self._total)
        if role == TERM:
            return term
        if role == COUNT:
            return count
        if role not in (*_SPEAKING, Qt.ItemDataRole.ToolTipRole):
            return None
        if not index.row():
            name = self._texts.gettext("All places")
        else:
            name = term or self._texts.gettext("no counterpart made out")
        return name if role == Qt.ItemDataRole.ToolTipRole else f"{count}× {name}"


def spoken(line: KwicLine) -> str:
    """A line as it is read out: the place in context, its counterpart, where it stands."""
    context = f"{line.left(_SPOKEN)}{line.written}{line.right(_SPOKEN)}".strip()
    return "\n".join(part for part in (context, line.counterpart, source_words(line)) if part)
