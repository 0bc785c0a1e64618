"""Which paragraphs stand on one shelf: what rows and layout decide, whatever the heights are.

With level rows a shelf is a row, and both sides share it; where each side flows by itself, it is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise, repeat
from operator import sub

from briefer.gui.reader.place import Rows

MANY = 8  # unmatched paragraphs on each side, from which they stand beside each other


class Shelving:
    """The shelves of each side of `rows`. Made once for all widths, sizes and themes.

    `starts` are the first paragraphs of the shelves of a side, and at last how many paragraphs there are;
    `shelf` is the shelf of each paragraph; `sharing` are the sides that share the shelves of a side.
    """

    def __init__(self, rows: Rows, *, level: bool) -> None:
        sides = range(len(rows.versions))
        self.sharing: Sequence[tuple[int, ...]] = [tuple(sides) if level else (side,) for side in sides]
        if level:
            runs = tuple(_shelves(rows))
            self.starts = [_starts(rows, side, runs) for side in sides]
        else:
            self.starts = [list(range(len(rows.versions[side].paragraphs) + 1)) for side in sides]
        counts = [list(map(sub, own[1:], own)) for own in self.starts]
        self.shelf = [list(chain.from_iterable(map(repeat, range(len(own)), own))) for own in counts]
        # The first paragraph of each shelf; behind the last paragraph where there is none.
        self._firsts = [
            [start if count else own[-1] for start, count in zip(own, counted, strict=False)]
            for own, counted in zip(self.starts, counts, strict=True)
        ]

    def gaps(self, side: int, gaps: Sequence[int]) -> list[int]:
        """The space above each shelf of a side, given those above its paragraphs."""
        return list(map([*gaps, 0].__getitem__, self._firsts[side]))

    def extents(self, side: int, gaps: Sequence[int], heights: Sequence[int]) -> list[int]:
        """How high the paragraphs of each shelf of a side are together, without the space above."""
        ends = list(accumulate(map(sum, zip(gaps, heights, strict=True)), initial=0))
        marks = list(map(ends.__getitem__, self.starts[side]))
        return [
            after - before - gap
            for (before, after), gap in zip(pairwise(marks), self.gaps(side, gaps), strict=True)
        ]


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


def _starts(rows: Rows, side: int, shelves: Sequence[tuple[int, int]]) -> list[int]:
    """The first paragraph of each shelf on a side, and at last how many there are."""
    counts = (sum(len(rows.paragraphs(row, side)) for row in range(start, stop)) for start, stop in shelves)
    return list(accumulate(counts, initial=0))
