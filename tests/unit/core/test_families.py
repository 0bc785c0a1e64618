"""Families by symbol: what belongs together, and what has been replaced by what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.families import Corrigendum, Member, Standing, family_of, standings

BOTH = ("ru", "en")


def members(*symbols: str | None, languages: tuple[str, ...] = BOTH) -> list[Member]:
    """Members called by their number, added one after the other."""
    return [Member(str(n), symbol, f"2025-03-{n + 1:02}", languages) for n, symbol in enumerate(symbols)]


def superseded(*symbols: str | None) -> dict[str, str | None]:
    """By symbol, the symbol of what has replaced it."""
    listed = members(*symbols)
    called = {member.id: member.symbol for member in listed}
    return {
        str(called[key]): called.get(found.superseded_by or "") for key, found in standings(listed).items()
    }


def test_a_revision_replaces_the_text_and_earlier_revisions() -> None:
    assert superseded("A/C.3/79/L.4/Rev.2", "A/C.3/79/L.4", "A/C.3/79/L.4/Rev.1", "A/C.3/79/L.40") == {
        "A/C.3/79/L.4": "A/C.3/79/L.4/Rev.2",
        "A/C.3/79/L.4/Rev.1": "A/C.3/79/L.4/Rev.2",
        "A/C.3/79/L.4/Rev.2": None,
        "A/C.3/79/L.40": None,
    }


def test_the_tenth_revision_comes_after_the_ninth() -> None:
    assert superseded("A/79/L.4/Rev.10", "A/79/L.4/Rev.9")["A/79/L.4/Rev.9"] == "A/79/L.4/Rev.10"


def test_addenda_and_amendments_are_of_the_family_and_replace_nothing() -> None:
    symbols = ("A/79/L.4", "A/79/L.4/Add.1", "A/79/L.4/Amend.1", "A/79/L.4/Add.1/Rev.1")
    assert {family_of(symbol) for symbol in symbols} == {"A/79/L.4"}
    assert superseded(*symbols) == {
        "A/79/L.4": None,
        "A/79/L.4/Add.1": "A/79/L.4/Add.1/Rev.1",
        "A/79/L.4/Amend.1": None,
        "A/79/L.4/Add.1/Rev.1": None,
    }


def test_a_corrigendum_replaces_nothing_and_says_in_which_languages_it_is_at_hand() -> None:
    text, corrigendum = members("A/79/L.4"), Member("c", "A/79/L.4/Corr.1", "2025-04-01", ("ru",))
    found = standings([*text, corrigendum])
    assert found["0"] == Standing("A/79/L.4", None, (Corrigendum("c", ("ru",)),))
    assert found["c"] == Standing("A/79/L.4")


def test_a_corrigendum_of_a_replaced_text_is_replaced_with_it() -> None:
    assert superseded("A/79/L.4", "A/79/L.4/Corr.1", "A/79/L.4/Rev.1", "A/79/L.4/Rev.1/Corr.1") == {
        "A/79/L.4": "A/79/L.4/Rev.1",
        "A/79/L.4/Corr.1": "A/79/L.4/Rev.1",
        "A/79/L.4/Rev.1": None,
        "A/79/L.4/Rev.1/Corr.1": None,
    }


def test_a_reissue_replaces_the_issue_before_it_whenever_it_was_added() -> None:
    assert superseded("A/79/L.4**", "A/79/L.4*", "A/79/L.4") == {
        "A/79/L.4": "A/79/L.4**",
        "A/79/L.4*": "A/79/L.4**",
        "A/79/L.4**": None,
    }


def test_texts_of_one_symbol_in_different_languages_stand_beside_each_other() -> None:
    russian, english = Member("r", "A/79/1", "1", ("ru",)), Member("e", "А/79/1", "2", ("en",))
    assert [found.superseded_by for found in standings([russian, english]).values()] == [None, None]
    later = Member("l", "A/79/1", "3", ("en",))
    assert standings([russian, english, later])["e"].superseded_by == "l"


@pytest.mark.parametrize("symbol", [None, ""])
def test_a_document_without_symbol_has_no_family(symbol: str | None) -> None:
    assert standings(members(symbol, symbol))["0"] == Standing()


def test_a_symbol_of_another_making_is_its_own_family() -> None:
    assert family_of("CND paper 3") == "CNDPAPER3"


_SYMBOLS = st.builds(
    lambda base, tail: "/".join([base, *tail]),
    st.sampled_from(["A/79/L.1", "A/79/L.2", "E/CN.7/2025/1", "note"]),
    st.lists(st.sampled_from(["Rev.1", "Rev.2", "Add.1", "Corr.1", "Amend.1"]), max_size=3),
)


@given(st.lists(st.one_of(st.none(), _SYMBOLS), max_size=12))
def test_whatever_is_there_something_of_a_family_is_in_force(symbols: list[str | None]) -> None:
    listed = members(*symbols)
    found = standings(listed)
    assert set(found) == {member.id for member in listed}
    for family in {standing.family for standing in found.values()}:
        inside = [standing for standing in found.values() if standing.family == family]
        assert any(standing.superseded_by is None for standing in inside)
    for key, standing in found.items():
        if standing.superseded_by:
            newer = found[standing.superseded_by]
            assert standing.superseded_by != key
            assert newer.family == standing.family
            assert newer.superseded_by is None
