"""Nothing is cut on a small screen, nor where everything is drawn twice as large on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow

LAPTOP = QSize(1366, 768)
TWICE = LAPTOP / 2  # what is left of it where everything is twice as large
HALF_AS_LARGE = LAPTOP / 1.5
TITLE_BAR = 16
DIALOGS = (
    *(
        "settings",
        "shortcuts",
        "queries",
        "about",
        "diagnostics",
        "symbol",
        "information",
        "reading",
        "export",
    ),
    *("go-to", "palette"),
)


def cut(window: MainWindow) -> list[QWidget]:
    """What of the window's columns and bars does not lie within it."""
    frame = window.frame
    parts = (frame.left, frame.centre, frame.side, frame.tabs, frame.header, window.search_field)
    inside = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
    shown = [part for part in parts if part.isVisible()]
    return [
        each
        for each in shown
        if not inside.contains(QRect(each.mapToGlobal(each.rect().topLeft()), each.size()))
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("size", [LAPTOP, HALF_AS_LARGE, TWICE])
def test_the_window_is_whole(opened: MainWindow, size: QSize, language: str, qtbot: QtBot) -> None:
    opened.acts[f"language-{language}"].trigger()
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    QApplication.processEvents()
    assert opened.minimumSizeHint().width() <= size.width()
    assert opened.minimumSizeHint().height() <= size.height()
    opened.resize(size)
    qtbot.waitUntil(lambda: opened.size() == size)
    assert not cut(opened)
    assert opened.frame.centre.isVisible()
    opened.acts["show-notes"].setChecked(True)
    opened.frame.show_editor()
    assert opened.frame.side.isVisible()
    assert not cut(opened)


def test_columns_without_room_come_back_with_it(opened: MainWindow) -> None:
    frame = opened.frame
    opened.resize(LAPTOP)
    assert (frame.left.isVisible(), frame.side.isVisible()) == (True, True)
    opened.resize(TWICE)
    assert (frame.left.isVisible(), frame.side.isVisible()) == (False, True)
    opened.acts["show-library"].trigger()
    assert (frame.left.isVisible(), frame.side.isVisible()) == (True, False)
    opened.resize(LAPTOP)
    assert (frame.left.isVisible(), frame.side.isVisible()) == (True, True)
    opened.acts["show-library"].trigger()
    opened.resize(TWICE)
    opened.resize(LAPTOP)
    assert not frame.left.isVisible(), "the reader has hidden it"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_dialog_fits(opened: MainWindow, language: str, qtbot: QtBot) -> None:
    opened.acts[f"language-{language}"].trigger()
    for name in DIALOGS:
        opened.acts[name].trigger()
        qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=20_000)
        shown = [dialog for dialog in opened.findChildren(QDialog) if dialog.isVisible()]
        assert shown, name
        for dialog in shown:
            least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
            assert least.width() <= TWICE.width(), (name, least)
            assert least.height() <= TWICE.height() - TITLE_BAR, (name, least)
            screen = dialog.screen().availableSize()
            assert dialog.width() <= screen.width(), name
            assert dialog.height() <= screen.height(), name
            dialog.reject()
        QApplication.processEvents()
