"""A protected file asks for its password, which is kept nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow
from briefer.gui.opening.password import PasswordDialog
from tests.gui.window.conftest import LONG
from tests.pdf_pages import of_pages

OPENS_WITH = "чай с молоком 1"
TEXT = "The Commission calls upon States to strengthen the control of precursors.\n\nIt asks for a report."


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    path = tmp_path / "protected.pdf"
    path.write_bytes(of_pages(TEXT, user_password=OPENS_WITH))
    return path


@pytest.fixture
def asked(window: MainWindow, protected: Path, qtbot: QtBot) -> PasswordDialog:
    """The dialog that opens on a protected file."""
    window.open_files([protected])
    qtbot.waitUntil(lambda: bool(window.findChildren(PasswordDialog)), timeout=LONG)
    dialog = window.findChild(PasswordDialog)
    assert isinstance(dialog, PasswordDialog)
    return dialog


def test_the_dialog_names_the_file_and_hides_what_is_typed(asked: PasswordDialog) -> None:
    assert asked.isModal()
    assert "protected.pdf" in asked.sentence
    assert asked.line.echoMode() is QLineEdit.EchoMode.Password
    assert not asked.open_button.isEnabled()
    asked.shown.click()
    assert asked.line.echoMode() is QLineEdit.EchoMode.Normal
    asked.reject()


def test_the_right_password_opens_the_file_by_keyboard_alone(
    asked: PasswordDialog, window: MainWindow, qtbot: QtBot
) -> None:
    asked.line.setText(OPENS_WITH)
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        QTest.keyClick(asked.line, Qt.Key.Key_Return)
    assert window.workspace.document is not None
    assert "precursors" in window.workspace.document.document.versions[0].paragraphs[0].text
    qtbot.waitUntil(lambda: not window.findChildren(PasswordDialog))


def test_a_wrong_password_is_told_in_the_dialog_and_can_be_tried_again(
    asked: PasswordDialog, window: MainWindow, qtbot: QtBot
) -> None:
    asked.line.setText("wrong")
    asked.open_button.click()
    qtbot.waitUntil(asked.trouble.isVisible, timeout=LONG)
    assert "Try again" in asked.trouble.text()
    assert window.frame.notices.text == ""
    assert asked.line.text() == ""
    assert asked.line.isEnabled()
    asked.line.setText(OPENS_WITH)
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        asked.open_button.click()


def test_cancelling_leaves_everything_as_it_was(opened: MainWindow, protected: Path, qtbot: QtBot) -> None:
    before = opened.workspace.document
    opened.open_files([protected])
    qtbot.waitUntil(lambda: bool(opened.findChildren(PasswordDialog)), timeout=LONG)
    dialog = opened.findChild(PasswordDialog)
    assert isinstance(dialog, PasswordDialog)
    dialog.line.setText(OPENS_WITH)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened.findChildren(PasswordDialog))
    assert opened.workspace.document is before
    assert opened.frame.notices.text == ""
    qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=LONG)


def test_cancelling_while_a_password_is_tried_stops_the_trying(
    asked: PasswordDialog, window: MainWindow, qtbot: QtBot
) -> None:
    asked.line.setText(OPENS_WITH)
    asked.open_button.click()
    asked.reject()
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    assert window.workspace.document is None


def test_the_password_is_in_no_file_and_no_undo(
    asked: PasswordDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    asked.shown.click()
    QTest.keyClicks(asked.line, "once")
    asked.open_button.click()
    qtbot.waitUntil(asked.trouble.isVisible, timeout=LONG)
    assert not asked.line.isUndoAvailable()
    asked.line.setText(OPENS_WITH)
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        asked.open_button.click()
    window.acts["save"].trigger()
    qtbot.waitUntil(lambda: bool(window.parts.library.summaries()), timeout=LONG)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 2
    assert not any(OPENS_WITH.encode() in data for data in written)


def test_two_protected_files_are_each_asked_for_their_own(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.pdf_pages import protected_with, typeset

    passwords = {"ru.pdf": "первый", "en.pdf": "second"}
    texts = {"ru.pdf": "Комиссия призывает государства усилить контроль.", "en.pdf": TEXT}
    for name, text in texts.items():
        typeset(text, tmp_path / name)
        (tmp_path / name).write_bytes(protected_with((tmp_path / name).read_bytes(), passwords[name]))
    window.open_files([tmp_path / name for name in texts])
    asked: list[str] = []
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        while len(asked) < 2:
            qtbot.waitUntil(lambda: _fresh(window, asked) is not None, timeout=LONG)
            dialog = _fresh(window, asked)
            assert dialog is not None
            name = Path(dialog.path).name
            asked.append(name)
            dialog.line.setText(passwords[name])
            dialog.open_button.click()
    assert window.workspace.document is not None
    assert window.workspace.document.document.languages == ("ru", "en")


def _fresh(window: MainWindow, asked: list[str]) -> PasswordDialog | None:
    """The dialog that asks for the password of a file not asked for yet."""
    for dialog in window.findChildren(PasswordDialog):
        if Path(dialog.path).name not in asked:
            return dialog
    return None
