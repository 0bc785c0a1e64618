"""What a chooser lists: rows as values, as a model for Qt, and painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

PADDING = 7
GAP = 14


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to be chosen: what it is called, what more is said of it, its keys, and the deed."""

    words: str
    act: Callable[[], object] = field(compare=False)
    detail: str = ""
    keys: str = ""


class RowModel(QAbstractListModel):
    """The rows found now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.words, row.detail, row.keys) if part)
        return None


class RowDelegate(QStyledItemDelegate):
    """Words, muted detail after them, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, QFontMetrics(option.font).height() + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowModel):
            return
        row = model.rows[index.row()]
        font: QFont = option.font
        palette: QPalette = option.palette
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.highlight())
        inside = rect.adjusted(GAP, 0, -GAP, 0)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        keys = QFontMetrics(font).horizontalAdvance(row.keys)
        painter.setFont(font)
        painter.setPen(muted)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.keys)
        inside.setWidth(max(0, inside.width() - keys - GAP))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        used = _draw(painter, inside, font, row.words)
        inside.setLeft(inside.left() + used + GAP)
        painter.setPen(muted)
        _draw(painter, inside, font, row.detail)
        painter.restore()


def _draw(painter: QPainter, rect: QRect, font: QFont, text: str) -> int:
    """Write a text that ends in "…" where it is too long; its width."""
    metrics = QFontMetrics(font)
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
    return metrics.horizontalAdvance(words)
