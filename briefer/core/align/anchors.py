"""Where the band lies: anchors are places where rare tokens of both versions answer each other.

The heaviest ascending chain of such places is found in k log k steps; around it a band is laid, narrow
where anchors are dense and as wide as the stretch between them where they are not (up to a limit, so that
cost grows with the length of the documents). Anchoring before aligning follows Moore, "Fast and Accurate
Sentence Alignment of Bilingual Corpora" (AMTA 2002), and Varga et al., "Parallel Corpora for Medium
Density Languages" (RANLP 2005).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from briefer.core.align.coverage import hits
from briefer.core.align.lattice import Lattice, whole
from briefer.core.align.links import Links
from briefer.core.align.preparing import Prepared

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Tables of up to so many places are searched as a whole.
_SMALL = 2_500
# Anchors are looked for around the diagonal only: in a long document even what is rare comes again.
_WINDOW = 300
_WINDOW_SHARE = 0.15
# Tokens that stand more often than this in either version are no help.
_RARE = 24
_LIGHTEST = 4.0
_CANDIDATES = 3  # a paragraph
_MARGIN = 8
_WIDEST = 60
# One anchor may be wrong; two in a row are not: the band reaches as far as the second on either side.
_REACH = 2
_BETWEEN_CHECKS = 1000


def chain(left: Prepared, right: Prepared, linked: Links, check: Callable[[], None]) -> Ints:
    """The anchors of two stretches, ascending on both sides, as rows (i, j)."""
    check()
    return _heaviest_chain(*_candidates(left, right, linked), check)


def band(
    left: Prepared, right: Prepared, linked: Links, check: Callable[[], None], known: Ints | None = None
) -> Lattice:
    """The places that are worth searching between two stretches; `known` is their chain, if it is known."""
    n, m = left.count, right.count
    if n * m <= _SMALL:
        return whole(n, m)
    return around(chain(left, right, linked, check) if known is None else known, n, m)


def _candidates(left: Prepared, right: Prepared, linked: Links) -> tuple[Ints, Ints, Floats]:
    """Pairs of paragraphs that share rare tokens, by left and right, with their weights.

    A token that could be answered in several places nearby weighs less in each.
    """
    n, m = left.count, right.count
    frequency = left.side.frequency[linked.left], right.side.frequency[linked.right]
    rare = np.maximum(*frequency) <= _RARE
    few = Links(linked.left[rare], linked.right[rare], linked.channel[rare])
    reach = max(_WINDOW, abs(n - m) + _WINDOW // 2, int(_WINDOW_SHARE * m))
    middle = np.arange(n + 1) * m // max(n, 1)
    window = Lattice(np.clip(middle - reach, 0, m), np.clip(middle + reach, 0, m))
    found = hits(left.side, right.side, few, window)
    i, j = left.side.paragraph[found.own], right.side.paragraph[found.other]
    answers = np.bincount(found.own, minlength=len(left.side.paragraph))[found.own]
    asked = np.bincount(found.other, minlength=len(right.side.paragraph))[found.other]
    weight = np.log((n + 20.0) * (m + 20.0)) / 2 / np.maximum(answers, asked)
    place, which = np.unique(i * (m + 1) + j, return_inverse=True)
    votes = np.bincount(which, weight, len(place))
    i, j = place // (m + 1), place % (m + 1)
    order = np.lexsort((j, -votes, i))
    rank = np.arange(len(order)) - np.searchsorted(i[order], i[order])
    kept = np.sort(order[(rank < _CANDIDATES) & (votes[order] >= _LIGHTEST)])
    return i[kept], j[kept], votes[kept]


def _heaviest_chain(i: Ints, j: Ints, weight: Floats, check: Callable[[], None]) -> Ints:
    """Of places sorted by i, then j, the heaviest run in which both ascend, as rows (i, j)."""
    width = int(j.max()) + 2 if len(j) else 0
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before = [-1] * len(i)
    best = (0.0, -1)
    waiting: list[tuple[int, float, int]] = []
    row = -1
    for number, (a, b, value) in enumerate(zip(i.tolist(), j.tolist(), weight.tolist(), strict=True)):
        if number % _BETWEEN_CHECKS == 0:
            check()
        if a != row:
            _enter(tree, waiting)
            waiting, row = [], a
        reached, before[number] = _best_below(tree, b)
        total = reached + value
        waiting.append((b + 1, total, number))
        best = max(best, (total, number))
    found = []
    number = best[1]
    while number >= 0:
        found.append((int(i[number]), int(j[number])))
        number = before[number]
    return np.array(found[::-1], dtype=np.int64).reshape(-1, 2)


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


def around(anchors: Ints, n: int, m: int) -> Lattice:
    """The band around anchors, rows (i, j) that ascend, in a table of n by m paragraphs."""
    fence = np.array([(-1, -1)] * _REACH + anchors.tolist() + [(n, m)] * _REACH, dtype=np.int64)
    rows = np.arange(n + 1)
    after = np.searchsorted(fence[:, 0], rows, side="left")
    after = np.clip(after, _REACH, len(fence) - _REACH)
    before, beyond = fence[after - _REACH], fence[after + _REACH - 1]
    low, high = before[:, 1] - _MARGIN, beyond[:, 1] + _MARGIN
    near, far = fence[after - 1], fence[after]
    # Where the way rises steeply, as beside a run that the left version leaves out, it is as wide as that.
    steps = np.maximum(far[:, 0] - near[:, 0], 1)
    rise = far[:, 1] - near[:, 1]
    middle = np.round(near[:, 1] + (rows - near[:, 0]) / steps * rise).astype(np.int64)
    widest = _WIDEST + np.ceil(rise / steps).astype(np.int64)
    low = np.clip(np.maximum(low, middle - widest), 0, m)
    high = np.clip(np.minimum(high, middle + widest), 0, m)
    low[0], high[-1] = 0, m
    return Lattice(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))
