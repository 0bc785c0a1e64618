"""Narrowing a query by clauses, and widening it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.app.narrowing import FIELDS_OF_FACETS, clause, finished, narrowed, narrows, unfinished, widened
from briefer.core.query import parse_query
from briefer.core.wordforms import WordForms

FORMS = WordForms()
QUERIES = st.sampled_from(
    ["drug", "drug OR control", "(drug OR control)", '"drug OR control"', "a (b OR c) d"]
)
CLAUSES = st.sampled_from(
    [clause("year", "2025"), clause("organ", "Commission on Narcotic Drugs"), clause("language", "ru")]
)


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        ("year", "2025", "year:2025"),
        ("language", "ru", "lang:ru"),
        ("organ", 'Commission on "Narcotic" Drugs', 'organ:"Commission on  Narcotic  Drugs"'),
        ("session", "68", "session:68"),
        ("kind", "operative", "kind:operative"),
    ],
)
def test_a_facet_is_a_clause_of_the_query(facet: str, value: str, expected: str) -> None:
    assert clause(facet, value) == expected


def test_alternatives_are_narrowed_together() -> None:
    assert narrowed("drug OR control", "year:2025") == "(drug OR control) year:2025"
    assert narrowed("drug control", "year:2025") == "drug control year:2025"


@given(query=QUERIES, asked=CLAUSES)
def test_what_was_narrowed_is_widened_again(query: str, asked: str) -> None:
    once = narrowed(query, asked)
    assert narrows(once, asked)
    assert narrowed(once, asked) == once
    assert not narrows(widened(once, asked), asked)
    assert narrowed(widened(once, asked), asked) in (once, narrowed(query, asked))


@given(query=QUERIES, facet=st.sampled_from(sorted(FIELDS_OF_FACETS)), value=st.sampled_from(["2025", "ru"]))
def test_a_narrowed_query_can_be_read(query: str, facet: str, value: str) -> None:
    value = {"year": "2025", "language": "ru", "kind": "title"}.get(facet, value)
    parse_query(narrowed(query, clause(facet, value)), FORMS)


def test_a_year_inside_a_longer_word_is_no_clause() -> None:
    assert not narrows("year:20251", "year:2025")
    assert widened("drug", "year:2025") == "drug"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("нар", "(нар OR нар*)"),
        ("drug traf", "drug (traf OR traf*)"),
        ("(drug OR prec", "(drug OR (prec OR prec*)"),
        ("na", "na"),
        ("drug NOT", "drug NOT"),
        ('"drug contr', '"drug contr'),
        ('"drug control"', '"drug control"'),
        ("lang:rus", "lang:rus"),
        ("drug ", "drug "),
        ("traffic*", "traffic*"),
        ("L.4", "L.4"),
    ],
)
def test_a_word_that_is_being_typed_may_be_a_beginning(typed: str, asked: str) -> None:
    assert unfinished(typed) == asked


@pytest.mark.parametrize("typed", ["rights", "lang:ru rights", "drug NEAR/3 traffic", '"a b" c', "year:2025"])
def test_what_is_offered_is_written_as_it_was_typed(typed: str) -> None:
    assert finished(unfinished(typed)) == typed
    assert finished("lang:ru (precursors OR precursrs*)") == "lang:ru precursors"


@given(query=QUERIES)
def test_an_unfinished_query_can_be_read(query: str) -> None:
    parse_query(unfinished(query), FORMS)
