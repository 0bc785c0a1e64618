"""Document symbols in the text of a pane: a dotted line below them, and which one is at a place."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from briefer.core.document import Span, Version
from briefer.core.symbols import DocumentSymbol, find_symbols
from briefer.gui.offsets import Offsets
from briefer.gui.reader.marks import Mark
from briefer.gui.reader.painting import mark_rects
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.spread import Spread

KEPT = 500  # paragraphs whose symbols are remembered

Found = Sequence[tuple[Span, DocumentSymbol]]


class SymbolMarks:
    """The symbols of one side. They are looked for when a paragraph comes into sight.

    `own` is the symbol of the document itself, which leads nowhere.
    """

    def __init__(self, spread: Spread, side: int) -> None:
        self._spread = spread
        self._pane: TextPane = spread.panes[side]
        self._version: Version | None = None
        self._known: OrderedDict[int, Found] = OrderedDict()
        self.own: DocumentSymbol | None = None
        self._pane.layers.append(self.paint)

    def of(self, index: int) -> Found:
        """The symbols of a paragraph, with their places in code points."""
        version = self._pane.version
        if version is not self._version:
            self._version = version
            self._known.clear()
        if version is None or index >= len(version.paragraphs):
            return ()
        if index not in self._known:
            self._known[index] = symbols_in(version.paragraphs[index].text)
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return [(span, symbol) for span, symbol in self._known[index] if symbol != self.own]

    def paint(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        """The lines below the symbols of one paragraph; `rect` is the block in viewport pixels."""
        found = self.of(block.blockNumber())
        if not found or self._version is None:
            return
        painter.setPen(QPen(self._spread.typography.colors.color("accent"), 1.2, Qt.PenStyle.DotLine))
        offsets = Offsets(self._version.paragraphs[block.blockNumber()].text)
        for span, _ in found:
            for place in mark_rects(block, rect.topLeft(), _mark(offsets, span)):
                y = round(place.bottom()) - 1.5
                painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))

    def under(self, point: QPoint) -> DocumentSymbol | None:
        """The symbol at a viewport point."""
        block = self._pane.cursorForPosition(point).block()
        found = self.of(block.blockNumber())
        if not found or self._version is None:
            return None
        offsets = Offsets(self._version.paragraphs[block.blockNumber()].text)
        origin = self._pane.blocks.rect(block).topLeft()
        for span, symbol in found:
            if any(rect.contains(QPointF(point)) for rect in mark_rects(block, origin, _mark(offsets, span))):
                return symbol
        return None


def symbols_in(text: str) -> Found:
    """The symbols of a text; most have none, and say so quickly."""
    return find_symbols(text) if "/" in text else ()


def _mark(offsets: Offsets, span: Span) -> Mark:
    return Mark(offsets.to_qt(span.start), offsets.to_qt(span.end))
