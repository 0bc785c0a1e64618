"""What answers, decided over the inverted stems, is what each passage says by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.matching import holding, leaves, satisfied
from briefer.core.query import All, AnyOf, Dates, Field, Near, Not, Query, Some, Words
from briefer.core.query.values import OF_PASSAGES, Leaf
from briefer.store.answers import Answers
from briefer.store.evaluation import Evaluation
from briefer.store.inverted.building import build
from briefer.store.inverted.files import load, save
from briefer.store.inverted.joining import joined
from briefer.store.inverted.segment import HEAD, Indexed, Row, Segment
from tests.answers import ids_of, passages_of

STEMS = st.sampled_from("abcd")
TEXTS = st.lists(STEMS, max_size=6).map(lambda stems: f" {' '.join(stems)} " if stems else "")
PARAGRAPHS = st.builds(
    lambda language, kind, label, stems: (language, kind, label, stems),
    st.sampled_from(["ru", "en"]),
    st.sampled_from(["body", "title"]),
    st.sampled_from([None, "1", "2"]),
    TEXTS,
)
DOCUMENTS = st.lists(st.tuples(TEXTS, st.lists(PARAGRAPHS, max_size=4)), min_size=1, max_size=6)
PLACES = STEMS | st.frozensets(STEMS, min_size=1, max_size=2).map(AnyOf)
WORDS = st.lists(PLACES, min_size=1, max_size=3).map(lambda places: Words(tuple(places)))
LEAVES = st.one_of(
    WORDS,
    st.builds(Near, WORDS, WORDS, st.integers(1, 4)),
    st.sampled_from(["ru", "en", "any", "fr"]).map(lambda value: Field("lang", value)),
    st.sampled_from(["body", "title", "note"]).map(lambda value: Field("kind", value)),
    st.sampled_from(["1", "3"]).map(lambda value: Field("label", value)),
    st.sampled_from(["0", "1"]).map(lambda value: Field("session", value)),
    st.just(Field("tag", "x")),
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Some(tuple(parts))),
    ),
    max_leaves=6,
)


class MadeUp:
    """Documents of an even number are of session 0; the first paragraph of each has the tag x."""

    def __init__(self, documents: Sequence[Indexed]) -> None:
        self._documents = documents

    def documents(self, leaf: Field | Dates) -> frozenset[str]:
        assert isinstance(leaf, Field)
        return frozenset(each.id for each in self._documents if str(int(each.id) % 2) == leaf.value)

    def places(self, leaf: Field) -> Iterable[tuple[str, str, int]]:
        for each in self._documents:
            yield from ((each.id, row.language, row.number) for row in each.rows[1:2])


def indexed(documents: Sequence[tuple[str, Sequence[tuple[str, str, str | None, str]]]]) -> list[Indexed]:
    return [
        Indexed(
            str(number),
            number + 1,
            [
                Row("-", -1, HEAD, None, head),
                *(
                    Row(lang, n, kind, label, stems)
                    for n, (lang, kind, label, stems) in enumerate(paragraphs)
                ),
            ],
            {},
            {},
        )
        for number, (head, paragraphs) in enumerate(documents)
    ]


def evaluated(segments: Sequence[Segment], documents: Sequence[Indexed], query: Query) -> Answers:
    alive = [np.ones(len(segment.ids), dtype=bool) for segment in segments]
    return Evaluation(segments, alive, MadeUp(documents)).answers(query)


def row_holds(documents: Sequence[Indexed], document: Indexed, row: Row, leaf: Leaf) -> bool:
    match leaf:
        case Words() | Near():
            return holding(row.stems.split())(leaf)
        case Field("lang", value):
            return value in ("any", row.language)
        case Field("kind", value):
            return row.kind == value
        case Field("label", value):
            return row.label == value
        case Field("tag"):
            return (document.id, row.language, row.number) in set(MadeUp(documents).places(leaf))
        case _:
            return document.id in MadeUp(documents).documents(leaf)


@settings(deadline=None, max_examples=150)
@given(made=DOCUMENTS, query=QUERIES, cut=st.integers(0, 6))
def test_the_index_says_what_each_passage_says_by_itself(
    made: list[tuple[str, list[tuple[str, str, str | None, str]]]], query: Query, cut: int
) -> None:
    documents = indexed(made)
    segments = [build(part) for part in (documents[:cut], documents[cut:]) if part]
    answers = evaluated(segments, documents, query)
    apart = not any(isinstance(leaf, Field) and leaf.name in OF_PASSAGES for leaf, _ in leaves(query))
    alone, together = set(), set()
    for document in documents:
        rows = [
            row
            for row in document.rows
            if satisfied(query, lambda leaf, d=document, r=row: row_holds(documents, d, r, leaf))  # type: ignore[misc]
        ]
        found = passages_of(answers, document.id)
        assert [(p.language, p.number) for p in found] == [
            (r.language, r.number) for r in rows if r.number >= 0
        ]
        if rows:
            alone.add(document.id)
        elif apart and satisfied(
            query,
            lambda leaf, d=document: any(row_holds(documents, d, row, leaf) for row in d.rows),  # type: ignore[misc]
        ):
            together.add(document.id)
    assert ids_of(answers, alone=True) == alone
    assert ids_of(answers, alone=False) == together
    assert answers.count == len(alone) + len(together)


@settings(deadline=None, max_examples=60)
@given(made=DOCUMENTS, query=QUERIES, kept=st.lists(st.booleans(), min_size=6, max_size=6))
def test_joined_segments_say_what_they_said_apart(
    made: list[tuple[str, list[tuple[str, str, str | None, str]]]], query: Query, kept: list[bool]
) -> None:
    documents = indexed(made)
    half = len(documents) // 2
    parts = [part for part in (documents[:half], documents[half:]) if part]
    segments = [build(part) for part in parts]
    alive = [np.array([kept[int(each.id)] for each in part], dtype=bool) for part in parts]
    apart = Evaluation(segments, alive, MadeUp(documents)).answers(query)
    one = joined(segments, alive)
    staying = [document for document in documents if kept[int(document.id)]]
    assert one.ids == [document.id for document in staying]
    if staying:
        together = evaluated([one], documents, query)
        for document in staying:
            assert passages_of(together, document.id) == passages_of(apart, document.id)
        assert ids_of(together, alone=False) == ids_of(apart, alone=False)


def test_a_segment_is_read_as_it_was_written(tmp_path: Path) -> None:
    documents = indexed([(" a ", [("ru", "body", "1", " a b "), ("en", "title", None, "")]), ("", [])])
    words, stems = {"ab": 2, "ёж": 1}, {"ab": "a", "ёж": "b"}
    save(
        build([document._replace(words=words, stems=stems) for document in documents]),
        tmp_path / "x.passages",
    )
    read = load(tmp_path / "x.passages")
    assert (read.ids, read.words, read.word_stems) == (["0", "1"], ["ab", "ёж"], ["a", "b"])
    assert read.word_counts.tolist() == [4, 2]
    assert ids_of(evaluated([read], documents, Words(("a", "b"))), alone=True) == {"0"}
    assert (tmp_path / "x.passages").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other"])
def test_a_damaged_segment_is_refused(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "x.passages"
    save(build(indexed([(" a b c " * 50, [])])), path)
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(
        {
            "cut": whole[:middle],
            "flipped": whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :],
            "empty": b"",
            "other": b"\x93NUMPY nothing of the kind",
        }[damage]
    )
    with pytest.raises(ValueError, match=r"."):
        load(path)
