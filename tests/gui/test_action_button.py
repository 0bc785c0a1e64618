"""Buttons of the toolbar show what their action is, and pressed do what it does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.action_button import ActionButton
from tests.gui.heap import allocated


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def press(button: ActionButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_shows_the_words_the_hint_and_the_state_of_its_action(owner: QWidget) -> None:
    action = QAction("Larger text", owner)
    button = ActionButton(action, owner)
    action.setIconText("A+")
    action.setToolTip("Larger text (Ctrl++)")
    action.setEnabled(False)
    assert (button.text(), button.toolTip(), button.isEnabled()) == ("A+", "Larger text (Ctrl++)", False)
    action.setEnabled(True)
    action.setCheckable(True)
    action.setChecked(True)
    assert (button.isEnabled(), button.isCheckable(), button.isChecked()) == (True, True, True)


def test_pressing_it_triggers_the_action_once_and_shows_what_came_of_it(owner: QWidget) -> None:
    action = QAction("Locked", owner, checkable=True)
    button = ActionButton(action, owner)
    told: list[bool] = []
    action.triggered.connect(lambda checked: told.append(checked))
    press(button)
    press(button)
    assert told == [True, False]
    assert not button.isChecked()


def test_one_of_a_group_stays_checked_when_it_is_pressed_again(owner: QWidget) -> None:
    group = QActionGroup(owner)
    level, flow = (group.addAction(QAction(name, owner, checkable=True)) for name in ("Level", "Flow"))
    buttons = {action: ActionButton(action, owner) for action in (level, flow)}
    press(buttons[level])
    press(buttons[level])
    assert buttons[level].isChecked()
    press(buttons[flow])
    assert [buttons[action].isChecked() for action in (level, flow)] == [False, True]


def test_what_an_action_goes_through_leaves_nothing_behind(owner: QWidget) -> None:
    action = QAction("Save", owner)
    ActionButton(action, owner)

    def change(times: int) -> None:
        for _ in range(times):
            action.setEnabled(not action.isEnabled())

    change(100)
    before = allocated()
    change(5_000)
    assert allocated() - before < 20_000
