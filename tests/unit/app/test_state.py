"""The state of a session: bounded, private, and tolerant of damage."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.app.model import Choices
from briefer.app.state import MOST_BYTES, MOST_PLACES, MOST_TABS, Kept, Spot, State, StateFile, state_file
from briefer.core.layout import Layout, Reading

TABS = (Kept("d1", ("/a.txt",), "k1", "A/1"), Kept(None, ("/b.txt", "/c\udcff.txt"), "k2", "Второй"))


def written(path: Path, value: object) -> State:
    path.write_text(json.dumps(value), encoding="utf-8")
    return StateFile(path).read()


def test_a_state_comes_back_as_it_was_written(tmp_path: Path) -> None:
    state = State(TABS, 1, TABS[:1], {"k1": Spot("ru", 3, 2, -14), "k2": Spot("en", None, 7)})
    file = StateFile(tmp_path / "deep" / "session.json")
    file.write(state)
    assert file.read() == state


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are otherwise there")
def test_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "session.json"
    StateFile(path).write(State(TABS))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_no_file_and_no_json_are_an_empty_state(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    assert StateFile(path).read() == State()
    for content in (b"", b"\xff\xfe", b"[" * 100_000, b"[1]", b"null", b" " * (MOST_BYTES + 1)):
        path.write_bytes(content)
        assert StateFile(path).read() == State()


def test_what_can_be_understood_of_a_damaged_file_is_kept(tmp_path: Path) -> None:
    good = {"id": None, "files": ["/a"], "key": "k", "title": "t"}
    bad = [7, {}, {**good, "files": ["a", "b", "c"]}, {**good, "files": []}, {**good, "title": 5}]
    state = written(
        tmp_path / "s.json",
        {
            "tabs": [*bad, good],
            "active": 17,
            "closed": "no",
            "places": {"k": ["ru", 1, 2, 3], "x": ["ru", -1, 0, 0], "y": ["ru", True, 0, 0], "z": 4},
        },
    )
    assert state == State((Kept(None, ("/a",), "k", "t"),), 0, (), {"k": Spot("ru", 1, 2, 3)})


def test_tabs_and_places_are_bounded(tmp_path: Path) -> None:
    state = State(TABS * 100)
    for number in range(MOST_PLACES + 20):
        state = state.with_place(str(number), Spot("ru", number))
    assert len(state.places) == MOST_PLACES
    assert str(MOST_PLACES + 19) in state.places
    file = StateFile(tmp_path / "s.json")
    file.write(state)
    assert len(file.read().tabs) == MOST_TABS


def test_the_place_left_last_is_dropped_last() -> None:
    state = State().with_place("old", Spot("ru", 1))
    for number in range(MOST_PLACES - 1):
        state = state.with_place(str(number), Spot("ru", number))
    state = state.with_place("old", Spot("ru", 2)).with_place("new", Spot("ru", 3))
    assert state.places["old"] == Spot("ru", 2)
    assert "0" not in state.places


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["tabs", "active", "closed", "places"]), JSON))
def test_no_content_is_an_error(tmp_path_factory: pytest.TempPathFactory, value: dict[str, object]) -> None:
    assert isinstance(written(tmp_path_factory.mktemp("state") / "s.json", value), State)


def test_every_library_has_a_file_of_its_own(tmp_path: Path) -> None:
    assert state_file(tmp_path, tmp_path / "a") != state_file(tmp_path, tmp_path / "b")


CHOICES = (
    Choices("koi8_r"),
    Choices(None, None, ocr=True, reading=Reading(Layout.COLUMNS, ("en", "ru"))),
)


def test_what_was_chosen_for_reading_a_file_comes_back_without_its_password(tmp_path: Path) -> None:
    kept = Kept(None, ("/a.txt", "/b.pdf"), "k", "t", CHOICES)
    path = tmp_path / "session.json"
    named = replace(CHOICES[0], password="secret")
    StateFile(path).write(State((replace(kept, choices=(named, CHOICES[1])),)))
    assert "secret" not in path.read_text(encoding="utf-8")
    (read,) = StateFile(path).read().tabs
    assert read == kept
    assert [wish.choices for wish in read.wishes] == list(CHOICES)


@pytest.mark.parametrize(
    "wrong",
    [
        {"encoding": "rot13", "ocr": False, "layout": "auto", "languages": []},
        {"encoding": None, "ocr": 1, "layout": "auto", "languages": []},
        {"encoding": None, "ocr": False, "layout": "round", "languages": []},
        {"encoding": None, "ocr": False, "layout": "auto", "languages": ["a", "b", "c"]},
        "no",
    ],
)
def test_choices_that_cannot_be_understood_count_for_nothing(tmp_path: Path, wrong: object) -> None:
    tab = {"id": None, "files": ["/a"], "key": "k", "title": "t", "choices": [wrong]}
    state = written(tmp_path / "s.json", {"tabs": [tab]})
    assert [kept.choices for kept in state.tabs] == [()]
    assert [wish.choices for wish in state.tabs[0].wishes] == [Choices()]
