"""The dialog of settings is made from their declarations; what is set acts at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from briefer.app.fields import Bounds, Choice, Field, Group, Line
from briefer.app.resources import resource
from briefer.app.settings import AUTHOR, FIELDS, FONT_SIZE, LANGUAGE, LINE_SPACING, RESUME, THEME, Settings
from briefer.app.texts import Texts
from briefer.gui.preferences.controls import Control, suits
from briefer.gui.preferences.dialog import SettingRow, SettingsDialog, group_words


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def dialog(parent: QWidget, settings: Settings, texts: Texts) -> SettingsDialog:
    made = SettingsDialog(settings, texts, parent)
    made.show()
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def row(dialog: SettingsDialog, field: Field[Any]) -> SettingRow:
    return next(each for each in dialog.rows if each.field is field)


def test_every_setting_that_is_not_merely_kept_has_a_row(dialog: SettingsDialog, texts: Texts) -> None:
    shown = {each.field.key for each in dialog.rows}
    assert shown == {field.key for field in FIELDS if field.group is not Group.KEPT}
    assert all(suits(field) for field in FIELDS if field.group is not Group.KEPT)
    assert all(group_words(group, texts) for group in Group if group is not Group.KEPT)


def test_each_kind_of_setting_has_its_control_and_acts_at_once(
    dialog: SettingsDialog, settings: Settings
) -> None:
    theme, size = row(dialog, THEME).control.widget, row(dialog, FONT_SIZE).control.widget
    spacing, resume = row(dialog, LINE_SPACING).control.widget, row(dialog, RESUME).control.widget
    author = row(dialog, AUTHOR).control.widget
    assert isinstance(theme, QComboBox)
    assert isinstance(size, QSpinBox)
    assert isinstance(spacing, QDoubleSpinBox)
    assert isinstance(resume, QCheckBox)
    assert isinstance(author, QLineEdit)
    theme.setCurrentIndex(1)
    theme.activated.emit(1)
    size.setValue(20)
    spacing.setValue(1.5)
    resume.click()
    author.setText(" A. Delegate ")
    author.editingFinished.emit()
    assert (settings.get(THEME), settings.get(FONT_SIZE)) == ("dark", 20)
    assert (settings.get(LINE_SPACING), settings.get(RESUME)) == (1.5, False)
    assert settings.get(AUTHOR) == "A. Delegate"


@pytest.mark.parametrize(("language", "written"), [("en", "1.50"), ("ru", "1,50")])
def test_numbers_are_written_as_the_language_writes_them(
    parent: QWidget, speak: Callable[[str], Texts], language: str, written: str
) -> None:
    control = Control(LINE_SPACING, speak(language), lambda _value: None, parent)
    control.show(1.5)
    assert isinstance(control.widget, QDoubleSpinBox)
    assert control.widget.text() == written


def test_bounds_are_those_of_the_setting(dialog: SettingsDialog) -> None:
    size = row(dialog, FONT_SIZE).control.widget
    assert isinstance(size, QSpinBox)
    size.setValue(1_000)
    assert size.value() == 36


def test_what_is_set_elsewhere_is_shown(dialog: SettingsDialog, settings: Settings) -> None:
    settings.set(THEME, "sepia")
    theme = row(dialog, THEME).control.widget
    assert isinstance(theme, QComboBox)
    assert theme.currentText() == "Sepia"


def test_a_changed_setting_can_be_reset_and_so_can_all(dialog: SettingsDialog, settings: Settings) -> None:
    own = row(dialog, FONT_SIZE)
    assert own.reset.isHidden()
    settings.set(FONT_SIZE, 20)
    settings.set(THEME, "dark")
    assert not own.reset.isHidden()
    own.reset.click()
    assert settings.get(FONT_SIZE) == 12
    assert own.reset.isHidden()
    dialog.reset_all.click()
    assert settings.get(THEME) == "light"


def test_settings_are_found_by_their_words(dialog: SettingsDialog) -> None:
    dialog.search.setText("colour")
    assert [each.field.key for each in dialog.rows if not each.isHidden()] == ["theme"]
    dialog.search.setText("zzzz")
    assert all(each.isHidden() for each in dialog.rows)


def test_a_setting_declared_anywhere_gets_a_control(
    settings: Settings, texts: Texts, parent: QWidget
) -> None:
    def words(_texts: Texts) -> str:
        return "A thing"

    fields: list[Field[Any]] = [
        Field("a", 1, words, words, Bounds(0, 5)),
        Field("b", 1.5, words, words, Bounds(0, 5)),
        Field("c", "x", words, words, Choice(("x", "y"))),
        Field("d", "", words, words, Line(9)),
        Field("e", False, words, words, lambda value: isinstance(value, bool)),
        Field("f", [], words, words, lambda _value: True),
        Field("g", 1, words, words, Bounds(0, 5), Group.KEPT),
    ]
    made = SettingsDialog(settings, texts, parent, fields)
    assert [each.field.key for each in made.rows] == ["a", "b", "c", "d", "e"]


def test_settings_do_not_keep_a_closed_dialog(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    settings.set(THEME, "dark")
    settings.set(THEME, "sepia")
    assert not settings.changed._subscribers


def test_a_setting_that_was_found_stays_in_sight_when_it_changes_the_language(
    parent: QWidget, settings: Settings
) -> None:
    texts = Texts(resource("locale"), "en")
    dialog = SettingsDialog(settings, texts, parent)
    dialog.show()
    dialog.search.setText("language")
    language = row(dialog, LANGUAGE)
    assert language.isVisible()
    texts.use("ru")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "Настройки"
    assert language.isVisible()
    dialog.search.setText("язык")
    assert language.isVisible()
    dialog.search.setText("language")
    assert not language.isVisible()


def test_what_takes_a_setting_back_comes_after_it(
    dialog: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    settings.set(FONT_SIZE, 20)
    changed = row(dialog, FONT_SIZE)
    changed.control.widget.setFocus()
    QTest.keyClick(changed.control.widget, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dialog.focusWidget() is changed.reset)
