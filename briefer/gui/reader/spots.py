"""Places in the text as values: the letter under the pointer, or at the caret."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from briefer.core.values import dataclass
from briefer.gui.offsets import Offsets
from briefer.gui.reader.spread import Spread


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: `offset` counts code points in paragraph `index` of a version."""

    language: str
    index: int
    offset: int


def spot_under(spread: Spread, side: int, point: QPoint) -> Spot | None:
    """The letter under a point of a pane's viewport; None beside the text."""
    pane = spread.panes[side]
    cursor = pane.cursorForPosition(point)
    block = cursor.block()
    if not pane.blocks.rect(block).contains(point.toPointF()):
        return None
    place = cursor.positionInBlock()
    if pane.cursorRect(cursor).left() > point.x():
        place = max(0, place - 1)  # the letter that the pointer is on, not the gap after it
    return _spot(spread, side, cursor, place)


def spot_at_caret(spread: Spread, side: int) -> Spot | None:
    """Where the caret of a pane stands; None where no text is shown."""
    cursor = spread.panes[side].textCursor()
    return _spot(spread, side, cursor, cursor.positionInBlock())


def _spot(spread: Spread, side: int, cursor: QTextCursor, place: int) -> Spot | None:
    rows = spread.rows
    if rows is None or side >= len(rows.versions):
        return None
    version, index = rows.versions[side], cursor.blockNumber()
    if index >= len(version.paragraphs):
        return None
    return Spot(version.language, index, Offsets(version.paragraphs[index].text).to_core(place))
