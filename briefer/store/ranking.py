"""Which documents speak most of what a query asks for: Whoosh, behind one small interface.

Whoosh's BM25F weighs what is asked for in the stems of all paragraphs of a document, and of its title,
symbol and organs, which count three times. Whoosh is asked for the order only, and without NOT, phrases
and distances: what answers is decided in `briefer.store.evaluation`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from whoosh import query as whoosh
from whoosh.searching import Searcher

from briefer.core.query.values import All, AnyOf, Near, Place, Query, Some, Words
from briefer.store.inverted.segment import Numbers, Segment
from briefer.store.lists_reader import FIELD, ListsReader

_MOST_STEMS = 4  # of a beginning; the others hardly change the order


class Ranking:
    """Weighs the documents of `segments`, of which only those `alive` count."""

    def __init__(self, segments: Sequence[Segment], alive: Sequence[Numbers]) -> None:
        self._count = sum(map(len, alive))
        self._reader = ListsReader(segments, alive)
        self._searcher = Searcher(self._reader)

    def scores(self, query: Query) -> Numbers | None:
        """The score of each document, not a number where it lacks what `query` asks for.

        None if the query asks for nothing in particular.
        """
        asked = _asked(query)
        if asked is None:
            return None
        numbers, found = [], []
        matcher = asked.matcher(self._searcher, self._searcher.context())
        while matcher.is_active():
            numbers.append(matcher.id())
            found.append(matcher.score())
            matcher.next()
        scores = np.full(self._count, np.nan)
        scores[self._reader.shown[numbers]] = found
        return scores


def _asked(query: Query) -> whoosh.Query | None:
    match query:
        case Words(stems):
            return _of(whoosh.And, [_place(place) for place in stems])
        case Near(one, other):
            return _of(whoosh.And, [_asked(one), _asked(other)])
        case All(parts):
            return _of(whoosh.And, [_asked(part) for part in parts])
        case Some(parts):
            return _of(whoosh.Or, [_asked(part) for part in parts])
        case _:
            return None


def _place(place: Place) -> whoosh.Query | None:
    stems = [place] if isinstance(place, str) else sorted(place.stems) if isinstance(place, AnyOf) else []
    return _of(whoosh.Or, [whoosh.Term(FIELD, stem) for stem in stems[:_MOST_STEMS]])


def _of(
    join: type[whoosh.And] | type[whoosh.Or], parts: Sequence[whoosh.Query | None]
) -> whoosh.Query | None:
    known = [part for part in parts if part is not None]
    return join(known) if len(known) > 1 else known[0] if known else None
