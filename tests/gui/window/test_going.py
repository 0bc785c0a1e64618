"""Going around: outline, labels, back and forward, the palette, the quiet; all by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow
from briefer.gui.palette.chooser import Chooser
from tests.gui.window.conftest import LONG


def place(window: MainWindow) -> tuple[str, str | None]:
    """The language and label of the current paragraph."""
    at, opened = window.frame.reader.current_place(), window.workspace.document
    assert at is not None
    assert opened is not None
    version = opened.document.version(at.language)
    assert version is not None
    return at.language, version.paragraphs[at.index].label


@contextmanager
def chooser(window: MainWindow, action: str) -> Iterator[Chooser]:
    window.acts[action].trigger()
    found = window.findChild(Chooser)
    assert found is not None
    assert found.isVisible()
    yield found
    QApplication.sendPostedEvents()


def ask(window: MainWindow, action: str, typed: str) -> list[str]:
    """Open a chooser, type, press Enter; what it listed."""
    with chooser(window, action) as opened:
        opened.line.setText(typed)
        rows = [row.words for row in opened.model.rows]
        QTest.keyClick(opened.line, Qt.Key.Key_Return)
        if opened.isVisible():
            opened.reject()
    return rows


def outline_words(window: MainWindow) -> list[str]:
    view, words = window.frame.outline.view, []
    index = window.frame.outline.model.index(0, 0)
    while index.isValid():
        words.append(str(index.data()))
        index = view.indexBelow(index)
    return words


def current_part(window: MainWindow) -> str:
    items = window.frame.outline._items
    return next((item.text() for item in items if item.font().bold()), "")


def test_the_outline_has_the_parts_of_the_statement_in_the_language_of_the_window(
    opened: MainWindow, qtbot: QtBot
) -> None:
    words = outline_words(opened)
    assert words[0] == "Cover page"
    assert words[1].startswith("Joint Statement")
    assert words[2:] == ["Preamble · PP1–PP8", "Decided as follows · 1–6"]
    opened.acts["language-ru"].trigger()
    qtbot.waitUntil(lambda: outline_words(opened)[-2:] == ["Преамбула · PP1–PP8", "Решили · 1–6"])


def test_the_outline_marks_the_first_part_as_soon_as_a_document_is_there(opened: MainWindow) -> None:
    assert current_part(opened) == "Cover page"
    opened.acts["save"].trigger()
    assert current_part(opened) == "Cover page"


def test_the_outline_follows_the_reader_and_leads_elsewhere_by_keyboard(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.frame.reader.go_to("ru", 26)
    qtbot.waitUntil(lambda: current_part(opened).startswith("Decided"))
    view = opened.frame.outline.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: current_part(opened).startswith("Preamble"))
    assert opened.frame.reader.isAncestorOf(opened.focusWidget())


def test_the_outline_follows_scrolling(opened: MainWindow, qtbot: QtBot) -> None:
    bar = opened.frame.reader._spread.panes[0].verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: current_part(opened).startswith("Preamble"))


@pytest.mark.parametrize(
    ("typed", "label"), [("PP6", "PP6"), ("OP4", "4"), ("пункт 3", "3"), ("pp 2", "PP2"), ("*", "*")]
)
def test_a_label_leads_to_its_paragraph(opened: MainWindow, typed: str, label: str) -> None:
    ask(opened, "go-to", typed)
    assert place(opened)[1] == label


def test_a_label_that_is_not_there_is_told_in_a_sentence(opened: MainWindow) -> None:
    opened.frame.reader.go_to("ru", 26)
    with chooser(opened, "go-to") as box:
        box.line.setText("77")
        assert "“77”" in box.said.text()
        assert box.said.isVisible()
        QTest.keyClick(box.line, Qt.Key.Key_Return)
        assert box.isVisible()
        box.reject()
    assert place(opened)[1] == "3"


def test_going_to_a_label_stays_in_the_language_that_is_read(opened: MainWindow) -> None:
    opened.frame.reader.go_to("en", 14)
    ask(opened, "go-to", "PP6")
    assert place(opened) == ("en", "PP6")


def test_back_and_forward_go_over_jumps_and_not_over_small_moves(opened: MainWindow) -> None:
    reader = opened.frame.reader
    assert not opened.acts["back"].isEnabled()
    reader.go_to("ru", 14)
    reader.next_pair()
    reader.next_pair()
    assert not opened.acts["back"].isEnabled()
    ask(opened, "go-to", "5")
    opened.acts["back"].trigger()
    assert place(opened)[1] == "PP2"
    assert not opened.acts["back"].isEnabled()
    opened.acts["forward"].trigger()
    assert place(opened)[1] == "5"
    assert not opened.acts["forward"].isEnabled()


def test_back_leads_to_the_document_that_was_left(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened.frame.reader.go_to("ru", 26)
    other = tmp_path / "other.txt"
    other.write_text("1. One thing.\n\n2. Another thing.", encoding="utf-8")
    with qtbot.waitSignal(opened.workspace.settled, timeout=LONG):
        opened.open_files([other])
    opened.frame.reader.go_to("en", 1)
    opened.acts["back"].trigger()
    assert opened.workspace.shelf.number == 0
    assert place(opened) == ("ru", "3")
    opened.acts["forward"].trigger()
    assert opened.workspace.shelf.number == 1


def test_the_mouse_has_buttons_for_back_and_forward(opened: MainWindow) -> None:
    opened.frame.reader.go_to("ru", 14)
    opened.frame.reader.go_to("ru", 28)
    pane = opened.frame.reader._spread.panes[0].viewport()
    QTest.mouseClick(pane, Qt.MouseButton.BackButton)
    opened_at = opened.frame.reader.current_place()
    assert opened_at is not None
    assert opened_at.index == 14
    QTest.mouseClick(pane, Qt.MouseButton.ForwardButton)
    assert place(opened)[1] == "5"


@pytest.mark.parametrize("typed", ["larger", "largte", "крупнее", "rhegytt", "view larger"])
def test_the_palette_finds_an_action_in_both_languages_and_on_either_keyboard(
    opened: MainWindow, typed: str
) -> None:
    before = opened.parts.look.appearance.point_size
    rows = ask(opened, "palette", typed)
    assert rows[0] == "Larger text"
    assert opened.parts.look.appearance.point_size == before + 1


def test_the_palette_knows_shortcuts_headings_files_and_no_disabled_action(
    opened: MainWindow, sample: Path
) -> None:
    with chooser(opened, "palette") as box:
        box.line.setText("note")
        assert any(row.words == "Add note" and row.keys for row in box.model.rows)
        box.line.setText("reopen closed")
        assert not box.model.rows
        box.line.setText("preamble")
        assert box.model.rows[0].words.startswith("Preamble")
        box.line.setText(sample.name)
        assert [row.words for row in box.model.rows] == [sample.name]
        box.reject()


def test_the_list_of_a_chooser_is_walked_by_keyboard(opened: MainWindow) -> None:
    with chooser(opened, "go-to") as box:
        QTest.keyClick(box.line, Qt.Key.Key_Down)
        assert box.view.currentIndex().row() == 1
        QTest.keyClick(box.line, Qt.Key.Key_Up)
        QTest.keyClick(box.line, Qt.Key.Key_Up)
        assert box.view.currentIndex().row() == len(box.model.rows) - 1
        QTest.keyClick(box.line, Qt.Key.Key_PageUp)
        QTest.keyClick(box.line, Qt.Key.Key_PageUp)
        assert box.view.currentIndex().row() == 0
        QTest.keyClick(box.line, Qt.Key.Key_Escape)
        assert not box.isVisible()


@pytest.mark.parametrize("action", ["quiet", "full-screen"])
def test_escape_leaves_full_screen_and_the_quiet(opened: MainWindow, action: str) -> None:
    frame = opened.frame
    opened.acts[action].trigger()
    assert opened.isFullScreen()
    assert frame.left.isVisible() is (action == "full-screen")
    assert opened.acts[action].isChecked()
    QTest.keyClick(frame.reader.focusProxy() or frame.reader, Qt.Key.Key_Escape)
    assert not opened.isFullScreen()
    assert frame.left.isVisible()
    assert frame.tabs.isVisible()
    assert opened.menuBar().isVisible()
    assert not opened.acts[action].isChecked()


def test_the_outline_can_be_hidden_by_itself(opened: MainWindow) -> None:
    opened.acts["show-outline"].trigger()
    assert not opened.frame.outline.isVisible()
    assert opened.frame.library.isVisible()
    opened.acts["show-library"].trigger()
    opened.acts["show-outline"].trigger()
    assert opened.frame.outline.isVisible()
