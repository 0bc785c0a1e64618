"""The one alignment that is shown: the way on which most is expected to be right.

Not the single likeliest way but the one whose beads have, all ways taken together, the greatest
sum of probabilities (as Do et al., "ProbCons", Genome Research 15, 2005, for sequences).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from briefer.core.align.search import NEVER, Places, Posterior, Problem, Scores

Floats = npt.NDArray[np.float64]
# How many paragraphs of either side, and how probable that is.
Step = tuple[tuple[int, int], float]

_STEPS_BETWEEN_CHECKS = 256


def best_way(
    problem: Problem, posterior: Posterior, unmatched: float, check: Callable[[], None]
) -> list[Step]:
    """The beads in order as (left, right) counts, each with its probability.

    `unmatched` weighs a paragraph rightly left alone against a bead rightly made.
    """
    band = problem.band
    size, low, bounds = band.size, band.low.tolist(), band.start.tolist()
    begins = problem.shifted(-1, check)
    gain = np.where(problem.beads > NEVER / 2, posterior.beads, np.float32(NEVER))
    ending = problem.ending(gain, begins, check)
    left, right = unmatched * posterior.left_gaps, unmatched * posterior.right_gaps
    run = np.concatenate(([0.0], np.cumsum(right)))
    best = np.full(size + 1, NEVER)
    for i in range(len(low)):
        if i % 64 == 0:
            check()
        a, b = bounds[i], bounds[i + 1]
        here = (best[begins[:, a:b]] + ending[:, a:b]).max(axis=0)
        if i == 0:
            here[0] = 0.0
        else:
            index = np.arange(low[i], low[i] + b - a) - low[i - 1]
            inside = index < a - bounds[i - 1]
            above = np.where(inside, index + bounds[i - 1], size)
            here = np.maximum(here, best[above] + left[i - 1])
        base = run[low[i] : low[i] + b - a]
        best[a:b] = np.maximum.accumulate(here - base) + base
    return _walk_back(problem, posterior, best, (begins, ending, left, right), check)


def _walk_back(
    problem: Problem,
    posterior: Posterior,
    best: Floats,
    steps: tuple[Places, Scores, Floats, Floats],
    check: Callable[[], None],
) -> list[Step]:
    begins, ending, left, right = steps
    band = problem.band
    low, high, bounds = band.low.tolist(), band.high.tolist(), band.start.tolist()
    i, j = len(left), len(right)
    way: list[Step] = []
    while i or j:
        if len(way) % _STEPS_BETWEEN_CHECKS == 0:
            check()
        at = bounds[i] + j - low[i]
        candidates = best[begins[:, at]] + ending[:, at]
        shape = int(candidates.argmax())
        choices = [(float(candidates[shape]), problem.shapes[shape])]
        if i and low[i - 1] <= j <= high[i - 1]:
            choices.append((float(best[bounds[i - 1] + j - low[i - 1]] + left[i - 1]), (1, 0)))
        if j > low[i]:
            choices.append((float(best[at - 1] + right[j - 1]), (0, 1)))
        step = max(choices, key=lambda choice: choice[0])[1]
        if all(step):
            certainty = float(posterior.beads[shape, begins[shape, at]])
        else:
            certainty = float(posterior.left_gaps[i - 1] if step[0] else posterior.right_gaps[j - 1])
        way.append((step, min(1.0, certainty)))
        i, j = i - step[0], j - step[1]
    return way[::-1]
