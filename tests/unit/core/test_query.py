"""How a query is read, and what is refused with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.errors import QueryWrong
from briefer.core.matching import mentioned, wanted
from briefer.core.query import LONGEST, MOST_WORDS, All, Not, Query, Some, Words, parse_query
from briefer.core.wordforms import WordForms

A, B, C = Words(("a",)), Words(("b",)), Words(("c",))
REASONS = {
    "empty",
    "too-long",
    "too-many-words",
    "too-deep",
    "quote-open",
    "bracket-open",
    "bracket-close",
    "operand-missing",
    "only-excluded",
    "unsupported",
}


@pytest.fixture(scope="module")
def forms() -> WordForms:
    return WordForms()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a OR b c", Some((A, All((B, C))))),
        ("(a OR b) c", All((Some((A, B)), C))),
        ("a NOT b", All((A, Not(B)))),
        ("a AND NOT b", All((A, Not(B)))),
        ("a -b", All((A, Not(B)))),
        ("a -(b c)", All((A, Not(All((B, C)))))),
        ("NOT NOT a", A),
        ('"a b"', Words(("a", "b"))),
        ("«a b» “c”", All((Words(("a", "b")), C))),
        ('a -"b c"', All((A, Not(Words(("b", "c")))))),
        ("follow-up", Words(("follow", "up"))),
        ("63/1", Words(("63", "1"))),
        ("a - b & c", All((A, B, C))),
        ("or and not", All((Words(("or",)), Words(("and",)), Words(("not",))))),
        ("наркотиков", Words(("наркотик",))),
        ("E/CN.7/2025/L.4", Words(("e/cn.7/2025/l.4",))),
        ("E/CN.7/2025/L.4*", Words(("e/cn.7/2025/l.4",))),
        ("A/RES/217(III)", Words(("a/res/217(iii)",))),
        ("L.4", Words(("l", "4"))),
        ('""  a', A),
    ],
)
def test_a_query_is_read(forms: WordForms, text: str, query: Query) -> None:
    assert parse_query(text, forms) == query


@pytest.mark.parametrize(
    ("text", "position", "reason"),
    [
        ("", 0, "empty"),
        ("  * …", 0, "empty"),
        ('a "b', 2, "quote-open"),
        ("a «b", 2, "quote-open"),
        ("a (b", 2, "bracket-open"),
        ("a b)", 3, "bracket-close"),
        ("a OR", 4, "operand-missing"),
        ("OR a", 0, "operand-missing"),
        ("a AND AND b", 6, "operand-missing"),
        ("a ()", 3, "operand-missing"),
        ("-a", 0, "only-excluded"),
        ("a OR NOT b", 0, "only-excluded"),
        ("NOT (a b)", 0, "only-excluded"),
        ("word~99", 4, "unsupported"),
        ("a wor*", 5, "unsupported"),
        ("a" * (LONGEST + 1), LONGEST, "too-long"),
        ("a " * (MOST_WORDS + 1), 2 * MOST_WORDS, "too-many-words"),
        ("(" * 40 + "a" + ")" * 40, 16, "too-deep"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    forms: WordForms, text: str, position: int, reason: str
) -> None:
    with pytest.raises(QueryWrong) as caught:
        parse_query(text, forms)
    assert dict(caught.value.params) == {"position": position, "reason": reason}


PIECES = [
    "a",
    "слово",
    "OR",
    "AND",
    "NOT",
    "-",
    "(",
    ")",
    '"',
    "«",
    "»",
    "~",
    "*",
    "E/CN.7/1",
    "\u00ad",
    "\0",
]


@given(
    text=st.text()
    | st.lists(st.sampled_from(PIECES)).map(" ".join)
    | st.lists(st.sampled_from(PIECES)).map("".join)
)
def test_any_text_is_read_or_refused_and_what_is_read_asks_for_words(text: str) -> None:
    try:
        query = parse_query(text, WordForms())
    except QueryWrong as refused:
        known = refused.params["reason"] in REASONS
        position = refused.params["position"]
    else:
        known = bool(wanted(query)) and wanted(query) <= mentioned(query)
        position = 0
    assert known
    assert position in range(len(text) + 1)
