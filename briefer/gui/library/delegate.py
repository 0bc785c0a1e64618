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
        height = QFontMetrics(option.font).height()  # type: ignore[attr-defined] # the stubs leave out the fields of options
        if summary_at(index) is None:
            return QSize(0, height + 2 * PADDING)
        return QSize(0, 2 * height + 2 * PADDING + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined] # as above
        font: QFont = option.font  # type: ignore[attr-defined] # as above
        state = option.state  # type: ignore[attr-defined] # as above
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
        badge = " ".join(summary.languages)
        badge_width = QFontMetrics(small).horizontalAdvance(badge) + 14
        name = summary.symbol or summary.title
        first = QFontMetrics(bold).elidedText(
            name, Qt.TextElideMode.ElideRight, rect.width() - badge_width - 6
        )
        painter.setFont(bold)
        painter.setPen(self.colors.color("text"))
        painter.drawText(rect.left(), rect.top() + QFontMetrics(bold).ascent(), first)
        left = rect.left() + QFontMetrics(bold).horizontalAdvance(first) + 7
        pill = QRectF(left, rect.top() + 1, badge_width, height - 2)
        self._pill(painter, pill, "warning_soft", pill.height() / 2)
        painter.setFont(small)
        painter.setPen(self.colors.color("warning"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, badge)
        painter.setPen(self.colors.color("muted"))
        second = QFontMetrics(small).elidedText(
            self._second(summary), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect.left(), rect.top() + height + 2 + QFontMetrics(small).ascent(), second)

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
