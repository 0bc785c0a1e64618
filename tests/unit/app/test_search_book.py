"""Searches that are kept, and those of late."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.app.search_book import MOST_LATELY, SearchBook
from briefer.app.settings import Settings


@pytest.fixture
def book(tmp_path: Path) -> SearchBook:
    return SearchBook(Settings(tmp_path / "settings.json"))


def test_saved_searches_are_there_at_the_next_start(tmp_path: Path) -> None:
    SearchBook(Settings(tmp_path / "settings.json")).keep("  drug   control ")
    assert SearchBook(Settings(tmp_path / "settings.json")).kept == ("drug control",)


def test_nothing_is_saved_twice_and_what_is_dropped_is_gone(book: SearchBook) -> None:
    for query in ("a", "b", "a", ""):
        book.keep(query)
    assert list(book.kept) == ["a", "b"]
    book.drop("a")
    assert list(book.kept) == ["b"]


def test_the_last_query_comes_first_and_old_ones_go(book: SearchBook) -> None:
    for number in range(MOST_LATELY + 5):
        book.asked(f"query {number}")
    book.asked("query 10")
    assert book.lately[:2] == ("query 10", f"query {MOST_LATELY + 4}")
    assert len(book.lately) == MOST_LATELY
    book.forget()
    assert book.lately == ()
