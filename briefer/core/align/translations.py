"""Which single words translate each other, worked out from a lexicon of phrases.

The phrases of a lexicon are a small parallel text: which word of a phrase answers which is
found by expectation maximisation after Brown et al., "The Mathematics of Statistical Machine
Translation" (Computational Linguistics 19:2, 1993), model 1, in both directions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from briefer.core.values import dataclass

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
    short = [(a, b) for a, b in zip(left, right, strict=True) if max(len(a), len(b)) <= _LONGEST]
    ours, theirs = _Words([a for a, _ in short]), _Words([b for _, b in short])
    # Each word of an entry with each of its translation.
    entry = np.repeat(np.arange(len(short)), ours.lengths * theirs.lengths)
    if not len(entry):
        return Translations({}, frozenset(), frozenset())
    step = np.arange(len(entry)) - np.searchsorted(entry, entry)
    across = theirs.lengths[entry]
    own = ours.ids[ours.starts[entry] + step // across]
    other = theirs.ids[theirs.starts[entry] + step % across]
    strength = np.sqrt(_probability(entry, own, other) * _probability(entry, other, own))
    width = len(theirs.words)
    sure = np.unique((own * width + other)[strength >= _SURE])
    pairs: dict[str, set[str]] = {}
    for place, answer in zip((sure // width).tolist(), (sure % width).tolist(), strict=True):
        pairs.setdefault(ours.words[place], set()).add(theirs.words[answer])
    frozen = {word: frozenset(answers) for word, answers in pairs.items()}
    return Translations(frozen, frozenset(frozen), frozenset(w for found in frozen.values() for w in found))


class _Words:
    """The words of phrases one after the other: phrase n has `lengths[n]` of them, from `starts[n]`."""

    def __init__(self, phrases: Sequence[Sequence[str]]) -> None:
        flat = list(chain.from_iterable(phrases))
        self.words = list(dict.fromkeys(flat))
        numbers = {word: number for number, word in enumerate(self.words)}
        self.ids = np.array([numbers[word] for word in flat], dtype=np.int64)
        self.lengths = np.array([len(phrase) for phrase in phrases], dtype=np.int64)
        self.starts = np.cumsum(self.lengths) - self.lengths


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
