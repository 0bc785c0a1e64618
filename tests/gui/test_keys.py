"""Shortcuts: none stands twice, on any system, and they may be changed without clashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from briefer.app.settings import SHORTCUTS, Settings
from briefer.gui.keys import Keys, Trouble, defaults, may_be_shortcut, portable
from briefer.gui.menus import MENUS, TOOLBAR

SPECS = tuple(spec for menu in MENUS for spec in menu.specs())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def keys(settings: Settings) -> Keys:
    return Keys(SPECS, settings)


def shown(sequences: tuple[QKeySequence, ...]) -> list[str]:
    return [each.toString(QKeySequence.SequenceFormat.PortableText) for each in sequences]


def test_every_action_is_declared_once() -> None:
    names = [spec.id for spec in SPECS]
    assert len(names) == len(set(names))
    assert set(TOOLBAR) - {""} <= set(names)


@pytest.mark.parametrize("mac", [False, True])
def test_no_declared_shortcut_is_taken_by_another_action(mac: bool) -> None:
    found = defaults(SPECS, mac=mac)
    for spec in SPECS:
        declared = spec.mac if mac and spec.mac is not None else spec.keys
        assert set(declared) <= set(found[spec.id]), spec.id
    held = [each for sequences in found.values() for each in sequences]
    assert len(held) == len(set(held))


def test_no_declared_shortcut_is_needed_for_typing() -> None:
    for spec in SPECS:
        for each in (*spec.keys, *(spec.mac or ())):
            assert may_be_shortcut(each), (spec.id, each)


def test_declared_shortcuts_are_written_as_all_others_are() -> None:
    for spec in SPECS:
        for each in (*spec.keys, *(spec.mac or ())):
            assert portable(QKeySequence(each)) == each, spec.id


def test_a_changed_shortcut_is_kept_and_calls_one_action(keys: Keys, settings: Settings) -> None:
    assert keys.change("highlight", "Ctrl+Shift+Y") is None
    assert shown(keys.of("highlight")) == ["Ctrl+Shift+Y"]
    assert shown(Keys(SPECS, settings).of("highlight")) == ["Ctrl+Shift+Y"]
    assert keys.is_changed("highlight")


def test_a_shortcut_of_another_action_is_refused_with_its_name(keys: Keys) -> None:
    assert keys.change("highlight", "Ctrl+M") == Trouble("Ctrl+M", "note")
    assert shown(keys.of("highlight")) == ["Ctrl+H"]


def test_a_beginning_of_another_shortcut_is_a_clash(keys: Keys) -> None:
    assert keys.change("highlight", "Ctrl+Shift+Y, Ctrl+A") is None
    assert keys.change("export", "Ctrl+Shift+Y") == Trouble("Ctrl+Shift+Y", "highlight")


@pytest.mark.parametrize("typed", ["A", "Shift+A", "Return", "Ctrl+V", "Left", "Space"])
def test_what_typing_needs_is_refused(keys: Keys, typed: str) -> None:
    assert keys.change("highlight", typed) == Trouble(typed)


def test_an_action_may_be_left_without_shortcut_and_its_own_is_free_then(keys: Keys) -> None:
    assert keys.change("note", "") is None
    assert keys.of("note") == ()
    assert keys.change("highlight", "Ctrl+M") is None
    assert keys.reset("note") == Trouble("Ctrl+M", "highlight")
    keys.reset_all()
    assert shown(keys.of("note")) == ["Ctrl+M"]
    assert shown(keys.of("highlight")) == ["Ctrl+H"]


def test_setting_the_first_shortcut_again_is_no_change(keys: Keys, settings: Settings) -> None:
    keys.change("note", "F10")
    keys.change("note", "Ctrl+M")
    assert settings.get(SHORTCUTS) == {}


def test_a_shortcut_taken_by_hand_is_lost_by_the_action_that_had_it_at_first(settings: Settings) -> None:
    settings.set(SHORTCUTS, {"highlight": ["Ctrl+M"]})  # as another Briefer may have left it
    keys = Keys(SPECS, settings)
    assert shown(keys.of("highlight")) == ["Ctrl+M"]
    assert keys.of("note") == ()


def test_settings_that_make_no_sense_count_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"shortcuts": {"note": "Ctrl+M"}}', encoding="utf-8")
    assert shown(Keys(SPECS, Settings(path)).of("note")) == ["Ctrl+M"]


def test_keys_of_old_workstations_are_not_shown() -> None:
    assert QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)
    held = [each for sequences in defaults(SPECS, mac=False).values() for each in sequences]
    assert not [each for each in held if each.split("+")[-1] in {f"F{n}" for n in range(13, 36)}]
