"""The toolbar: the search is always there, and buttons go by twos where there is no room for them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.bars import ToolRow
from briefer.gui.main_window import MainWindow
from briefer.gui.menus import TOOLBAR

EVERYTHING = {name for name in TOOLBAR if name}


def row_of(window: MainWindow) -> ToolRow:
    (row,) = window.findChildren(ToolRow)
    return row


def whole(row: ToolRow) -> bool:
    """Whether every button that is shown has the width that its words need."""
    buttons = [row._buttons[name][0] for name in row.shown]
    return all(button.width() >= button.sizeHint().width() for button in buttons)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("width", [1366, 900, 683, 455])
def test_the_search_is_in_sight_and_nothing_is_cut(
    window: MainWindow, width: int, language: str, qtbot: QtBot
) -> None:
    window.acts[f"language-{language}"].trigger()
    window.resize(width, 600)
    QApplication.processEvents()
    row, field = row_of(window), window.search_field
    qtbot.waitUntil(lambda: field.isVisible() and whole(row))
    assert row.rect().contains(field.geometry())
    assert (width < 1366) or set(row.shown) == EVERYTHING
    for name in row.shown:
        button, _place = row._buttons[name]
        assert button.isVisible()
        assert button.geometry().right() < field.geometry().left()


def test_two_that_belong_together_go_together_and_come_back(window: MainWindow) -> None:
    seen = []
    for width in range(1300, 420, -20):
        window.resize(width, 600)
        QApplication.processEvents()
        shown = set(row_of(window).shown)
        seen.append(len(shown))
        for pair in ({"back", "forward"}, {"previous-pair", "next-pair"}, {"smaller", "larger"}):
            assert pair <= shown or not pair & shown
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) > 2
    window.resize(1366, 600)
    QApplication.processEvents()
    assert set(row_of(window).shown) == EVERYTHING
    assert all(window.acts[name].isVisible() for name in EVERYTHING)
