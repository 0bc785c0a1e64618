"""Paints an annotation as a card: a colour edge, the quotation, the note, a line about them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from briefer.app.texts import Texts
from briefer.core.annotation import Annotation
from briefer.gui.annotations.model import ANNOTATION
from briefer.gui.annotations.words import card
from briefer.gui.theme import Palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

EDGE = 4
PADDING = 10
GAP = 9
SIDE = 10


class AnnotationDelegate(QStyledItemDelegate):
    """Cards as wide as the list and as high as their words need."""

    def __init__(self, texts: Texts, colors: Palette, serif: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self.colors = colors
        self.serif = serif

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 280
        height = self._words(index.data(ANNOTATION), width).size().height()
        return QSize(0, round(height) + 2 * PADDING - 4 + GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        from PySide6.QtWidgets import QStyle

        annotation: Annotation = index.data(ANNOTATION)
        rect = QRectF(option.rect).adjusted(SIDE, 0.5, -SIDE, -GAP)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        edge = QColor(self.colors.highlights[annotation.color][1])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(rect, 4, 4)
        painter.setPen(self.colors.color("accent" if chosen else "line"))
        painter.setBrush(self.colors.color("paper"))
        painter.drawPath(shape)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(rect.left(), rect.top(), EDGE, rect.height()), edge)
        words = self._words(annotation, option.rect.width())
        painter.translate(rect.left() + EDGE + PADDING - 4, rect.top() + PADDING - 4)
        words.drawContents(painter)
        painter.restore()

    def _words(self, annotation: Annotation, width: int) -> QTextDocument:
        told = card(annotation, self._texts)
        colors = self.colors
        rows = [(f"font-family:'{self.serif}'; color:{colors.muted}; margin:0", escape(told.quote))]
        if told.note:
            rows.append((f"color:{colors.text}; margin:4px 0 0 0", escape(told.note).replace("\n", "<br>")))
        if told.line:
            rows.append((f"color:{colors.muted}; margin:4px 0 0 0", f"<small>{escape(told.line)}</small>"))
        words = QTextDocument()
        view = self.parent()
        if isinstance(view, QWidget):
            words.setDefaultFont(view.font())
        words.setDocumentMargin(3)
        words.setTextWidth(max(60, width - 2 * SIDE - EDGE - 2 * (PADDING - 4)))
        words.setHtml("".join(f'<p style="{escape(style)}">{row}</p>' for style, row in rows))
        return words
