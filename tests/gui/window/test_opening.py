"""A document opens by every way there is, and a file that cannot be opened is told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefer.app.settings import RECENT, RESUME, Settings
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG, MakeWindow


def test_the_start_page_opens_the_sample(window: MainWindow, qtbot: QtBot) -> None:
    assert window.frame.start_page.isVisible()
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        QTest.mouseClick(window.frame.start_page.sample_button, Qt.MouseButton.LeftButton)
    assert window.frame.reader.isVisible()
    assert not window.frame.start_page.isVisible()


def test_the_dialog_opens_what_is_chosen_in_it(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    window.acts["open"].trigger()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        dialog.filesSelected.emit([str(sample)])
    dialog.close()
    assert window.workspace.document is not None
    assert window.workspace.document.document.languages == ("ru", "en")


def test_a_file_dropped_on_the_window_opens(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample))])
    entering = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.dropEvent(
            QDropEvent(
                QPointF(window.rect().center()),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )


def test_a_document_opened_is_in_the_recent_list_of_the_next_window(
    opened: MainWindow, make_window: MakeWindow, sample: Path, qtbot: QtBot
) -> None:
    window = make_window()
    menu = window.acts.menu("recent")
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text() == sample.name
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        action.trigger()


def test_a_recent_file_that_is_gone_says_so_and_leaves_the_list(
    window: MainWindow, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.set(RECENT, [[str(tmp_path / "gone.txt")]])
    menu = window.acts.menu("recent")
    menu.aboutToShow.emit()
    with qtbot.waitSignal(window.workspace.troubled, timeout=LONG):
        menu.actions()[0].trigger()
    assert "gone.txt" in window.frame.notices.text
    assert settings.get(RECENT) == []


def test_two_files_open_as_two_versions_of_one_document(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    russian, english = tmp_path / "l4-ru.txt", tmp_path / "l4-en.txt"
    russian.write_text("Комиссия призывает государства усилить контроль.\n\nОна просит доклад.\n", "utf-8")
    english.write_text("The Commission calls upon States to strengthen control.\n\nIt asks for a report.\n")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([russian, english])
    assert window.workspace.document is not None
    assert window.workspace.document.document.languages == ("ru", "en")


def test_more_than_two_files_are_refused_in_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    window.open_files([tmp_path / name for name in "abc"])
    assert "two language versions" in window.frame.notices.text
    assert window.parts.jobs.idle


def _missing(folder: Path) -> Path:
    return folder / "missing.txt"


def _folder(folder: Path) -> Path:
    (folder / "folder").mkdir()
    return folder / "folder"


def _empty(folder: Path) -> Path:
    (folder / "empty.txt").touch()
    return folder / "empty.txt"


def _binary(folder: Path) -> Path:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    return folder / "binary.txt"


@pytest.mark.parametrize("make", [_missing, _folder, _empty, _binary])
def test_a_bad_file_gets_one_sentence_and_what_was_open_stays(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    before = opened.workspace.document
    with qtbot.waitSignal(opened.workspace.troubled, timeout=LONG):
        opened.open_files([path])
    assert path.name in opened.frame.notices.text
    assert "\n" not in opened.frame.notices.text
    assert opened.frame.notices.isVisible()
    assert opened.workspace.document is before
    assert opened.parts.library.summaries() == []


def test_one_language_alone_opens_with_a_notice(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "alone.txt"
    path.write_text("The Commission calls upon States to strengthen control.\n\nIt asks for a report.\n")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([path])
    assert "one language only" in window.frame.notices.text


def test_opening_does_not_save_and_saving_lists_the_document(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.parts.library.summaries() == []
    assert "Not saved" in opened.status.text
    with qtbot.waitSignal(opened.workspace.amended, timeout=LONG):
        opened.acts["save"].trigger()
    qtbot.waitUntil(lambda: opened.frame.library.model.rowCount() == 1)
    assert "Not saved" not in opened.status.text
    assert not opened.acts["save"].isEnabled()


def test_a_click_in_the_library_opens_the_saved_document(
    opened: MainWindow, make_window: MakeWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set(RESUME, value=False)
    with qtbot.waitSignal(opened.workspace.amended, timeout=LONG):
        opened.acts["save"].trigger()
    saved = opened.workspace.document
    assert saved is not None
    window = make_window()
    qtbot.waitUntil(lambda: window.frame.library.model.rowCount() == 1)
    index = window.frame.library.model.find(saved.id)
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.frame.library.view.clicked.emit(index)
    assert window.workspace.document is not None
    assert window.workspace.document.document == saved.document


def test_the_header_tells_titles_masthead_and_that_there_is_no_symbol(opened: MainWindow) -> None:
    header = opened.frame.header
    assert "unofficial translation" in header.badge.text()
    assert "68th session" in header.line.text()
    assert "Vienna, 10–14 March 2025" in header.line.text()
    assert "add…" in header.symbol.text()
    assert "18 aligned" in opened.status.text


def test_a_symbol_entered_is_saved_and_a_wrong_one_is_told_in_the_dialog(
    opened: MainWindow, qtbot: QtBot
) -> None:
    from briefer.gui.dialogs.symbol import SymbolDialog

    opened.frame.header.symbol.click()
    dialog = opened.findChild(SymbolDialog)
    assert isinstance(dialog, SymbolDialog)
    dialog.line.setText("no symbol at all")
    dialog.accept()
    assert dialog.isVisible()
    assert "no symbol at all" in dialog.trouble.text()
    dialog.line.setText("E/CN.7/2025/CRP.9")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    assert "E/CN.7/2025/CRP.9" in opened.frame.header.symbol.text()
    assert [summary.symbol for summary in opened.parts.library.summaries()] == ["E/CN.7/2025/CRP.9"]
    qtbot.waitUntil(lambda: opened.parts.jobs.idle)
