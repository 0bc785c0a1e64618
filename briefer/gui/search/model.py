"""Search results as a list for Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.app.texts import Texts
from briefer.core.hits import SearchResults
from briefer.gui.search.rows import DocumentRow, HitRow, MoreRow, NoteRow, Row, rows_of
from briefer.gui.search.words import citation_words, name_words, place_words

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractListModel):
    """Documents with their hits after them; `ROW` is the role of the value. Documents cannot be chosen."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.rows: tuple[Row, ...] = ()

    def show(self, results: SearchResults) -> None:
        self.beginResetModel()
        self.rows = rows_of(results)
        self.endResetModel()

    def retranslate(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def step(self, row: int, by: int) -> int | None:
        """The next or previous hit from a row (-1 is before all), across documents; None at the end."""
        places = range(row + by, len(self.rows) if by > 0 else -1, by)
        return next((place for place in places if isinstance(self.rows[place], HitRow)), None)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], DocumentRow):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, HitRow):
            return citation_words(row.found, row.hit, self._texts)
        return None

    def _spoken(self, row: Row) -> str:
        match row:
            case DocumentRow(found):
                return name_words(found, self._texts)
            case HitRow(_, hit):
                parts = (place_words(hit, self._texts), hit.text, hit.counterpart, hit.note)
                return "\n".join(part for part in parts if part)
            case MoreRow(_, count):
                return more_words(count, self._texts)
            case NoteRow(found):
                return "\n".join((self._texts.gettext("Briefing note"), found.title, found.text[:200]))


def more_words(count: int, texts: Texts) -> str:
    """What leads to the rest of a document's hits."""
    told = texts.ngettext("{count} more passage…", "{count} more passages…", count)
    return told.format(count=count)
