"""The hits of a search in the open document, in reading order and in both languages.

Only how many hits a paragraph has is found out at once; where they are is looked up for
the paragraphs that are painted or gone to.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, compress

from briefer.core.document import Span
from briefer.core.text_index import Needle, Occurrences, TextIndex
from briefer.core.values import dataclass
from briefer.gui.offsets import Offsets
from briefer.gui.reader.marks import Mark
from briefer.gui.reader.place import Rows

_GAP = 40  # letters that the space between two paragraphs is worth
_AT_ONCE = 8  # paragraphs read between two looks at the clock


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: its paragraph by side and index, and where in it, in code points."""

    side: int
    index: int
    span: Span


@dataclass(frozen=True, slots=True)
class Extent:
    """So many hits, in so many `pairs` and in so many paragraphs that stand `alone`."""

    hits: int
    pairs: int
    alone: int


class Hits:
    """Searches the rows of one document; `total` hits, numbered from 0.

    The document is read by `prepare` before the first search, as time allows.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._index = TextIndex()
        self._occurrences: Occurrences | None = None
        self._with: list[int] = []  # places in `_order` that have hits
        self._ends: list[int] = []  # how many hits there are up to and with each
        self._by_side: tuple[int, ...] = (0,) * len(rows.versions)
        self._found: list[int] = []  # the rows that have hits

    @cached_property
    def _order(self) -> list[tuple[int, int]]:
        """Sides and indices of all paragraphs, in reading order."""
        return [
            (side, index)
            for number in range(len(self.rows))
            for side in range(len(self.rows.versions))
            for index in self.rows.paragraphs(number, side)
        ]

    @cached_property
    def _row_at(self) -> list[int]:
        """The row of each paragraph, in reading order."""
        return [self.rows.row_of(side, index) for side, index in self._order]

    @cached_property
    def _matched(self) -> list[bool]:
        """Whether each row is a pair."""
        return [self.rows.aligned and bead.matched for bead in self.rows.beads]

    @cached_property
    def _inside(self) -> list[bool]:
        """Whether each paragraph, in reading order, stands in a pair."""
        return [self._matched[row] for row in self._row_at]

    @cached_property
    def _sides(self) -> list[int]:
        """The side of each paragraph, in reading order."""
        return [side for side, _index in self._order]

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        return {place: number for number, place in enumerate(self._order)}

    def prepare(self, seconds: float) -> bool:
        """Read paragraphs for so long; whether all are read."""
        folded, order = self._index.folded, self._order
        until = time.perf_counter() + seconds
        while len(folded) < len(order):
            for side, index in order[len(folded) : len(folded) + _AT_ONCE]:
                self._index.add(self.rows.versions[side].paragraphs[index].text)
            if time.perf_counter() >= until:
                break
        return len(folded) == len(order)

    @property
    def total(self) -> int:
        return self._ends[-1] if self._ends else 0

    def search(self, needle: Needle, stem: Callable[[str], str]) -> int:
        """Look for a needle; how many hits there are."""
        self._occurrences = self._index.search(needle, stem)
        counts = self._occurrences.counts
        self._with = sorted(counts)
        times = list(map(counts.__getitem__, self._with))
        self._ends = list(accumulate(times))
        right = sum(compress(times, map(self._sides.__getitem__, self._with)))
        self._by_side = (self.total - right, right)[: len(self.rows.versions)]
        self._found = list(dict.fromkeys(map(self._row_at.__getitem__, self._with)))
        return self.total

    @property
    def extent(self) -> Extent:
        """How much was found, and in how much of the text."""
        matched = self._matched
        pairs = sum(map(matched.__getitem__, self._found))
        inside = sum(map(self._inside.__getitem__, self._with))
        return Extent(self.total, pairs, len(self._with) - inside)

    @property
    def by_side(self) -> tuple[int, ...]:
        """How many hits each version has."""
        return self._by_side

    @property
    def heights(self) -> Sequence[float]:
        """About where the rows with hits stand, each as a share of the text's height."""
        return [self._shares[number] for number in self._found]

    @cached_property
    def _shares(self) -> Sequence[float]:
        """Where each row begins, as a share of the text's height."""
        return [above / self._above[-1] for above in self._above[:-1]]

    @cached_property
    def _above(self) -> Sequence[int]:
        """How much stands above each row, and at last in all: a row is as high as its longer side."""
        heights = [1] * len(self.rows)
        for number in range(len(self.rows)):
            for side, version in enumerate(self.rows.versions):
                own = (len(version.paragraphs[i].text) for i in self.rows.paragraphs(number, side))
                heights[number] = max(heights[number], sum(length + _GAP for length in own))
        return [0, *accumulate(heights)]

    def hit(self, number: int) -> Found:
        """Hit `number`, from 0 to `total` - 1."""
        group = bisect_right(self._ends, number)
        side, index = self._order[self._with[group]]
        first = self._ends[group - 1] if group else 0
        return Found(side, index, self.spans(side, index)[number - first])

    def begins(self, number: int) -> bool:
        """Whether a hit is the first of its row."""
        group = bisect_right(self._ends, number)
        if number != (self._ends[group - 1] if group else 0):
            return False
        return not group or self._row_at[self._with[group]] != self._row_at[self._with[group - 1]]

    def spans(self, side: int, index: int) -> Sequence[Span]:
        """The hits in one paragraph."""
        return self._occurrences.spans(self._places[side, index]) if self._occurrences else ()

    def first_from(self, row: int) -> int:
        """The first hit in `row` or after it, or else the first of all."""
        group = bisect_left(self._with, bisect_left(self._row_at, row))
        return self._ends[group - 1] if 0 < group < len(self._with) else 0

    def marks(self, side: int) -> Mapping[int, Sequence[Mark]]:
        """The hits of a side, found paragraph by paragraph as they are asked for."""
        paragraphs = self.rows.versions[side].paragraphs

        def marked(index: int) -> Sequence[Mark]:
            spans = self.spans(side, index)
            offsets = Offsets(paragraphs[index].text) if spans else None
            return [Mark(offsets.to_qt(s.start), offsets.to_qt(s.end)) for s in spans] if offsets else ()

        return LazyMarks(len(paragraphs), marked)


class LazyMarks(Mapping[int, Sequence[Mark]]):
    """The marks of so many paragraphs, each asked for when it is painted."""

    def __init__(self, count: int, marked: Callable[[int], Sequence[Mark]]) -> None:
        self._count = count
        self._marked = marked

    def __getitem__(self, index: int) -> Sequence[Mark]:
        return self._marked(index)

    def __iter__(self) -> Iterator[int]:
        return iter(range(self._count))

    def __len__(self) -> int:
        return self._count
