"""Correcting the alignment in the window: on disk and level at once, taken back, said in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from briefer.app.library import Library
from briefer.core.bitext import Bead, Origin
from briefer.gui.main_window import MainWindow
from tests.gui.reader.conftest import level_error
from tests.gui.window.conftest import LONG

FIRST = 24  # the Russian paragraph of the first operative pair; the English one is 13


def beads(window: MainWindow) -> tuple[Bead, ...]:
    opened = window.workspace.document
    assert opened is not None
    assert opened.document.bitext is not None
    return opened.document.bitext.beads


def on_disk(window: MainWindow) -> tuple[Bead, ...]:
    opened = window.workspace.document
    assert opened is not None
    assert opened.id is not None
    library = Library(window.parts.library.folder)
    try:
        bitext = library.load(opened.id).document.bitext
    finally:
        library.close()
    assert bitext is not None
    return bitext.beads


def hand(left: tuple[int, ...], right: tuple[int, ...]) -> Bead:
    return Bead(left, right, 1.0, Origin.HAND)


def act(window: MainWindow, qtbot: QtBot, *names: str) -> None:
    """Trigger actions one right after the other, and wait until all is shown."""
    for name in names:
        assert window.acts[name].isEnabled(), name
        window.acts[name].trigger()
    qtbot.waitUntil(lambda: window.aligning.idle and not window.frame.reader._spread.busy, timeout=LONG)


def on_screen(window: MainWindow, index: int) -> float:
    """Where in the window a Russian paragraph begins."""
    pane = window.frame.reader._spread.panes[0]
    return pane.mapTo(window, QPoint(0, 0)).y() + pane.blocks.extent((index,))[0]


@pytest.fixture
def standing(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The sample document, read at its first operative paragraph in Russian."""
    qtbot.waitUntil(lambda: not opened.frame.reader._spread.busy)
    opened.frame.reader.go_to("ru", FIRST)
    return opened


def test_a_merged_pair_is_on_disk_level_and_where_it_was(standing: MainWindow, qtbot: QtBot) -> None:
    before = on_screen(standing, FIRST)
    act(standing, qtbot, "merge-next")
    assert hand((24, 25), (13, 14)) in beads(standing)
    assert on_disk(standing) == beads(standing)
    assert level_error(standing.frame.reader) == 0
    assert on_screen(standing, FIRST) == pytest.approx(before, abs=1)
    assert "by hand" in standing.status.text


def test_the_first_correction_saves_the_document_and_says_so_once(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "merge-next")
    assert "saved" in standing.frame.notices.text
    act(standing, qtbot, "merge-next")
    assert not standing.frame.notices.text
    assert "Not saved" not in standing.status.text


def test_corrections_wished_for_in_a_row_are_all_made(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "merge-next", "merge-next", "merge-previous")
    assert hand((23, 24, 25, 26), (12, 13, 14, 15)) in beads(standing)


def test_splitting_what_was_merged_gives_the_pairs_back(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "merge-next")
    standing.frame.reader.go_to("ru", FIRST + 1)
    act(standing, qtbot, "split")
    assert {hand((24,), (13,)), hand((25,), (14,))} <= set(beads(standing))


def test_a_paragraph_moves_to_the_next_pair_and_back(standing: MainWindow, qtbot: QtBot) -> None:
    standing.frame.reader.go_to("en", 13)
    act(standing, qtbot, "move-next")
    assert {hand((24,), ()), hand((25,), (13, 14))} <= set(beads(standing))
    act(standing, qtbot, "move-previous")
    assert {hand((24,), (13,)), hand((25,), (14,))} <= set(beads(standing))


def test_everything_is_taken_back_and_done_again(standing: MainWindow, qtbot: QtBot) -> None:
    states = [beads(standing)]
    assert not standing.acts["alignment-undo"].isEnabled()
    for name in ("merge-next", "unlink", "merge-previous"):
        act(standing, qtbot, name)
        states.append(beads(standing))
    for state in reversed(states[:-1]):
        act(standing, qtbot, "alignment-undo")
        assert beads(standing) == state == on_disk(standing)
    assert not standing.acts["alignment-undo"].isEnabled()
    for state in states[1:]:
        act(standing, qtbot, "alignment-redo")
        assert beads(standing) == state
    assert not standing.acts["alignment-redo"].isEnabled()
    assert level_error(standing.frame.reader) == 0


def test_the_first_correction_can_be_taken_back_while_it_is_being_saved(
    standing: MainWindow, qtbot: QtBot
) -> None:
    before = beads(standing)
    for name in ("merge-next", "alignment-undo"):
        assert standing.acts[name].isEnabled()
        standing.acts[name].trigger()
    qtbot.waitUntil(lambda: standing.aligning.idle, timeout=LONG)
    assert beads(standing) == before == on_disk(standing)
    assert not standing.acts["alignment-undo"].isEnabled()
    assert standing.acts["alignment-redo"].isEnabled()


def test_undo_is_offered_no_longer_once_nothing_came_of_a_correction(
    standing: MainWindow, qtbot: QtBot
) -> None:
    standing.frame.reader.go_to("en", 0)
    act(standing, qtbot, "unlink")
    assert not standing.acts["alignment-undo"].isEnabled()


def test_undoing_shows_what_was_undone(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "merge-next")
    standing.frame.reader.go_to("ru", 0)
    act(standing, qtbot, "alignment-undo")
    place = standing.frame.reader.current_place()
    assert place is not None
    assert place.index == FIRST


def test_annotations_keep_their_own_undo(standing: MainWindow, qtbot: QtBot) -> None:
    standing.acts["highlight"].trigger()
    act(standing, qtbot, "merge-next")
    marks = standing.frame.reader._spread.panes[0].underlay.highlights
    assert FIRST in marks
    standing.acts["undo"].trigger()
    assert FIRST not in standing.frame.reader._spread.panes[0].underlay.highlights
    assert hand((24, 25), (13, 14)) in beads(standing)


def test_what_cannot_be_done_is_said_in_a_sentence(standing: MainWindow, qtbot: QtBot) -> None:
    before = beads(standing)
    act(standing, qtbot, "split")
    assert "cannot be changed in this way" in standing.frame.notices.text
    standing.frame.reader.go_to("ru", 29)
    act(standing, qtbot, "merge-next")
    assert "cannot be changed in this way" in standing.frame.notices.text
    assert beads(standing) == before


def test_the_counterpart_is_chosen_by_a_click_in_the_other_pane(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "unlink")
    act(standing, qtbot, "link")
    assert "Esc" in standing.frame.notices.text
    pane = standing.frame.reader._spread.panes[1]
    assert pane.hasFocus()
    assert standing.frame.reader._spread.panes[0].underlay.chosen == (FIRST,)
    standing.frame.reader._spread.bring(1, 13)
    block = pane.blocks.rect(pane.document().findBlockByNumber(13))
    QTest.mouseClick(
        pane.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(block.left()) + 40, round(block.top()) + 8),
    )
    qtbot.waitUntil(lambda: standing.aligning.idle, timeout=LONG)
    assert hand((24,), (13,)) in beads(standing)
    assert "Esc" not in standing.frame.notices.text


def test_the_counterpart_is_chosen_by_the_keyboard(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "link")
    pane = standing.frame.reader._spread.panes[1]
    pane.place_caret(14)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: standing.aligning.idle, timeout=LONG)
    assert hand((24,), (14,)) in beads(standing)


def test_escape_gives_up_choosing_a_counterpart(standing: MainWindow, qtbot: QtBot) -> None:
    before = beads(standing)
    act(standing, qtbot, "link")
    QTest.keyClick(standing.frame.reader._spread.panes[1], Qt.Key.Key_Escape)
    assert not standing.frame.notices.text
    assert standing.frame.reader._spread.panes[0].underlay.chosen == ()
    QTest.keyClick(standing.frame.reader._spread.panes[1], Qt.Key.Key_Return)
    assert standing.aligning.idle
    assert beads(standing) == before


def restoring(window: MainWindow) -> QMessageBox:
    window.acts["restore"].trigger()
    (box,) = window.findChildren(QMessageBox)
    return box


def test_the_automatic_alignment_is_restored_only_when_really_wanted(
    standing: MainWindow, qtbot: QtBot
) -> None:
    automatic = beads(standing)
    act(standing, qtbot, "merge-next", "unlink")
    corrected = beads(standing)
    restoring(standing).reject()
    qtbot.waitUntil(lambda: not standing.findChildren(QMessageBox))
    assert beads(standing) == corrected
    restoring(standing).buttons()[0].click()
    qtbot.waitUntil(lambda: beads(standing) == automatic, timeout=LONG)
    assert on_disk(standing) == automatic
    qtbot.waitUntil(lambda: standing.aligning.idle and not standing.findChildren(QMessageBox))


def test_aligning_anew_reaches_to_what_was_made_by_hand(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "merge-next")
    corrected = beads(standing)
    standing.frame.reader.go_to("ru", 29)
    act(standing, qtbot, "realign")
    number = corrected.index(hand((24, 25), (13, 14)))
    assert beads(standing)[: number + 1] == corrected[: number + 1]
    assert {bead.origin for bead in beads(standing)[number + 1 :]} == {Origin.AUTOMATIC}


def test_a_confirmed_pair_is_by_hand_and_can_be_taken_back(standing: MainWindow, qtbot: QtBot) -> None:
    before = beads(standing)
    act(standing, qtbot, "confirm")
    assert hand((FIRST,), (13,)) in beads(standing)
    assert [bead.left for bead in beads(standing)] == [bead.left for bead in before]
    assert on_disk(standing) == beads(standing)
    assert "by hand" in standing.status.text
    act(standing, qtbot, "confirm")
    assert beads(standing) == on_disk(standing)
    assert standing.frame.notices.text
    act(standing, qtbot, "alignment-undo")
    assert beads(standing) == before


def test_doubtful_pairs_are_gone_through_and_their_end_is_said(standing: MainWindow, qtbot: QtBot) -> None:
    act(standing, qtbot, "next-doubt")
    assert "no doubtful pair after" in standing.frame.notices.text
    act(standing, qtbot, "previous-doubt")
    assert "no doubtful pair before" in standing.frame.notices.text


def test_links_dragged_together_become_one(standing: MainWindow, qtbot: QtBot) -> None:
    spread = standing.frame.reader._spread
    spread.bring(0, FIRST)
    ribbon = spread.ribbon
    first, second = (
        QPoint(ribbon.width() // 2, round(sum(spread.panes[0].blocks.extent((index,))) / 2))
        for index in (FIRST, FIRST + 1)
    )
    QTest.mousePress(ribbon, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(ribbon, second)
    qtbot.waitUntil(lambda: ribbon.joining is not None)
    QTest.mouseRelease(ribbon, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, second)
    qtbot.waitUntil(lambda: hand((24, 25), (13, 14)) in beads(standing), timeout=LONG)
    qtbot.waitUntil(lambda: standing.aligning.idle)


def test_an_end_dragged_in_the_ribbon_is_one_correction_that_is_taken_back(
    standing: MainWindow, qtbot: QtBot
) -> None:
    before = beads(standing)
    spread = standing.frame.reader._spread
    spread.bring(0, FIRST)
    ribbon = spread.ribbon
    start, stop = (
        QPoint(6, round(spread.panes[0].blocks.extent((index,))[1]) + 2) for index in (FIRST, FIRST + 1)
    )
    QTest.mousePress(ribbon, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(ribbon, stop)
    qtbot.waitUntil(lambda: ribbon.pulling.plan is not None)
    QTest.mouseRelease(ribbon, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stop)
    qtbot.waitUntil(lambda: hand((24, 25), (13, 14)) in beads(standing), timeout=LONG)
    assert on_disk(standing) == beads(standing)
    act(standing, qtbot, "alignment-undo")
    assert beads(standing) == before == on_disk(standing)


def test_a_link_in_the_ribbon_has_the_actions_about_it(standing: MainWindow, qtbot: QtBot) -> None:
    spread = standing.frame.reader._spread
    spread.bring(0, FIRST + 1)
    ribbon, menu = spread.ribbon, standing.acts.menu("alignment")
    point = QPoint(ribbon.width() // 2, round(sum(spread.panes[0].blocks.extent((FIRST + 1,))) / 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, ribbon.mapToGlobal(point))
    QApplication.sendEvent(ribbon, event)
    qtbot.waitUntil(menu.isVisible)
    place = standing.frame.reader.current_place()
    assert place is not None
    assert place.index == FIRST + 1
    menu.close()
    act(standing, qtbot, "merge-previous")
    assert hand((24, 25), (13, 14)) in beads(standing)


def test_the_menu_over_the_text_offers_the_alignment_only_where_there_is_one(
    standing: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    menu = standing.frame.reader.menu.made()
    assert standing.acts.menu("alignment").menuAction() in menu.actions()
    menu.deleteLater()
    alone = tmp_path / "alone.txt"
    alone.write_text("One paragraph of one language alone.", encoding="utf-8")
    with qtbot.waitSignal(standing.workspace.opened, timeout=LONG):
        standing.open_files([alone])
    menu = standing.frame.reader.menu.made()
    assert standing.acts.menu("alignment").menuAction() not in menu.actions()
    menu.deleteLater()
    assert not standing.acts["merge-next"].isEnabled()


def test_a_correction_of_a_document_that_was_left_is_kept_but_not_shown(
    standing: MainWindow, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text, in one language alone.", encoding="utf-8")
    standing.acts["merge-next"].trigger()
    with qtbot.waitSignal(standing.workspace.opened, timeout=LONG):
        standing.open_files([other])
    qtbot.waitUntil(lambda: standing.aligning.idle, timeout=LONG)
    with qtbot.waitSignal(standing.workspace.opened, timeout=LONG):
        standing.open_files([sample])
    assert hand((24, 25), (13, 14)) in beads(standing)
    qtbot.waitUntil(lambda: not standing.frame.reader._spread.busy)
