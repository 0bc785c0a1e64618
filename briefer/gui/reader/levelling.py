"""Makes the rows level: the first lines of a bead begin at the same height on both sides.

`Levels` is the arithmetic over measured blocks; `Leveller` spreads it over time, what is in
sight first and the rest in slices between events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QObject, QTimer

from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows
from briefer.gui.reader.typography import Typography

SHORT = 300  # rows that are levelled at once: some 100 ms
SLICE = 40  # rows a slice: some 15 ms
BATCH = 120  # paragraphs laid out in a slice


class Levels:
    """Levels stretches of rows. A row begins below whatever stands above it on either side."""

    def __init__(self, rows: Rows, panes: Sequence[TextPane], typography: Typography) -> None:
        self._rows = rows
        self._panes = tuple(panes[: len(rows.versions)])
        self._typography = typography

    @property
    def whole(self) -> bool:
        """Whether both texts are wholly laid out, as they must be while levelled in slices."""
        return all(pane.blocks.whole for pane in self._panes)

    def lay_out(self, blocks: int | None = None) -> None:
        """Lay out so many paragraphs more on each side, or all that are left."""
        for pane in self._panes:
            pane.blocks.lay_out(blocks)

    def level_all(self, count: int) -> bool:
        """Level all `count` rows now."""
        self.lay_out()
        moved = self.level(0, count)
        self.lay_out()
        return moved

    def level_ahead(self, stop: int) -> bool:
        """Level the rows before `stop` though the texts are not wholly laid out."""
        moved = self.level(0, stop)
        for pane in self._panes:
            pane.lay_out_anew()
        return moved

    def level(self, start: int, stop: int) -> bool:
        """Level rows `start` to `stop` (excluded); whether anything had to move."""
        bottoms = [self._above(start, side) for side in range(len(self._panes))]
        margins: list[dict[int, float]] = [{} for _ in self._panes]
        for number in range(start, min(stop, len(self._rows))):
            sides = [self._rows.paragraphs(number, side) for side in range(len(self._panes))]
            gap = max(self._gap(side, own[0]) for side, own in enumerate(sides) if own)
            gap += 0 if number else self._typography.em
            # Qt rounds the space above a first paragraph, so that one begins on a whole pixel.
            first = any(own and own[0] == 0 for own in sides)
            y = float(ceil(max(bottoms) + gap)) if first else max(bottoms) + gap
            for side, own in enumerate(sides):
                for place, index in enumerate(own):
                    above = self._gap(side, index) if place else y - bottoms[side]
                    margins[side][index] = above
                    bottoms[side] += above + self._height(side, index)
        return self._apply(margins)

    def settled(self, stop: int) -> int:
        """How far rows may move against each other when rows before `stop` change.

        Below the next row with text on both sides everything moves alike.
        """
        while stop < len(self._rows) and not self._rows.beads[stop].matched:
            stop += 1
        return min(stop + 1, len(self._rows))

    def _apply(self, margins: Sequence[dict[int, float]]) -> bool:
        moved = False
        for pane, wanted in zip(self._panes, margins, strict=True):
            head = wanted.pop(0, None)
            moved |= pane.blocks.set_margins(wanted)
            if head is not None:
                moved |= pane.set_head(head)
        return moved

    def _above(self, number: int, side: int) -> float:
        for row in range(number - 1, -1, -1):
            if own := self._rows.paragraphs(row, side):
                return self._panes[side].blocks.below(own[-1])
        return 0.0

    def _height(self, side: int, index: int) -> float:
        blocks = self._panes[side].blocks
        return blocks.below(index) - blocks.top(index)

    def _gap(self, side: int, index: int) -> float:
        return self._typography.gap(self._rows.versions[side].paragraphs[index].kind)


class Leveller(QObject):
    """Levels a whole document without holding the window up.

    `sight` tells the first and last row in sight; `moved` is called before and after
    anything moves, so that the row under the eye can be kept where it is.
    """

    def __init__(self, sight: Callable[[], tuple[int, int]], around: Callable[[Callable[[], bool]], None],
                 finished: Callable[[], None], parent: QObject) -> None:  # fmt: skip
        super().__init__(parent)
        self._sight, self._around, self._finished = sight, around, finished
        self._levels: Levels | None = None
        self._count = 0
        self._done = 0
        self._ahead = -1  # the last row levelled before the texts were wholly laid out
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether rows are left to be levelled."""
        return self._timer.isActive()

    def start(self, levels: Levels | None, count: int) -> None:
        """Level anew: what is in sight now, the rest soon. None only ends what was going on."""
        self.stop()
        self._levels, self._count, self._done, self._ahead = levels, count, 0, -1
        if levels is None:
            return
        if count <= SHORT:
            self._around(lambda: levels.level_all(count))
            self._finished()
            return
        ahead = self._sight()[1]
        if ahead <= SHORT:
            self._ahead = ahead
            self._around(lambda: levels.level_ahead(ahead + 2))
        self._timer.start()

    def amend(self, levels: Levels, count: int, start: int, stop: int) -> bool:
        """Level other rows of a text that was level: `start` to `stop` (excluded) hold other paragraphs.

        Whether that was all; else they are to be levelled anew.
        """
        stop = levels.settled(stop)
        if self.busy or not levels.whole or stop - start > SHORT:
            return False
        self._levels, self._count, self._done = levels, count, count
        levels.level(start, stop)
        levels.lay_out()
        return True

    def stop(self) -> None:
        self._timer.stop()

    def scrolled(self) -> None:
        """Level what has come into sight, if its turn has not come yet."""
        if self.busy and self._levels is not None and self._levels.whole and self._sight()[1] >= self._done:
            self._around(self._in_sight)

    def reach(self, number: int) -> None:
        """Make ready for row `number` to come into sight: what is laid out later would move it."""
        if self.busy and self._levels is not None and number > self._ahead:
            self._levels.lay_out()

    def _slice(self) -> None:
        if self._levels is not None and not self._levels.whole:
            self._levels.lay_out(BATCH)
            return
        self._around(self._next)
        if self._done >= self._count and self._levels is not None and self._levels.whole:
            self.stop()
            self._finished()

    def _next(self) -> bool:
        start, self._done = self._done, min(self._count, self._done + SLICE)
        moved = self._levels is not None and self._levels.level(start, self._done)
        return self._in_sight() or moved

    def _in_sight(self) -> bool:
        if self._levels is None or not self._levels.whole:
            return False
        first, last = self._sight()
        start = max(first - 1, self._done)
        return last >= start and self._levels.level(start, last + 2)
