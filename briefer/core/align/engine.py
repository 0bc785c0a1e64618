"""Aligns two versions: evidence, band, probabilities, and of them the beads.

What a person has fixed parts the versions into stretches, which are aligned one by one.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from briefer.core.align.anchors import band
from briefer.core.align.confidence import confidence
from briefer.core.align.coverage import hits
from briefer.core.align.decode import Step, best_way
from briefer.core.align.evidence import SHAPES, Evidence, usual_ratio
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.links import CHANNELS
from briefer.core.align.preparing import Prepared, prepared
from briefer.core.align.search import NEVER, Problem, Search
from briefer.core.align.weights import Weights
from briefer.core.bitext import Bead
from briefer.core.document import Version

# What a paragraph rightly left alone counts against a bead rightly made.
_UNMATCHED = 0.6
Check = Callable[[], None]


class Engine:
    """Two versions made ready to be aligned, as a whole or with some beads given."""

    def __init__(
        self, left: Version, right: Version, knowledge: Knowledge, weights: Weights, check: Check
    ) -> None:
        self._left, self._right, self._links = prepared(left, right, knowledge, check)
        self._ratio = usual_ratio(self._left, self._right)
        self._weights = weights
        self._check = check

    def beads(self, anchors: Iterable[Bead]) -> tuple[Bead, ...]:
        """The beads in order. `anchors`, in order, are among them as they are."""
        given = list(anchors)
        alone = [bead for bead in given if not bead.matched]
        found: list[Bead] = []
        i = j = 0
        for bead in (bead for bead in given if bead.matched):
            found += self._between((i, bead.left[0]), (j, bead.right[0]), alone)
            found.append(bead)
            i, j = bead.left[-1] + 1, bead.right[-1] + 1
        found += self._between((i, self._left.count), (j, self._right.count), alone)
        return tuple(_as_given(found, alone))

    def _between(self, ours: tuple[int, int], theirs: tuple[int, int], alone: Sequence[Bead]) -> list[Bead]:
        """The beads of left paragraphs ours[0] … ours[1]-1 and right ones theirs[0] … theirs[1]-1."""
        if ours[0] == ours[1] or theirs[0] == theirs[1]:
            beads = [Bead((index,), (), 1.0) for index in range(*ours)]
            return beads + [Bead((), (index,), 1.0) for index in range(*theirs)]
        left, right = self._left.stretch(*ours), self._right.stretch(*theirs)
        problem = self.problem(left, right)
        fixed = (
            _inside([index for bead in alone for index in bead.left], ours),
            _inside([index for bead in alone for index in bead.right], theirs),
        )
        if any(side.any() for side in fixed):
            problem = _with_alone(problem, *fixed)
        posterior = Search(problem, self._check).posterior()
        i, j = ours[0], theirs[0]
        beads = []
        steps = best_way(problem, posterior, _UNMATCHED, self._check)
        for (width, height), probability in _gaps_in_order(steps):
            certain = confidence(probability, matched=width > 0 and height > 0)
            beads.append(Bead(tuple(range(i, i + width)), tuple(range(j, j + height)), certain))
            i, j = i + width, j + height
        return beads

    def problem(self, left: Prepared, right: Prepared) -> Problem:
        """The band between two stretches with the scores of all its beads."""
        weights, linked, check = self._weights, self._links, self._check
        evidence = Evidence(left, right, band(left, right, linked), self._ratio)
        check()
        found = hits(left.side, right.side, linked, evidence.band)
        rarity = evidence.rarity(found, linked)
        channel = linked.channel[found.link]
        base = np.array([weights.of(f"{name}.hit") for name in CHANNELS])[channel]
        slope = np.array([weights.of(f"{name}.rare") for name in CHANNELS])[channel]
        values = [(base + slope * rarity[0], base + slope * rarity[1])]
        check()
        lexical = evidence.lexical(found, linked, values)
        scores = np.full((len(SHAPES), evidence.band.size), NEVER)
        for number, shape in enumerate(SHAPES):
            check()
            total = lexical.sums(shape, 0)
            for name, feature in evidence.looks(shape):
                if weight := weights.of(name):
                    total += weight * feature
            scores[number] = np.where(evidence.possible(shape), total, NEVER)
        gaps = [self._gaps(stretch) for stretch in (left, right)]
        return Problem(evidence.band, SHAPES, scores, gaps[0], gaps[1], weights.of("gap.opening"))

    def _gaps(self, stretch: Prepared) -> npt.NDArray[np.float64]:
        scores = np.zeros(stretch.count)
        for name, feature in Evidence.gaps(stretch):
            scores += self._weights.of(name) * feature
        return scores


def _gaps_in_order(steps: Sequence[Step]) -> list[Step]:
    """Of unmatched neighbours the left ones come first.

    What is expected does not depend on their order; a reader wants what opens the right version (such
    as the note on its translation) beside its beginning, below the left one's cover.
    """
    ordered: list[Step] = []
    for matched, run in itertools.groupby(steps, key=lambda step: all(step[0])):
        neighbours = list(run)
        ordered.extend(neighbours if matched else sorted(neighbours, key=lambda step: -step[0][0]))
    return ordered


def _inside(indices: Sequence[int], stretch: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """Which paragraphs of a stretch are among `indices`."""
    inside = np.zeros(stretch[1] - stretch[0], dtype=bool)
    inside[[index - stretch[0] for index in indices if stretch[0] <= index < stretch[1]]] = True
    return inside


def _with_alone(problem: Problem, left: npt.NDArray[np.bool_], right: npt.NDArray[np.bool_]) -> Problem:
    """The same, with some paragraphs in no bead with others."""
    ours, theirs = (np.concatenate(([0], np.cumsum(side), np.full(8, side.sum()))) for side in (left, right))
    scores = problem.beads.copy()
    rows, columns = problem.band.rows, problem.band.columns
    for number, (width, height) in enumerate(problem.shapes):
        within = (ours[rows + width] - ours[rows]) + (theirs[columns + height] - theirs[columns])
        scores[number, within > 0] = NEVER
    return Problem(
        problem.band, problem.shapes, scores, problem.left_gaps, problem.right_gaps, problem.opening
    )


def _as_given(found: Sequence[Bead], alone: Sequence[Bead]) -> list[Bead]:
    """`found` with its unmatched paragraphs joined as the beads of `alone` have them."""
    by_index = {("left", index): bead for bead in alone for index in bead.left}
    by_index |= {("right", index): bead for bead in alone for index in bead.right}
    beads: list[Bead] = []
    for bead in found:
        key = ("left", bead.left[0]) if bead.left else ("right", bead.right[0])
        given = None if bead.matched else by_index.get(key)
        if given is None:
            beads.append(bead)
        elif not beads or beads[-1] is not given:
            beads.append(given)
    return beads
