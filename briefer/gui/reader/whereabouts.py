"""Where exactly a reader is in a document, to come back there later."""

from __future__ import annotations

from briefer.core.values import dataclass
from briefer.gui.reader.current import Current
from briefer.gui.reader.place import Place
from briefer.gui.reader.searching import FindState
from briefer.gui.reader.spread import Spread


@dataclass(frozen=True, slots=True)
class Top:
    """What stands at the top of a pane: a paragraph, and how far below the edge, in pixels."""

    language: str
    index: int
    pixels: int


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The current place, what stands at the top of each pane, and how a search stands.

    Without `tops` the document stands at its very beginning.
    """

    place: Place | None = None
    tops: tuple[Top, ...] = ()
    find: FindState | None = None


def whereabouts(spread: Spread, current: Current) -> Whereabouts:
    """Where the reader is now."""
    rows, tops = spread.rows, []
    if rows is None or all(pane.verticalScrollBar().value() == 0 for pane in spread.panes):
        return Whereabouts(current.place)
    for version, pane in zip(rows.versions, spread.panes, strict=False):
        first, last = pane.blocks.visible()
        if first <= last:
            scrolled = pane.verticalScrollBar().value()
            tops.append(Top(version.language, first, round(pane.blocks.top(first) - scrolled)))
    return Whereabouts(current.place, tuple(tops))


def eye_place(spread: Spread, current: Current) -> Place | None:
    """The current place if it is in sight, else the first paragraph that is, on the active side."""
    rows = spread.rows
    if rows is None:
        return None
    first, last = spread.in_sight()
    if current.row is not None and (first <= current.row <= last or first > last):
        return current.place
    side = spread.active if spread.active < len(rows.versions) else 0
    index, end = spread.panes[side].blocks.visible()
    return Place(None, rows.versions[side].language, index) if index <= end else current.place


def return_to(where: Whereabouts, spread: Spread, current: Current) -> None:
    """Go where the reader was, as far as that is still there."""
    if (
        where.place is not None
        and (side := _side(spread, where.place.language, where.place.index)) is not None
    ):
        current.go(side, where.place.index)
    if not where.tops:
        spread.lock.scroll_to(spread.active, 0)
        return
    found = [(_side(spread, top.language, top.index), top) for top in where.tops]
    there = [(side, top) for side, top in found if side is not None]
    there.sort(key=lambda each: each[0] == spread.active)
    for side, top in there[-1:] if spread.lock.locked else there:
        spread.bring(side, top.index)
        height = spread.panes[side].blocks.top(top.index)
        spread.lock.scroll_to(side, max(0, round(height) - top.pixels))


def _side(spread: Spread, language: str, index: int) -> int | None:
    """The side that shows the language, if it has that paragraph."""
    side = spread.rows.side_of(language) if spread.rows else None
    return side if side is not None and index < spread.panes[side].blocks.count else None
