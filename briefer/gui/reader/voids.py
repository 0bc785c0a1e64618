"""What is said where a side is empty as far as one sees: how much stands in the other language only."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter

from briefer.app.texts import Texts
from briefer.gui.reader.place import Rows
from briefer.gui.reader.spread import Spread


def void_words(rows: Rows, side: int, index: int, texts: Texts) -> str:
    """The words for the gap above paragraph `index` of a side, or for that below the last one."""
    count = len(rows.versions[side].paragraphs)
    before = rows.row_of(side, index - 1) if index else -1
    after = rows.row_of(side, index) if index < count else len(rows)
    alone = sum(len(rows.paragraphs(number, 1 - side)) for number in range(before + 1, after))
    sentence = texts.ngettext(
        "{count} paragraph stands in the other language only.",
        "{count} paragraphs stand in the other language only.",
        alone,
    )
    return sentence.format(count=alone)


class Voids(QObject):
    """Says it in the middle of the empty pane, as long as it is empty."""

    def __init__(self, spread: Spread, texts: Texts) -> None:
        super().__init__(spread)
        self._spread = spread
        self._texts = texts
        self._said = [False, False]
        for side, pane in enumerate(spread.panes):
            pane.paint_empty = partial(self._paint, side)
        spread.lock.scrolled.connect(self._scrolled)

    def words(self, side: int) -> str:
        """What is said on a side; nothing while text is to be seen there."""
        rows, pane = self._spread.rows, self._spread.panes[side]
        composition = pane.blocks.composition
        if rows is None or not rows.aligned or composition is None or composition.stack is None:
            return ""
        if pane.blocks.indices(0, pane.viewport().height()):
            return ""
        scrolled = pane.verticalScrollBar().value()
        index = composition.stack.at(side, scrolled)
        below = index < 0 or composition.stack.bottom(side, index) <= scrolled
        return void_words(rows, side, index + 1 if below else index, self._texts)

    def _paint(self, side: int, painter: QPainter) -> None:
        pane, words = self._spread.panes[side], self.words(side)
        self._said[side] = bool(words)
        if words:
            typography = self._spread.typography
            painter.setFont(typography.label_font)
            painter.setPen(typography.colors.color("muted"))
            column = pane.column()
            area = pane.viewport().rect()
            area.setLeft(round(column.left))
            area.setRight(round(column.right))
            flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(area, flags, words)

    def _scrolled(self) -> None:
        # The words stay in the middle while Qt moves what it has painted.
        for side, pane in enumerate(self._spread.panes):
            if self._said[side]:
                pane.viewport().update()
