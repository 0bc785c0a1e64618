"""Nothing is cut on a small screen, nor where everything is drawn twice as large on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefer.app.settings import RECENT, Settings
from briefer.gui.frame import WIDTHS as WIDE
from briefer.gui.library.list_dialog import PADDING, ListDialog
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG, MakeWindow

LAPTOP = QSize(1366, 768)
TWICE = LAPTOP / 2  # what is left of it where everything is twice as large
HALF_AS_LARGE = LAPTOP / 1.5
THRICE = QSize(425, 280)  # of a somewhat higher one, under a title bar
TITLE_BAR = 16
TEXT_MARGIN = 3  # pixels that Qt leaves beside the words of a line
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
    *("go-to", "palette", "trash", "watched-folders", "details"),
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


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Let everything that is to happen by itself happen."""
    qtbot.waitUntil(lambda: window.parts.jobs.idle and not window.frame.reader._spread.busy)
    for _round in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("size", [LAPTOP, HALF_AS_LARGE, TWICE, THRICE])
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
    assert opened.frame.centre.isVisible() or size == THRICE
    opened.acts["show-notes"].setChecked(True)
    opened.frame.show_editor()
    assert opened.frame.side.isVisible()
    assert not cut(opened)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_window_stays_small_whatever_was_opened_before(
    make_window: MakeWindow, settings: Settings, tmp_path: Path, language: str, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{number} {'протокол_' * 20}.pdf" for number in range(8)]
    settings.set(RECENT, [[str(path)] for path in files])
    window = make_window()
    window.acts[f"language-{language}"].trigger()
    page = window.frame.start_page
    qtbot.waitUntil(lambda: len(page.recent) == 5)
    window.resize(THRICE)
    qtbot.waitUntil(lambda: window.size() == THRICE)
    assert window.minimumSizeHint().boundedTo(THRICE) == window.minimumSizeHint()


def test_columns_without_room_come_back_with_it(opened: MainWindow) -> None:
    frame = opened.frame
    opened.resize(LAPTOP)
    assert (frame.left.isVisible(), frame.side.isVisible()) == (True, True)
    opened.resize(TWICE)
    assert (frame.left.isVisible(), frame.side.isVisible()) == (False, False)
    opened.acts["show-library"].trigger()
    assert (frame.left.isVisible(), frame.side.isVisible()) == (True, False)
    opened.resize(TWICE - QSize(1, 1))
    assert frame.left.isVisible(), "the reader wanted it"
    opened.resize(LAPTOP)
    assert (frame.left.isVisible(), frame.side.isVisible()) == (True, True)
    opened.acts["show-library"].trigger()
    opened.resize(TWICE)
    opened.resize(LAPTOP)
    assert not frame.left.isVisible(), "the reader has hidden it"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_dialog_fits(opened: MainWindow, language: str, qtbot: QtBot) -> None:
    opened.acts[f"language-{language}"].trigger()
    opened.acts["save"].trigger()
    qtbot.waitUntil(lambda: opened.acts["details"].isEnabled(), timeout=20_000)
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


FEWEST = 30  # letters
WIDTHS = (900, 1366, 1440, 1920)


def letters(window: MainWindow) -> float:
    """How many letters a line has on the narrower side."""
    spread = window.frame.reader._spread
    return min(spread._furniture.sheets.measure(side) for side in (0, 1)) / spread.typography.em * 75 / 31


@pytest.mark.parametrize("percent", [100, 150, 200, 300])
@pytest.mark.parametrize("width", WIDTHS)
def test_columns_give_way_before_lines_get_short(
    opened: MainWindow, width: int, percent: int, qtbot: QtBot
) -> None:
    frame, size = opened.frame, QSize(round(width * 100 / percent), 600)
    opened.resize(size.expandedTo(opened.minimumSizeHint()))
    beside = [column for column in (frame.left, frame.side) if column.isVisible()]
    qtbot.waitUntil(lambda: letters(opened) >= FEWEST or not beside)
    edges = [edge.isVisible() for edge in frame._edges]
    assert edges == [not column.isVisible() for column in (frame.left, frame.side)]


def test_columns_give_way_to_larger_type_and_come_back_with_smaller(opened: MainWindow, qtbot: QtBot) -> None:
    columns = (opened.frame.left, opened.frame.side)
    opened.resize(1400, 800)
    settle(opened, qtbot)
    assert all(column.isVisible() for column in columns)
    for _step in range(24):
        opened.acts["larger"].trigger()
    settle(opened, qtbot)
    assert not any(column.isVisible() for column in columns)
    for _step in range(24):
        opened.acts["smaller"].trigger()
    settle(opened, qtbot)
    assert all(column.isVisible() for column in columns)


def test_columns_come_back_while_one_language_is_shown_alone(opened: MainWindow, qtbot: QtBot) -> None:
    columns = (opened.frame.left, opened.frame.side)
    opened.resize(TWICE)
    settle(opened, qtbot)
    assert not any(column.isVisible() for column in columns)
    opened.acts["layout-left"].trigger()
    settle(opened, qtbot)
    assert any(column.isVisible() for column in columns)
    opened.acts["layout-level"].trigger()
    settle(opened, qtbot)
    assert not any(column.isVisible() for column in columns)


def test_a_column_set_aside_is_brought_back_from_the_edge_of_the_text(opened: MainWindow) -> None:
    opened.resize(TWICE)
    edge = opened.frame._edges[1]
    edge.click()
    assert opened.frame.side.isVisible()
    assert not edge.isVisible()
    opened.acts["show-notes"].trigger()
    assert not opened.frame.side.isVisible()
    assert not edge.isVisible(), "the reader has hidden it"


def test_the_column_for_a_note_is_there_as_long_as_the_note_is_written(opened: MainWindow) -> None:
    opened.resize(TWICE)
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    assert opened.frame.side.isVisible()
    opened.resize(TWICE - QSize(1, 1))
    assert opened.frame.side.isVisible()
    opened.annotations.discard()
    assert not opened.frame.side.isVisible()


def test_columns_get_narrower_before_they_go_and_wide_again(opened: MainWindow) -> None:
    frame = opened.frame
    opened.resize(LAPTOP)
    QApplication.processEvents()
    wide = frame.side.width()
    opened.resize(900, 600)
    assert frame.side.minimumSizeHint().width() <= frame.side.width() < wide
    opened.resize(LAPTOP)
    assert frame.side.width() == wide


def test_columns_are_as_wide_as_ever_whatever_size_the_window_had_before(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    for size in (QSize(1920, 1080), TWICE, QSize(900, 600), LAPTOP):
        window.resize(size)
        QApplication.processEvents()
        with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
            window.open_files([sample])
        QApplication.processEvents()
        window.workspace.close(0)
        QApplication.processEvents()
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([sample])
    frame = window.frame
    qtbot.waitUntil(lambda: (frame.left.width(), frame.side.width()) == (WIDE[0], WIDE[2]))


@pytest.mark.parametrize("dragged", [0, 40])
def test_what_a_small_screen_takes_from_columns_is_not_remembered(
    make_window: MakeWindow, sample: Path, qtbot: QtBot, dragged: int
) -> None:
    def opened_at(size: QSize) -> MainWindow:
        window = make_window(paths=[sample])
        window.resize(size)
        qtbot.waitUntil(lambda: window.workspace.document is not None, timeout=LONG)
        QApplication.processEvents()
        return window

    first = opened_at(QSize(1920, 1080))
    assert first.frame.side.width() == WIDE[2]
    first.frame.moveSplitter(first.frame.side.x() - first.frame.handleWidth() - dragged, 2)
    QApplication.processEvents()
    first.close()
    small = opened_at(QSize(900, 600))
    assert small.frame.side.width() < WIDE[2]
    small.close()
    again = opened_at(QSize(1920, 1080))
    assert again.frame.side.width() == pytest.approx(WIDE[2] + dragged, abs=2)
    again.close()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_invitation_of_an_empty_library_is_never_cut(
    window: MainWindow, language: str, qtbot: QtBot
) -> None:
    window.acts[f"language-{language}"].trigger()
    panel = window.frame.library
    qtbot.waitUntil(panel.import_button.isVisible)
    QApplication.processEvents()
    window.frame.moveSplitter(10, 1)
    button = panel.import_button

    def whole() -> bool:
        right = button.mapTo(panel, button.rect().topRight()).x()
        return right < panel.width() < 260 and button.width() >= button.sizeHint().width()

    qtbot.waitUntil(whole)


@pytest.mark.parametrize("action", ["terms", "filter-library"])
def test_what_is_called_into_a_column_brings_it(opened: MainWindow, action: str, qtbot: QtBot) -> None:
    opened.resize(TWICE)
    opened.acts[action].trigger()
    column = opened.frame.side if action == "terms" else opened.frame.left
    qtbot.waitUntil(lambda: opened.parts.jobs.idle)
    opened.resize(TWICE - QSize(1, 1))
    assert column.isVisible()


def test_where_nothing_fits_beside_the_text_a_note_is_written_in_its_place(opened: MainWindow) -> None:
    frame = opened.frame
    opened.resize(opened.minimumSizeHint())
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    QApplication.processEvents()
    assert (frame.side.isVisible(), frame.reader.isVisible()) == (True, False)
    assert not cut(opened)
    opened.annotations.discard()
    QApplication.processEvents()
    assert (frame.side.isVisible(), frame.reader.isVisible()) == (False, True)


def test_a_document_chosen_in_the_library_comes_in_its_place(
    opened: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened.resize(opened.minimumSizeHint())
    opened.acts["show-library"].trigger()
    QApplication.processEvents()
    assert not opened.frame.reader.isVisible()
    with qtbot.waitSignal(opened.workspace.opened, timeout=20_000):
        opened.open_files([sample])
    assert opened.frame.reader.isVisible()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_buttons_of_a_list_are_whole_in_a_narrow_dialog(
    opened: MainWindow, language: str, qtbot: QtBot
) -> None:
    opened.acts[f"language-{language}"].trigger()
    opened.acts["trash"].trigger()
    dialog = opened.findChild(ListDialog)
    assert isinstance(dialog, ListDialog)
    dialog.resize(320, 300)
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in dialog.buttons.buttons()))
    dialog.reject()


def test_lines_of_a_list_are_whole_at_every_width(opened: MainWindow) -> None:
    words = "Joint Statement of the Heads of National Drug Law Enforcement · removed 29 November 2026"
    dialog = ListDialog("Trash", "Removed.", lambda: [(str(n), words[: 40 + n]) for n in range(49)], opened)
    dialog.open()
    for width in (320, 437, 560, 700):
        dialog.resize(width, 400)
        QApplication.processEvents()
        room = dialog.list.viewport().width() - 2 * (PADDING + TEXT_MARGIN)
        for row in range(dialog.list.count()):
            item = dialog.list.item(row)
            wrapped = Qt.TextFlag.TextWordWrap.value
            needed = dialog.list.fontMetrics().boundingRect(0, 0, room, 1000, wrapped, item.text()).height()
            assert dialog.list.visualItemRect(item).height() >= needed, (width, item.text())
    dialog.reject()


def test_the_head_of_the_document_makes_way_in_a_low_window(opened: MainWindow, qtbot: QtBot) -> None:
    opened.resize(THRICE)
    qtbot.waitUntil(lambda: not opened.frame.header.isVisible())
    assert opened.frame.reader.height() > 90
    opened.resize(LAPTOP)
    assert opened.frame.header.isVisible()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_find_bar_keeps_its_options_and_count_in_a_narrow_window(
    opened: MainWindow, language: str, qtbot: QtBot
) -> None:
    opened.acts[f"language-{language}"].trigger()
    opened.acts["find"].trigger()
    bar = opened.frame.reader.searching.bar
    bar.field.setText("drug")
    for size in (LAPTOP, THRICE):
        opened.resize(size)
        qtbot.waitUntil(lambda: bool(bar.status.text()) and bar.status.width() >= 60)
        assert opened.width() == size.width()
        for option in (bar.forms, bar.whole, bar.case):
            assert option.width() >= option.sizeHint().width()
    assert bar.forms.mapTo(bar, QPoint(0, 0)).y() > bar.field.y()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("size", [LAPTOP, TWICE, THRICE])
def test_nothing_is_cut_on_the_first_page(
    window: MainWindow, size: QSize, language: str, tmp_path: Path, qtbot: QtBot
) -> None:
    window.acts[f"language-{language}"].trigger()
    page = window.frame.start_page
    page.show_recent([[tmp_path / f"statement-{number}.txt"] for number in range(5)])
    window.resize(size)
    qtbot.waitUntil(lambda: window.size() == size)
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QWidget) if each.isVisible()]
    assert page.open_button in shown
    assert (page.recent[-1] in shown) == (size == LAPTOP)
    for each in shown:
        needed = each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.sizeHint().height()
        assert each.height() >= needed, each
        assert page.rect().contains(each.geometry()), each


def test_a_dialog_opens_large_enough_for_what_is_in_it(opened: MainWindow) -> None:
    dialog = QDialog(opened)
    button = QPushButton("A button with more words than the least width has room for", dialog)
    QVBoxLayout(dialog).addWidget(button)
    dialog.setMinimumWidth(100)
    dialog.resize(100, 40)
    dialog.show()
    assert button.width() >= button.sizeHint().width()
    dialog.close()
