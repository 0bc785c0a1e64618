"""Aligns two versions: evidence, band, probabilities, and of them the beads.

What a person has fixed parts the versions into stretches, which are aligned one by one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from briefer.core.align.anchors import band, chain
from briefer.core.align.confidence import TRUST, Trust, confidence
from briefer.core.align.coverage import TALLEST, hits
from briefer.core.align.decode import Step, best_way
from briefer.core.align.evidence import SHAPES, Evidence, usual_ratio
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.learning import SHORTEST, learned_pairs
from briefer.core.align.links import CHANNELS, with_learned
from briefer.core.align.preparing import Prepared, prepared
from briefer.core.align.search import NEVER, Problem, Search
from briefer.core.align.stopping import Check, stoppable
from briefer.core.align.weights import Weights
from briefer.core.bitext import Bead
from briefer.core.document import Version

# What a paragraph rightly left alone counts against a bead rightly made.
_UNMATCHED = 0.6
# So many places are scored at a time: it bounds memory and lets the work be stopped.
_BLOCK = 12_000
_FEWEST_ROWS = 16
# From which doubt on words are learned from the document for a second round.
_MUCH_DOUBT = 0.015


class Engine:
    """Two versions made ready to be aligned, as a whole or with some beads given."""

    def __init__(
        self,
        left: Version,
        right: Version,
        knowledge: Knowledge,
        weights: Weights,
        check: Check,
        trust: Trust = TRUST,
        taught: Sequence[tuple[str, str]] = (),
    ) -> None:
        self._left, self._right, self._links = prepared(left, right, knowledge, check, taught)
        self._chain = chain(self._left, self._right, self._links, check)
        self._ratio = usual_ratio(self._left, self._right, self._chain)
        self._weights = weights
        self._check = check
        self._trust = trust

    def beads(self, anchors: Sequence[Bead]) -> tuple[Bead, ...]:
        """The beads in order. `anchors`, in order, are among them as they are."""
        found = self._round(anchors)
        long_enough = min(self._left.count, self._right.count) >= SHORTEST
        if not (long_enough and self._weights.of("learned.rare") and _doubt(found) > _MUCH_DOUBT):
            return found
        pairs = learned_pairs(self._left.side, self._right.side, self._links, found)
        self._links = with_learned(self._links, pairs)
        self._chain = chain(self._left, self._right, self._links, self._check)
        return self._round(anchors)

    def _round(self, given: Sequence[Bead]) -> tuple[Bead, ...]:
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
        for (width, height), probability in stoppable(_gaps_in_order(steps), self._check):
            certain = confidence(probability, self._trust, matched=width > 0 and height > 0)
            beads.append(Bead(tuple(range(i, i + width)), tuple(range(j, j + height)), certain))
            i, j = i + width, j + height
        return beads

    def problem(self, left: Prepared, right: Prepared) -> Problem:
        """The band between two stretches with the scores of all its beads."""
        known = self._chain if left is self._left and right is self._right else None
        whole = band(left, right, self._links, self._check, known)
        rows = max(_FEWEST_ROWS, _BLOCK // max(1, whole.size // (left.count + 1)))
        scores = np.empty((len(SHAPES), whole.size), dtype=np.float32)
        for first in range(0, left.count + 1, rows):
            stop = min(first + rows, left.count + 1)
            last = min(stop - 1 + TALLEST, left.count)
            columns = int(whole.low[first]), int(whole.high[last])
            places = slice(int(whole.start[first]), int(whole.start[stop]))
            if first == last or columns[0] == columns[1]:
                scores[:, places] = NEVER
                continue
            block = Evidence(
                left.stretch(first, last),
                right.stretch(*columns),
                whole.rows_between(first, last),
                self._ratio,
            )
            self._score(block, scores[:, places])
        gaps = [self._gaps(stretch) for stretch in (left, right)]
        return Problem(whole, SHAPES, scores, gaps[0], gaps[1], self._weights.of("gap.opening"))

    def _score(self, block: Evidence, scores: npt.NDArray[np.float32]) -> None:
        """Fill in the scores of the beads that start in the first rows of a block."""
        weights, linked, check = self._weights, self._links, self._check
        check()
        found = hits(block.left.side, block.right.side, linked, block.band)
        rarity = block.rarity(found, linked)
        channel = linked.channel[found.link]
        base = np.array([weights.of(f"{name}.hit") for name in CHANNELS])[channel]
        slope = np.array([weights.of(f"{name}.rare") for name in CHANNELS])[channel]
        check()
        values = (base + slope * rarity[0], base + slope * rarity[1])
        lexical = block.lexical(found, linked, [values, (slope, slope)])
        for number, shape in enumerate(SHAPES):
            check()
            total = lexical.sums(shape, 0)
            for slopes, crowd in zip(lexical.both(shape, 1), block.crowd(shape), strict=True):
                total -= slopes * crowd
            total += block.summed(shape, self._weighed(block.left, shape), self._weighed(block.right, shape))
            for name, feature in block.looks(shape):
                if weight := weights.of(name):
                    total += weight * feature
            scores[number] = np.where(block.possible(shape), total, NEVER)[: scores.shape[1]]

    def _weighed(self, stretch: Prepared, shape: tuple[int, int]) -> npt.NDArray[np.float64]:
        """What each paragraph brings into a bead of `shape`."""
        scores = np.zeros(stretch.count)
        for name, feature in Evidence.members(stretch, shape):
            if weight := self._weights.of(name):
                scores += weight * feature
        return scores

    def _gaps(self, stretch: Prepared) -> npt.NDArray[np.float64]:
        scores = np.zeros(stretch.count)
        for name, feature in Evidence.gaps(stretch):
            scores += self._weights.of(name) * feature
        return scores


def _doubt(beads: Sequence[Bead]) -> float:
    """The share of beads that are to be expected wrong."""
    return sum(1.0 - bead.confidence for bead in beads) / max(len(beads), 1)


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
