"""Where paragraphs stand, in whole pixels from the top: arithmetic over their heights. No widgets.

Shelves stand one below the other. With level rows a shelf is a row and both sides share it, so that rows are
level whatever is known of their heights; where each side flows by itself, a shelf is a paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from briefer.gui.reader.place import Rows

MANY = 8  # unmatched paragraphs on each side, from which they stand beside each other


class Tower:
    """Shelves of known heights. Their tops are added up when asked for, from the first that changed."""

    def __init__(self, heights: list[int], head: int = 0) -> None:
        self._heights = heights
        self._tops = [head]
        self._sure = 0  # the last shelf whose top is right

    def __len__(self) -> int:
        return len(self._heights)

    def change(self, number: int, height: int) -> None:
        """Let a shelf be so high from now on."""
        if self._heights[number] != height:
            self._heights[number] = height
            self._sure = min(self._sure, number)

    def top(self, number: int) -> int:
        """Where a shelf begins; the number of shelves stands for the end of the last one."""
        self._add_up()
        return self._tops[number]

    def at(self, y: float) -> int:
        """The shelf that holds a height: the first above all of them, the last below."""
        self._add_up()
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._heights) - 1))

    def _add_up(self) -> None:
        if self._sure < len(self._heights):
            begin = self._tops[self._sure]
            self._tops[self._sure :] = accumulate(self._heights[self._sure :], initial=begin)
            self._sure = len(self._heights)


@dataclass
class Heights:
    """The heights of one side's paragraphs: `sure` tells those that are measured from those guessed."""

    values: list[int]
    sure: bytearray
    left: int  # how many are guessed

    @classmethod
    def guessed(cls, values: list[int]) -> Heights:
        return cls(values, bytearray(len(values)), len(values))

    def learn(self, index: int, height: int) -> bool:
        """A paragraph was measured; whether it is not as high as it was taken for."""
        if not self.sure[index]:
            self.sure[index] = 1
            self.left -= 1
        changed = self.values[index] != height
        self.values[index] = height
        return changed


class Stack:
    """The places of the paragraphs of both sides. `gaps` are the spaces above them.

    `level`: rows begin at the same height on both sides; else each side flows by itself.
    """

    def __init__(
        self,
        rows: Rows,
        gaps: Sequence[Sequence[int]],
        heights: Sequence[Heights],
        *,
        level: bool,
        head: int = 0,
    ) -> None:
        self.level = level
        self.heights = heights
        self._gaps = gaps
        sides = range(len(heights))
        if level:
            runs = tuple(_shelves(rows))
            starts = [tuple(_starts(rows, side, runs)) for side in sides]
            self._sharing: Sequence[tuple[int, ...]] = [tuple(sides)] * len(heights)
        else:
            starts = [tuple(range(len(heights[side].values) + 1)) for side in sides]
            self._sharing = [(side,) for side in sides]
        self._starts = starts
        self._shelf = [_numbers(own) for own in starts]
        above, towers = {}, {}
        for sharing in dict.fromkeys(self._sharing):
            numbers = range(len(starts[sharing[0]]) - 1)
            above[sharing] = [self._shelf_gap(sharing, number) for number in numbers]
            extents = (self._shelf_extent(sharing, number) for number in numbers)
            towers[sharing] = Tower(list(map(add, above[sharing], extents)), head)
        self._above = [above[sharing] for sharing in self._sharing]  # the space at the top of each shelf
        self._towers = [towers[sharing] for sharing in self._sharing]

    def learn(self, side: int, index: int, height: int) -> None:
        """A paragraph was measured."""
        if self.heights[side].learn(index, height):
            number = self._shelf[side][index]
            extent = self._shelf_extent(self._sharing[side], number)
            self._towers[side].change(number, self._above[side][number] + extent)

    def top(self, side: int, index: int) -> int:
        """Where a paragraph begins."""
        number = self._shelf[side][index]
        start = self._starts[side][number]
        top = self._towers[side].top(number) + self._above[side][number]
        if index > start:
            top += sum(self.heights[side].values[start:index]) + sum(self._gaps[side][start + 1 : index + 1])
        return top

    def bottom(self, side: int, index: int) -> int:
        """Where a paragraph ends."""
        return self.top(side, index) + self.heights[side].values[index]

    def at(self, side: int, y: float) -> int:
        """The first paragraph that ends below a height; the last if none does, -1 if there is none at all."""
        count = len(self.heights[side].values)
        index = self._starts[side][self._towers[side].at(y)] if count else 0
        index = min(index, count - 1)
        while index < count - 1 and self.bottom(side, index) <= y:
            index += 1
        return index

    def end(self, side: int) -> int:
        """Where the text of a side ends; of both, where rows are level."""
        tower = self._towers[side]
        return tower.top(len(tower))

    @property
    def left(self) -> int:
        """How many heights are only guessed."""
        return sum(heights.left for heights in self.heights)

    def _shelf_gap(self, sharing: Sequence[int], number: int) -> int:
        gap = 0
        for side in sharing:
            start = self._starts[side][number]
            if start < self._starts[side][number + 1]:
                gap = max(gap, self._gaps[side][start])
        return gap

    def _shelf_extent(self, sharing: Sequence[int], number: int) -> int:
        """How high the taller side of a shelf is."""
        tallest = 0
        for side in sharing:
            start, stop = self._starts[side][number], self._starts[side][number + 1]
            values = self.heights[side].values
            extent = values[start] if stop - start == 1 else 0
            if stop - start > 1:
                extent = sum(values[start:stop]) + sum(self._gaps[side][start + 1 : stop])
            tallest = max(tallest, extent)
        return tallest


def _shelves(rows: Rows) -> Iterator[tuple[int, int]]:
    """The rows of each shelf, the end excluded: one row, or a long run without counterparts on both sides."""
    number = 0
    while number < len(rows):
        stop = number
        counts = [0, 0]
        while stop < len(rows) and not rows.beads[stop].matched:
            counts[0] += len(rows.beads[stop].left)
            counts[1] += len(rows.beads[stop].right)
            stop += 1
        if min(counts) >= MANY:
            yield number, stop
            number = stop
        else:
            stop = max(stop, number + 1)
            yield from ((row, row + 1) for row in range(number, stop))
            number = stop


def _starts(rows: Rows, side: int, shelves: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The first paragraph of each shelf on a side, and at last how many there are."""
    at = 0
    for start, stop in shelves:
        yield at
        at += sum(len(rows.paragraphs(row, side)) for row in range(start, stop))
    yield at


def _numbers(starts: Sequence[int]) -> list[int]:
    """The shelf of each paragraph."""
    return [number for number in range(len(starts) - 1) for _ in range(starts[number + 1] - starts[number])]
