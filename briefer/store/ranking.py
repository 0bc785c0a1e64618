"""Which documents speak most of what a query asks for: by Whoosh's weighting, behind one small interface.

Whoosh's BM25F weighs what is asked for in the stems of all paragraphs of a document, and of its title,
symbol and organs, which count three times. Scores are added up as Whoosh's own queries would: what is asked
for together counts where all of it is, alternatives wherever one is. Only the order is found here, and
without NOT, phrases and distances: what answers is decided in `briefer.store.evaluation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import NamedTuple

import numpy as np
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from briefer.core.query.values import All, AnyOf, Near, Place, Query, Some, Words
from briefer.store.inverted.segment import Numbers, Segment
from briefer.store.lists_reader import FIELD, ListsReader, Posting

_MOST_STEMS = 4  # of a beginning; the others hardly change the order
_KEPT = 256  # stems whose scores are remembered


class _Weighed(NamedTuple):
    """Which documents hold something, and their scores, 0 for the others."""

    there: Numbers
    scores: Numbers


class _AllAtOnce(NamedTuple):
    """Lets a scorer of Whoosh's weigh all documents of a posting in one go: a matcher that stands at each."""

    posting: Posting

    def id(self) -> Numbers:
        return self.posting.documents

    def weight(self) -> Numbers:
        return self.posting.frequencies


class Ranking:
    """Weighs the documents of `segments`, of which only those `alive` count."""

    def __init__(self, segments: Sequence[Segment], alive: Sequence[Numbers]) -> None:
        self._count = sum(map(len, alive))
        self._reader = ListsReader(segments, alive)
        self._searcher = Searcher(self._reader)
        self._known: dict[str, _Weighed] = {}

    def scores(self, query: Query) -> Numbers | None:
        """The score of each document, not a number where it lacks what `query` asks for.

        None if the query asks for nothing in particular.
        """
        asked = self._asked(query)
        if asked is None:
            return None
        scores = np.full(self._count, np.nan)
        scores[self._reader.shown] = np.where(asked.there, asked.scores, np.nan)
        return scores

    def _asked(self, query: Query) -> _Weighed | None:
        match query:
            case Words(stems):
                return _all([self._place(place) for place in stems])
            case Near(one, other):
                return _all([self._asked(one), self._asked(other)])
            case All(parts):
                return _all([self._asked(part) for part in parts])
            case Some(parts):
                return _any([self._asked(part) for part in parts])
            case _:
                return None

    def _place(self, place: Place) -> _Weighed | None:
        stems = [place] if isinstance(place, str) else sorted(place.stems) if isinstance(place, AnyOf) else []
        return _any([self._stem(stem) for stem in stems[:_MOST_STEMS]])

    def _stem(self, stem: str) -> _Weighed:
        known = self._known.get(stem)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[stem] = self._weighed(stem)
        return known

    def _weighed(self, stem: str) -> _Weighed:
        text = stem.encode("utf-8")
        posting = self._reader.posting(text)
        there, scores = np.zeros(self._reader.doc_count(), dtype=bool), np.zeros(self._reader.doc_count())
        if len(posting.documents):
            scorer = BM25F().scorer(self._searcher, FIELD, text)
            there[posting.documents] = True
            scores[posting.documents] = scorer.score(_AllAtOnce(posting))
        return _Weighed(there, scores)


def _all(parts: Sequence[_Weighed | None]) -> _Weighed | None:
    """What holds all of the parts that ask for something."""
    known = [part for part in parts if part is not None]
    if len(known) < 2:
        return known[0] if known else None
    there = np.logical_and.reduce([part.there for part in known])
    return _Weighed(there, reduce(add, (part.scores for part in known)))


def _any(parts: Sequence[_Weighed | None]) -> _Weighed | None:
    """What holds one of them; the scores of those that it lacks are 0."""
    known = [part for part in parts if part is not None]
    if len(known) < 2:
        return known[0] if known else None
    there = np.logical_or.reduce([part.there for part in known])
    # A part counts only where all of it is.
    return _Weighed(there, reduce(add, (part.scores * part.there for part in known)))
