"""Aligns the sentences inside beads of paragraphs, by the evidence and the search for paragraphs.

Many beads are searched at once: their sentences stand one after the other as two versions, with a divider
between one bead's and the next one's. The band is a chain of rectangles, a bead each, and the only way
from one to the next joins the dividers; so what comes out for one bead does not depend on the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from briefer.core.align.coverage import TALLEST, hits
from briefer.core.align.decode import Step, best_way
from briefer.core.align.evidence import SHAPES, Evidence
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.lattice import Lattice
from briefer.core.align.links import CHANNELS
from briefer.core.align.preparing import Prepared, prepared
from briefer.core.align.search import NEVER, Problem, Search
from briefer.core.align.sentence_weights import SENTENCE_WEIGHTS
from briefer.core.align.weights import Weights
from briefer.core.document import Kind, Paragraph, Version
from briefer.core.sentence_beads import Sentence, SentenceBead

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Group = tuple[Sequence[Sentence], Sequence[Sentence]]
Check = Callable[[], None]

# What a sentence rightly left alone counts against a bead rightly made.
_UNMATCHED = 0.6
# A word weighs as if a text of so many sentences held it as often as its own bead does.
_USUAL_SENTENCES = 100.0
_USUAL_LENGTH = 150.0
_USUAL_RATIO = (0.6, 1.6)
# So many places are searched at a time, and so far from the diagonal of one bead.
_BLOCK = 12_000
_HALF_BAND = 40
_UNDECIDED = 0.5


def aligned_sentences(
    left: Version,
    right: Version,
    groups: Sequence[Group],
    knowledge: Knowledge | None,
    check: Check,
    weights: Weights = SENTENCE_WEIGHTS,
) -> list[list[SentenceBead]]:
    """For each group, the sentences of a bead on either side (neither empty), their beads."""
    ratio = _ratio(left, right)
    found: list[list[SentenceBead]] = []
    for batch in _batches(groups):
        check()
        found += SentenceBatch(left, right, batch, knowledge or Knowledge(), weights, ratio, check).beads()
    return found


def _ratio(left: Version, right: Version) -> float:
    """How much longer the right version is than the left one, within what is usual."""
    ours, theirs = (sum(len(p.text) for p in version.paragraphs) for version in (left, right))
    low, high = _USUAL_RATIO
    return min(high, max(low, theirs / ours)) if ours and theirs else 1.0


def _batches(groups: Sequence[Group]) -> Iterator[Sequence[Group]]:
    """Groups in order, as many together as are searched at a time."""
    first = size = 0
    for number, (ours, theirs) in enumerate(groups):
        places = (len(ours) + 1) * min(len(theirs) + 1, 2 * _HALF_BAND + 1)
        if size and size + places > _BLOCK:
            yield groups[first:number]
            first, size = number, 0
        size += places
    if size:
        yield groups[first:]


class SentenceBatch:
    """Some groups of sentences, searched together."""

    def __init__(
        self,
        left: Version,
        right: Version,
        groups: Sequence[Group],
        knowledge: Knowledge,
        weights: Weights,
        ratio: float,
        check: Check,
    ) -> None:
        self._groups = groups
        self._weights = weights
        self._check = check
        sides = [group[0] for group in groups], [group[1] for group in groups]
        ours, theirs = _divided(left, sides[0]), _divided(right, sides[1])
        left_ready, right_ready, self.links = prepared(ours, theirs, knowledge, check)
        self.left = replace(left_ready, usual_length=_USUAL_LENGTH)
        self.right = replace(right_ready, usual_length=_USUAL_LENGTH * ratio)
        self.blocks = tuple(
            np.repeat(np.arange(len(groups)), [len(part) + 1 for part in side]) for side in sides
        )
        self.band = _chain(groups)
        self.evidence = Evidence(self.left, self.right, self.band, ratio)

    def beads(self) -> Iterator[list[SentenceBead]]:
        """The beads of each group."""
        problem = self._problem()
        posterior = Search(problem, self._check).posterior()
        steps = iter(best_way(problem, posterior, _UNMATCHED, self._check))
        for group in self._groups:
            yield _of_group(group, steps)
            next(steps, None)  # the dividers

    def _problem(self) -> Problem:
        band, weights = self.band, self._weights
        found = hits(self.left.side, self.right.side, self.links, band)
        channel = self.links.channel[found.link]
        base = np.array([weights.of(f"{name}.hit") for name in CHANNELS])[channel]
        slope = np.array([weights.of(f"{name}.rare") for name in CHANNELS])[channel]
        ours = base + slope * self.rarity(self.right, 1)[found.other]
        theirs = base + slope * self.rarity(self.left, 0)[found.own]
        lexical = self.evidence.lexical(found, self.links, [(ours, theirs), (slope, slope)])
        scores = np.empty((len(SHAPES), band.size), dtype=np.float32)
        for number, shape in enumerate(SHAPES):
            self._check()
            total = lexical.sums(shape, 0)
            for slopes, crowd in zip(lexical.both(shape, 1), self.evidence.crowd(shape), strict=True):
                total -= slopes * crowd
            total += self.evidence.summed(shape, *(self._brought(s, shape) for s in (self.left, self.right)))
            for name, feature in self.evidence.looks(shape):
                if weight := weights.of(name):
                    total += weight * feature
            scores[number] = np.where(self.possible(shape), total, NEVER)
        scores[SHAPES.index((1, 1)), self.dividers] = 0.0
        gaps = [self._gaps(side) for side in (self.left, self.right)]
        return Problem(band, SHAPES, scores, gaps[0], gaps[1], weights.of("gap.opening"))

    def possible(self, shape: tuple[int, int]) -> npt.NDArray[np.bool_]:
        """Where a bead of `shape` may start without leaving its group."""
        block = self.blocks[0][self.band.rows]
        inside: npt.NDArray[np.bool_] = np.append(block, -1)[self.band.shifted(*shape)] == block
        return inside

    @property
    def dividers(self) -> Ints:
        """The places where the dividers between groups are joined: the last of each group but the last."""
        block = self.blocks[0][self.band.rows]
        return np.flatnonzero(np.diff(block, append=block[-1]))

    def rarity(self, side: Prepared, which: int) -> Floats:
        """For each entry of a side, how rare its token is, counted within its own bead."""
        block = self.blocks[which][side.side.paragraph]
        _, place, count = np.unique(
            block * max(side.side.count, 1) + side.side.kind, return_inverse=True, return_counts=True
        )
        rarity: Floats = np.log(_USUAL_SENTENCES / (count[place] + 1.0))
        return rarity

    def _brought(self, side: Prepared, shape: tuple[int, int]) -> Floats:
        """What each sentence brings into a bead of `shape`."""
        total = np.zeros(side.count)
        for name, feature in Evidence.members(side, shape):
            if weight := self._weights.of(name):
                total += weight * feature
        return total

    def _gaps(self, side: Prepared) -> Floats:
        total = np.zeros(side.count)
        for name, feature in Evidence.gaps(side):
            total += self._weights.of(name) * feature
        return total


def _divided(version: Version, groups: Sequence[Sequence[Sentence]]) -> Version:
    """All sentences as a version of their own, with an empty paragraph between groups."""
    divided: list[Paragraph] = []
    for group in groups:
        if divided:
            divided.append(Paragraph(Kind.BODY, ""))
        before = -1
        for sentence in group:
            whole = version.paragraphs[sentence.paragraph]
            text = whole.text[sentence.span.start : sentence.span.end]
            label = whole.label if sentence.paragraph != before else None
            divided.append(Paragraph(whole.kind, text, label))
            before = sentence.paragraph
    return Version(version.language, tuple(divided))


def _chain(groups: Sequence[Group]) -> Lattice:
    """The band: of each group all places, or in long ones those near the diagonal."""
    low: list[Ints] = []
    high: list[Ints] = []
    start = 0
    for ours, theirs in groups:
        n, m = len(ours), len(theirs)
        middle = np.arange(n + 1) * m // n
        lowest, highest = np.maximum(middle - _HALF_BAND, 0), np.minimum(middle + _HALF_BAND, m)
        low.append(lowest + start)
        high.append(highest + start)
        start += m + 1
    return Lattice(np.concatenate(low), np.concatenate(high))


def _of_group(group: Group, steps: Iterator[Step]) -> list[SentenceBead]:
    """The beads that the next steps make of the sentences of a group."""
    ours, theirs = group
    i = j = 0
    beads: list[SentenceBead] = []
    while i < len(ours) or j < len(theirs):
        (width, height), probability = next(steps)
        certain = round(min(1.0, max(0.0, probability)), 3)
        beads.append(SentenceBead(tuple(ours[i : i + width]), tuple(theirs[j : j + height]), certain))
        i, j = i + width, j + height
    few, many = sorted((len(ours), len(theirs)))
    if not any(bead.matched for bead in beads) or many > few * TALLEST:
        return [SentenceBead(tuple(ours), tuple(theirs), _UNDECIDED)]
    return beads
