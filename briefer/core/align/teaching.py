"""Words that documents already aligned teach: what kept standing opposite what in sure beads.

Values and pure functions; which beads are sure, and where they come from, is decided elsewhere. Dice's
coefficient over beads, as in `learning`, but over many documents: a word that each of them has once
is learned as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from itertools import product
from typing import NamedTuple

from briefer.core.values import dataclass

# Of words that stand in more beads nothing is learned that would matter.
_COMMON = 40
_FEWEST = 2
_DICE = 0.5
# A sentence or two: in a long bead everything stands opposite everything.
_LONGEST = 60
MOST = 4000  # pairs


class Lesson(NamedTuple):
    """A bead that is sure: the stems of both sides with spaces between. One made by hand counts twice."""

    left: str
    right: str
    by_hand: bool = False


@dataclass(frozen=True)
class Taught:
    """By pair of languages, left and right: pairs of stems that translate each other."""

    pairs: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def between(self, left: str, right: str) -> tuple[tuple[str, str], ...]:
        """The pairs, whichever of the two languages stood left when they were learned."""
        turned = self.pairs.get(f"{right} {left}", ())
        return (*self.pairs.get(f"{left} {right}", ()), *((theirs, ours) for ours, theirs in turned))


def untaught(_apart_from: str | None = None) -> Taught:
    """What is taught where there is no library."""
    return Taught()


def taught_pairs(lessons: Iterable[Lesson]) -> tuple[tuple[str, str], ...]:
    """The pairs of stems that `lessons` teach, the surest first, at most `MOST`.

    The order of the lessons does not matter.
    """
    read = [(_words(lesson.left), _words(lesson.right), lesson.by_hand) for lesson in lessons]
    counts = [Counter[str](), Counter[str]()]
    for *sides, by_hand in read:
        for count, words in zip(counts, sides, strict=True):
            count.update(words)
            if by_hand:
                count.update(words)
    telling = [{word for word, times in count.items() if _FEWEST <= times <= _COMMON} for count in counts]
    together, twice = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for ours, theirs, by_hand in read:
        (twice if by_hand else together).update(product(ours & telling[0], theirs & telling[1]))
    found = []
    for pair, beads in (together + twice).items():
        if beads >= _FEWEST:
            times = beads + twice[pair]
            dice = 2 * times / (counts[0][pair[0]] + counts[1][pair[1]])
            if dice >= _DICE:
                found.append((-dice, -times, *pair))
    return tuple((own, other) for _dice, _times, own, other in sorted(found)[:MOST])


def _words(stems: str) -> frozenset[str]:
    words = stems.split()
    return frozenset(word for word in words if word.isalpha()) if len(words) <= _LONGEST else frozenset()
