"""Whether a passage answers a query, and the marks in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.document import Span
from briefer.core.matching import Marker, holding, marks, mentioned, satisfied, wanted
from briefer.core.query import All, AnyOf, Near, Not, Query, Some, Words, parse_query
from briefer.core.wordforms import WordForms
from briefer.core.written import Written


@pytest.fixture(scope="module")
def forms() -> WordForms:
    return WordForms()


@pytest.mark.parametrize(
    ("query", "text", "answer"),
    [
        ("drug control", "Control of drugs.", True),
        ("drug control", "Drugs.", False),
        ('"drug control"', "Drug controls.", True),
        ('"drug control"', "Control of drugs.", False),
        ("drug OR control", "Control.", True),
        ("drug NOT control", "Drugs.", True),
        ("drug NOT control", "Control of drugs.", False),
        ("drug -(control health)", "Control of drugs.", True),
        ("наркотик", "Оборот наркотиков", True),
        ("L.4", "in E/CN.7/2025/L.4", True),
        ("E/CN.7/2025/L.4", "in E/CN.7/2025/L.41", False),
        ("E/CN.7/2025/L.4", "in E/CN.7/2025/L.4/Rev.1", False),
    ],
)
def test_a_passage_answers_or_not(forms: WordForms, query: str, text: str, *, answer: bool) -> None:
    holds = holding(forms.stems(text).split())
    assert (
        satisfied(parse_query(query, forms), lambda leaf: isinstance(leaf, Words) and holds(leaf)) is answer
    )


def test_excluded_words_are_mentioned_but_not_wanted(forms: WordForms) -> None:
    query = parse_query("a OR (b NOT c NOT (d NOT e))", forms)
    assert {words.stems[0] for words in mentioned(query)} == set("abcde")
    assert {words.stems[0] for words in wanted(query)} == set("abe")


def marked(forms: WordForms, text: str, *queries: str) -> list[str]:
    words = [entry for query in queries for entry in wanted(parse_query(query, forms))]
    return [text[mark.start : mark.end] for mark in marks(forms.tokens(text), words)]


def test_marks_are_the_words_as_they_stand_in_the_text(forms: WordForms) -> None:
    assert marked(forms, "🦉 Наркотики, нар\u00adкотиков!", "наркотик") == ["Наркотики", "нар\u00adкотиков"]


def test_a_phrase_is_one_mark_from_its_first_word_to_its_last(forms: WordForms) -> None:
    assert marked(forms, "The drug-control measures.", '"drug control"') == ["drug-control"]


def test_overlapping_marks_are_one(forms: WordForms) -> None:
    text = "States parties to the Convention"
    assert marked(forms, text, '"states parties"', '"parties to"') == ["States parties to"]
    assert marked(forms, "See E/CN.7/2025/L.4.", "E/CN.7/2025/L.4", "L.4") == ["E/CN.7/2025/L.4"]


def test_marks_next_to_each_other_stay_two(forms: WordForms) -> None:
    assert marks(forms.tokens("a b"), [Words(("a",)), Words(("b",))]) == (Span(0, 1), Span(2, 3))


def test_no_words_make_no_marks(forms: WordForms) -> None:
    assert marks(forms.tokens("a b"), []) == ()


def test_marks_stand_where_any_of_several_stems_does() -> None:
    tokens = WordForms().tokens("drugs traffic, drug trade")
    words = Words((AnyOf(frozenset({"drug"})), AnyOf(frozenset({"traffic", "trade"}))))
    assert [(mark.start, mark.end) for mark in marks(tokens, [words])] == [(0, 13), (15, 25)]


@pytest.mark.parametrize(
    ("text", "answers"),
    [("a x b", True), ("b x a", True), ("a x x b", False), ("a", False), ("a b", True)],
)
def test_near_words_stand_in_either_order(text: str, answers: bool) -> None:
    near = Near(Words(("a",)), Words(("b",)), 2)
    assert holding(text.split())(near) is answers


def test_a_word_is_not_near_itself() -> None:
    near = Near(Words(("a",)), Words(("a",)), 5)
    assert not holding(["a", "b"])(near)
    assert holding(["a", "b", "a"])(near)


STEMS = st.sampled_from("abc")
WORDS = st.lists(STEMS, min_size=1, max_size=2).map(lambda stems: Words(tuple(stems)))
TREES = st.recursive(
    WORDS | st.builds(Near, WORDS, WORDS, st.integers(1, 3)),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Some(tuple(parts))),
    ),
    max_leaves=6,
)


def naive(query: Query, text: str) -> bool:
    """Straight from what the operators mean, over a text of one-letter words."""
    match query:
        case Words(stems):
            return "".join(map(str, stems)) in text
        case Near(one, other, distance):
            first, second = ("".join(map(str, words.stems)) for words in (one, other))
            return any(
                text[i:].startswith(x) and text[j:].startswith(y) and 0 < j - (i + len(x) - 1) <= distance
                for x, y in ((first, second), (second, first))
                for i in range(len(text))
                for j in range(len(text))
            )
        case Not(part):
            return not naive(part, text)
        case All(parts):
            return all(naive(part, text) for part in parts)
        case Some(parts):
            return any(naive(part, text) for part in parts)
    raise AssertionError(query)


@given(query=TREES, text=st.text("abc", max_size=8))
def test_satisfied_is_what_the_operators_mean(query: Query, text: str) -> None:
    def holds(leaf: object) -> bool:
        assert isinstance(leaf, Words | Near)
        return holding(text)(leaf)

    assert satisfied(query, holds) is naive(query, text)


PLACES = STEMS | st.frozensets(STEMS, min_size=1, max_size=3).map(AnyOf)
ANY_WORDS = st.lists(PLACES, min_size=1, max_size=2).map(lambda places: Words(tuple(places)))


@given(text=st.text(st.sampled_from("ab c/1.\n"), max_size=30), words=st.lists(ANY_WORDS, max_size=3))
def test_stored_stems_give_the_same_marks(forms: WordForms, text: str, words: list[Words]) -> None:
    marker = Marker(words, Written(forms))
    assert marker.marks(text, forms.stems(text)) == marks(forms.tokens(text), words)
