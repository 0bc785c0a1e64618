"""The page beside the text: drawn when wanted, framed where one reads, clicked to go to the text."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.model import Choices
from briefer.app.resources import resource
from briefer.gui.main_window import MainWindow
from briefer.gui.pages.sheet import Sheet
from briefer.gui.pages.sheet_painting import FRAME
from briefer.gui.theme import Theme, palette
from tests.gui.pages.conftest import settled
from tests.gui.window.conftest import LONG
from tests.pdf_pages import of_pages, typeset
from tests.unit.formats.processes import gone

NONE = Qt.KeyboardModifier.NoModifier


def sheet_of(window: MainWindow) -> Sheet:
    return window.after.around.pages.panel.sheet


def index_at(window: MainWindow) -> int:
    place = window.frame.reader.current_place()
    assert place is not None
    return place.index


def starting(window: MainWindow, words: str) -> int:
    """The paragraph that begins with these words."""
    opened = window.workspace.document
    assert opened is not None
    return next(n for n, p in enumerate(opened.document.versions[0].paragraphs) if p.text.startswith(words))


def go(window: MainWindow, qtbot: QtBot, words: str) -> None:
    window.frame.reader.go_to("en", starting(window, words))
    settled(window, qtbot)


def framed(sheet: Sheet) -> bool:
    """Whether a frame is to be seen on the page."""
    image = sheet.viewport().grab().toImage()
    color = QColor(FRAME).rgb()
    return any(image.pixel(x, y) == color for x in range(0, image.width(), 3) for y in range(image.height()))


def dark(sheet: Sheet) -> int:
    image = sheet.viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 90
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_nothing_is_drawn_before_the_page_is_wanted(opened: MainWindow, qtbot: QtBot) -> None:
    pages = opened.after.around.pages
    assert opened.acts["page"].isEnabled()
    assert pages.panel.isHidden()
    assert pages.drawing._renderer is None


def test_a_document_without_pages_has_none_to_show(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("A text without pages.", encoding="utf-8")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([path])
    assert not window.acts["page"].isEnabled()


def test_the_page_of_what_is_read_is_shown_with_the_paragraph_framed(
    beside: MainWindow, qtbot: QtBot
) -> None:
    sheet = sheet_of(beside)
    assert (sheet.page, sheet.pages) == (1, 3)
    assert dark(sheet) > 5
    go(beside, qtbot, "The third")
    assert sheet.page == 2
    assert framed(sheet)
    go(beside, qtbot, "The first")
    assert sheet.page == 1
    assert framed(sheet)


def test_a_click_on_the_page_goes_to_its_paragraph(beside: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(beside)
    wanted = starting(beside, "The second")
    opened = beside.workspace.document
    assert opened is not None
    box = opened.document.versions[0].paragraphs[wanted].boxes[0]
    corner = sheet.leaf.rect.topLeft()
    point = corner + QPointF(box.left + 8, (box.top + box.bottom) / 2) * sheet.leaf.factor
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, NONE, point.toPoint())
    assert index_at(beside) == wanted
    assert sheet.page == 1
    assert framed(sheet)
    QTest.mouseClick(
        sheet.viewport(),
        Qt.MouseButton.LeftButton,
        NONE,
        (corner + QPointF(300, 700) * sheet.leaf.factor).toPoint(),
    )
    assert index_at(beside) == wanted


def test_pages_are_turned_and_text_is_reached_by_keys(beside: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(beside)
    sheet.setFocus()
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert sheet.page == 2
    QTest.keyClick(sheet, Qt.Key.Key_End)
    assert sheet.page == 3
    settled(beside, qtbot)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert index_at(beside) == starting(beside, "The fourth")
    assert beside.frame.reader._spread.panes[0].hasFocus()
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    assert sheet.page == 1
    QTest.keyClick(sheet, Qt.Key.Key_PageUp)
    assert sheet.page == 1


def test_the_bar_turns_pages_and_puts_the_page_away(beside: MainWindow, qtbot: QtBot) -> None:
    panel = beside.after.around.pages.panel
    panel.bar.after.click()
    panel.bar.after.click()
    assert panel.sheet.page == 3
    assert not panel.bar.after.isEnabled()
    panel.bar.number.setValue(2)
    assert panel.sheet.page == 2
    assert panel.bar.count.text() == "of 3"
    settled(beside, qtbot)
    panel.bar.close_button.click()
    assert panel.isHidden()
    assert not beside.acts["page"].isChecked()
    qtbot.waitUntil(lambda: beside.parts.jobs.idle, timeout=LONG)


def test_zoomed_the_page_is_drawn_as_sharp_as_the_screen(beside: MainWindow, qtbot: QtBot) -> None:
    sheet, drawing = sheet_of(beside), beside.after.around.pages.drawing
    before = sheet.leaf.factor
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Plus):
        QTest.keyClick(sheet, key)
    assert sheet.leaf.factor == pytest.approx(before * 1.2**2)
    settled(beside, qtbot)
    scales = {tile.scale for tile in sheet.leaf.tiles(sheet.page)}
    assert scales == {round(sheet.leaf.factor * sheet.devicePixelRatioF(), 4)}
    assert all(tile in drawing.tiles for tile in sheet.leaf.tiles(sheet.page))
    QTest.keyClick(sheet, Qt.Key.Key_0)
    assert sheet.leaf.factor == pytest.approx(before)
    wheel = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(sheet.viewport(), wheel)
    assert sheet.leaf.factor == pytest.approx(before * 1.2)
    settled(beside, qtbot)


def test_zooming_keeps_what_is_in_the_middle(beside: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(beside)
    sheet.set_zoom(2.0)
    sheet.verticalScrollBar().setValue(300)
    middle = sheet.leaf.point_at(QPointF(sheet.viewport().rect().center()))
    sheet.set_zoom(3.0)
    after = sheet.leaf.point_at(QPointF(sheet.viewport().rect().center()))
    assert after.y() == pytest.approx(middle.y(), abs=2)
    settled(beside, qtbot)


def test_the_next_page_is_drawn_ahead(beside: MainWindow, qtbot: QtBot) -> None:
    kept = beside.after.around.pages.drawing.tiles._kept
    assert {tile.page for tile in kept} == {1, 2}


def test_the_process_ends_when_it_is_not_asked_for_long_and_with_the_window(
    beside: MainWindow, qtbot: QtBot
) -> None:
    drawing = beside.after.around.pages.drawing
    assert drawing._renderer is not None
    first = drawing._renderer.process
    assert first is not None
    assert drawing._rest.isActive()
    drawing._rest.timeout.emit()
    assert gone(first)
    beside.after.around.pages.turn_to(3)
    settled(beside, qtbot)
    second = drawing._renderer.process
    assert second is not None
    beside.close()
    assert gone(second)


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_stay(beside: MainWindow, qtbot: QtBot) -> None:
    pages = beside.after.around.pages
    renderer = pages.drawing._renderer
    assert renderer is not None
    renderer._lost.add(3)
    pages.drawing.tiles.clear()
    pages.drawing.sizes.pop(3, None)
    pages.turn_to(3)
    settled(beside, qtbot)
    assert 3 in pages.drawing.lost_pages
    assert "Page 3 cannot be drawn" in sheet_of(beside).notice(3)
    pages.turn_to(1)
    settled(beside, qtbot)
    assert all(tile in pages.drawing.tiles for tile in sheet_of(beside).leaf.tiles(sheet_of(beside).page))


def test_a_process_that_dies_is_replaced_without_a_word(beside: MainWindow, qtbot: QtBot) -> None:
    pages = beside.after.around.pages
    assert pages.drawing._renderer is not None
    process = pages.drawing._renderer.process
    assert process is not None
    os.kill(process, signal.SIGKILL)
    assert gone(process)
    sheet_of(beside).set_zoom(3.0)
    settled(beside, qtbot)
    assert pages.panel.sentence == ""
    assert all(tile in pages.drawing.tiles for tile in sheet_of(beside).leaf.tiles(sheet_of(beside).page))


def test_a_file_that_has_gone_is_said_and_the_text_is_not_hurt(
    opened: MainWindow, paper: Path, qtbot: QtBot
) -> None:
    paper.unlink()
    opened.acts["page"].trigger()
    panel = opened.after.around.pages.panel
    qtbot.waitUntil(lambda: "not there any more" in panel.sentence, timeout=LONG)
    assert opened.frame.reader._spread.isVisible()
    qtbot.waitUntil(lambda: opened.after.around.pages.drawing.idle)


def test_a_saved_document_has_its_pages_from_the_library(
    opened: MainWindow, paper: Path, qtbot: QtBot
) -> None:
    opened.acts["save"].trigger()
    qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=LONG)
    assert opened.workspace.document is not None
    assert opened.workspace.document.id, opened.frame.notices.text
    paper.unlink()
    opened.acts["page"].trigger()
    qtbot.waitUntil(lambda: sheet_of(opened).pages == 3, timeout=LONG)
    settled(opened, qtbot)


def test_a_protected_file_asks_for_its_password_in_place(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(of_pages("1. Kept from others.", user_password="abc"))
    opened = window.parts.opener.open([locked], choices=Choices(password="abc"))
    window.workspace.show(opened)
    window.acts["page"].trigger()
    panel = window.after.around.pages.panel
    qtbot.waitUntil(panel.password.isVisible, timeout=LONG)
    QTest.keyClicks(panel.password, "ab")
    QTest.keyClick(panel.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open with that password" in panel.sentence, timeout=LONG)
    QTest.keyClicks(panel.password, "abc")
    QTest.keyClick(panel.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.sheet.pages == 1, timeout=LONG)
    assert panel.sentence == ""
    assert panel.password.text() == ""
    settled(window, qtbot)


def test_the_page_stands_in_the_place_of_the_language_that_is_not_read(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    both = tmp_path / "both.pdf"
    typeset(resource("samples", "joint-statement.ru-en.txt").read_text(encoding="utf-8"), both)
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([both])
    reader, panes = window.frame.reader, window.frame.reader._spread.panes
    reader.go_to("en", 0)
    before = reader.arrangement
    window.acts["page-instead"].trigger()
    assert [pane.isVisible() for pane in panes] == [False, True]
    assert not window.after.around.pages.panel.isHidden()
    assert window.acts["page-instead"].isChecked()
    window.acts["page-instead"].trigger()
    assert [pane.isVisible() for pane in panes] == [True, True]
    window.acts["page-instead"].trigger()
    window.acts["page"].trigger()
    assert reader.arrangement == before
    assert window.after.around.pages.panel.isHidden()
    qtbot.waitUntil(lambda: window.parts.jobs.idle and not reader._spread.busy, timeout=LONG)


def test_the_page_takes_as_much_room_as_the_language_had(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    both = tmp_path / "both.pdf"
    typeset(resource("samples", "joint-statement.ru-en.txt").read_text(encoding="utf-8"), both)
    window.resize(1400, 800)
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([both])
    reader, panel = window.frame.reader, window.after.around.pages.panel

    def shared(least: float, most: float) -> None:
        qtbot.waitUntil(lambda: least <= panel.width() / reader.width() <= most, timeout=LONG)

    window.acts["page"].trigger()
    shared(0.3, 0.42)
    beside = reader._beside
    beside.moveSplitter(round(beside.width() * 0.7), 1)
    shared(0.28, 0.34)
    window.acts["page-instead"].trigger()
    shared(0.48, 0.52)
    window.acts["page-instead"].trigger()
    shared(0.28, 0.34)
    window.acts["page-instead"].trigger()
    shared(0.48, 0.52)
    window.acts["page"].trigger()
    qtbot.waitUntil(lambda: window.parts.jobs.idle and not reader._spread.busy, timeout=LONG)


def test_another_document_brings_its_own_pages(beside: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(of_pages("1. One page only."))
    with qtbot.waitSignal(beside.workspace.opened, timeout=LONG):
        beside.open_files([other])
    qtbot.waitUntil(lambda: sheet_of(beside).pages == 1, timeout=LONG)
    settled(beside, qtbot)
    plain = tmp_path / "plain.txt"
    plain.write_text("A text without pages.", encoding="utf-8")
    with qtbot.waitSignal(beside.workspace.opened, timeout=LONG):
        beside.open_files([plain])
    assert beside.after.around.pages.panel.isHidden()
    qtbot.waitUntil(lambda: beside.parts.jobs.idle, timeout=LONG)


@pytest.mark.parametrize("theme", Theme)
def test_the_page_is_toned_and_framed_in_every_theme(beside: MainWindow, qtbot: QtBot, theme: Theme) -> None:
    go(beside, qtbot, "The third")
    beside.parts.look.set_theme(theme)
    sheet = sheet_of(beside)
    assert framed(sheet)
    corner = sheet.leaf.rect.center().toPoint()
    white = palette(theme).color("page")
    assert sheet.viewport().grab().toImage().pixelColor(corner) == white
    assert (white.lightness() < 200) == (theme is Theme.DARK)
    qtbot.waitUntil(lambda: not beside.frame.reader._spread.busy)


def test_every_control_has_a_name_in_the_language_of_the_interface(beside: MainWindow, qtbot: QtBot) -> None:
    panel = beside.after.around.pages.panel
    controls = (panel.bar.before, panel.bar.after, panel.bar.number, panel.bar.smaller, panel.bar.fit,
                panel.bar.larger, panel.bar.other, panel.bar.close_button, panel.sheet)  # fmt: skip

    def names() -> list[str]:
        return [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in controls]

    english = names()
    assert all(english)
    assert english[-1] == "Original page 1 of 3"
    beside.parts.look.speak("ru")
    qtbot.waitUntil(lambda: not set(english) & set(names()))
    beside.parts.look.speak("en")
    qtbot.waitUntil(lambda: names() == english)


def wheel(sheet: Sheet, notches: int) -> None:
    at = QPointF(sheet.viewport().rect().center())
    turn = QPoint(0, -120 * notches)
    event = QWheelEvent(
        at,
        sheet.viewport().mapToGlobal(at),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheet.viewport(), event)


def test_the_wheel_turns_the_page_at_its_end_and_back_at_its_beginning(
    beside: MainWindow, qtbot: QtBot
) -> None:
    sheet = sheet_of(beside)
    bar = sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    wheel(sheet, 1)
    settled(beside, qtbot)
    assert (sheet.page, bar.value()) == (2, 0)
    wheel(sheet, -1)
    settled(beside, qtbot)
    assert (sheet.page, bar.value()) == (1, bar.maximum())


def test_the_whole_page_fits_when_that_is_wished(beside: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(beside)
    sheet.step_zoom(6)
    beside.after.around.pages.panel.bar.whole.click()
    settled(beside, qtbot)
    assert sheet.verticalScrollBar().maximum() == 0
    assert sheet.horizontalScrollBar().maximum() == 0
    QTest.keyClick(sheet, Qt.Key.Key_0)
    assert sheet.zoom is None
    QTest.keyClick(sheet, Qt.Key.Key_9)
    assert sheet.zoom is not None


def test_columns_make_room_for_the_page_and_come_back(beside: MainWindow, qtbot: QtBot) -> None:
    columns = (beside.frame.left, beside.frame.side)
    beside.resize(1180, 700)
    QApplication.processEvents()
    assert [column for column in columns if column.isHidden()]
    beside.acts["page"].trigger()
    qtbot.waitUntil(lambda: not any(column.isHidden() for column in columns))


def test_a_column_that_is_wished_for_beside_the_page_stays(beside: MainWindow, qtbot: QtBot) -> None:
    beside.resize(1100, 700)
    QApplication.processEvents()
    for name, column in (("show-library", beside.frame.left), ("show-notes", beside.frame.side)):
        if column.isHidden():
            beside.acts[name].trigger()
        QApplication.processEvents()
        assert not column.isHidden()
