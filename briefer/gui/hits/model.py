"""The hits in the open document as a list for Qt: a row is made when somebody looks at it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.app.texts import Texts
from briefer.app.wording import paragraph_word
from briefer.core.concordance.context import around
from briefer.core.document import Span
from briefer.core.values import dataclass
from briefer.gui.hits.words import place_words
from briefer.gui.reader.hits import Hits

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

_SPOKEN = 120  # code points that are read out
_TOLD = 400  # and of what is shown under the pointer


@dataclass(frozen=True, slots=True)
class HitLine:
    """One hit: `place` in the `text` of a paragraph that is called `name`.

    `begins` tells that it is the first of its pair.
    """

    language: str
    name: str
    text: str
    place: Span
    begins: bool


class HitsModel(QAbstractListModel):
    """A row for each hit, by its number; `LINE` is the role of the value."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._hits: Hits | None = None
        self._total = 0

    def show(self, hits: Hits | None) -> None:
        """List what was found last."""
        self.beginResetModel()
        self._hits, self._total = hits, hits.total if hits is not None else 0
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < self._total:
            return None
        if role == LINE:
            return self._line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(self._line(index.row()), _SPOKEN)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(self._line(index.row()), _TOLD)
        return None

    def _line(self, number: int) -> HitLine | None:
        hits = self._hits
        if hits is None:
            return None
        found = hits.hit(number)
        version = hits.rows.versions[found.side]
        paragraph = version.paragraphs[found.index]
        name = paragraph_word(paragraph.label, paragraph.kind, version.language, self._texts)
        return HitLine(version.language, name, paragraph.text, found.span, hits.begins(number))

    def _told(self, line: HitLine | None, length: int) -> str | None:
        if line is None:
            return None
        return (
            f"{place_words(line.name, line.language, self._texts)}\n{around(line.text, line.place, length)}"
        )
