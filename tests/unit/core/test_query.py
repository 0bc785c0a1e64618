"""How a query is read, and what is refused with its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.errors import QueryWrong
from briefer.core.matching import leaves, mentioned, wanted
from briefer.core.query import (
    LONGEST,
    MOST_WORDS,
    NEAR,
    All,
    Beginning,
    Dates,
    Field,
    Like,
    Near,
    Not,
    Query,
    Some,
    Words,
    parse_query,
)
from briefer.core.query.dates import read_days
from briefer.core.wordforms import WordForms

A, B, C = Words(("a",)), Words(("b",)), Words(("c",))
REASONS = set(
    "empty wordless too-long too-many-words too-deep quote-open bracket-open bracket-close operand-missing "
    "only-excluded sign-alone beginning-short distance-wrong near-wrong near-operand field-unknown "
    "value-missing language-wrong label-wrong date-wrong kind-wrong stance-wrong".split()
)


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
        ("traf*", Words((Beginning("traf"),))),
        ('"a ТРАФ* b"', Words(("a", Beginning("траф"), "b"))),
        ("Word~ word~2", All((Words((Like("word", 1),)), Words((Like("word", 2),))))),
        ("a NEAR b", Near(A, B, NEAR)),
        ('a NEAR/3 "b c"', Near(A, Words(("b", "c")), 3)),
        ("a NEAR/3 b NEAR/4 c", All((Near(A, B, 3), Near(B, C, 4)))),
        ("a NEAR/3 (b OR c)", Some((Near(A, B, 3), Near(A, C, 3)))),
        ('((a OR "b c") OR c) NEAR b', Some(tuple(Near(w, B, NEAR) for w in (A, Words(("b", "c")), C)))),
        ("(a) NEAR (b)", Near(A, B, NEAR)),
        ("lang:Russian a", All((Field("lang", "ru"), A))),
        ("NOT a NEAR/3 b c", All((Not(Near(A, B, 3)), C))),
        ("lang:RU a", All((Field("lang", "ru"), A))),
        ("язык:рус a", All((Field("lang", "ru"), A))),
        ("symbol:е/сn.7/2025/*", Field("symbol", "E/CN.7/2025/*")),
        ('organ:"Third Committee"', Field("organ", "Third Committee", Words(("third", "committe")))),
        ('label:"12 а)" kind:Operative', All((Field("label", "12 (a)"), Field("kind", "operative")))),
        ("label:12(a)", Field("label", "12 (a)")),
        ("a -tag:Важно", All((A, Not(Field("tag", "важно"))))),
        ("stance:red-line", Field("stance", "redline")),
        ("note:b", Field("note", "b", B)),
        ("in:3a5f year:2025", All((Field("in", "3a5f"), Dates(date(2025, 1, 1), date(2025, 12, 31))))),
        ("год:2020..2025", Dates(date(2020, 1, 1), date(2025, 12, 31))),
        ("date:2024-02", Dates(date(2024, 2, 1), date(2024, 2, 29))),
        ("date:2025-03-01..14.03.2025", Dates(date(2025, 3, 1), date(2025, 3, 14))),
        ("date:07.2013", Dates(date(2013, 7, 1), date(2013, 7, 31))),
        ('date:"July 2013"', Dates(date(2013, 7, 1), date(2013, 7, 31))),
        ('date:"июль 2013"', Dates(date(2013, 7, 1), date(2013, 7, 31))),
        ("дата:«Июля 2013 г.»", Dates(date(2013, 7, 1), date(2013, 7, 31))),
        ('date:"feb. 2024"', Dates(date(2024, 2, 1), date(2024, 2, 29))),
        ("date:07.2013..09.2013", Dates(date(2013, 7, 1), date(2013, 9, 30))),
        ("date:2013-07..2014", Dates(date(2013, 7, 1), date(2014, 12, 31))),
        ('date:"July 2013 .. September 2013"', Dates(date(2013, 7, 1), date(2013, 9, 30))),
        ('date:"июль – сентябрь 2013"', Dates(date(2013, 7, 1), date(2013, 9, 30))),
        ('date:"июль–сентябрь 2013"', Dates(date(2013, 7, 1), date(2013, 9, 30))),
        ('date:"July-September 2013"', Dates(date(2013, 7, 1), date(2013, 9, 30))),
        ("year:2013–2014", Dates(date(2013, 1, 1), date(2014, 12, 31))),
        ('date:"3 марта 2025"', Dates(date(2025, 3, 3), date(2025, 3, 3))),
        ('date:"3 March..May 2025"', Dates(date(2025, 3, 3), date(2025, 5, 31))),
        ('date:"10–14 March 2025"', Dates(date(2025, 3, 10), date(2025, 3, 14))),
        ('date:"..July 2013"', Dates(date(1800, 1, 1), date(2013, 7, 31))),
        ('label:"OP 4 bis"', Field("label", "4 bis")),
        (
            'label:"Chapter II"',
            All((Field("kind", "heading"), Some((Words(("chapter", "ii")), Words(("глав", "ii")))))),
        ),
        ("date:2025..", Dates(date(2025, 1, 1), date(2199, 12, 31))),
        ("see http://un.org", All((Words(("see",)), Words(("http", "un", "org"))))),
        ("10:30", Words(("10", "30"))),
    ],
)
def test_a_query_is_read(forms: WordForms, text: str, query: Query) -> None:
    assert parse_query(text, forms) == query


@pytest.mark.parametrize(
    ("text", "position", "reason"),
    [
        ("", 0, "empty"),
        ("  ", 0, "empty"),
        ("  …", 2, "wordless"),
        ('"."', 0, "wordless"),
        ("§", 0, "wordless"),
        ("  * …", 2, "sign-alone"),
        ("a *b", 2, "sign-alone"),
        ('"a ~"', 3, "sign-alone"),
        ("a*b*c", 1, "beginning-short"),
        ("a NEAR/0 b", 2, "near-wrong"),
        ("a NEAR/x b", 2, "near-wrong"),
        ("a NEAR/999 b", 2, "near-wrong"),
        ("a NEAR", 6, "operand-missing"),
        ("NEAR a", 0, "operand-missing"),
        ("(a b) NEAR c", 6, "near-operand"),
        ("a NEAR kind:body", 2, "near-operand"),
        ("(a OR kind:body) NEAR b", 17, "near-operand"),
        ("(a OR NOT b) NEAR c", 13, "near-operand"),
        (f"({' OR '.join('abcdefgh')}) NEAR ({' OR '.join('abcdefghi')})", 39, "too-many-words"),
        ("a orgn:b", 2, "field-unknown"),
        ("a organ:", 8, "value-missing"),
        ("organ:(a)", 6, "value-missing"),
        ('organ:"…"', 6, "value-missing"),
        ("lang:russisch", 5, "language-wrong"),
        ("label:twelve", 6, "label-wrong"),
        ("year:20x", 5, "date-wrong"),
        ("year:2025..2020", 5, "date-wrong"),
        ("year:..", 5, "date-wrong"),
        ("date:2025-02-30", 5, "date-wrong"),
        ("date:13.2013", 5, "date-wrong"),
        ('date:"July"', 5, "date-wrong"),
        ('date:"31 June 2013"', 5, "date-wrong"),
        ("date:2013..2014..2015", 5, "date-wrong"),
        ('label:"Article"', 6, "label-wrong"),
        ("kind:verse", 5, "kind-wrong"),
        ("stance:love", 7, "stance-wrong"),
        ("-lang:ru", 0, "only-excluded"),
        ('a "b', 2, "quote-open"),
        ("a «b", 2, "quote-open"),
        ("a (b", 2, "bracket-open"),
        ("a b)", 3, "bracket-close"),
        ("a OR", 4, "operand-missing"),
        ("OR a", 0, "operand-missing"),
        ("a AND AND b", 6, "operand-missing"),
        ("a ()", 3, "operand-missing"),
        ("-a", 0, "only-excluded"),
        ("a OR NOT b", 5, "only-excluded"),
        ("a -b OR -c", 8, "only-excluded"),
        ("(a OR -b)", 6, "only-excluded"),
        ("NOT (a b)", 0, "only-excluded"),
        ("word~99", 4, "distance-wrong"),
        ("word~0", 4, "distance-wrong"),
        ("a w*", 3, "beginning-short"),
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
    assert (caught.value.params["position"], caught.value.params["reason"]) == (position, reason)


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
    "NEAR/3",
    "kind:",
    "год:2025",
    "label:3",
    "..",
]


@given(
    text=st.text()
    | st.lists(st.sampled_from(PIECES)).map(" ".join)
    | st.lists(st.sampled_from(PIECES)).map("".join)
)
def test_any_text_is_read_or_refused_and_what_is_read_asks_for_something(text: str) -> None:
    try:
        query = parse_query(text, WordForms())
    except QueryWrong as refused:
        known = refused.params["reason"] in REASONS
        position = refused.params["position"]
    else:
        known = any(asked for _, asked in leaves(query)) and wanted(query) <= mentioned(query)
        position = 0
    assert known
    assert position in range(len(text) + 1)


@given(
    text=st.text("0123456789.-–… Julyмарт", max_size=24)
    | st.lists(
        st.sampled_from(["3", "31", "2013", "2013-07", "07.2013", "July", "марта", "..", "–", " "]),
        max_size=8,
    ).map("".join)
)
def test_any_days_are_a_stretch_of_time_or_refused(text: str) -> None:
    try:
        low, high = read_days(text)
    except ValueError:
        return
    assert low <= high
    assert (low, high) == read_days(f"{low.isoformat()}..{high.isoformat()}")
