"""The place in a query that is shown where it cannot be understood, and queries that begin with a dash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.main import get_command

from briefer.app.assembly import Assembly
from briefer.app.texts import Texts
from briefer.cli.commands import build
from briefer.cli.console import Console
from briefer.cli.dashes import plain_queries
from briefer.cli.desk import Desk
from briefer.cli.pointing import pointed, pointing
from briefer.core.errors import QueryWrong
from briefer.core.query import parse_query
from briefer.core.wordforms import WordForms


def refused(query: str) -> QueryWrong:
    with pytest.raises(QueryWrong) as raised, pointing(query):
        parse_query(query, WordForms())
    return raised.value


def test_the_sign_stands_under_the_place() -> None:
    shown, sign = pointed(refused('наркотики AND (women OR "x')).split("\n")
    assert shown == '  наркотики AND (women OR "x'
    assert sign.index("^") == shown.index('"')


def test_of_a_long_query_only_what_surrounds_the_place_is_shown() -> None:
    shown, sign = pointed(refused(f"{'word ' * 30}) {'more ' * 30}")).split("\n")
    assert shown.startswith("  …")
    assert shown.endswith("…")
    assert shown[sign.index("^")] == ")"


@given(before=st.text(max_size=90), after=st.text(max_size=90))
def test_any_query_is_shown_on_two_lines(before: str, after: str) -> None:
    wrong = QueryWrong(position=len(before), reason="sign-alone", query=f"{before}*{after}")
    lines = pointed(wrong).split("\n")
    assert len(lines) == 2
    assert lines[1].strip() == "^"
    assert "".join(lines).isprintable()


def test_without_a_query_or_a_place_nothing_is_shown() -> None:
    assert pointed(QueryWrong(position=3, reason="sign-alone")) == ""
    assert pointed(refused("  ")) == ""


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (["search", "-women drug"], ["search", "--", "-women drug"]),
        (["search", "-women", "--limit", "3"], ["search", "--limit", "3", "--", "-women"]),
        (["search", "--facets", "-women"], ["search", "--facets", "--", "-women"]),
        (["search", "--in", "-odd", "drug"], ["search", "--in", "-odd", "drug"]),
        (["search", "--limit", "-5", "drug"], ["search", "--limit", "-5", "drug"]),
        (["search", "--", "-women"], ["search", "--", "-women"]),
        (["search", "drug", "--limt", "5"], ["search", "drug", "--limt", "5"]),
        (["concordance", "-x"], ["concordance", "--", "-x"]),
        (["list", "-x"], ["list", "-x"]),
    ],
)
def test_one_dash_begins_a_query_and_no_option(words: list[str], plain: list[str], texts: Texts) -> None:
    program = get_command(build(Desk(texts, Console.standard(), Assembly())))
    assert plain_queries(program, words) == plain
