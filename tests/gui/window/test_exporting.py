"""From the annotations to a briefing note on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.gui.briefing.export_dialog import ExportDialog
from briefer.gui.main_window import MainWindow

LONG = 20_000


@pytest.fixture
def dialog(opened: MainWindow) -> ExportDialog:
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    opened.acts["export"].trigger()
    found = opened.findChild(ExportDialog)
    assert isinstance(found, ExportDialog)
    return found


def test_the_dialog_is_filled_in_from_the_document(dialog: ExportDialog) -> None:
    assert dialog.agenda_item.text() == "6"
    assert "68" in dialog.session.text()
    assert dialog.path.text().endswith("briefing-note.docx")
    dialog.reject()


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md"])
def test_a_note_is_written_and_the_window_names_its_file(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    path = tmp_path / f"note{suffix}"
    dialog.path.setText(str(path))
    dialog.mark.setText("Confidential")
    with qtbot.waitSignal(opened.after.briefing.written, timeout=LONG):
        dialog.accept()
    assert path.stat().st_size > 0
    assert str(path) in opened.frame.notices.text


def test_a_file_that_exists_is_replaced_only_when_asked_twice(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "note.md"
    path.write_text("old")
    dialog.path.setText(str(path))
    dialog.accept()
    assert dialog.isVisible()
    assert "exists" in dialog.trouble.text()
    assert path.read_text() == "old"
    with qtbot.waitSignal(opened.after.briefing.written, timeout=LONG):
        dialog.accept()
    assert path.read_text() != "old"


@pytest.mark.parametrize("name", ["note.xyz", "missing/note.docx", "note.pdf", ""])
def test_a_name_that_will_not_do_is_told_in_the_dialog(
    dialog: ExportDialog, tmp_path: Path, name: str
) -> None:
    dialog.path.setText(str(tmp_path / name))
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.trouble.text()
    dialog.reject()


def test_a_note_in_the_other_language_says_its_header_in_it(dialog: ExportDialog) -> None:
    dialog.subject.setText("My own subject")
    english = dialog.session.text()
    dialog.language.setCurrentIndex(dialog.language.findData("ru"))
    assert dialog.subject.text() == "My own subject"
    assert dialog.session.text() != english or "session" in english
    dialog.reject()


def test_when_it_cannot_be_written_the_window_says_so(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "note.md"
    folder.mkdir()
    dialog.path.setText(str(folder))
    dialog.accept()
    with qtbot.waitSignal(opened.after.briefing.troubled, timeout=LONG):
        dialog.accept()
    assert "note.md" in opened.frame.notices.text


def test_the_author_is_remembered_for_the_next_note(
    opened: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.author.setText("Permanent Mission")
    dialog.path.setText(str(tmp_path / "note.md"))
    with qtbot.waitSignal(opened.after.briefing.written, timeout=LONG):
        dialog.accept()
    opened.acts["export"].trigger()
    following = next(each for each in opened.findChildren(ExportDialog) if each.isVisible())
    assert following.author.text() == "Permanent Mission"
    following.reject()
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    document = opened.workspace.document
    assert document is not None
    assert opened.annotations.annotator.annotations(document.id)[-1].author == "Permanent Mission"
