"""The hits of a search in the open document, in reading order and in both languages.

Only how many hits a paragraph has is found out at once; where they are is looked up for
the paragraphs that are painted or gone to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefer.core.document import Span
from briefer.core.finding import Folded, fold
from briefer.gui.offsets import Offsets
from briefer.gui.reader.marks import Mark
from briefer.gui.reader.place import Rows


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: its paragraph by side and index, and where in it, in code points."""

    side: int
    index: int
    span: Span


class Hits:
    """Searches the rows of one document; `total` hits, numbered from 0."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._order = [
            (side, index)
            for number in range(len(rows))
            for side in range(len(rows.versions))
            for index in rows.paragraphs(number, side)
        ]
        self._folded: list[list[Folded]] = []
        self._with: list[int] = []  # places in `_order` that have hits
        self._ends: list[int] = []  # how many hits there are up to and with each
        self._needle = ""

    @property
    def total(self) -> int:
        return self._ends[-1] if self._ends else 0

    def search(self, needle: str) -> int:
        """Look for a needle as typed; how many hits there are."""
        if not self._folded:
            self._folded = [[fold(p.text) for p in version.paragraphs] for version in self._rows.versions]
        self._needle = fold(needle).text
        counts = [self._folded[side][index].count(self._needle) for side, index in self._order]
        self._with = [place for place, count in enumerate(counts) if count]
        self._ends = list(accumulate(counts[place] for place in self._with))
        return self.total

    def hit(self, number: int) -> Found:
        """Hit `number`, from 0 to `total` - 1."""
        group = bisect_right(self._ends, number)
        side, index = self._order[self._with[group]]
        first = self._ends[group - 1] if group else 0
        return Found(side, index, self._folded[side][index].find(self._needle)[number - first])

    def first_from(self, row: int) -> int:
        """The first hit in `row` or after it, or else the first of all."""
        place = next((at for at, own in enumerate(self._order) if self._row(own) >= row), len(self._order))
        group = bisect_left(self._with, place)
        return self._ends[group - 1] if 0 < group < len(self._with) else 0

    def marks(self, side: int) -> Mapping[int, Sequence[Mark]]:
        """The hits of a side, found paragraph by paragraph as they are asked for."""
        return _Marks(self._rows, self._folded[side], self._needle, side)

    def _row(self, own: tuple[int, int]) -> int:
        return self._rows.row_of(*own)


class _Marks(Mapping[int, Sequence[Mark]]):
    def __init__(self, rows: Rows, folded: Sequence[Folded], needle: str, side: int) -> None:
        self._paragraphs = rows.versions[side].paragraphs
        self._folded = folded
        self._needle = needle

    def __getitem__(self, index: int) -> Sequence[Mark]:
        spans = self._folded[index].find(self._needle)
        if not spans:
            return ()
        offsets = Offsets(self._paragraphs[index].text)
        return [Mark(offsets.to_qt(span.start), offsets.to_qt(span.end)) for span in spans]

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self._folded)))

    def __len__(self) -> int:
        return len(self._folded)
