"""The documents of an index by number, and what is said of each of them: its place, its facets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from briefer.store.answers import Answers, DocumentRows
from briefer.store.facts import DocumentFacts
from briefer.store.inverted.segment import Numbers, Segment

_FACETS: Mapping[str, Callable[[DocumentFacts], str | None]] = {
    "organ": lambda facts: facts.organ,
    "session": lambda facts: facts.session,
    "year": lambda facts: facts.year,
}


@dataclass(frozen=True)
class Listing:
    """Numbers first the documents of all segments, then those of the library that are in none of them.

    `ids` are by number; `numbers` has those that are in the library. `places` tells how many documents
    are newer, -1 for what is not in the library. `facets` are values, and of each document the number
    of its value, that of nothing being the last.
    """

    segments: Sequence[Segment]
    ids: Sequence[str]
    numbers: Mapping[str, int]
    places: Numbers
    facets: Mapping[str, tuple[Sequence[str], Numbers]]

    @property
    def there(self) -> Numbers:
        """The documents of the library."""
        found: Numbers = self.places >= 0
        return found

    def of(self, answers: Answers, *, alone: bool) -> Numbers:
        """What answers by one passage alone, or only by all together."""
        mask = np.zeros(len(self.ids), dtype=bool)
        found = answers.documents(alone=alone)
        mask[: len(found)] = found
        return mask

    def mask(self, ids: Iterable[str]) -> Numbers:
        """The documents with these ids."""
        mask = np.zeros(len(self.ids), dtype=bool)
        mask[[self.numbers[identity] for identity in ids if identity in self.numbers]] = True
        return mask

    def rows(self, identity: str) -> tuple[int, DocumentRows]:
        """The number of the segment in which a document is, and its rows; none if it is in no segment."""
        number = self.numbers.get(identity, len(self.ids))
        for place, segment in enumerate(self.segments):
            if number < len(segment.ids):
                return place, DocumentRows(segment, number)
            number -= len(segment.ids)
        return 0, DocumentRows(None)

    def counted(self, mask: Numbers) -> dict[str, dict[str, int]]:
        """Of each facet, how many documents have each value."""
        found = {}
        for name, (values, codes) in self.facets.items():
            counts = np.bincount(codes[mask], minlength=len(values) + 1).tolist()
            found[name] = {value: n for value, n in zip(values, counts, strict=False) if n}
        return found

    def sorted(self, mask: Numbers, scores: Numbers | None, needed: int) -> list[str]:
        """The ids of the first `needed`: those with scores first, the highest first, then the newest.

        `scores` are of the documents of all segments, not a number where there is none.
        """
        chosen = np.flatnonzero(mask)
        own = np.full(len(chosen), np.inf)
        if scores is not None:
            known = np.searchsorted(chosen, len(scores))
            own[:known] = -np.round(scores[chosen[:known]], 6)
            own[np.isnan(own)] = np.inf
        order = np.lexsort((self.places[chosen], own))[:needed]
        return [self.ids[number] for number in chosen[order]]


def listed(
    segments: Sequence[Segment], alive: Sequence[Numbers], facts: Mapping[str, DocumentFacts]
) -> Listing:
    """The documents of `segments`, of which only those `alive` may be in the library, as `facts` have it."""
    ids = [identity for segment in segments for identity in segment.ids]
    living = np.flatnonzero(np.concatenate(alive)).tolist() if segments else []
    numbers = {ids[number]: number for number in living if ids[number] in facts}
    others = [identity for identity in facts if identity not in numbers]
    numbers.update((identity, number) for number, identity in enumerate(others, len(ids)))
    ids += others
    places = np.full(len(ids), -1, dtype=np.int64)
    order = [numbers[identity] for identity in facts]
    places[order] = np.arange(len(order))
    return Listing(
        segments,
        ids,
        numbers,
        places,
        {name: _coded(of, facts.values(), order, len(ids)) for name, of in _FACETS.items()},
    )


def _coded(
    value_of: Callable[[DocumentFacts], str | None],
    facts: Iterable[DocumentFacts],
    order: Sequence[int],
    count: int,
) -> tuple[Sequence[str], Numbers]:
    """The values that there are, and for each of `count` documents the number of its own."""
    known: dict[str, int] = {}
    found = [known.setdefault(value, len(known)) if (value := value_of(each)) else -1 for each in facts]
    codes = np.full(count, -1, dtype=np.int64)
    codes[order] = found
    codes[codes < 0] = len(known)
    return list(known), codes
