"""How documents are named: sessions, dates, mastheads."""

from __future__ import annotations

import datetime

import pytest

from briefer.app.texts import Texts
from briefer.core.masthead import Masthead
from briefer.gui.library.words import masthead_line, session_name, translation_badges
from tests.factories import sample_document


@pytest.mark.parametrize(
    ("session", "name"),
    [
        ("1", "1st session"),
        ("2", "2nd session"),
        ("11", "11th session"),
        ("63", "63rd session"),
        ("68", "68th session"),
        ("112", "112th session"),
        ("resumed", "resumed session"),
    ],
)
def test_sessions_are_counted_as_in_english(texts: Texts, session: str, name: str) -> None:
    assert session_name(session, texts) == name


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((2025, 3, 10), (2025, 3, 14), "10–14 March 2025"),
        ((2025, 3, 31), (2025, 4, 4), "31 March – 4 April 2025"),
        ((2025, 12, 30), (2026, 1, 2), "30 December 2025 – 2 January 2026"),
        ((2025, 3, 10), (2025, 3, 10), "10 March 2025"),
    ],
)
def test_meeting_dates_say_no_more_than_needed(
    texts: Texts, first: tuple[int, int, int], last: tuple[int, int, int], told: str
) -> None:
    masthead = Masthead(place="Vienna", meeting_dates=(datetime.date(*first), datetime.date(*last)))
    assert masthead_line(masthead, texts) == f"Vienna, {told}"


def test_an_empty_masthead_says_nothing(texts: Texts) -> None:
    assert masthead_line(Masthead(), texts) == ""


def test_a_translation_says_what_it_is(texts: Texts) -> None:
    assert translation_badges(sample_document(), texts) == ["English: unofficial translation"]
