"""How well groups of paragraphs fit each other, as sums of log odds.

Lengths follow Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora"
(Computational Linguistics 19:1, 1993); to them come labels, kinds, and what a translation
keeps of the words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefer.core.align.features import evidence
from briefer.core.document import Kind, Paragraph

# Bead shapes (left, right) and what they cost against one to one.
SHAPES = {(1, 1): 0.0, (1, 2): -3.0, (2, 1): -3.0, (2, 2): -5.5, (1, 3): -6.0, (3, 1): -6.0}
GAP = -3.0
GAP_OF_ASIDE = -1.0

_VARIANCE = 6.8
_WORST_LENGTH = -6.0
# Groups whose lengths are this far apart are not weighed any further: it saves most of the time.
_HOPELESS_LENGTH = -3.0
_HOPELESS = -100.0
_ASIDE = {Kind.MASTHEAD, Kind.FOOTNOTE, Kind.NOTE, Kind.FURNITURE}
_PROSE = {Kind.BODY, Kind.OPERATIVE, Kind.PREAMBULAR, Kind.ITEM, Kind.CHAPEAU, Kind.CELL}
_TITLES = {Kind.TITLE, Kind.HEADING}
_MOST_CONTENT = 8.0
STRANGE_NUMBER = -0.7
# A renumbered side must not outvote what the paragraphs say.
LIKE_LABELS = 2.5
UNLIKE_LABELS = -2.5
_WORST_NUMBERS = -3.5


class Scores:
    """Scores of beads between two versions' paragraphs, in log odds; above 0 fits."""

    def __init__(self, left: Sequence[Paragraph], right: Sequence[Paragraph]) -> None:
        self._left, self._right = left, right
        self._left_lengths = _running([len(p.text) for p in left])
        self._right_lengths = _running([len(p.text) for p in right])
        total_left, total_right = self._left_lengths[-1], self._right_lengths[-1]
        self._ratio = min(1.4, max(0.7, total_right / total_left)) if total_left and total_right else 1.0
        ours, theirs = [evidence(p.text) for p in left], [evidence(p.text) for p in right]
        self._content = _shared(ours, theirs)
        self._left_numbers = [_numbers(tokens) for tokens in ours]
        self._right_numbers = [_numbers(tokens) for tokens in theirs]

    def gap(self, paragraph: Paragraph) -> float:
        """The score of leaving `paragraph` unmatched."""
        return GAP_OF_ASIDE if paragraph.kind in _ASIDE else GAP

    def bead(self, i: int, j: int, width: int, height: int) -> float:
        """The score of left paragraphs i … i+width against right ones j … j+height."""
        length = self._length(i, j, width, height)
        if length < _HOPELESS_LENGTH and (width, height) != (1, 1):
            return _HOPELESS
        left, right = self._left[i : i + width], self._right[j : j + height]
        content = sum(
            self._content.get((a, b), 0.0) for a in range(i, i + width) for b in range(j, j + height)
        )
        return (
            SHAPES[width, height]
            + length
            + _labels(left, right)
            + sum(_kinds(a.kind, b.kind) for a in left for b in right) / (width * height)
            + min(_MOST_CONTENT, content)
            + self._strange_numbers(i, j, width, height)
        )

    def _strange_numbers(self, i: int, j: int, width: int, height: int) -> float:
        """What it costs that numbers of one side are not on the other."""
        ours = frozenset().union(*self._left_numbers[i : i + width])
        theirs = frozenset().union(*self._right_numbers[j : j + height])
        return max(_WORST_NUMBERS, STRANGE_NUMBER * len(ours ^ theirs)) if ours or theirs else 0.0

    def _length(self, i: int, j: int, width: int, height: int) -> float:
        left = (self._left_lengths[i + width] - self._left_lengths[i]) * self._ratio
        right = self._right_lengths[j + height] - self._right_lengths[j]
        deviation = (right - left) / math.sqrt(_VARIANCE * max(1.0, (left + right) / 2))
        return max(_WORST_LENGTH, -deviation * deviation / 4)


def _running(lengths: Sequence[int]) -> list[int]:
    sums = [0]
    for length in lengths:
        sums.append(sums[-1] + length)
    return sums


def _labels(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> float:
    ours, theirs = left[0].label, right[0].label
    if ours is None and theirs is None:
        return 0.0
    if ours is None or theirs is None:
        return -1.0
    unlike = any(p.label is not None for p in (*left[1:], *right[1:]))
    if ours.startswith("PP") and theirs.startswith("PP"):
        return 0.0  # counted by us: where one is left out, all that follow are shifted
    if ours != theirs:
        return UNLIKE_LABELS
    return 1.0 if unlike else LIKE_LABELS


def _kinds(ours: Kind, theirs: Kind) -> float:
    if ours is theirs:
        return 1.0
    if {ours, theirs} <= _PROSE or {ours, theirs} <= _TITLES:
        return -0.5
    return -5.0 if ours in _ASIDE or theirs in _ASIDE else -2.5


def _numbers(tokens: Counter[str]) -> frozenset[str]:
    return frozenset(token for token in tokens if token[0] == "#" or token.startswith("month"))


def _shared(left: Sequence[Counter[str]], right: Sequence[Counter[str]]) -> dict[tuple[int, int], float]:
    """For each pair with anything in common, the weight of what is, rarer counting more."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, tokens in enumerate(right):
        for token in tokens:
            places[token].append(j)
    frequency = Counter(token for tokens in left for token in tokens)
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, tokens in enumerate(left):
        for token in tokens:
            found = places.get(token, ())
            if len(found) * frequency[token] > 4 * (len(left) + len(right)):
                continue
            weight = 2.0 / math.sqrt(len(found) * frequency[token]) if found else 0.0
            for j in found:
                shared[i, j] += weight * (1.2 if token[0] in "#=^" else 0.6)
    return shared
