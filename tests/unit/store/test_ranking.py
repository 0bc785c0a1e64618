"""The order of documents is Whoosh's: scores over our lists are those of an index of its own."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.query import All, AnyOf, Near, Not, Query, Some, Words
from briefer.store.inverted.building import build
from briefer.store.inverted.segment import HEAD, Indexed, Row
from briefer.store.ranking import Ranking

STEMS = st.sampled_from("abcde")
TEXTS = st.lists(STEMS, max_size=8).map(lambda stems: f" {' '.join(stems)} " if stems else "")
DOCUMENTS = st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=4)), min_size=1, max_size=7)
PLACES = STEMS | st.frozensets(STEMS, min_size=1, max_size=5).map(AnyOf)
WORDS = st.lists(PLACES, min_size=1, max_size=3).map(lambda places: Words(tuple(places)))
QUERIES = st.recursive(
    WORDS | st.builds(Near, WORDS, WORDS, st.just(3)),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Some(tuple(parts))),
    ),
    max_leaves=5,
)

whoosh_query, fields, filestore = map(
    import_module, ("whoosh.query", "whoosh.fields", "whoosh.filedb.filestore")
)
analysis = import_module("whoosh.analysis")


def whooshed(query: Query) -> Any:
    """What Whoosh is asked by itself."""
    match query:
        case Words(stems):
            listed = [[place] if isinstance(place, str) else sorted(place.stems)[:4] for place in stems]  # type: ignore[union-attr]
            found = [
                whoosh_query.Or([whoosh_query.Term("stems", stem) for stem in stems]) for stems in listed
            ]
            return whoosh_query.And(found)
        case Near(one, other):
            return whoosh_query.And([whooshed(one), whooshed(other)])
        case All(parts) | Some(parts):
            asked = [part for part in map(whooshed, parts) if part is not None]
            kind = whoosh_query.And if isinstance(query, All) else whoosh_query.Or
            return kind(asked) if asked else None
        case _:
            return None


def scores_of_whoosh(documents: Sequence[Indexed], query: Query) -> dict[str, float]:
    text = fields.TEXT(analyzer=analysis.RegexTokenizer(r"[^ ]+"), phrase=False)
    index = filestore.RamStorage().create_index(fields.Schema(id=fields.ID(stored=True), stems=text))
    writer = index.writer()
    for document in documents:
        head, *others = document.rows
        writer.add_document(id=document.id, stems=head.stems * 3 + "".join(row.stems for row in others))
    writer.commit()
    asked = whooshed(query)
    with index.searcher() as searcher:
        found = searcher.search(asked, limit=None) if asked is not None else ()
        return {hit["id"]: hit.score for hit in found}


@settings(deadline=None, max_examples=80)
@given(made=DOCUMENTS, query=QUERIES, cut=st.integers(0, 7), gone=st.sets(st.integers(0, 6)))
def test_scores_are_those_of_an_index_of_whoosh_with_what_is_there(
    made: list[tuple[str, list[str]]], query: Query, cut: int, gone: set[int]
) -> None:
    documents = [
        Indexed(
            str(number),
            1,
            [Row("-", -1, HEAD, None, head), *(Row("en", n, "body", None, s) for n, s in enumerate(texts))],
            {},
            {},
        )
        for number, (head, texts) in enumerate(made)
    ]
    parts = [part for part in (documents[:cut], documents[cut:]) if part]
    alive = [np.array([int(each.id) not in gone for each in part], dtype=bool) for part in parts]
    scores = Ranking([build(part) for part in parts], alive).scores(query)
    staying = [each for each in documents if int(each.id) not in gone]
    expected = scores_of_whoosh(staying, query) if staying else {}
    found = {} if scores is None else {str(n): s for n, s in enumerate(scores.tolist()) if s == s}
    assert found == pytest.approx(expected)
