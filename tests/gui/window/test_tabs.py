"""Several documents stand open, each with its place; closed ones come back, and so does a session."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from briefer.app.settings import RESUME, Settings
from briefer.app.task import Progress, Task
from briefer.gui.main_window import MainWindow
from briefer.gui.tabs.bar import Label, TabRow
from tests.gui.window.conftest import LONG, MakeWindow


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A document of one language."""
    path = tmp_path / "weather.txt"
    path.write_text("\n\n".join(f"The weather of day {n} was fair." for n in range(90)), encoding="utf-8")
    return path


@pytest.fixture
def open_file(qtbot: QtBot) -> Callable[[MainWindow, Path], None]:
    def open_it(window: MainWindow, path: Path) -> None:
        with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
            window.open_files([path])
        qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)

    return open_it


OpenFile = Callable[[MainWindow, Path], None]


def names(window: MainWindow) -> list[str]:
    row = window.frame.tabs
    return [row.tabText(number) for number in range(row.count())]


def first_words(window: MainWindow) -> str:
    return window.frame.reader._spread.panes[0].toPlainText()[:11]


def test_another_document_gets_a_tab_of_its_own(opened: MainWindow, other: Path, open_file: OpenFile) -> None:
    open_file(opened, other)
    assert len(names(opened)) == 2
    assert first_words(opened) == "The weather"
    assert opened.frame.tabs.currentIndex() == 1
    assert str(other) in opened.frame.tabs.tabToolTip(1)


def test_a_document_that_stands_open_is_turned_to(
    opened: MainWindow, sample: Path, other: Path, open_file: OpenFile
) -> None:
    open_file(opened, other)
    open_file(opened, sample)
    assert len(names(opened)) == 2
    assert opened.frame.tabs.currentIndex() == 0


def test_turning_to_a_tab_finds_the_place_again(opened: MainWindow, other: Path, open_file: OpenFile) -> None:
    reader = opened.frame.reader
    reader.go_to("en", 14)
    near = reader.whereabouts()
    open_file(opened, other)
    reader.go_to("en", 80)
    far = reader.whereabouts()
    opened.acts["next-tab"].trigger()
    assert reader.whereabouts() == near
    opened.acts["previous-tab"].trigger()
    assert reader.whereabouts() == far


def test_a_place_that_was_only_scrolled_to_is_found_again(
    opened: MainWindow, other: Path, open_file: OpenFile
) -> None:
    open_file(opened, other)
    bar = opened.frame.reader._spread.panes[0].verticalScrollBar()
    bar.setValue(333)
    opened.acts["next-tab"].trigger()
    opened.acts["next-tab"].trigger()
    assert abs(bar.value() - 333) <= 1


def test_tabs_close_and_come_back_in_their_place(
    opened: MainWindow, other: Path, open_file: OpenFile, qtbot: QtBot
) -> None:
    open_file(opened, other)
    opened.frame.reader.go_to("en", 80)
    before = names(opened)
    opened.acts["close-tab"].trigger()
    assert names(opened) == before[:1]
    opened.acts["close-tab"].trigger()
    assert names(opened) == []
    assert opened.workspace.document is None
    assert opened.frame.centre.currentWidget() is opened.frame.start_page
    assert not opened.acts["export"].isEnabled()
    opened.acts["reopen-tab"].trigger()
    opened.acts["reopen-tab"].trigger()
    assert sorted(names(opened)) == sorted(before)
    place = opened.frame.reader.current_place()
    assert place is not None
    assert place.index == 80


def test_the_middle_button_and_the_mouse_close_and_turn(
    opened: MainWindow, other: Path, open_file: OpenFile
) -> None:
    open_file(opened, other)
    row = opened.frame.tabs
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.tabRect(0).center() - QPoint(20, 0))
    assert opened.workspace.shelf.number == 0
    QTest.mouseClick(row, Qt.MouseButton.MiddleButton, pos=row.tabRect(1).center())
    assert len(names(opened)) == 1
    assert opened.workspace.shelf.number == 0


def test_tabs_change_places_by_keyboard_and_by_hand(
    opened: MainWindow, other: Path, open_file: OpenFile
) -> None:
    open_file(opened, other)
    before, document = names(opened), opened.workspace.document
    opened.acts["tab-left"].trigger()
    assert names(opened) == before[::-1]
    opened.frame.tabs.moveTab(0, 1)
    assert names(opened) == before
    assert opened.workspace.document is document
    assert opened.frame.tabs.currentIndex() == 1


def test_a_note_that_is_being_written_marks_its_tab(opened: MainWindow) -> None:
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    assert not names(opened)[0].startswith("•")
    opened.frame.annotations.editor.note.setPlainText("Ask the authors.")
    assert names(opened)[0].startswith("•")
    opened.annotations.submit()
    assert not names(opened)[0].startswith("•")


def test_a_note_is_saved_when_its_tab_is_left_and_the_tab_knows_it(
    opened: MainWindow, other: Path, open_file: OpenFile
) -> None:
    open_file(opened, other)
    opened.acts["next-tab"].trigger()
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    opened.frame.annotations.editor.note.setPlainText("Ask the authors.")
    opened.acts["next-tab"].trigger()
    opened.acts["next-tab"].trigger()
    document = opened.workspace.document
    assert document is not None
    assert document.id is not None
    assert [note.note for note in opened.parts.annotator.annotations(document.id)] == ["Ask the authors."]


def test_a_session_is_there_again_with_its_places(
    make_window: MakeWindow, sample: Path, other: Path, open_file: OpenFile, qtbot: QtBot
) -> None:
    first = make_window()
    open_file(first, sample)
    first.frame.reader.go_to("en", 14)
    open_file(first, other)
    before = names(first)
    first.workspace.turn(0)
    first.close()
    second = make_window()
    qtbot.waitUntil(lambda: second.workspace.document is not None, timeout=LONG)
    assert names(second) == before
    place = second.frame.reader.current_place()
    assert place is not None
    assert (place.language, place.index) == ("en", 14)
    assert second.workspace.shelf.tabs[1].opened is None, "read before it was needed"
    second.acts["next-tab"].trigger()
    qtbot.waitUntil(lambda: second.workspace.document is not None, timeout=LONG)
    assert first_words(second) == "The weather"


def test_a_session_is_not_brought_back_when_that_is_not_wished_for_but_places_are(
    make_window: MakeWindow, sample: Path, open_file: OpenFile, settings: Settings
) -> None:
    settings.set(RESUME, value=False)
    first = make_window()
    open_file(first, sample)
    first.frame.reader.go_to("en", 14)
    first.close()
    second = make_window()
    assert names(second) == []
    open_file(second, sample)
    place = second.frame.reader.current_place()
    assert place is not None
    assert place.index == 14


def test_a_file_that_is_gone_leaves_its_tab_and_is_told(
    make_window: MakeWindow, other: Path, open_file: OpenFile, qtbot: QtBot
) -> None:
    first = make_window()
    open_file(first, other)
    first.close()
    other.unlink()
    second = make_window()
    qtbot.waitUntil(lambda: bool(second.frame.notices.text), timeout=LONG)
    assert str(other) in second.frame.notices.text
    assert len(names(second)) == 1
    second.acts["close-tab"].trigger()
    assert names(second) == []


def test_closing_while_a_file_comes_beside_unread_tabs_gives_the_file_up(
    make_window: MakeWindow, sample: Path, other: Path, open_file: OpenFile, qtbot: QtBot
) -> None:
    first = make_window()
    open_file(first, other)
    before = names(first)
    first.close()
    second = make_window(paths=[sample])
    assert second.workspace.opening
    second.acts["close-tab"].trigger()
    qtbot.waitUntil(lambda: second.workspace.document is not None, timeout=LONG)
    assert names(second) == before, "the tab of the last session was closed instead"
    assert first_words(second) == "The weather"


def test_closing_a_tab_that_is_being_read_gives_the_reading_up(
    make_window: MakeWindow, sample: Path, other: Path, open_file: OpenFile
) -> None:
    window = make_window()
    open_file(window, sample)
    open_file(window, other)
    window.workspace.close(1)
    window.workspace.shelf.closed[0].opened = None
    window.acts["reopen-tab"].trigger()
    assert window.workspace.opening_words
    window.acts["close-tab"].trigger()
    assert not window.workspace.opening
    assert window.workspace.document is not None


@pytest.fixture
def crowded(opened: MainWindow, qtbot: QtBot) -> TabRow:
    """More tabs than there is room for, the last but one at hand."""
    opened.resize(900, 500)
    row = opened.frame.tabs
    names = [f"Report of the meeting of day {number}" for number in range(14)]
    row.show_tabs([Label(name, name) for name in names], 12)
    qtbot.waitUntil(lambda: row.width() < 900)
    return row


def test_documents_can_be_told_apart_however_many_are_open(crowded: TabRow) -> None:
    letters = crowded.fontMetrics().horizontalAdvance("Report of")
    for number in range(crowded.count()):
        assert crowded.tabRect(number).width() > letters + 40, "with room for the button beside it"
    assert crowded.rect().contains(crowded.tabRect(12).center())


def test_tabs_beyond_the_edge_can_be_seen_to_be_there(crowded: TabRow) -> None:
    left, right = (button for button in crowded.findChildren(QToolButton) if button.arrowType())
    assert left.isVisible()
    assert left.isEnabled()
    picture = left.grab().toImage()
    middle = picture.height() // 2
    colors = {picture.pixel(x, y) for x in range(picture.width()) for y in range(middle - 8, middle + 8)}
    assert len(colors) > 1, "there is an arrow on it"
    first = crowded.tabRect(12).left()
    QTest.mouseClick(left, Qt.MouseButton.LeftButton)
    assert crowded.tabRect(12).left() > first
    assert right.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_without_a_tab_closing_gives_up_what_is_being_opened(window: MainWindow, qtbot: QtBot) -> None:
    release = threading.Event()
    came: list[object] = []

    def work(_progress: Progress) -> None:
        release.wait(60)

    assert not window.acts["close-tab"].isEnabled()
    window.workspace.start(Task("Opening…", work), came.append, came.append)
    assert window.acts["close-tab"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not window.workspace.opening
    assert not window.acts["close-tab"].isEnabled()
    assert window.frame.start_page.isVisible()
    release.set()
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    assert came == []


def test_an_opening_that_failed_without_a_tab_leaves_nothing_to_close(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
        window.open_files([tmp_path / "gone.txt"])
    assert not window.acts["close-tab"].isEnabled()
