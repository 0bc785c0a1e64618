"""Search over the library from the window: results in both languages, and the way to the passage."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow

LONG = 20_000


@pytest.fixture
def saved(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(opened.workspace.amended, timeout=LONG):
        opened.acts["save"].trigger()
    return opened


def search(window: MainWindow, query: str, qtbot: QtBot) -> str:
    """Type a query and wait; what the results panel shows."""
    window.search_field.setText(query)  # QTest types ASCII only
    QTest.keyClick(window.search_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    return window.frame.results.text


def test_results_come_while_typing_and_show_both_languages(saved: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(saved.search_field, "messengers")
    qtbot.waitUntil(lambda: "messengers" in saved.frame.results.text, timeout=LONG)
    assert saved.frame.results.isVisible()
    assert "мессенджеров" in saved.frame.results.text
    qtbot.waitUntil(lambda: saved.parts.jobs.idle)


def test_word_forms_of_both_languages_find_the_passage(saved: MainWindow, qtbot: QtBot) -> None:
    assert "мессенджеров" in search(saved, "мессенджер", qtbot)
    assert "messengers" in search(saved, "messenger", qtbot)


def test_a_click_on_a_result_goes_to_the_passage(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "messengers", qtbot)
    assert saved.frame.reader.current_place() is None
    saved.frame.results.view.anchorClicked.emit(QUrl("hit:0/0"))
    place = saved.frame.reader.current_place()
    assert place is not None
    assert saved.workspace.document is not None
    version = saved.workspace.document.document.version(place.language)
    assert version is not None
    assert "messengers" in version.paragraphs[place.index].text


def test_a_result_in_another_document_opens_it_at_the_passage(
    saved: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    first = saved.workspace.document
    other = tmp_path / "other.txt"
    other.write_text("The Commission calls upon States to strengthen control.\n")
    with qtbot.waitSignal(saved.workspace.opened, timeout=LONG):
        saved.open_files([other])
    search(saved, "messengers", qtbot)
    with qtbot.waitSignal(saved.search.arrived, timeout=LONG):
        saved.frame.results.view.anchorClicked.emit(QUrl("hit:0/0"))
    assert first is not None
    assert saved.workspace.document is not None
    assert saved.workspace.document.id == first.id
    assert saved.frame.reader.current_place() is not None


def test_markup_in_a_document_is_shown_as_it_stands(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "markup.txt"
    path.write_text("The text <b>bold</b> & <img src='x'> zebra stands here.\n")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([path])
    with qtbot.waitSignal(window.workspace.amended, timeout=LONG):
        window.acts["save"].trigger()
    assert "<b>bold</b> & <img src='x'> zebra" in search(window, "zebra", qtbot)


def test_nothing_found_is_a_sentence(saved: MainWindow, qtbot: QtBot) -> None:
    assert "Nothing found" in search(saved, "zebra", qtbot)


def test_a_query_that_does_not_parse_is_a_sentence(saved: MainWindow, qtbot: QtBot) -> None:
    assert "never closed" in search(saved, '"drug', qtbot)


def test_escape_ends_the_search_and_goes_back_to_the_text(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "drug", qtbot)
    saved.frame.results.closed.emit()
    assert saved.search_field.text() == ""
    assert saved.frame.annotations.isVisible()
    assert not saved.frame.results.isVisible()
