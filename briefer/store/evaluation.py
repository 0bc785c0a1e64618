"""Which passages and documents answer a query, decided for all of them at once over the inverted stems.

A document answers by a passage that does alone, by its head, or, if the query says nothing of
passages, by all of its passages taken together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial, reduce
from operator import and_, or_
from typing import Protocol

import numpy as np

from briefer.core.matching import leaves
from briefer.core.query.fields import ANY
from briefer.core.query.values import OF_PASSAGES, All, Dates, Field, Leaf, Near, Not, Query, Some, Words
from briefer.store.answers import Answers, Part
from briefer.store.inverted.places import near_rows, rows_with
from briefer.store.inverted.segment import Numbers, Segment, hash_of

OF_ANNOTATIONS = frozenset({"tag", "stance", "note"})


class Facts(Protocol):
    """What is not in the segments: what the database says of documents and annotations."""

    def documents(self, leaf: Field | Dates) -> frozenset[str]:
        """The ids of the documents of which it is true."""
        ...

    def places(self, leaf: Field) -> Iterable[tuple[str, str, int]]:
        """Document, language and number of the paragraphs with such an annotation."""
        ...


class Evaluation:
    """Evaluates queries over `segments`, of whose documents only those `alive` count."""

    def __init__(self, segments: Sequence[Segment], alive: Sequence[Numbers], facts: Facts) -> None:
        self._segments = segments
        self._alive = alive
        self._facts = facts
        self._known: dict[tuple[int, Leaf], Numbers] = {}

    def answers(self, query: Query) -> Answers:
        """Beginnings and likenesses must be resolved."""
        apart = _asks_apart(query) and not any(
            isinstance(leaf, Field) and leaf.name in OF_PASSAGES for leaf, _ in leaves(query)
        )
        parts = []
        for number, segment in enumerate(self._segments):
            alive = self._alive[number]
            rows = _combined(query, partial(self._rows, number))
            if not alive.all():
                rows = rows & alive[segment.documents]
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
            case Words():
                mask[rows_with(segment, leaf)] = True
            case Near():
                mask[near_rows(segment, leaf)] = True
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


def _combined(query: Query, of_leaf: Callable[[Leaf], Numbers]) -> Numbers:
    """What of rows, or of documents, answers, by what the leaves of `query` say of them."""
    match query:
        case Not(part):
            return ~_combined(part, of_leaf)
        case All(parts):
            return reduce(and_, (_combined(part, of_leaf) for part in parts))
        case Some(parts):
            return reduce(or_, (_combined(part, of_leaf) for part in parts))
        case _:
            return of_leaf(query)


def _asks_apart(query: Query) -> bool:
    """Whether passages together may answer `query` of which none does alone."""
    match query:
        case All() | Not():
            return True
        case Some(parts):
            return any(map(_asks_apart, parts))
        case _:
            return False


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
