"""Where text and page have no room beside each other, the page stands in the place of the text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow

NARROW, WIDE = QSize(430, 400), QSize(1366, 768)


def test_the_page_stands_in_the_place_of_the_text_where_both_would_be_cut(
    beside: MainWindow, qtbot: QtBot
) -> None:
    text, panel = beside.frame.reader._spread, beside.after.around.pages.panel
    assert text.isVisible()
    beside.resize(NARROW)
    qtbot.waitUntil(lambda: beside.width() == NARROW.width() and not text.isVisible())
    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.width() >= panel.minimumSizeHint().width())
    beside.resize(WIDE)
    qtbot.waitUntil(text.isVisible)
    assert panel.isVisible()


def test_the_text_is_there_again_when_the_page_is_put_away(beside: MainWindow, qtbot: QtBot) -> None:
    text = beside.frame.reader._spread
    beside.resize(NARROW)
    qtbot.waitUntil(lambda: not text.isVisible())
    beside.after.around.pages.panel.bar.close_button.click()
    qtbot.waitUntil(text.isVisible)
    assert beside.width() == NARROW.width()
    assert beside.frame.reader.focusProxy() is beside.focusWidget()


def test_the_window_gets_no_wider_by_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    opened.resize(NARROW)
    qtbot.waitUntil(lambda: opened.width() == NARROW.width())
    opened.acts["page"].trigger()
    qtbot.waitUntil(opened.after.around.pages.panel.isVisible)
    qtbot.waitUntil(lambda: not opened.frame.reader._spread.isVisible())
    assert opened.width() == NARROW.width()
    assert opened.minimumSizeHint().width() <= NARROW.width()
