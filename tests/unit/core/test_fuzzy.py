"""A few letters find a command, in either language and on the wrong keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.fuzzy import likeness, other_layout, romanised


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("next", "Next tab"),
        ("tab next", "Next tab"),
        ("nt", "Next tab"),
        ("nexta", "Next tab"),
        ("ext", "Next tab"),
        ("вкл", "Следующая вкладка"),
        ("ЕЩЕ", "Ещё"),
        ("resume", "Résumé"),
        ("", "Anything"),
    ],
)
def test_what_is_meant_is_found(asked: str, name: str) -> None:
    assert likeness(asked, name) > 0


@pytest.mark.parametrize(("asked", "name"), [("zz", "Next tab"), ("next zz", "Next tab"), ("и", "Край")])
def test_what_is_not_meant_is_not_found(asked: str, name: str) -> None:
    assert likeness(asked, name) == 0


def test_beginnings_of_words_count_more_than_letters_within_and_early_words_more() -> None:
    assert likeness("tab", "Next tab") > likeness("tab", "Database")
    assert likeness("open", "Open…") > likeness("open", "Reopen closed tab")
    assert likeness("find", "Find next") > likeness("find", "Go to find")


def test_the_keys_of_the_other_keyboard_are_understood() -> None:
    assert other_layout("ghbdtn") == "привет"
    assert other_layout("Щзут") == "Open"


@given(st.text(alphabet="abcxyzабвэюяй ё", max_size=20))
def test_the_other_layout_twice_is_the_same(text: str) -> None:
    assert other_layout(other_layout(text)) == text


@given(st.text(max_size=12), st.text(max_size=30))
def test_any_text_has_a_likeness(asked: str, name: str) -> None:
    assert likeness(asked, name) >= 0


@pytest.mark.parametrize(
    ("asked", "name"), [("russ", "Русский"), ("shch", "Сообщения"), ("redakt", "Редактирование")]
)
def test_a_russian_name_in_latin_letters_is_found(asked: str, name: str) -> None:
    assert likeness(asked, name) == 0
    assert likeness(asked, romanised(name)) > 0
