"""Settings: declared, bounded, kept private, and never in the way."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.app.resources import resource
from briefer.app.settings import (
    AUTHOR,
    FIELDS,
    FONT_SIZE,
    LANGUAGE,
    LINE_SPACING,
    RECENT,
    THEME,
    SettingChanged,
    Settings,
    library_folder,
    settings_file,
)
from briefer.app.texts import Texts


def test_a_missing_file_means_defaults(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert settings.get(THEME) == "light"
    assert list(tmp_path.iterdir()) == []


def test_what_is_set_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    first = Settings(path)
    first.set(THEME, "sepia")
    first.set(LINE_SPACING, 1.5)
    first.set(RECENT, [["/a/один.txt"], ["/a/ru.txt", "/a/en.txt"]])
    again = Settings(path)
    assert (again.get(THEME), again.get(LINE_SPACING)) == ("sepia", 1.5)
    assert again.get(RECENT) == [["/a/один.txt"], ["/a/ru.txt", "/a/en.txt"]]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_the_file_is_private_even_under_a_lax_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Settings(tmp_path / "new" / "settings.json").set(AUTHOR, "secretariat")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new" / "settings.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", ["{", "[1]", "null", "\x00"])
def test_a_damaged_file_is_set_aside_and_everything_is_at_its_default(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    settings = Settings(path)
    assert settings.get(THEME) == "light"
    assert (tmp_path / "settings.json.damaged").read_text() == content
    settings.set(THEME, "dark")
    assert Settings(path).get(THEME) == "dark"


def test_a_file_that_is_no_text_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\x00")
    assert Settings(path).get(FONT_SIZE) == 12
    assert not path.exists()


def test_values_out_of_bounds_in_the_file_become_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"font_size": 4000, "theme": "neon", "recent_files": [["a"], "b"], "author": 3})
    )
    settings = Settings(path)
    assert settings.get(FONT_SIZE) == 12
    assert settings.get(THEME) == "light"
    assert settings.get(RECENT) == []
    assert settings.get(AUTHOR) == ""


def test_keys_that_this_version_does_not_know_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"from_the_future": [1]}')
    Settings(path).set(THEME, "dark")
    assert json.loads(path.read_text()) == {"from_the_future": [1], "theme": "dark"}


def test_setting_what_a_field_refuses_raises(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match="font_size"):
        settings.set(FONT_SIZE, 99)
    assert settings.get(FONT_SIZE) == 12


def test_a_change_is_told_once_and_no_change_not_at_all(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    told: list[SettingChanged] = []
    settings.changed.subscribe(told.append)
    settings.set(LANGUAGE, "ru")
    settings.set(LANGUAGE, "ru")
    assert told == [SettingChanged("language")]


def test_when_the_folder_cannot_be_made_the_value_holds_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.set(THEME, "dark")
    assert settings.get(THEME) == "dark"


@given(
    st.dictionaries(
        st.sampled_from([field.key for field in FIELDS]),
        st.sampled_from(
            [None, True, -1, 10**9, 1.4, "", "ru", "neon", "x" * 20_000, [], [[]], [["a"]], ["a"], {}]
        ),
    )
)
def test_every_field_accepts_what_it_gives_whatever_the_file_holds(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(values))
    settings = Settings(path)
    for field in FIELDS:
        assert field.accepts(settings.get(field))


def test_every_field_has_a_key_of_its_own_an_accepted_default_and_words() -> None:
    texts = Texts(resource("locale"))
    assert len({field.key for field in FIELDS}) == len(FIELDS)
    for field in FIELDS:
        assert field.accepts(field.default)
        assert field.title(texts)
        assert field.help(texts).endswith(".")


def test_the_library_is_where_the_option_says_then_the_environment_then_the_users_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFER_LIBRARY", str(tmp_path / "named"))
    assert library_folder(tmp_path / "asked") == tmp_path / "asked"
    assert library_folder(None) == tmp_path / "named"
    monkeypatch.delenv("BRIEFER_LIBRARY")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert "briefer" in library_folder(None).parts


def test_the_settings_folder_can_be_chosen_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFER_CONFIG", str(tmp_path))
    assert settings_file() == tmp_path / "settings.json"
