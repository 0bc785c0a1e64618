"""Sets one side's paragraphs in lines, those that are asked for and no others, and draws them.

The text is Qt's document, and caret, selection, copying and accessibility are Qt's; where its paragraphs
stand is decided by a `Stack` that both sides share.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from briefer.core.values import dataclass
from briefer.gui.reader.setting import Setting
from briefer.gui.reader.stacking import Stack

KEPT = 400  # paragraphs whose lines are kept; those far from sight are given up beyond that
CARET = 2  # pixels


@dataclass(frozen=True)
class Sheet:
    """What the text stands on, in pixels: its column from `left` to `right`, and room `foot` below it."""

    width: int = 400
    left: int = 0
    right: int = 400
    foot: int = 0


class Composition(QAbstractTextDocumentLayout):
    """Lays out the blocks of a document. Block `i` is paragraph `i` of side `side` of the stack."""

    def __init__(self, document: QTextDocument, setting: Setting, side: int) -> None:
        super().__init__(document)
        self.setting = setting
        self.side = side
        self.sheet = Sheet()
        self._stack: Stack | None = None
        self._scratch = QTextLayout()
        self._lines: dict[int, None] = {}  # paragraphs whose lines are there, the newest last

    @property
    def stack(self) -> Stack | None:
        return self._stack

    def stand(self, stack: Stack, sheet: Sheet) -> None:
        """Stand by another stack, or in another column; the text is set anew as it is asked for."""
        if sheet != self.sheet:
            self.set_anew()
        self._stack, self.sheet = stack, sheet
        self.told()

    def told(self) -> None:
        """Heights have changed: let whoever scrolls know."""
        self.documentSizeChanged.emit(self.documentSize())

    def set_anew(self, setting: Setting | None = None) -> None:
        """Give up all lines, and set those asked for from now on by another setting if there is one."""
        self.setting = setting or self.setting
        for index in self._lines:
            _give_up(self._block(index))
        self._lines = {}

    def measure(self, index: int) -> None:
        """Learn how high a paragraph is, without keeping its lines.

        A block's own layout never gives all of its memory back, some 50 bytes a letter; so another
        one is used.
        """
        if self._stack is not None and not self._stack.heights[self.side].sure[index]:
            block = self._block(index)
            self._scratch.setFont(self.document().defaultFont())
            self._scratch.setText(block.text())
            self._stack.learn(self.side, index, self._set(self._scratch, block))

    def lines(self, block: QTextBlock) -> QTextLayout:
        """A paragraph's lines."""
        index = block.blockNumber()
        if index in self._lines:
            self._lines[index] = self._lines.pop(index)  # asked for last, given up last
        elif self._stack is not None:
            block.layout().setCacheEnabled(True)  # else every painting would shape the letters anew
            height = self._set(block.layout(), block)
            self._lines[index] = None
            self._stack.learn(self.side, index, height)
            if len(self._lines) > KEPT:
                oldest = next(iter(self._lines))
                del self._lines[oldest]
                _give_up(self._block(oldest))
        return block.layout()

    def rect(self, index: int) -> QRectF:
        """Where a paragraph stands, as far as is known."""
        if self._stack is None:
            return QRectF()
        left, right = self._span(index)
        top, height = self._stack.top(self.side, index), self._stack.heights[self.side].values[index]
        return QRectF(left, top, right - left, height)

    # What Qt asks for. Its names are its own.

    def documentChanged(self, position: int, removed: int, added: int) -> None:  # noqa: N802
        """The text never changes; Qt also calls this when it would have another width."""

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        if self._stack is None or self.document().isEmpty():
            return
        clip: QRectF = context.clip
        # A format belongs to its selection, and goes with it: a copy is kept.
        selections = [
            (each.cursor.selectionStart(), each.cursor.selectionEnd(), QTextCharFormat(each.format))
            for each in context.selections
        ]
        caret: int = context.cursorPosition
        painter.setPen(context.palette.text().color())
        block = self._block(self._stack.at(self.side, clip.top()))
        while block.isValid():
            rect = self.blockBoundingRect(block)
            if rect.top() > clip.bottom():
                return
            layout, start = block.layout(), block.position()
            ranges = [
                _range(max(0, first - start), min(block.length(), last - start), form)
                for first, last, form in selections
                if first < start + block.length() and last > start
            ]
            layout.draw(painter, QPointF(), ranges, clip)
            if start <= caret < start + block.length():
                layout.drawCursor(painter, QPointF(), caret - start, CARET)
            block = block.next()

    def hitTest(  # noqa: N802
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        if self._stack is None or not isinstance(point, QPointF):
            return -1
        index = self._stack.at(self.side, point.y())
        if index > 0 and accuracy is Qt.HitTestAccuracy.FuzzyHit:
            # In the space between two, the nearer one.
            above = self._stack.bottom(self.side, index - 1)
            if point.y() - above < self._stack.top(self.side, index) - point.y():
                index -= 1
        block = self._block(index)
        rect = self.blockBoundingRect(block)
        if accuracy is Qt.HitTestAccuracy.ExactHit and not rect.contains(point):
            return -1
        line = _line_at(block.layout(), point.y() - rect.top())
        if line is None:
            return block.position()
        return block.position() + _number(line.xToCursor(point.x() - rect.left()))

    def pageCount(self) -> int:  # noqa: N802
        return 1

    def documentSize(self) -> QSizeF:  # noqa: N802
        end = self._stack.end(self.side) + self.sheet.foot if self._stack else 0
        return QSizeF(self.sheet.width, end)

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:  # noqa: N802
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        if self._stack is None or not block.isValid():
            return QRectF()
        self.lines(block)
        rect = self.rect(block.blockNumber())
        block.layout().setPosition(rect.topLeft())  # by which letters are drawn, and screen readers find them
        return rect

    def _set(self, layout: QTextLayout, block: QTextBlock) -> int:
        """Break a paragraph into lines; its height."""
        index = block.blockNumber()
        left, right = self._span(index)
        layout.setFormats(self.setting.formats(index))
        layout.setTextOption(self._option(block))
        spacing, y, height = self.setting.spacing(index), 0, 0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1, right - left))
            line.setPosition(QPointF(0, y))
            height = y + ceil(line.height())
            y += ceil(line.height() * spacing)
            line = layout.createLine()
        layout.endLayout()
        return height

    def _option(self, block: QTextBlock) -> QTextOption:
        direction = self.setting.direction or block.textDirection()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction)
        rtl = direction is Qt.LayoutDirection.RightToLeft
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        return option

    def _span(self, index: int) -> tuple[int, int]:
        indent = self.setting.indent(index)
        if self.setting.direction is Qt.LayoutDirection.RightToLeft:
            return self.sheet.left, self.sheet.right - indent
        return self.sheet.left + indent, self.sheet.right

    def _block(self, index: int) -> QTextBlock:
        return self.document().findBlockByNumber(index)


def _give_up(block: QTextBlock) -> None:
    """Free a paragraph's lines: a layout that is begun and ended has none."""
    if block.isValid():
        layout = block.layout()
        layout.setCacheEnabled(False)
        layout.beginLayout()
        layout.endLayout()
        layout.setFormats([])


def _line_at(layout: QTextLayout, y: float) -> QTextLine | None:
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    below = (line for line in lines if line.y() + line.height() > y)
    return next(below, lines[-1] if lines else None)


def _range(start: int, stop: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, stop - start, form
    return made


def _number(answer: object) -> int:
    return int(answer) if isinstance(answer, int | float) else 0
