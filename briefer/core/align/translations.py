"""Which single words translate each other, worked out from a lexicon of phrases.

The phrases of a lexicon are a small parallel text: which word of a phrase answers which is
found by expectation maximisation after Brown et al., "The Mathematics of Statistical Machine
Translation" (Computational Linguistics 19:2, 1993), model 1, in both directions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

_ROUNDS = 5
# Of the two directions' probabilities, as a geometric mean.
_SURE = 0.12
_LONGEST = 8

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Translations:
    """For each word (a stem) of the left language, those of the right that may answer it.

    `left` and `right` are all words that the lexicon knows.
    """

    pairs: Mapping[str, frozenset[str]]
    left: frozenset[str]
    right: frozenset[str]

    @cached_property
    def turned(self) -> Translations:
        """The same from right to left."""
        pairs: dict[str, set[str]] = {}
        for ours, answers in self.pairs.items():
            for theirs in answers:
                pairs.setdefault(theirs, set()).add(ours)
        return Translations({word: frozenset(found) for word, found in pairs.items()}, self.right, self.left)


def word_translations(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> Translations:
    """What the words of phrases say of each other; `left[n]` and `right[n]` are one entry."""
    left_ids: dict[str, int] = {}
    right_ids: dict[str, int] = {}
    places: list[tuple[int, int, int]] = []
    for number, (ours, theirs) in enumerate(zip(left, right, strict=True)):
        if max(len(ours), len(theirs)) <= _LONGEST:
            ids = [right_ids.setdefault(word, len(right_ids)) for word in theirs]
            for word in ours:
                own = left_ids.setdefault(word, len(left_ids))
                places.extend((number, own, other) for other in ids)
    if not places:
        return Translations({}, frozenset(), frozenset())
    entry, own, other = np.array(places, dtype=np.int64).T
    strength = np.sqrt(_probability(entry, own, other) * _probability(entry, other, own))
    left_words, right_words = list(left_ids), list(right_ids)
    pairs: dict[str, set[str]] = {}
    for place in np.flatnonzero(strength >= _SURE):
        pairs.setdefault(left_words[own[place]], set()).add(right_words[other[place]])
    frozen = {word: frozenset(answers) for word, answers in pairs.items()}
    return Translations(frozen, frozenset(frozen), frozenset(w for found in frozen.values() for w in found))


def _probability(entry: Ints, given: Ints, answer: Ints) -> Floats:
    """At each place, the probability that the word `given` is translated as `answer`."""
    width = int(answer.max()) + 1
    _, pair = np.unique(given * width + answer, return_inverse=True)
    _, slot = np.unique(entry * width + answer, return_inverse=True)
    probability = np.ones(len(entry))
    for _ in range(_ROUNDS):
        share = probability / np.bincount(slot, probability)[slot]
        probability = np.bincount(pair, share)[pair] / np.bincount(given, share)[given]
    return probability
