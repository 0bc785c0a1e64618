"""The switches at hand: the language in the status line, the dark theme and the page in the toolbar."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from briefer.gui.bars import ToolRow
from briefer.gui.main_window import MainWindow
from briefer.gui.speaking import LanguageSwitch
from briefer.gui.theme import Theme


def switch_of(window: MainWindow) -> LanguageSwitch:
    (switch,) = window.status.findChildren(LanguageSwitch)
    return switch


def says(window: MainWindow, word: str) -> bool:
    return window.menuBar().actions()[0].text() == word


def button_of(window: MainWindow, name: str) -> QToolButton:
    (row,) = window.findChildren(ToolRow)
    return row._buttons[name][0]


def test_a_click_changes_the_language_and_the_mark_follows(window: MainWindow, qtbot: QtBot) -> None:
    switch, words = switch_of(window), {"ru": "&Файл", "en": "&File"}
    for language in ("ru", "en", "en", "ru"):
        qtbot.mouseClick(switch.buttons[language], Qt.MouseButton.LeftButton)
        assert window.parts.texts.language == language
        assert [name for name, button in switch.buttons.items() if button.isChecked()] == [language]
        qtbot.waitUntil(partial(says, window, words[language]))
    window.acts["language-en"].trigger()
    qtbot.waitUntil(switch.buttons["en"].isChecked)
    assert {button.accessibleName() for button in switch.buttons.values()} == {"English", "Русский"}


@pytest.mark.parametrize("day", [Theme.LIGHT, Theme.SEPIA, Theme.CONTRAST])
def test_the_dark_theme_goes_back_to_the_one_before(window: MainWindow, day: Theme, qtbot: QtBot) -> None:
    window.acts[f"theme-{day}"].trigger()
    button = button_of(window, "night")
    assert not button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.parts.look.appearance.theme is Theme.DARK
    assert button.isChecked()
    window.acts["night"].trigger()
    assert window.parts.look.appearance.theme is day
    assert not button.isChecked()


def test_dark_from_the_beginning_goes_to_light(window: MainWindow) -> None:
    window.acts["theme-dark"].trigger()
    window.acts["night"].trigger()
    assert window.parts.look.appearance.theme is not Theme.DARK


def test_the_page_is_offered_where_there_is_one(window: MainWindow) -> None:
    for width in (1366, 700, 1366):
        window.resize(width, 700)
        QApplication.processEvents()
        for name in ("page", "save", "lock", "open"):
            assert button_of(window, name).isEnabled() == window.acts[name].isEnabled(), name
    assert button_of(window, "page").text() == "Page"
