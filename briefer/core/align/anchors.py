"""Where the band lies: anchors are places where rare tokens of both versions answer each other.

The heaviest ascending chain of such places is found in k log k steps; around it a band is laid, narrow
where anchors are dense and as wide as the stretch between them where they are not (up to a limit, so that
cost grows with the length of the documents). Anchoring before aligning follows Moore, "Fast and Accurate
Sentence Alignment of Bilingual Corpora" (AMTA 2002), and Varga et al., "Parallel Corpora for Medium
Density Languages" (RANLP 2005).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from briefer.core.align.lattice import Lattice, whole
from briefer.core.align.links import Links, Side
from briefer.core.align.preparing import Prepared

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Tables of up to so many places are searched as a whole.
_SMALL = 2_500
# Of a pair of tokens, how often they may stand in their versions, multiplied.
_RARE = 6
_LIGHTEST = 4.0
_MARGIN = 8
_WIDEST = 60
# One anchor may be wrong; two in a row are not: the band reaches as far as the second on either side.
_REACH = 2


def band(left: Prepared, right: Prepared, linked: Links) -> Lattice:
    """The places that are worth searching between two stretches."""
    n, m = left.count, right.count
    if n * m <= _SMALL:
        return whole(n, m)
    chain = _heaviest_chain(*_candidates(left.side, right.side, linked, n, m))
    return _around(chain, n, m)


def _candidates(left: Side, right: Side, linked: Links, n: int, m: int) -> tuple[Ints, Ints, Floats]:
    """Pairs of paragraphs that share rare tokens, by left and right, with their weights."""
    product = left.frequency[linked.left] * right.frequency[linked.right]
    rare = product <= _RARE
    own, other, product = linked.left[rare], linked.right[rare], product[rare]
    left_places, right_places = _places(left), _places(right)
    weight = np.log((n + 20.0) * (m + 20.0) / product) / 2
    votes: dict[tuple[int, int], float] = {}
    for a, b, value in zip(own.tolist(), other.tolist(), weight.tolist(), strict=True):
        for i in left_places[a]:
            for j in right_places[b]:
                votes[i, j] = votes.get((i, j), 0.0) + value
    kept = sorted(place for place, weight in votes.items() if weight >= _LIGHTEST)
    i, j = np.array(kept, dtype=np.int64).reshape(-1, 2).T
    return i, j, np.array([votes[place] for place in kept])


def _places(side: Side) -> list[list[int]]:
    places: list[list[int]] = [[] for _ in range(side.count)]
    for paragraph, kind in zip(side.paragraph.tolist(), side.kind.tolist(), strict=True):
        if side.frequency[kind] <= _RARE:
            places[kind].append(paragraph)
    return places


def _heaviest_chain(i: Ints, j: Ints, weight: Floats) -> Ints:
    """Of places sorted by i, then j, the heaviest run in which both ascend, as rows (i, j)."""
    width = int(j.max()) + 2 if len(j) else 0
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before = [-1] * len(i)
    best = (0.0, -1)
    waiting: list[tuple[int, float, int]] = []
    row = -1
    for number, (a, b, value) in enumerate(zip(i.tolist(), j.tolist(), weight.tolist(), strict=True)):
        if a != row:
            _enter(tree, waiting)
            waiting, row = [], a
        reached, before[number] = _best_below(tree, b)
        total = reached + value
        waiting.append((b + 1, total, number))
        best = max(best, (total, number))
    chain = []
    number = best[1]
    while number >= 0:
        chain.append((int(i[number]), int(j[number])))
        number = before[number]
    return np.array(chain[::-1], dtype=np.int64).reshape(-1, 2)


def _enter(tree: list[tuple[float, int]], entries: list[tuple[int, float, int]]) -> None:
    """Put totals into a tree of prefix maxima (Fenwick, 1994)."""
    for place, total, number in entries:
        while place < len(tree):
            tree[place] = max(tree[place], (total, number))
            place += place & -place


def _best_below(tree: list[tuple[float, int]], place: int) -> tuple[float, int]:
    best = (0.0, -1)
    while place > 0:
        best = max(best, tree[place])
        place -= place & -place
    return best


def _around(chain: Ints, n: int, m: int) -> Lattice:
    fence = np.array([(-1, -1)] * _REACH + chain.tolist() + [(n, m)] * _REACH, dtype=np.int64)
    rows = np.arange(n + 1)
    after = np.searchsorted(fence[:, 0], rows, side="left")
    after = np.clip(after, _REACH, len(fence) - _REACH)
    before, beyond = fence[after - _REACH], fence[after + _REACH - 1]
    low, high = before[:, 1] - _MARGIN, beyond[:, 1] + _MARGIN
    near, far = fence[after - 1], fence[after]
    share = (rows - near[:, 0]) / np.maximum(far[:, 0] - near[:, 0], 1)
    middle = np.round(near[:, 1] + share * (far[:, 1] - near[:, 1])).astype(np.int64)
    low = np.clip(np.maximum(low, middle - _WIDEST), 0, m)
    high = np.clip(np.minimum(high, middle + _WIDEST), 0, m)
    low[0], high[-1] = 0, m
    return Lattice(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))
