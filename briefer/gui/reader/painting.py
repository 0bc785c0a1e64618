"""Paints what lies under the text of a pane: the current pair's frame, marks and labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock

from briefer.core.values import dataclass
from briefer.gui.reader.marks import Mark, Marks
from briefer.gui.reader.typography import Typography

PAD = 6.0  # pixels between the current pair's text and its frame


@dataclass
class Underlay:
    """What a pane is to show under its text; `current` are paragraph indices.

    `whole` says that `sentence` is all of a pair: where that is the current one, its frame says so already.
    """

    labels: Sequence[str | None] = ()
    current: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()  # paragraphs whose counterpart is being chosen
    focused: bool = False
    highlights: Marks = field(default_factory=dict)
    sentence: Marks = field(default_factory=dict)
    whole: bool = False
    hits: Marks = field(default_factory=dict)
    answers: Marks = field(default_factory=dict)  # of hits in the other pane
    hit: tuple[int, Mark] | None = None


@dataclass(frozen=True)
class Column:
    """The text column in viewport pixels, and where its labels stand."""

    left: float
    right: float
    width: float
    labels_left: bool


def mark_rects(block: QTextBlock, origin: QPointF, mark: Mark) -> Iterator[QRectF]:
    """The rectangles of a mark, one a line; `origin` is the block's upper left corner."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(mark.start, line.textStart())
        end = min(mark.end, line.textStart() + line.textLength())
        if start < end:
            left, right = sorted((x_of(line.cursorToX(start)), x_of(line.cursorToX(end))))
            yield QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())


class Brush:
    """Paints an underlay, block by block, with one typography."""

    def __init__(self, typography: Typography, underlay: Underlay, column: Column) -> None:
        self._typography = typography
        self._colors = typography.colors
        self._underlay = underlay
        self._column = column

    def frame(self, painter: QPainter, top: float, bottom: float, *, chosen: bool = False) -> None:
        """The frame around the current pair's text, or what is `chosen`, between two heights."""
        left, right = self._column.left - PAD - 2, self._column.right + PAD + 2
        line = self._colors.color("accent" if chosen or self._underlay.focused else "tint_line")
        painter.setPen(QPen(line, 1.0))
        painter.setBrush(self._colors.color("accent_soft" if chosen else "tint"))
        rect = QRectF(left, round(top - PAD), right - left, round(bottom - top + 2 * PAD))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def block(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        """One paragraph's marks and label; `rect` is the block in viewport pixels."""
        index = block.blockNumber()
        painter.setPen(Qt.PenStyle.NoPen)
        if not (self._underlay.whole and index in self._underlay.current):
            for mark in self._underlay.sentence.get(index, ()):
                self._fill(painter, block, rect.topLeft(), mark, "sentence")
        for mark in self._underlay.highlights.get(index, ()):
            self._highlight(painter, block, rect.topLeft(), mark)
        for mark in self._underlay.answers.get(index, ()):
            self._answer(painter, block, rect.topLeft(), mark)
        for mark in self._underlay.hits.get(index, ()):
            self._fill(painter, block, rect.topLeft(), mark, "hit")
        if self._underlay.hit and self._underlay.hit[0] == index:
            self._fill(painter, block, rect.topLeft(), self._underlay.hit[1], "hit_current")
        if label := self._underlay.labels[index]:
            self._label(painter, block, rect, label)

    def _fill(self, painter: QPainter, block: QTextBlock, origin: QPointF, mark: Mark, name: str) -> None:
        painter.setBrush(self._colors.color(name))
        for rect in mark_rects(block, origin, mark):
            painter.drawRoundedRect(rect, 2, 2)

    def _answer(self, painter: QPainter, block: QTextBlock, origin: QPointF, mark: Mark) -> None:
        """Paler than a hit, and underlined, so that it is told apart without its colour."""
        fill = self._colors.color("hit")
        fill.setAlphaF(0.45)
        for rect in mark_rects(block, origin, mark):
            painter.fillRect(rect, fill)
            painter.fillRect(
                QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), self._colors.color("hit_current")
            )

    def _highlight(self, painter: QPainter, block: QTextBlock, origin: QPointF, mark: Mark) -> None:
        if mark.color is None:
            return
        fill, line = (QColor(name) for name in self._colors.highlights[mark.color])
        if mark.lane:
            fill.setAlphaF(0.5)
        for rect in mark_rects(block, origin, mark):
            painter.fillRect(rect, fill)
            below = round(rect.bottom()) - 1 + 3 * mark.lane
            painter.fillRect(QRectF(rect.left(), below, rect.width(), 2), line)

    def _label(self, painter: QPainter, block: QTextBlock, rect: QRectF, label: str) -> None:
        font = self._typography.label_font
        metrics = QFontMetricsF(font)
        line = block.layout().lineAt(0)
        baseline = rect.top() + (line.ascent() if line.isValid() else metrics.ascent())
        width = metrics.horizontalAdvance(label)
        left = self._column.left - PAD - 9 - width
        x = max(0.0, left) if self._column.labels_left else self._column.right + PAD + 9
        painter.setFont(font)
        painter.setPen(self._colors.color("muted"))
        painter.drawText(QPointF(x, baseline), label)


def x_of(answer: object) -> float:
    """The pixels that Qt answers with when it is asked for a place in a line."""
    # PySide returns the position it moved to as well.
    value = answer[0] if isinstance(answer, tuple) else answer
    return float(value) if isinstance(value, (int, float)) else 0.0
