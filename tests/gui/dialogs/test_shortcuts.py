"""The cheat sheet lists every action with its keys, and lets keys be changed without clashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.app.settings import SHORTCUTS, Settings
from briefer.app.texts import Texts
from briefer.gui.actions import Actions
from briefer.gui.dialogs.shortcuts import ShortcutsDialog
from briefer.gui.keys import Keys
from briefer.gui.menus import MENUS

SPECS = tuple(spec for menu in MENUS for spec in menu.specs())


def cheat_sheet(parent: QWidget, texts: Texts, settings: Settings) -> ShortcutsDialog:
    keys = Keys(SPECS, settings, parent)
    acts = Actions(MENUS, texts, {spec.id: lambda: None for spec in SPECS}, keys.of, parent)
    keys.changed.connect(acts.set_keys)
    return ShortcutsDialog(acts, keys, texts, parent)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(parent: QWidget, texts: Texts, settings: Settings) -> ShortcutsDialog:
    made = cheat_sheet(parent, texts, settings)
    made.show()
    return made


def press(dialog: ShortcutsDialog, action: str, keys: str) -> None:
    dialog.choose(action)
    dialog.edit.setKeySequence(QKeySequence(keys))


def test_every_action_is_listed_with_its_keys(dialog: ShortcutsDialog) -> None:
    rows = dict(dialog.rows())
    assert len(dialog.rows()) == len(SPECS)
    assert rows["Add note"] == "Ctrl+M"
    assert rows["Redo"] == "Ctrl+Shift+Z, Ctrl+Y"


@pytest.mark.parametrize(
    ("asked", "found"),
    [("note", "Add note"), ("Ctrl+M", "Add note"), ("ctrl + m", "Add note"), ("f11", "Full screen")],
)
def test_the_list_is_searched_by_words_and_by_keys(dialog: ShortcutsDialog, asked: str, found: str) -> None:
    dialog.search.setText(asked)
    listed = [name for name, _keys in dialog.rows()]
    assert found in listed
    assert len(listed) < 12


def test_pressed_keys_count_at_once_and_are_kept(dialog: ShortcutsDialog, settings: Settings) -> None:
    dialog.choose("note")
    dialog.edit.setFocus()
    QTest.keyClick(
        dialog.edit, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert dict(dialog.rows())["Add note"] == "Ctrl+Alt+J"
    assert settings.get(SHORTCUTS) == {"note": ["Ctrl+Alt+J"]}
    dialog.reset.click()
    assert dict(dialog.rows())["Add note"] == "Ctrl+M"


def test_a_clash_is_told_in_a_sentence_and_changes_nothing(dialog: ShortcutsDialog) -> None:
    press(dialog, "highlight", "Ctrl+M")
    assert dialog.said.text().startswith("Ctrl+M already means “Add note”.")
    assert dict(dialog.rows())["Highlight"] == "Ctrl+H"
    press(dialog, "highlight", "A")
    assert "needed for typing" in dialog.said.text()


def test_keys_can_be_taken_away_and_all_be_reset(dialog: ShortcutsDialog) -> None:
    dialog.choose("note")
    dialog.remove.click()
    press(dialog, "highlight", "Ctrl+M")
    rows = dict(dialog.rows())
    assert (rows["Add note"], rows["Highlight"]) == ("", "Ctrl+M")
    dialog.reset_all.click()
    rows = dict(dialog.rows())
    assert (rows["Add note"], rows["Highlight"]) == ("Ctrl+M", "Ctrl+H")


def test_a_menu_has_no_keys_to_be_set(dialog: ShortcutsDialog) -> None:
    dialog.choose("note")
    assert dialog.edit.isEnabled()
    head = dialog.tree.topLevelItem(0)
    assert head is not None
    dialog.tree.setCurrentItem(head)
    assert not dialog.edit.isEnabled()
    assert not dialog.remove.isEnabled()
