"""Paints search results: documents as headings, hits as cards with both languages."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from briefer.app.texts import Texts
from briefer.gui.search.excerpt import excerpt_html
from briefer.gui.search.model import ROW, more_words
from briefer.gui.search.rows import DocumentRow, HitRow, MoreRow, NoteRow, Row
from briefer.gui.search.words import name_words, place_words
from briefer.gui.theme import Palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

SIDE, PADDING, GAP = 10, 8, 6
OWN, OPPOSITE = 190, 140  # code points of a hit and of its counterpart


class ResultDelegate(QStyledItemDelegate):
    """Rows as wide as the list and as high as their words need."""

    def __init__(self, texts: Texts, colors: Palette, serif: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self._serif = serif
        self.colors = colors
        self._documents = lru_cache(maxsize=300)(self._document)

    def set_colors(self, colors: Palette) -> None:
        self.colors = colors
        self.forget()

    def forget(self) -> None:
        """Other words or colours from now on."""
        self._documents.cache_clear()

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 280
        row: Row = index.data(ROW)
        font: QFont = option.font
        height = round(self._documents(row, width, font.toString()).size().height())
        return QSize(0, height + (GAP if isinstance(row, DocumentRow) else 2 * PADDING - 6 + GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        from PySide6.QtWidgets import QStyle

        row: Row = index.data(ROW)
        font: QFont = option.font
        rect = QRectF(option.rect).adjusted(SIDE, 0.5, -SIDE, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = rect.top() + (GAP if isinstance(row, DocumentRow) else PADDING - 3)
        if isinstance(row, HitRow | NoteRow):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(self.colors.color("accent" if chosen else "line"))
            painter.setBrush(self.colors.color("accent_soft" if chosen else "paper"))
            painter.drawRoundedRect(rect, 4, 4)
        words = self._documents(row, option.rect.width(), font.toString())
        painter.translate(rect.left() + PADDING - 3, top)
        words.drawContents(painter)
        painter.restore()

    def _document(self, row: Row, width: int, font: str) -> QTextDocument:
        made = QTextDocument()
        own = QFont()
        own.fromString(font)
        made.setDefaultFont(own)
        made.setDocumentMargin(2)
        made.setTextWidth(max(60, width - 2 * SIDE - 2 * PADDING + 6))
        made.setHtml(self._html(row))
        return made

    def _html(self, row: Row) -> str:
        colors, texts = self.colors, self._texts
        match row:
            case DocumentRow(found):
                name = escape(name_words(found, texts))
                return f'<p style="margin:4px 0 0 0; color:{colors.text}"><b>{name}</b></p>'
            case MoreRow(_, count):
                return f'<p style="margin:0; color:{colors.accent}">{escape(more_words(count, texts))}</p>'
            case NoteRow(found):
                named = texts.gettext("Briefing note")
                head = escape(f"{named} · {found.title}")
                text = excerpt_html(found.text, found.marks, colors.hit)
                return self._small(head) + f'<p style="margin:2px 0 0 0; color:{colors.text}">{text}</p>'
            case HitRow():
                return self._hit(row)

    def _hit(self, row: HitRow) -> str:
        hit, colors = row.hit, self.colors
        serif = f"font-family:'{escape(self._serif)}'; margin:2px 0 0 0"
        parts = [self._small(escape(place_words(hit, self._texts)))]
        text = excerpt_html(hit.text, hit.marks, colors.hit, OWN)
        parts.append(f'<p style="{serif}; color:{colors.text}">{text}</p>')
        if hit.counterpart:
            opposite = excerpt_html(hit.counterpart, hit.counterpart_marks, colors.hit, OPPOSITE)
            parts.append(f'<p style="{serif}; margin-top:4px; color:{colors.muted}">{opposite}</p>')
        if hit.note:
            note = excerpt_html(hit.note, hit.note_marks, colors.hit)
            parts.append(f'<p style="margin:4px 0 0 0; color:{colors.text}">✎ {note}</p>')
        return "".join(parts)

    def _small(self, html: str) -> str:
        return f'<p style="margin:0; color:{self.colors.muted}"><small>{html}</small></p>'
