"""Every entry of a menu is chosen by a letter of its own, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.app.resources import resource
from briefer.app.texts import LANGUAGES, Texts
from briefer.gui.actions import Menu
from briefer.gui.menus import MENUS
from briefer.gui.mnemonics import with_mnemonics


def letters(marked: Sequence[str]) -> list[str]:
    """The marked letter of each entry; empty where none is."""
    found = [entry.replace("&&", "").partition("&")[2][:1] for entry in marked]
    return [letter.casefold() for letter in found]


def below(menus: Sequence[Menu]) -> Iterator[Menu]:
    for menu in menus:
        yield menu
        yield from below([entry for entry in menu.entries if isinstance(entry, Menu)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_the_same_letter(language: str) -> None:
    texts = Texts(resource("locale"), language)
    lists = [[entry.words(texts) for entry in menu.entries if entry is not None] for menu in below(MENUS)]
    for entries in lists:
        found = letters(with_mnemonics(entries))
        assert all(found), entries
        assert len(set(found)) == len(found), entries


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_menus_of_the_bar_have_the_same_letter(language: str) -> None:
    texts = Texts(resource("locale"), language)
    found = letters([menu.words(texts) for menu in MENUS])
    assert all(found)
    assert len(set(found)) == len(found)


def test_the_first_letter_is_taken_where_it_is_free_then_a_beginning_then_any() -> None:
    assert with_mnemonics(["Open", "Other file", "of", "Quit"]) == ["&Open", "Other &file", "of", "&Quit"]
    assert with_mnemonics(["Open", "Oxen"]) == ["&Open", "O&xen"]


def test_a_letter_that_is_marked_already_stays() -> None:
    assert with_mnemonics(["Open", "R&o"]) == ["O&pen", "R&o"]


@given(st.lists(st.text("аАбабc& 1…", min_size=1, max_size=12), max_size=12))
def test_nothing_but_marks_is_added_and_letters_are_told_apart(entries: list[str]) -> None:
    plain = [entry.replace("&", "") for entry in entries]
    marked = with_mnemonics(plain)
    assert [entry.replace("&", "") for entry in marked] == plain
    found = [letter for letter in letters(marked) if letter]
    assert len(set(found)) == len(found)
