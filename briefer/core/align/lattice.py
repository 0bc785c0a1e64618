"""The part of the table of places (i, j) that is searched: a band, stored without what is outside it.

A place (i, j) means that i paragraphs of the left version and j of the right lie behind. Row i
holds the places (i, low[i]) … (i, high[i]); all rows stand one after the other in flat arrays
of `size` places, and the index `size` stands for every place outside the band.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from briefer.core.values import dataclass

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Lattice:
    """`low` and `high` ascend and have n + 1 entries; (0, 0) and (n, m) are in the band."""

    low: Ints
    high: Ints

    @cached_property
    def start(self) -> Ints:
        """Where each row begins in the flat arrays; one entry more for the end."""
        return np.concatenate(([0], np.cumsum(self.high - self.low + 1)))

    @property
    def size(self) -> int:
        return int(self.start[-1])

    @cached_property
    def rows(self) -> Ints:
        """i at each place."""
        return np.repeat(np.arange(len(self.low)), np.diff(self.start))

    @cached_property
    def columns(self) -> Ints:
        """j at each place."""
        return np.arange(self.size) - (self.start[:-1] - self.low)[self.rows]

    def rows_between(self, first: int, last: int) -> Lattice:
        """Rows `first` … `last`, as a band of its own that begins at (0, 0)."""
        part, left = slice(first, last + 1), self.low[first]
        return Lattice(self.low[part] - left, self.high[part] - left)

    def index(self, i: Ints, j: Ints) -> Ints:
        """The flat index of each place (i, j), `size` where it is outside the band."""
        inside = (i >= 0) & (i < len(self.low))
        row = np.where(inside, i, 0)
        inside &= (j >= self.low[row]) & (j <= self.high[row])
        return np.where(inside, self.start[row] + j - self.low[row], self.size)

    def shifted(self, down: int, across: int) -> Ints:
        """For each place the index of the one `down` rows and `across` columns further."""
        return self.index(self.rows + down, self.columns + across)


def whole(n: int, m: int) -> Lattice:
    """All places of a table of n by m paragraphs."""
    return Lattice(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64))
