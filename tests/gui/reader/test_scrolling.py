"""The panes scroll as one, or each alone, and never jump."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.reader.conftest import MIXED, Reader, bilingual, scrolled


def turn_wheel(widget: QWidget, pixels: int) -> None:
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(0, -pixels),
        QPoint(0, -pixels),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_over_either_pane_scrolls_both_alike(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=40))
    for pane in view._spread.panes:
        before = scrolled(view)[0]
        turn_wheel(pane.viewport(), 240)
        assert scrolled(view)[0] > before
        assert scrolled(view)[0] == scrolled(view)[1]


def test_both_panes_reach_the_same_end(open_reader: Reader) -> None:
    view = open_reader(bilingual([(1, 1)] * 30 + [(4, 0)], words=40))
    left, right = (pane.verticalScrollBar() for pane in view._spread.panes)
    assert left.maximum() == right.maximum() > 0
    right.setValue(right.maximum())
    assert scrolled(view) == (left.maximum(), left.maximum())
    last = view._spread.panes[0]
    assert last.blocks.extent((last.blocks.count - 1,))[1] <= last.viewport().height()


def test_the_ends_agree_after_the_window_has_grown_taller(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual([(1, 1)] * 30 + [(4, 0)], words=40))
    before = view._spread.panes[0].verticalScrollBar().maximum()
    view.resize(900, 650)
    qtbot.waitUntil(lambda: not view._spread.busy)
    left, right = (pane.verticalScrollBar() for pane in view._spread.panes)
    assert left.maximum() == right.maximum() == before - 150


def test_unlocked_each_pane_scrolls_alone(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual(MIXED, words=40))
    with qtbot.waitSignal(view.locked_changed) as told:
        view.set_locked(False)
    assert told.args == [False]
    turn_wheel(view._spread.panes[1].viewport(), 360)
    left, right = scrolled(view)
    assert left == 0 < right


def test_locking_again_brings_the_other_pane_to_the_active_one(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=40))
    view.set_locked(False)
    turn_wheel(view._spread.panes[0].viewport(), 120)
    turn_wheel(view._spread.panes[1].viewport(), 360)
    before = scrolled(view)
    view.set_locked(True)
    assert view.locked
    assert scrolled(view) == (before[1], before[1])


def test_page_keys_scroll_both(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=40))
    pane = view._spread.panes[1]
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_PageDown)
    assert scrolled(view)[0] == scrolled(view)[1] > 0


def test_the_visible_bar_follows_and_leads(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=40))
    bar = view._spread._bars[1]
    view._spread.lock.scroll_to(0, 200)
    assert bar.value() == 200
    bar.setValue(90)
    assert scrolled(view) == (90, 90)


def test_a_document_opens_at_its_top_though_the_caret_stands_below_a_gap(open_reader: Reader) -> None:
    view = open_reader(bilingual([(30, 0), (1, 1)]), width=500)
    assert scrolled(view) == (0, 0)
    assert view.current_place() is None
