"""Footnote marks in the text of a pane: raised beside the word they belong to, over the text's own letters.

The text holds no marks, so that offsets and copies stay true; they are painted where they stood.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock

from briefer.core.document import NoteMark
from briefer.gui.reader.markroom import placed_marks
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.spread import Spread
from briefer.gui.reader.typography import RAISED

REACH = 3.0  # pixels around a mark that still mean it


class NoteMarks:
    """Paints the marks of one side, and finds them again."""

    def __init__(self, spread: Spread, side: int) -> None:
        self._spread = spread
        self._pane: TextPane = spread.panes[side]
        self._pane.layers.append(self.paint)

    def paint(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        """The marks of one paragraph; `rect` is the block in viewport pixels."""
        marks = list(self.placed(block, rect.topLeft()))
        if not marks:
            return
        painter.setFont(self._spread.typography.mark_font)
        painter.setPen(self._spread.typography.colors.color("accent"))
        for note, place in marks:
            painter.drawText(QPointF(place.left(), place.bottom()), note.mark)

    def under(self, point: QPoint) -> tuple[int, NoteMark] | None:
        """The mark at a viewport point, and the paragraph that it stands in."""
        block = self._pane.cursorForPosition(point).block()
        for note, place in self.placed(block, self._pane.blocks.rect(block).topLeft()):
            if place.adjusted(-REACH, -REACH, REACH, REACH).contains(QPointF(point)):
                return block.blockNumber(), note
        return None

    def rect(self, index: int, note: NoteMark) -> QRectF:
        """Where a mark is in the viewport; an empty rectangle if it is nowhere."""
        block = self._pane.document().findBlockByNumber(index)
        placed = self.placed(block, self._pane.blocks.rect(block).topLeft())
        return next((place for each, place in placed if each == note), QRectF())

    def placed(self, block: QTextBlock, origin: QPointF) -> Iterator[tuple[NoteMark, QRectF]]:
        """The marks of a block with their rectangles; a mark's bottom is its base line."""
        version, index = self._pane.version, block.blockNumber()
        if version is None or index >= len(version.paragraphs) or not version.paragraphs[index].notes:
            return
        font, layout = self._spread.typography.mark_font, block.layout()
        height = QFontMetricsF(font).ascent()
        for mark in placed_marks(version.paragraphs[index], layout, font):
            line = layout.lineAt(mark.line)
            base = origin.y() + line.y() + line.ascent() * RAISED
            yield mark.note, QRectF(origin.x() + mark.left, base - height, mark.width, height)
