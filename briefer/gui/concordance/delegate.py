"""Paints a line of a concordance: the term in the middle, and its counterpart right beneath it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.app.concordance_words import source_words
from briefer.core.concordance.context import one_line
from briefer.core.concordance.lines import KwicLine
from briefer.gui.concordance.models import COUNT, LINE
from briefer.gui.reader.typography import quoting_font
from briefer.gui.theme import Palette

PADDING = 6
SOURCE = 158  # pixels for where a line stands
MIDDLE = 0.4  # of the width, where the term begins
CONTEXT = 160  # code points that may be in sight on either side


class LineDelegate(QStyledItemDelegate):
    """Two lines of text a row: the place, and what stands opposite."""

    def __init__(self, colors: Palette, serif: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors = colors
        self.serif = serif

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        font: QFont = option.font
        return QSize(0, 2 * QFontMetrics(quoting_font(font, self.serif)).height() + 2 * PADDING + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: KwicLine = index.data(LINE)
        rect: QRect = option.rect
        font: QFont = option.font
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.colors.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.colors.color("tint"))
        painter.setPen(self.colors.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._source(painter, rect, font, line)
        reading = quoting_font(font, self.serif)
        height = QFontMetrics(reading).height()
        upper = QRect(rect.left() + SOURCE, rect.top() + PADDING, rect.width() - SOURCE - PADDING, height)
        lower = upper.translated(0, height + 1)
        self._context(painter, upper, reading, _around(line), "text", bold=True)
        if line.counterpart:
            self._context(painter, lower, reading, _opposite(line), "muted", bold=False)
        painter.restore()

    def _source(self, painter: QPainter, rect: QRect, font: QFont, line: KwicLine) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(self.colors.color("muted"))
        place = QRect(rect.left() + 12, rect.top() + PADDING, SOURCE - 26, rect.height() - 2 * PADDING)
        name, _, label = source_words(line).rpartition(", ")
        words = (name, label) if name and line.label else (source_words(line),)
        for number, part in enumerate(words):
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place.left(), place.top() + metrics.ascent() + number * metrics.height(), shown)

    def _context(
        self,
        painter: QPainter,
        rect: QRect,
        font: QFont,
        parts: tuple[str, str, str],
        color: str,
        *,
        bold: bool,
    ) -> None:
        """What stands before, the words in the middle, what comes after; the middle begins at one height."""
        before, words, after = parts
        strong = QFont(font)
        strong.setBold(bold)
        plain, heavy = QFontMetrics(font), QFontMetrics(strong)
        middle = rect.left() + round(rect.width() * MIDDLE) if words else rect.left() + 12
        width = min(heavy.horizontalAdvance(words), rect.right() - middle)
        baseline = rect.top() + plain.ascent()
        painter.setFont(font)
        painter.setPen(self.colors.color(color))
        left = plain.elidedText(before, Qt.TextElideMode.ElideLeft, middle - rect.left())
        painter.drawText(middle - plain.horizontalAdvance(left), baseline, left)
        rest = rect.right() - middle - width
        painter.drawText(middle + width, baseline, plain.elidedText(after, Qt.TextElideMode.ElideRight, rest))
        if words:
            if not bold:
                self._mark(painter, QRectF(middle - 1, rect.top() + 1, width + 2, rect.height() - 1))
            painter.setFont(strong)
            painter.setPen(self.colors.color("accent" if bold else "text"))
            shown = heavy.elidedText(words, Qt.TextElideMode.ElideRight, width + 1)
            painter.drawText(middle, baseline, shown)

    def _mark(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colors.color("hit"))
        painter.drawRoundedRect(rect, 2, 2)


class TermDelegate(QStyledItemDelegate):
    """A counterpart term with its count in front, as a row of a narrow list."""

    def __init__(self, colors: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors = colors

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        font: QFont = option.font
        return QSize(0, QFontMetrics(font).height() + 2 * PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        font: QFont = option.font
        metrics = QFontMetrics(font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colors.color("accent_soft"))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), 4, 4)
        name: str = index.data(Qt.ItemDataRole.ToolTipRole)
        baseline = rect.top() + PADDING + metrics.ascent()
        room = metrics.horizontalAdvance("0000×")
        count = f"{index.data(COUNT)}×"
        painter.setFont(font)
        painter.setPen(self.colors.color("muted"))
        painter.drawText(rect.left() + 8 + room - metrics.horizontalAdvance(count), baseline, count)
        left = rect.left() + 8 + room + 8
        painter.setPen(self.colors.color("text"))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.right() - 8 - left)
        painter.drawText(left, baseline, shown)
        painter.restore()


def _around(line: KwicLine) -> tuple[str, str, str]:
    return line.left(CONTEXT), line.written, line.right(CONTEXT)


def _opposite(line: KwicLine) -> tuple[str, str, str]:
    """The counterpart around the first of its marks."""
    text = line.counterpart or ""
    if not line.counterpart_marks:
        return "", "", one_line(text[: 2 * CONTEXT])
    mark = line.counterpart_marks[0]
    before = one_line(text[max(0, mark.start - CONTEXT) : mark.start])
    return before, one_line(text[mark.start : mark.end]), one_line(text[mark.end : mark.end + CONTEXT])
