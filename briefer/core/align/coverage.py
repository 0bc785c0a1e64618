"""How much of a paragraph's tokens the paragraphs opposite answer.

For each place (i, j) of the band, sums over the tokens of left paragraph i that stand, translated,
in at least one of the right paragraphs j … j+h-1, and the same from right to left. A token
answered twice counts once, so that groups of paragraphs are weighed like single ones.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from briefer.core.align.lattice import Lattice
from briefer.core.align.links import Links, Side
from briefer.core.align.ranges import expanded
from briefer.core.values import dataclass

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

TALLEST = 4


@dataclass(frozen=True)
class Hits:
    """Tokens that are answered inside the band: left entry `own[k]`, right entry `other[k]`.

    `link[k]` is the index of the link that joins them.
    """

    own: Ints
    other: Ints
    link: Ints


def hits(left: Side, right: Side, linked: Links, band: Lattice) -> Hits:
    """Every pair of linked entries whose paragraphs stand opposite each other in `band`."""
    first = np.searchsorted(linked.left, np.arange(left.count))
    last = np.searchsorted(linked.left, np.arange(left.count), side="right")
    own, link = expanded(first[left.kind], last[left.kind])
    order = np.argsort(right.kind * (len(right.paragraph) + 1) + np.arange(len(right.kind)))
    width = int(band.high[-1]) + 2
    keys = right.kind[order] * width + right.paragraph[order]
    row = left.paragraph[own]
    wanted = linked.right[link] * width
    begin = np.searchsorted(keys, wanted + band.low[row])
    end = np.searchsorted(keys, wanted + band.high[row], side="right")
    which, place = expanded(begin, end)
    return Hits(own[which], order[place], link[which])


def coverage(
    entries: Ints, rows: Ints, columns: Ints, channel: Ints, values: Floats, band: Lattice
) -> list[list[Floats]]:
    """Sums over answered entries: for heights 1 … TALLEST, for each column of `values`, an array over `band`.

    Hit k says that entry `entries[k]`, of paragraph `rows[k]`, is answered by paragraph
    `columns[k]` opposite; of several answers from one paragraph the best channel counts.
    """
    order = np.lexsort((channel, columns, entries))
    entries, rows, columns, values = entries[order], rows[order], columns[order], values[order]
    fresh = np.ones(len(entries), dtype=bool)
    fresh[1:] = (entries[1:] != entries[:-1]) | (columns[1:] != columns[:-1])
    entries, rows, columns, values = entries[fresh], rows[fresh], columns[fresh], values[fresh]
    base = band.start[rows] - band.low[rows]
    at = base + columns
    before = np.full(len(entries), -1, dtype=np.int64)
    before[1:] = np.where(entries[1:] == entries[:-1], columns[:-1], -1)
    lowest = np.maximum(before + 1, band.low[rows])
    found = [[np.bincount(at, column, band.size + 1).astype(np.float64) for column in values.T]]
    for height in range(2, TALLEST + 1):
        begin = base + np.maximum(columns - height + 1, lowest)
        sums: list[Floats] = []
        for column in values.T:
            steps = np.bincount(begin, column, band.size + 2)
            steps -= np.bincount(at + 1, column, band.size + 2)
            sums.append(np.cumsum(steps)[: band.size + 1].astype(np.float64))
        found.append(sums)
    return found
