"""Each state that people meet has a page of its own that helps on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from briefer.app.settings import RECENT, Settings
from briefer.gui.main_window import MainWindow
from briefer.gui.notices import NoticeBar
from tests.gui.window.conftest import LONG, MakeWindow

ENGLISH = "\n\n".join(f"{n}. The weather of day {n} was fair." for n in range(1, 30))


@pytest.fixture
def left_with(make_window: MakeWindow, qtbot: QtBot) -> Callable[[Path], None]:
    """A session that ended with a file open."""

    def leave(path: Path) -> None:
        window = make_window()
        with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
            window.open_files([path])
        window.close()

    return leave


def press(window: MainWindow, words: str) -> None:
    buttons = {button.text(): button for button in window.states.face.buttons}
    QTest.mouseClick(buttons[words], Qt.MouseButton.LeftButton)


def offer(bar: NoticeBar, words: str) -> QPushButton:
    return next(button for button in bar.offers if button.text() == words)


def test_nothing_open_invites_and_lists_what_was_opened_last(
    make_window: MakeWindow, settings: Settings, sample: Path, qtbot: QtBot
) -> None:
    settings.set(RECENT, [[str(sample)]])
    window = make_window()
    page = window.frame.start_page
    assert page.isVisible()
    assert [button.text() for button in page.recent] == [sample.name]
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        QTest.mouseClick(page.recent[0], Qt.MouseButton.LeftButton)
    assert window.workspace.document is not None


def test_a_file_that_is_gone_is_told_and_opens_when_it_is_back(
    make_window: MakeWindow, left_with: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "weather.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    left_with(path)
    path.rename(tmp_path / "elsewhere.txt")
    window = make_window()
    face = window.states.face
    qtbot.waitUntil(lambda: "cannot be shown" in face.text, timeout=LONG)
    assert face.isVisible()
    assert "moved, renamed or deleted" in face.text
    assert str(path) in window.frame.notices.text
    press(window, "Choose another file…")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    (tmp_path / "elsewhere.txt").rename(path)
    press(window, "Try again")
    qtbot.waitUntil(lambda: window.workspace.document is not None, timeout=LONG)
    assert window.frame.reader.isVisible()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_said_of_a_file_gets_narrower_with_the_window(
    make_window: MakeWindow, left_with: Callable[[Path], None], tmp_path: Path, language: str, qtbot: QtBot
) -> None:
    path = tmp_path / "weather.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    left_with(path)
    path.unlink()
    window = make_window()
    window.acts[f"language-{language}"].trigger()
    face = window.states.face
    qtbot.waitUntil(lambda: len(face.buttons) == 3, timeout=LONG)
    wide, small = QSize(1600, 900), QSize(480, 280)
    window.resize(wide)
    qtbot.waitUntil(lambda: window.size() == wide)
    window.resize(small)
    qtbot.waitUntil(lambda: window.size() == small)
    qtbot.waitUntil(lambda: face.horizontalScrollBar().maximum() == 0)


def test_a_file_that_was_damaged_meanwhile_can_be_put_away(
    make_window: MakeWindow, left_with: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "weather.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    left_with(path)
    path.write_bytes(b"%PDF-1.7\n" + bytes(300))
    window = make_window()
    qtbot.waitUntil(lambda: "Another copy" in window.states.face.text, timeout=LONG)
    press(window, "Close tab")
    assert window.frame.start_page.isVisible()


def test_an_opening_that_was_given_up_can_be_taken_up_again(
    make_window: MakeWindow, left_with: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "weather.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    left_with(path)
    window = make_window()
    window.workspace.close(0)
    window.workspace.reopen()
    window.workspace.stop_opening()
    if window.workspace.document is None:
        qtbot.waitUntil(lambda: "not open yet" in window.states.face.text)
        press(window, "Open it")
    qtbot.waitUntil(lambda: window.workspace.document is not None, timeout=LONG)


def test_one_language_alone_offers_to_add_the_other(
    window: MainWindow, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    text = sample.read_text(encoding="utf-8")
    cut = text.index("Unofficial translation from Russian")
    russian, english = tmp_path / "s-ru.txt", tmp_path / "s-en.txt"
    russian.write_text(text[:cut], encoding="utf-8")
    english.write_text(text[cut:], encoding="utf-8")
    with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
        window.open_files([russian])
    offer(window.frame.notices, "Add the other…").click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
        dialog.filesSelected.emit([str(english)])
    dialog.reject()
    document = window.workspace.document
    assert document is not None
    assert document.document.languages == ("ru", "en")
    assert len(window.workspace.shelf.tabs) == 1
