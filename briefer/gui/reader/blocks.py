"""Where the paragraphs of a pane are, in pixels."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLayout
from PySide6.QtWidgets import QTextEdit

from briefer.gui.reader.composing import Composition


class Blocks:
    """Tells the places of a text's paragraphs. Heights count from the document's top.

    Places are exact for what is in sight, and for everything once all of it has been measured.
    """

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self.composition: Composition | None = None

    @property
    def count(self) -> int:
        return self._edit.document().blockCount()

    def top(self, index: int) -> float:
        """Where the first line of a paragraph begins."""
        return self._bounds(index).top()

    def bottom(self, index: int) -> float:
        """Where the last line of a paragraph ends."""
        return self._bounds(index).bottom()

    def line(self, index: int, offset: int) -> tuple[float, float]:
        """Top and bottom of the line that holds an offset, in UTF-16 units, of a paragraph."""
        lines = self.lines(self._edit.document().findBlockByNumber(index))
        top = self.top(index)
        line = lines.lineForTextPosition(offset)
        if not line.isValid():
            return top, top
        return top + line.y(), top + line.y() + line.height()

    def lines(self, block: QTextBlock) -> QTextLayout:
        """The lines of a block, which are set if they have not been yet."""
        return self.composition.lines(block) if self.composition else block.layout()

    def rect(self, block: QTextBlock) -> QRectF:
        """A block in viewport pixels."""
        return self._bounds(block.blockNumber()).translated(0, -self._scrolled())

    def extent(self, indices: tuple[int, ...]) -> tuple[float, float]:
        """Top and bottom of a run of paragraphs, in viewport pixels."""
        scrolled = self._scrolled()
        return self.top(indices[0]) - scrolled, self.bottom(indices[-1]) - scrolled

    def within(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks that touch a stretch of the viewport, with their rectangles; their lines are set."""
        document = self._edit.document()
        for index in self.indices(top, bottom):
            block = document.findBlockByNumber(index)
            self.lines(block)
            yield block, self.rect(block)

    def indices(self, top: float, bottom: float) -> range:
        """The paragraphs that touch a stretch of the viewport."""
        stack = self.composition.stack if self.composition else None
        if stack is None or self.composition is None:
            return range(0)
        side, scrolled = self.composition.side, self._scrolled()
        first = stack.at(side, top + scrolled)
        last = stack.at(side, bottom + scrolled)
        if first < 0 or stack.bottom(side, first) <= top + scrolled:
            return range(0)  # all of it is above
        if stack.top(side, last) > bottom + scrolled:
            last -= 1
        return range(first, last + 1)

    def visible(self) -> tuple[int, int]:
        """The first and last paragraph in sight (0, -1 if none)."""
        seen = self.indices(0, self._edit.viewport().height())
        return (seen[0], seen[-1]) if seen else (0, -1)

    def _scrolled(self) -> int:
        return self._edit.verticalScrollBar().value()

    def _bounds(self, index: int) -> QRectF:
        return self.composition.rect(index) if self.composition else QRectF()
