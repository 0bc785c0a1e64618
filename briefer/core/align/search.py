"""Sums and maxima over all ways through a band, by dynamic programming row by row.

A way is a run of beads and of unmatched paragraphs; of unmatched neighbours the left ones come first, so
that each alignment is one way only. A run of unmatched paragraphs of one side costs something to open.
Probabilities of beads come from the forward and the backward sums, as in a conditional random field
(Lafferty, McCallum and Pereira, ICML 2001).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from briefer.core.align.lattice import Lattice
from briefer.core.values import dataclass

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Scores = npt.NDArray[np.float32]
Places = npt.NDArray[np.int32]
Shape = tuple[int, int]

NEVER = -1e30
_ROWS_BETWEEN_CHECKS = 64


@dataclass(frozen=True)
class Problem:
    """What is searched: scores of beads by the place where they start, and of unmatched paragraphs.

    `beads[s]` has an entry for each place of `band`, for `shapes[s]`; NEVER where it would leave the band.
    """

    band: Lattice
    shapes: Sequence[Shape]
    beads: Scores
    left_gaps: Floats
    right_gaps: Floats
    opening: float

    def shifted(self, direction: int, check: Callable[[], None]) -> Places:
        """For each shape and place where a bead from there ends (direction 1), or began (-1)."""
        found = np.empty(self.beads.shape, dtype=np.int32)
        for number, (width, height) in enumerate(self.shapes):
            check()
            found[number] = self.band.shifted(direction * width, direction * height)
        return found

    def ending(self, starting: Scores, begins: Places, check: Callable[[], None]) -> Scores:
        """Values of beads by their start, rearranged by their end; NEVER where there is none."""
        found = np.empty_like(starting)
        for number, values in enumerate(starting):
            check()
            found[number] = np.append(values, np.float32(NEVER))[begins[number]]
        return found


@dataclass(frozen=True)
class Posterior:
    """Probabilities of each bead by its start, and of each paragraph being unmatched.

    `openings` are the runs of unmatched paragraphs to be expected; `total` is the log sum of all ways.
    """

    beads: Scores
    left_gaps: Floats
    right_gaps: Floats
    openings: float
    total: float


def _log_sum(scores: Floats) -> Floats:
    highest = scores.max(axis=0)
    sums: Floats = highest + np.log(np.exp(scores - highest).sum(axis=0))
    return sums


class Search:
    """The ways through one problem."""

    def __init__(self, problem: Problem, check: Callable[[], None]) -> None:
        self._problem = problem
        self._check = check
        band = problem.band
        self._size = band.size
        self._bounds = band.start.tolist()
        self._low = band.low.tolist()
        self._ends = problem.shifted(1, check)
        self._begins = problem.shifted(-1, check)
        self._ending = problem.ending(problem.beads, self._begins, check)

    def posterior(self) -> Posterior:
        """The probability of everything, all ways taken together."""
        problem, band = self._problem, self._problem.band
        self._check()
        before = self._forward()
        after = self._backward()
        total = float(before[:, self._size - 1].max())
        total += float(np.log(np.exp(before[:, self._size - 1] - total).sum()))
        reached = np.append(_log_sum(before[:, :-1]), NEVER)
        going_on = np.append(after[0, :-1], NEVER)
        beads = np.empty_like(problem.beads)
        for number, ends in enumerate(self._ends):
            self._check()
            odds = reached[:-1] + problem.beads[number] + going_on[ends] - total
            beads[number] = np.exp(np.minimum(odds, 0.0))
        n, m = len(problem.left_gaps), len(problem.right_gaps)
        left = np.bincount(band.rows, np.exp(np.minimum(before[1, :-1] + after[1, :-1] - total, 0.0)), n + 1)[
            1:
        ]
        right = np.bincount(
            band.columns, np.exp(np.minimum(before[2, :-1] + after[2, :-1] - total, 0.0)), m + 1
        )[1:]
        self._check()
        openings = self._openings(before, after, total)
        return Posterior(beads, left.astype(np.float64), right.astype(np.float64), openings, total)

    def _openings(self, before: Floats, after: Floats, total: float) -> float:
        problem, band = self._problem, self._problem.band
        down, across = band.shifted(1, 0), band.shifted(0, 1)
        left = np.append(problem.left_gaps, NEVER)[band.rows]
        right = np.append(problem.right_gaps, NEVER)[band.columns]
        opened = np.exp(np.minimum(before[0, :-1] + problem.opening + left + after[1][down] - total, 0.0))
        source = np.logaddexp(before[0, :-1], before[1, :-1])
        opened += np.exp(np.minimum(source + problem.opening + right + after[2][across] - total, 0.0))
        return float(opened.sum())

    def _forward(self) -> Floats:
        """Log sums of the ways to each place, by what came last: a bead, a left gap, a right gap."""
        problem = self._problem
        sums = np.full((3, self._size + 1), NEVER)
        reached = np.full(self._size + 1, NEVER)
        run = np.concatenate(([0.0], np.cumsum(problem.right_gaps)))
        for i in range(len(self._low)):
            if i % _ROWS_BETWEEN_CHECKS == 0:
                self._check()
            a, b = self._bounds[i], self._bounds[i + 1]
            if i == 0:
                sums[0, a] = 0.0
            matched = _log_sum(reached[self._begins[:, a:b]] + self._ending[:, a:b])
            sums[0, a:b] = np.maximum(sums[0, a:b], matched)
            if i:
                up = self._above(i)
                gap = problem.left_gaps[i - 1]
                sums[1, a:b] = np.logaddexp(sums[0][up] + problem.opening, sums[1][up]) + gap
            either = np.logaddexp(sums[0, a:b], sums[1, a:b])
            base = run[self._low[i] : self._low[i] + b - a]
            sums[2, a + 1 : b] = np.logaddexp.accumulate(either[:-1] + problem.opening - base[:-1]) + base[1:]
            reached[a:b] = np.logaddexp(either, sums[2, a:b])
        return sums

    def _backward(self) -> Floats:
        """Log sums of the ways from each place to the end, by what came last before it."""
        problem = self._problem
        sums = np.full((3, self._size + 1), NEVER)
        run = np.concatenate(([0.0], np.cumsum(problem.right_gaps)))
        last = len(self._low) - 1
        for i in range(last, -1, -1):
            if i % _ROWS_BETWEEN_CHECKS == 0:
                self._check()
            a, b = self._bounds[i], self._bounds[i + 1]
            matched = _log_sum(sums[0][self._ends[:, a:b]] + problem.beads[:, a:b])
            if i == last:
                matched[-1] = 0.0
            base = run[self._low[i] : self._low[i] + b - a]
            sums[2, a:b] = (np.logaddexp.accumulate((matched + base)[::-1])[::-1]) - base
            gaps = np.full(b - a, NEVER)
            gaps[:-1] = problem.opening + base[1:] - base[:-1] + sums[2, a + 1 : b]
            matched = np.logaddexp(matched, gaps)
            if i < last:
                below = self._below(i)
                on = problem.left_gaps[i] + sums[1][below]
                sums[1, a:b] = np.logaddexp(matched, on)
                sums[0, a:b] = np.logaddexp(matched, on + problem.opening)
            else:
                sums[0, a:b] = sums[1, a:b] = matched
        return sums

    def _above(self, i: int) -> Ints:
        return self._row(i - 1, self._low[i], self._bounds[i + 1] - self._bounds[i])

    def _below(self, i: int) -> Ints:
        return self._row(i + 1, self._low[i], self._bounds[i + 1] - self._bounds[i])

    def _row(self, i: int, low: int, width: int) -> Ints:
        """The indices of (i, low) … (i, low + width - 1)."""
        index = np.arange(low, low + width) - self._low[i]
        inside = (index >= 0) & (index < self._bounds[i + 1] - self._bounds[i])
        return np.where(inside, index + self._bounds[i], self._size)
