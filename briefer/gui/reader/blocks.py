"""Where the blocks of a pane are, in pixels, and their upper margins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

_LEAST = 1 / 128  # half of the finest step in which Qt lays out


class Blocks:
    """Measures and moves the blocks of a text. Heights count from the document's top.

    Asking for a block lays the text out as far as that block. Qt forgets blocks when margins
    change while a part of the text is still to be laid out: change them when `whole`, or
    have the pane lay out anew at once.
    """

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._laid: int | None = None  # how many blocks are laid out for sure; None: all

    @property
    def whole(self) -> bool:
        """Whether the whole text is laid out."""
        return self._laid is None

    def start_over(self) -> None:
        """The text is to be laid out anew."""
        self._laid = 0

    def lay_out(self, blocks: int | None = None) -> None:
        """Lay out so many blocks more, or all that are left."""
        if self._laid is None:
            return
        self._laid = self.count if blocks is None else self._laid + blocks
        if self._laid < self.count:
            self.top(self._laid)
        else:
            self._edit.document().documentLayout().documentSize()
            self._laid = None

    @property
    def count(self) -> int:
        return self._edit.document().blockCount()

    def top(self, index: int) -> float:
        """Where the first line of a paragraph begins."""
        return self._bounds(self._block(index)).top()

    def below(self, index: int) -> float:
        """Where the next paragraph would begin if it had no margin."""
        block = self._block(index)
        following = block.next()
        if following.isValid():
            return self._bounds(following).top() - following.blockFormat().topMargin()
        bounds = self._bounds(block)
        layout = block.layout()
        last = layout.lineAt(layout.lineCount() - 1)
        return bounds.bottom() + last.height() * (block.blockFormat().lineHeight() / 100 - 1)

    def bottom(self, index: int) -> float:
        """Where the last line of a paragraph ends."""
        return self._bounds(self._block(index)).bottom()

    def line(self, index: int, offset: int) -> tuple[float, float]:
        """Top and bottom of the line that holds an offset, in UTF-16 units, of a paragraph."""
        block = self._block(index)
        top = self._bounds(block).top()
        line = block.layout().lineForTextPosition(offset)
        if not line.isValid():
            return top, top
        return top + line.y(), top + line.y() + line.height()

    def set_margins(self, margins: Mapping[int, float]) -> bool:
        """Set upper margins by paragraph index; whether any of them changed."""
        changed = []
        for index, margin in margins.items():
            block = self._block(index)
            form = block.blockFormat()
            if abs(form.topMargin() - margin) >= _LEAST:
                form.setTopMargin(margin)
                changed.append((block, form))
        if changed:
            whole = QTextCursor(self._edit.document())
            whole.beginEditBlock()
            for block, form in changed:
                QTextCursor(block).setBlockFormat(form)
            whole.endEditBlock()
        return bool(changed)

    def rect(self, block: QTextBlock) -> QRectF:
        """A block in viewport pixels."""
        return self._bounds(block).translated(0, -self._edit.verticalScrollBar().value())

    def extent(self, indices: tuple[int, ...]) -> tuple[float, float]:
        """Top and bottom of a run of paragraphs, in viewport pixels."""
        scrolled = self._edit.verticalScrollBar().value()
        return self.top(indices[0]) - scrolled, self.bottom(indices[-1]) - scrolled

    def within(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks that touch a stretch of the viewport, with their rectangles."""
        block = self._at(top)
        while block.isValid():
            rect = self.rect(block)
            if rect.top() > bottom:
                return
            yield block, rect
            block = block.next()

    def visible(self) -> tuple[int, int]:
        """The first and last paragraph in sight (0, -1 if none)."""
        numbers = [b.blockNumber() for b, _ in self.within(0, self._edit.viewport().height())]
        return (numbers[0], numbers[-1]) if numbers else (0, -1)

    def _at(self, y: float) -> QTextBlock:
        # Qt's own hit test errs above the first block, and a plain bisection would lay out
        # half of the text.
        height = y + self._edit.verticalScrollBar().value()
        last, beyond = self.count - 1, 1
        while beyond < last and self.bottom(beyond) < height:
            beyond *= 2
        span = range(min(beyond, last) + 1)
        return self._block(min(bisect_left(span, height, key=self.bottom), last))

    def _block(self, index: int) -> QTextBlock:
        return self._edit.document().findBlockByNumber(index)

    def _bounds(self, block: QTextBlock) -> QRectF:
        return self._edit.document().documentLayout().blockBoundingRect(block)
