"""Links in the text of a pane: where they are, and that one was clicked. What follows is not known here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Signal

from briefer.core.document import Link
from briefer.gui.offsets import Offsets
from briefer.gui.reader.clicking import Clicks
from briefer.gui.reader.marks import Mark
from briefer.gui.reader.painting import mark_rects
from briefer.gui.reader.pane import TextPane


class Linking(QObject):
    """`clicked` carries a `Link`."""

    clicked = Signal(object)

    def __init__(self, pane: TextPane, clicks: Clicks) -> None:
        super().__init__(pane)
        self._pane = pane
        clicks.add(self.under, self.clicked.emit)

    def at_caret(self) -> tuple[Link, ...]:
        """The links of the paragraph that the caret stands in, the one at the caret first."""
        version, cursor = self._pane.version, self._pane.textCursor()
        if version is None or cursor.blockNumber() >= len(version.paragraphs):
            return ()
        paragraph = version.paragraphs[cursor.blockNumber()]
        offset = Offsets(paragraph.text).to_core(cursor.positionInBlock())
        return tuple(sorted(paragraph.links, key=lambda link: not link.span.start <= offset <= link.span.end))

    def under(self, point: QPoint) -> Link | None:
        """The link at a viewport point."""
        version = self._pane.version
        block = self._pane.cursorForPosition(point).block()
        if version is None or block.blockNumber() >= len(version.paragraphs):
            return None
        paragraph = version.paragraphs[block.blockNumber()]
        if not paragraph.links:
            return None
        offsets, origin = Offsets(paragraph.text), self._pane.blocks.rect(block).topLeft()
        for link in paragraph.links:
            mark = Mark(offsets.to_qt(link.span.start), offsets.to_qt(link.span.end))
            if any(rect.contains(QPointF(point)) for rect in mark_rects(block, origin, mark)):
                return link
        return None
