"""Which passages and documents answer a query, decided for all of them at once over the inverted stems.

A document answers by a passage that does alone, by its head, or, if the query says nothing of
passages, by all of its passages taken together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Protocol

import numpy as np

from briefer.core.matching import leaves
from briefer.core.query.fields import ANY
from briefer.core.query.values import (
    OF_PASSAGES,
    All,
    AnyOf,
    Dates,
    Field,
    Leaf,
    Near,
    Not,
    Place,
    Query,
    Some,
    Words,
)
from briefer.store.passages import Numbers, Segment, hash_of

OF_ANNOTATIONS = frozenset({"tag", "stance", "note"})
_ROW = 16  # bits for the place of a word in its row


class Facts(Protocol):
    """What is not in the segments: what the database says of documents and annotations."""

    def documents(self, leaf: Field | Dates) -> frozenset[str]:
        """The ids of the documents of which it is true."""
        ...

    def places(self, leaf: Field) -> Iterable[tuple[str, str, int]]:
        """Document, language and number of the paragraphs with such an annotation."""
        ...


class Passage(NamedTuple):
    """A paragraph of a document that answers."""

    language: str
    number: int
    kind: str


@dataclass(frozen=True)
class Part:
    """The answers in one segment: of its rows, of its documents by a row alone, and by all rows together."""

    segment: Segment
    rows: Numbers
    alone: Numbers
    together: Numbers

    @property
    def documents(self) -> Numbers:
        return self.alone | self.together


class Evaluation:
    """Evaluates queries over `segments`, of whose documents only those `alive` count."""

    def __init__(self, segments: Sequence[Segment], alive: Sequence[Numbers], facts: Facts) -> None:
        self._segments = segments
        self._alive = alive
        self._facts = facts
        self._known: dict[tuple[int, Leaf], Numbers] = {}

    def answers(self, query: Query) -> Answers:
        """Beginnings and likenesses must be resolved."""
        apart = all(not (isinstance(leaf, Field) and leaf.name in OF_PASSAGES) for leaf, _ in leaves(query))
        parts = []
        for number, segment in enumerate(self._segments):
            alive = self._alive[number]
            rows = _combined(query, partial(self._rows, number)) & alive[segment.documents]
            alone = np.logical_or.reduceat(rows, segment.starts[:-1])
            together = np.zeros_like(alone)
            if apart:
                together = _combined(query, partial(self._any_row, number)) & alive & ~alone
            parts.append(Part(segment, rows, alone, together))
        return Answers(parts)

    def rows(self, words: Iterable[Words]) -> list[Numbers]:
        """For each segment, the rows that hold any of `words`."""
        wanted = tuple(words)
        masks = []
        for number, segment in enumerate(self._segments):
            mask = np.zeros(len(segment.numbers), dtype=bool)
            for entry in wanted:
                mask |= self._rows(number, entry)
            masks.append(mask)
        return masks

    def _any_row(self, number: int, leaf: Leaf) -> Numbers:
        found: Numbers = np.logical_or.reduceat(self._rows(number, leaf), self._segments[number].starts[:-1])
        return found

    def _rows(self, number: int, leaf: Leaf) -> Numbers:
        known = self._known.get((number, leaf))
        if known is None:
            known = self._known[number, leaf] = self._evaluated(self._segments[number], leaf)
        return known

    def _evaluated(self, segment: Segment, leaf: Leaf) -> Numbers:
        mask = np.zeros(len(segment.numbers), dtype=bool)
        match leaf:
            case Words((single,)):
                for stem in _stems(single):
                    mask[segment.rows[segment.occurrences(stem)]] = True
            case Words():
                mask[_starts(segment, leaf) >> _ROW] = True
            case Near():
                mask[_near(segment, leaf)] = True
            case Field(name) if name in OF_ANNOTATIONS:
                for row in self._annotated(segment, leaf):
                    mask[row] = True
            case Field(name, value) if name in OF_PASSAGES:
                mask = _of_passages(segment, name, value)
            case Field() | Dates():
                chosen = [segment.numbered[i] for i in self._facts.documents(leaf) if i in segment.numbered]
                flags = np.zeros(len(segment.ids), dtype=bool)
                flags[chosen] = True
                mask = flags[segment.documents]
        return mask

    def _annotated(self, segment: Segment, leaf: Field) -> Iterator[int]:
        for identity, language, paragraph in self._facts.places(leaf):
            if (document := segment.numbered.get(identity)) is not None:
                row = row_of(segment, document, language, paragraph)
                if row is not None:
                    yield row


class Answers:
    """What answers a query."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)

    @property
    def count(self) -> int:
        """How many documents answer."""
        return sum(int(np.count_nonzero(part.documents)) for part in self.parts)

    @property
    def passages(self) -> int:
        """How many paragraphs answer by themselves."""
        return sum(int(np.count_nonzero(part.rows & (part.segment.numbers >= 0))) for part in self.parts)

    def ids(self, *, alone: bool) -> set[str]:
        """The documents that answer by one passage alone, or only by all of them together."""
        return {
            part.segment.ids[number]
            for part in self.parts
            for number in np.flatnonzero(part.alone if alone else part.together)
        }

    def without(self, other: Answers) -> Answers:
        """The documents here that do not answer there; and no row of others counts."""
        parts = []
        for here, there in zip(self.parts, other.parts, strict=True):
            fresh = ~there.documents
            rows = here.rows & fresh[here.segment.documents]
            parts.append(Part(here.segment, rows, here.alone & fresh, here.together & fresh))
        return Answers(parts)

    def passages_of(self, identity: str) -> list[Passage]:
        """The paragraphs of a document that answer by themselves, in order."""
        return passages_in(
            [part.segment for part in self.parts], [part.rows for part in self.parts], identity
        )

    def counted(self, *, kinds: bool) -> dict[str, int]:
        """In how many documents passages of each kind answer, or of each language."""
        counts: dict[str, int] = {}
        for part in self.parts:
            segment = part.segment
            codes, names = (
                (segment.kinds, segment.kind_names) if kinds else (segment.languages, segment.language_names)
            )
            chosen = np.flatnonzero(part.rows & (segment.numbers >= 0))
            pairs = np.unique(segment.documents[chosen].astype(np.int64) * len(names) + codes[chosen])
            for code, count in zip(*np.unique(pairs % max(len(names), 1), return_counts=True), strict=True):
                counts[names[code]] = counts.get(names[code], 0) + int(count)
        return counts


def _combined(query: Query, of_leaf: Callable[[Leaf], Numbers]) -> Numbers:
    """What of rows, or of documents, answers, by what the leaves of `query` say of them."""
    match query:
        case Not(part):
            return ~_combined(part, of_leaf)
        case All(parts):
            every: Numbers = np.all([_combined(part, of_leaf) for part in parts], axis=0)
            return every
        case Some(parts):
            some: Numbers = np.any([_combined(part, of_leaf) for part in parts], axis=0)
            return some
        case _:
            return of_leaf(query)


def passages_in(segments: Sequence[Segment], masks: Sequence[Numbers], identity: str) -> list[Passage]:
    """The paragraphs of a document that a mask of rows holds, in order."""
    for segment, mask in zip(segments, masks, strict=True):
        document = segment.numbered.get(identity)
        if document is not None:
            first, stop = int(segment.starts[document]), int(segment.starts[document + 1])
            chosen = np.flatnonzero(mask[first:stop]) + first
            return [
                Passage(
                    segment.language_names[segment.languages[row]],
                    int(segment.numbers[row]),
                    segment.kind_names[segment.kinds[row]],
                )
                for row in chosen
                if segment.numbers[row] >= 0
            ]
    return []


def row_of(segment: Segment, document: int, language: str, number: int) -> int | None:
    """The row of a paragraph, None if there is none."""
    if language not in segment.language_names:
        return None
    first, stop = int(segment.starts[document]), int(segment.starts[document + 1])
    code = segment.language_names.index(language)
    found = np.flatnonzero((segment.languages[first:stop] == code) & (segment.numbers[first:stop] == number))
    return first + int(found[0]) if len(found) else None


def _of_passages(segment: Segment, name: str, value: str) -> Numbers:
    if name == "lang":
        if value == ANY:
            return np.ones(len(segment.numbers), dtype=bool)
        return _named(segment.languages, segment.language_names, value)
    if name == "kind":
        return _named(segment.kinds, segment.kind_names, value)
    found: Numbers = segment.labels == np.uint64(hash_of(value))
    return found


def _named(codes: Numbers, names: Sequence[str], name: str) -> Numbers:
    return codes == names.index(name) if name in names else np.zeros(len(codes), dtype=bool)


def _stems(place: Place) -> tuple[str, ...]:
    match place:
        case str():
            return (place,)
        case AnyOf(stems):
            return tuple(stems)
        case _:
            return ()


def _keys(segment: Segment, place: Place) -> Numbers:
    """Row and place of each occurrence as one number, ascending."""
    found = [segment.occurrences(stem) for stem in _stems(place)]
    keys = [segment.rows[part].astype(np.int64) << _ROW | segment.offsets[part] for part in found]
    if not keys:
        return np.zeros(0, dtype=np.int64)
    return keys[0] if len(keys) == 1 else np.unique(np.concatenate(keys))


def _starts(segment: Segment, words: Words) -> Numbers:
    """Where words begin, as `_keys` has it."""
    keys = [_keys(segment, place) - number for number, place in enumerate(words.stems)]
    base, *others = sorted(keys, key=len)
    for other in others:
        if not len(base) or not len(other):
            return np.zeros(0, dtype=np.int64)
        places = np.searchsorted(other, base)
        places[places == len(other)] = 0
        base = base[other[places] == base]
    return base


def _near(segment: Segment, near: Near) -> Numbers:
    one, other = _starts(segment, near.one), _starts(segment, near.other)
    ends = (one + len(near.one.stems) - 1, other + len(near.other.stems) - 1)
    rows = [_within(ends[0], other, near.distance), _within(ends[1], one, near.distance)]
    return np.concatenate(rows)


def _within(ends: Numbers, starts: Numbers, distance: int) -> Numbers:
    """The rows where something starts after one of `ends`, at most so many words later."""
    if not len(ends) or not len(starts):
        return np.zeros(0, dtype=np.int64)
    places = np.searchsorted(starts, ends, side="right")
    there = places < len(starts)
    ends, places = ends[there], places[there]
    close = (starts[places] - ends <= distance) & (starts[places] >> _ROW == ends >> _ROW)
    rows: Numbers = ends[close] >> _ROW
    return rows
