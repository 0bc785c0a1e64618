"""The hits of a search in the open document, in reading order and in both languages.

Only how many hits a paragraph has is found out at once; where they are is looked up for
the paragraphs that are painted or gone to.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

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


class Hits:
    """Searches the rows of one document; `total` hits, numbered from 0.

    The document is read by `prepare` before the first search, as time allows.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._index = TextIndex()
        self._occurrences: Occurrences | None = None
        self._with: list[int] = []  # places in `_order` that have hits
        self._ends: list[int] = []  # how many hits there are up to and with each

    @cached_property
    def _order(self) -> list[tuple[int, int]]:
        """Sides and indices of all paragraphs, in reading order."""
        return [
            (side, index)
            for number in range(len(self._rows))
            for side in range(len(self._rows.versions))
            for index in self._rows.paragraphs(number, side)
        ]

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        return {place: number for number, place in enumerate(self._order)}

    def prepare(self, seconds: float) -> bool:
        """Read paragraphs for so long; whether all are read."""
        folded, order = self._index.folded, self._order
        until = time.perf_counter() + seconds
        while len(folded) < len(order):
            for side, index in order[len(folded) : len(folded) + _AT_ONCE]:
                self._index.add(self._rows.versions[side].paragraphs[index].text)
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
        self._ends = list(accumulate(counts[place] for place in self._with))
        return self.total

    @property
    def by_side(self) -> tuple[int, ...]:
        """How many hits each version has."""
        counts = [0] * len(self._rows.versions)
        for place, before, end in zip(self._with, [0, *self._ends], self._ends, strict=False):
            counts[self._order[place][0]] += end - before
        return tuple(counts)

    @property
    def heights(self) -> Sequence[float]:
        """About where the rows with hits stand, each as a share of the text's height."""
        numbers = {self._rows.row_of(*self._order[place]) for place in self._with}
        return [self._above[number] / self._above[-1] for number in sorted(numbers)]

    @cached_property
    def _above(self) -> Sequence[int]:
        """How much stands above each row, and at last in all: a row is as high as its longer side."""
        heights = [1] * len(self._rows)
        for number in range(len(self._rows)):
            for side, version in enumerate(self._rows.versions):
                own = (len(version.paragraphs[i].text) for i in self._rows.paragraphs(number, side))
                heights[number] = max(heights[number], sum(length + _GAP for length in own))
        return [0, *accumulate(heights)]

    def hit(self, number: int) -> Found:
        """Hit `number`, from 0 to `total` - 1."""
        group = bisect_right(self._ends, number)
        side, index = self._order[self._with[group]]
        first = self._ends[group - 1] if group else 0
        return Found(side, index, self.spans(side, index)[number - first])

    def spans(self, side: int, index: int) -> Sequence[Span]:
        """The hits in one paragraph."""
        return self._occurrences.spans(self._places[side, index]) if self._occurrences else ()

    def first_from(self, row: int) -> int:
        """The first hit in `row` or after it, or else the first of all."""
        place = next((at for at, own in enumerate(self._order) if self._rows.row_of(*own) >= row), 0)
        group = bisect_left(self._with, place)
        return self._ends[group - 1] if 0 < group < len(self._with) else 0

    def marks(self, side: int) -> Mapping[int, Sequence[Mark]]:
        """The hits of a side, found paragraph by paragraph as they are asked for."""
        paragraphs = self._rows.versions[side].paragraphs

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
