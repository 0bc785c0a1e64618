"""The words that lists, cards and notes share."""

from __future__ import annotations

from briefer.app.short_words import short_title


def test_a_title_is_never_longer_than_its_limit() -> None:
    assert short_title("x" * 100, 60) == "x" * 60 + "…"
    assert short_title("two\nlines") == "two lines"
