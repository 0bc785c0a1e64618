"""Which documents speak most of what a query asks for. Nothing else knows Whoosh.

Whoosh's BM25F weighs each stem that is asked for, in all documents at once, over the lists of the
index: the stems of all paragraphs of a document, and of its title, symbol and organs, which count
three times. So Whoosh has no files of its own, which would have to be written, kept and trusted. Only what
a query asks for counts, and only for the order; what answers is decided in `briefer.store.evaluation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np
from whoosh.scoring import BM25F
from whoosh.util.numeric import byte_to_length, length_to_byte

from briefer.core.query.values import All, AnyOf, Near, Place, Query, Some, Words
from briefer.store.inverted.segment import Numbers, Segment

_MOST_STEMS = 4  # of a beginning; the others hardly change the order
_FIELD = "stems"
_KEPT = 256  # stems whose documents are remembered


class Ranking:
    """Weighs the documents of `segments`, of which only those `alive` count."""

    def __init__(self, segments: Sequence[Segment], alive: Sequence[Numbers]) -> None:
        self._lists = _Lists(segments, alive)
        self._model = BM25F()

    def scores(self, query: Query) -> Numbers | None:
        """The score of each document, not a number where it lacks what `query` asks for.

        None if the query asks for nothing in particular.
        """
        match query:
            case Words(stems):
                return _joined(_all_of, (self._place(place) for place in stems))
            case Near(one, other):
                return _joined(_all_of, (self.scores(one), self.scores(other)))
            case All(parts):
                return _joined(_all_of, map(self.scores, parts))
            case Some(parts):
                return _joined(_any_of, map(self.scores, parts))
            case _:
                return None

    def _place(self, place: Place) -> Numbers | None:
        stems = [place] if isinstance(place, str) else sorted(place.stems) if isinstance(place, AnyOf) else []
        return _joined(_any_of, map(self._weighed, stems[:_MOST_STEMS]))

    def _weighed(self, stem: str) -> Numbers:
        scores = np.full(self._lists.count, np.nan)
        posting = self._lists.term_info(_FIELD, stem)
        if len(posting.documents):
            scores[posting.documents] = self._model.scorer(self._lists, _FIELD, stem).score(posting)
        return scores


@dataclass(frozen=True)
class _Posting:
    """All documents with a stem, in place of one that a matcher of Whoosh's stands at."""

    documents: Numbers
    weights: Numbers
    lengths: Numbers

    def id(self) -> Numbers:
        return self.documents

    def weight(self) -> Numbers:
        return self.weights

    def max_weight(self) -> float:
        return float(self.weights.max())

    def min_length(self) -> float:
        return float(self.lengths.min())


class _Scorable:
    scorable = True


class _Lists:
    """What Whoosh's weighting asks a searcher for, of the documents that are alive."""

    schema: Mapping[str, _Scorable] = {_FIELD: _Scorable()}

    def __init__(self, segments: Sequence[Segment], alive: Sequence[Numbers]) -> None:
        self._segments = segments
        self._alive = np.concatenate(alive) if alive else np.zeros(0, dtype=bool)
        self._known: dict[str, _Posting] = {}
        self.count = len(self._alive)

    @cached_property
    def _lengths(self) -> Numbers:
        """As Whoosh keeps them: in one byte, so that only the order of magnitude counts in long texts."""
        kept = [byte_to_length(length_to_byte(length)) for length in self._words.tolist()]
        return np.array(kept, dtype=np.float64)

    @cached_property
    def _words(self) -> Numbers:
        lengths = [segment.lengths for segment in self._segments]
        return np.concatenate(lengths) if lengths else np.zeros(0, dtype=np.int32)

    @cached_property
    def _average(self) -> float:
        return float(self._words[self._alive].sum()) / max(self.doc_count_all(), 1)

    def get_parent(self) -> _Lists:
        return self

    def doc_count_all(self) -> int:
        return int(np.count_nonzero(self._alive))

    def avg_field_length(self, _field: str) -> float:
        return self._average

    def doc_field_length(self, documents: Numbers, _field: str, _default: int) -> Numbers:
        found: Numbers = self._lengths[documents]
        return found

    def doc_frequency(self, field: str, stem: str) -> int:
        return len(self.term_info(field, stem).documents)

    def idf(self, field: str, stem: str) -> float:
        return BM25F().idf(self, field, stem)

    def term_info(self, _field: str, stem: str) -> _Posting:
        known = self._known.get(stem)
        if known is None:
            counts = np.concatenate(
                [segment.frequencies(stem) for segment in self._segments] or [self._words]
            )
            documents = np.flatnonzero(self._alive & (counts > 0))
            known = _Posting(documents, counts[documents].astype(np.float64), self._lengths[documents])
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[stem] = known
        return known


def _joined(join: Callable[[Numbers, Numbers], Numbers], parts: Iterable[Numbers | None]) -> Numbers | None:
    known = [part for part in parts if part is not None]
    return reduce(join, known) if known else None


def _all_of(one: Numbers, other: Numbers) -> Numbers:
    both: Numbers = one + other
    return both


def _any_of(one: Numbers, other: Numbers) -> Numbers:
    either: Numbers = np.where(np.isnan(one), other, np.where(np.isnan(other), one, one + other))
    return either
