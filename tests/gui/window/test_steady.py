"""What is being read stays where it is on the screen, whatever bars come and go around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow


def height(window: MainWindow, side: int) -> int:
    """Where in the window the paragraph of the current pair begins on a side."""
    spread = window.frame.reader._spread
    pane = spread.panes[side]
    top = pane.blocks.top(pane.underlay.current[0]) - pane.verticalScrollBar().value()
    return pane.viewport().mapTo(window, QPoint(0, round(top))).y()


def happen(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.parts.jobs.idle and not window.frame.reader._spread.busy)
    for _round in range(3):
        QApplication.processEvents()


@pytest.fixture
def amid(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the reader somewhere in the middle of the text."""
    opened.resize(1200, 600)
    opened.frame.reader.go_to("ru", 18)
    happen(opened, qtbot)
    return opened


@pytest.mark.parametrize("locked", [True, False])
def test_a_sentence_above_the_text_does_not_push_it(amid: MainWindow, locked: bool, qtbot: QtBot) -> None:
    amid.frame.reader.set_locked(locked)
    happen(amid, qtbot)
    before = [height(amid, side) for side in (0, 1)]
    upper = amid.frame.reader._spread.mapTo(amid, QPoint(0, 0)).y()
    amid.acts["open-symbol"].trigger()
    happen(amid, qtbot)
    assert amid.frame.notices.isVisible()
    assert amid.frame.reader._spread.mapTo(amid, QPoint(0, 0)).y() > upper
    assert [height(amid, side) for side in (0, 1)] == before
    amid.frame.notices.clear()
    happen(amid, qtbot)
    assert [height(amid, side) for side in (0, 1)] == before


def test_correcting_the_alignment_leaves_the_pair_where_it_is(amid: MainWindow, qtbot: QtBot) -> None:
    before = height(amid, 0)
    amid.acts["merge-next"].trigger()
    qtbot.waitUntil(lambda: bool(amid.frame.notices.text))
    happen(amid, qtbot)
    assert height(amid, 0) == before


def test_a_text_at_its_top_stays_there(opened: MainWindow, qtbot: QtBot) -> None:
    bar = opened.frame.reader._spread.panes[0].verticalScrollBar()
    opened.resize(1200, 600)
    happen(opened, qtbot)
    assert bar.value() == 0
    opened.frame.reader.go_to("ru", 0)
    opened.acts["open-symbol"].trigger()
    happen(opened, qtbot)
    assert opened.frame.notices.isVisible()
    assert bar.value() == 0
