"""Paints a term: its words in both languages below each other, a sign whether they match, the domain."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.app.texts import Texts
from briefer.gui.terms.model import TERM
from briefer.gui.terms.words import domain_words
from briefer.gui.theme import Palette

if TYPE_CHECKING:
    from briefer.core.terms import PairTerm

FOUND, DIFFERS = "✓", "≠"
SIGN = 22  # pixels
PADDING = 4


class TermDelegate(QStyledItemDelegate):
    """What does not stand in the text is in italics and muted: the lexicon would have it."""

    def __init__(self, texts: Texts, colors: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self.colors = colors
        self.matched = True  # whether anything stands opposite

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 260
        return QSize(0, round(self._words(index.data(TERM), width).size().height()) + 2 * PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        term: PairTerm = index.data(TERM)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self.colors.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(0, 1, -4, -1), 4, 4)
        sign = (FOUND if term.answered else DIFFERS) if self.matched else ""
        painter.setPen(self.colors.color("accent" if term.answered else "warning"))
        painter.drawText(
            rect.adjusted(PADDING, PADDING + 3, 0, 0),
            Qt.AlignmentFlag.AlignTop,
            sign,
        )
        painter.translate(rect.left() + SIGN, rect.top() + PADDING)
        self._words(term, option.rect.width()).drawContents(painter)
        painter.restore()

    def _words(self, term: PairTerm, width: int) -> QTextDocument:
        colors, words = self.colors, QTextDocument()
        view = self.parent()
        if isinstance(view, QWidget):
            words.setDefaultFont(view.font())
        words.setDocumentMargin(2)
        words.setTextWidth(max(60, width - SIGN - 8))
        rows = [
            f'<p style="color:{colors.text}; margin:0">{escape(side)}</p>'
            if there
            else f'<p style="color:{colors.muted}; margin:0"><i>{escape(side)}</i></p>'
            for side, there in ((term.left, term.on_left), (term.right, term.on_right))
        ]
        domain = escape(domain_words(term.domain, self._texts))
        rows.append(f'<p style="color:{colors.muted}; margin:0"><small>{domain}</small></p>')
        words.setHtml("".join(rows))
        return words
