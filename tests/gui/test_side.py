"""The column on the right shows the panel wanted last, and goes back through the others."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefer.gui.side import SideColumn


@pytest.fixture
def column(qtbot: QtBot) -> SideColumn:
    made = SideColumn()
    qtbot.addWidget(made)
    made.addWidget(QLabel("first"))
    return made


def seen(column: SideColumn) -> str:
    label = column.currentWidget()
    assert isinstance(label, QLabel)
    return label.text()


def test_a_panel_that_is_left_gives_way_to_the_one_wanted_before_it(column: SideColumn) -> None:
    second, third = QLabel("second"), QLabel("third")
    column.bring(second)
    column.bring(third)
    assert seen(column) == "third"
    column.leave(third)
    assert seen(column) == "second"
    column.leave(second)
    assert seen(column) == "first"


def test_a_panel_left_behind_another_one_does_not_come_back(column: SideColumn) -> None:
    second, third = QLabel("second"), QLabel("third")
    column.bring(second)
    column.bring(third)
    column.leave(second)
    assert seen(column) == "third"
    column.leave(third)
    assert seen(column) == "first"


def test_a_panel_brought_again_stands_before_the_others(column: SideColumn) -> None:
    second, third = QLabel("second"), QLabel("third")
    for panel in (second, third, second):
        column.bring(panel)
    assert seen(column) == "second"
    column.leave(second)
    assert seen(column) == "third"
    assert column.count() == 3
