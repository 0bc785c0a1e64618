"""Paints a saved document in two lines: what it is called, with its languages, and about what."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.gui.library.model import summary_at
from briefer.gui.theme import Palette

PADDING = 7


class DocumentDelegate(QStyledItemDelegate):
    """Groups are muted single lines, documents rounded rows."""

    def __init__(self, texts: Texts, colors: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self.colors = colors

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = QFontMetrics(option.font).height()
        if summary_at(index) is None:
            return QSize(0, height + 2 * PADDING)
        return QSize(0, 2 * height + 2 * PADDING + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        font: QFont = option.font
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        summary = summary_at(index)
        if summary is None:
            painter.setPen(self.colors.color("muted"))
            words = QFontMetrics(font).elidedText(
                index.data(), Qt.TextElideMode.ElideRight, rect.width() - PADDING
            )
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
        else:
            if state & QStyle.StateFlag.State_Selected:
                self._pill(painter, QRectF(rect).adjusted(0, 1, -4, -1), "accent_soft", 5)
            elif state & QStyle.StateFlag.State_MouseOver:
                self._pill(painter, QRectF(rect).adjusted(0, 1, -4, -1), "raised", 5)
            self._document(painter, rect.adjusted(PADDING, PADDING, -PADDING - 4, -PADDING), font, summary)
        painter.restore()

    def _document(self, painter: QPainter, rect: QRect, font: QFont, summary: DocumentSummary) -> None:
        small, bold = QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        bold.setBold(True)
        height = QFontMetrics(font).height()
        name = summary.symbol or summary.title
        painter.setFont(bold)
        painter.setPen(self.colors.color("text"))
        first = QFontMetrics(bold).elidedText(name, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.left(), rect.top() + QFontMetrics(bold).ascent(), first)
        badge = " ".join(summary.languages)
        metrics = QFontMetrics(small)
        pill = QRectF(
            rect.left(), rect.top() + height + 2, metrics.horizontalAdvance(badge) + 12, metrics.height() + 1
        )
        self._pill(painter, pill, "warning_soft", pill.height() / 2)
        painter.setFont(small)
        painter.setPen(self.colors.color("warning"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, badge)
        painter.setPen(self.colors.color("muted"))
        left = round(pill.right()) + 7
        second = metrics.elidedText(
            self._second(summary), Qt.TextElideMode.ElideRight, max(0, rect.right() - left)
        )
        painter.drawText(left, round(pill.top()) + metrics.ascent(), second)

    def _second(self, summary: DocumentSummary) -> str:
        parts = [summary.title] if summary.symbol else []
        if summary.agenda_item:
            parts.append(self._texts.gettext("item {number}").format(number=summary.agenda_item))
        if summary.date and not summary.symbol:
            parts.append(self._texts.date(summary.date))
        return " · ".join(parts)

    def _pill(self, painter: QPainter, rect: QRectF, color: str, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colors.color(color))
        painter.drawRoundedRect(rect, radius, radius)
