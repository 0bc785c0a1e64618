"""Where paragraphs stand, in whole pixels from the top: arithmetic over their heights. No widgets.

Shelves (`shelving`) stand one below the other. With level rows both sides share them, so that rows are level
whatever is known of their heights.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate
from operator import add

from briefer.core.values import dataclass
from briefer.gui.reader.shelving import Shelving


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
    """The places of the paragraphs of both sides on their shelves. `gaps` are the spaces above them.

    Where shelves are shared, rows begin at the same height on both sides.
    """

    def __init__(
        self,
        shelving: Shelving,
        gaps: Sequence[Sequence[int]],
        heights: Sequence[Heights],
        *,
        head: int = 0,
    ) -> None:
        self.heights = heights
        self._gaps = gaps
        self._sharing, self._starts, self._shelf = shelving.sharing, shelving.starts, shelving.shelf
        above, towers = {}, {}
        for sharing in dict.fromkeys(self._sharing):
            above[sharing] = _greatest(shelving.gaps(side, gaps[side]) for side in sharing)
            extents = _greatest(shelving.extents(side, gaps[side], heights[side].values) for side in sharing)
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


def _greatest(columns: Iterable[list[int]]) -> list[int]:
    """The greatest of each place."""
    first, *others = columns
    return reduce(lambda one, other: list(map(max, one, other)), others, first)
