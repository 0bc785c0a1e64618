"""Paints a hit as two lines of its paragraph, with label and language in the margin, as in the reader."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.gui.hits.lines import LINES, lines_of
from briefer.gui.hits.model import LINE, HitLine
from briefer.gui.reader.typography import quoting_font
from briefer.gui.theme import Palette

EDGE, PADDING = 17, 6  # pixels left of all words, as in the style of labels, and above and below them
GAP = 8  # pixels between label and text
SMALL, MARGIN = (
    0.85,
    3.4,
)  # of the size of letters, for what stands in the margin, and of their height, for it


class HitDelegate(QStyledItemDelegate):
    """All rows are alike high, so that a list of a hundred thousand is there at once."""

    def __init__(self, colors: Palette, serif: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors = colors
        self.serif = serif
        self._set = lru_cache(maxsize=200)(self._lines)

    def set_colors(self, colors: Palette) -> None:
        self.colors = colors
        self._set.cache_clear()

    def height(self, font: QFont) -> int:
        """How high a row is."""
        return LINES * QFontMetrics(self._reading(font)).height() + 2 * PADDING

    def _reading(self, font: QFont) -> QFont:
        return quoting_font(font, self.serif)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: HitLine | None = index.data(LINE)
        if line is None:
            return
        rect: QRect = option.rect
        font: QFont = option.font
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, self.colors.color("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.colors.color("tint"))
        if line.begins and index.row():
            painter.setPen(self.colors.color("line"))
            painter.drawLine(rect.left() + EDGE, rect.top(), rect.right(), rect.top())
        left = EDGE + self._margin(painter, rect, font, line) + GAP
        self._text(painter, rect.adjusted(left, PADDING, -PADDING, -PADDING), font, line, chosen=chosen)
        painter.restore()

    def _margin(self, painter: QPainter, rect: QRect, font: QFont, line: HitLine) -> int:
        """Where a hit stands; how wide all margins are."""
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        metrics, reading = QFontMetrics(small), QFontMetrics(self._reading(font))
        width = round(MARGIN * metrics.height())
        painter.setFont(small)
        painter.setPen(self.colors.color("muted"))
        baseline = rect.top() + PADDING + reading.ascent()
        words = (line.name, line.language) if line.name else (line.language,)
        for number, word in enumerate(words):
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, width)
            painter.drawText(rect.left() + EDGE, baseline + number * reading.height(), shown)
        return width

    def _text(self, painter: QPainter, rect: QRect, font: QFont, line: HitLine, *, chosen: bool) -> None:
        layout = self._set(line, font.toString(), rect.width(), chosen)
        painter.setPen(self.colors.color("text"))
        layout.draw(painter, QPointF(rect.topLeft()))

    def _lines(self, line: HitLine, font: str, width: int, chosen: bool) -> QTextLayout:
        own, form = QFont(), QTextCharFormat()
        own.fromString(font)
        form.setBackground(self.colors.color("hit_current" if chosen else "hit"))
        return lines_of(line.text, line.place, self._reading(own), width, form)
