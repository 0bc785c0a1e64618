"""The open document can be read again in another way; place and notes are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.app.annotating import Draft
from briefer.core.anchoring import paragraph_target
from briefer.core.annotation import Scope
from briefer.core.bitext import Bead, Origin
from briefer.core.layout import Layout
from briefer.gui.main_window import MainWindow
from briefer.gui.opening.reading_dialog import ReadingDialog
from tests.gui.window.conftest import LONG, MakeWindow
from tests.specimens import english_text, russian_text, session_text


@pytest.fixture
def guessed(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with the session document in it, in an encoding that had to be guessed."""
    path = tmp_path / "statement.txt"
    path.write_bytes(session_text().encode("cp1251"))
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([path])
    return window


def asked(window: MainWindow, qtbot: QtBot) -> ReadingDialog:
    """The dialog, its list of encodings filled where the file has one."""
    window.acts["reading"].trigger()
    dialog = window.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    return dialog


def choose_encoding(dialog: ReadingDialog, encoding: str) -> None:
    for row in range(dialog.encodings.count()):
        item = dialog.encodings.item(row)
        if item and item.data(Qt.ItemDataRole.UserRole) == encoding:
            dialog.encodings.setCurrentRow(row)
            return
    raise AssertionError(f"{encoding} is not listed")


def test_the_notice_of_a_guess_leads_to_the_encodings(guessed: MainWindow, qtbot: QtBot) -> None:
    (button,) = guessed.frame.notices.offers
    button.click()
    dialog = guessed.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    qtbot.waitUntil(lambda: dialog.encodings.count() > 5, timeout=LONG)
    current = dialog.encodings.currentItem()
    assert current is not None
    assert current.text().startswith("Windows-1251 (as it is shown now)\n")
    assert "сесси" in current.text() or "Комисси" in current.text() or "ствам" in current.text()
    dialog.reject()


def test_another_encoding_reads_the_file_anew(guessed: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(guessed, qtbot)
    choose_encoding(dialog, "koi8_r")
    with qtbot.waitSignal(guessed.workspace.opened, timeout=LONG):
        dialog.again.click()
    document = guessed.workspace.document
    assert document is not None
    assert document.document.sources[0].encoding == "koi8-r"
    again = asked(guessed, qtbot)
    choose_encoding(again, "cp1251")
    with qtbot.waitSignal(guessed.workspace.opened, timeout=LONG):
        again.again.click()
    assert "18 aligned" in guessed.status.text


def test_a_layout_and_the_first_language_are_taken_up(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(opened, qtbot)
    assert dialog.layouts.checkedId() == list(Layout).index(Layout.AUTO)
    button = next(b for b in dialog.layouts.buttons() if "one language only" in b.text())
    button.click()
    with qtbot.waitSignal(opened.workspace.opened, timeout=LONG):
        dialog.again.click()
    assert opened.workspace.document is not None
    assert len(opened.workspace.document.document.versions) == 1
    again = asked(opened, qtbot)
    checked = again.layouts.checkedButton()
    assert checked is not None
    assert "one language only" in checked.text()
    again.layouts.buttons()[0].click()
    with qtbot.waitSignal(opened.workspace.opened, timeout=LONG):
        again.again.click()
    assert opened.workspace.document.document.languages == ("ru", "en")


def test_the_place_is_kept(opened: MainWindow, qtbot: QtBot) -> None:
    opened.frame.reader.go_to("en", 12)
    before = opened.frame.reader.current_place()
    dialog = asked(opened, qtbot)
    dialog.layouts.buttons()[1].click()  # one after the other, as it is
    with qtbot.waitSignal(opened.workspace.opened, timeout=LONG):
        dialog.again.click()
    assert opened.frame.reader.current_place() == before


def test_a_saved_document_is_replaced_and_its_notes_are_found_again(opened: MainWindow, qtbot: QtBot) -> None:
    document = opened.workspace.document
    assert document is not None
    version = document.document.version("ru")
    assert version is not None
    index = next(i for i, p in enumerate(version.paragraphs) if p.text.startswith("Руководствуясь"))
    target = paragraph_target(document.document, "ru", index)
    saved, annotation = opened.parts.annotator.create(document, Scope.PARAGRAPH, [target], Draft("ours"))
    opened.workspace.adopt(saved)
    dialog = asked(opened, qtbot)
    assert "1 annotation is looked for" in dialog.saved_words
    next(b for b in dialog.layouts.buttons() if "one language only" in b.text()).click()
    with qtbot.waitSignal(opened.workspace.opened, timeout=LONG):
        dialog.again.click()
    reread = opened.workspace.document
    assert reread is not None
    assert reread.id == saved.id
    assert len(reread.document.versions) == 1
    assert opened.parts.library.load(saved.id or "").document == reread.document
    (found,) = opened.parts.annotator.annotations(saved.id)
    assert found.id == annotation.id
    assert found.targets[0].quote == target.quote
    text = reread.document.versions[0].paragraphs[found.targets[0].index].text
    assert text[found.targets[0].start : found.targets[0].end] == target.quote


def test_a_saved_file_that_has_changed_since_is_not_put_in_its_place(
    guessed: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(guessed.workspace.amended, timeout=LONG):
        guessed.acts["save"].trigger()
    before = guessed.workspace.document
    (tmp_path / "statement.txt").write_text("Something else altogether.\n")
    dialog = asked(guessed, qtbot)
    dialog.again.click()
    qtbot.waitUntil(lambda: "has changed since it was saved" in guessed.frame.notices.text, timeout=LONG)
    assert guessed.workspace.document is before
    assert before is not None
    assert guessed.parts.library.load(before.id or "").document == before.document


def test_of_two_files_each_has_its_own_encoding(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    russian, english = tmp_path / "ru.txt", tmp_path / "en.txt"
    russian.write_bytes(russian_text().encode("cp1251", "replace"))
    english.write_text(english_text(), encoding="utf-8")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([russian, english])
    dialog = asked(window, qtbot)
    assert dialog.file.isVisible()
    assert dialog.file.currentText() == "ru.txt"
    choose_encoding(dialog, "mac_cyrillic")
    dialog.file.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.encodings.count() > 5, timeout=LONG)
    dialog.file.setCurrentIndex(0)
    qtbot.waitUntil(lambda: dialog.encodings.count() > 5, timeout=LONG)
    current = dialog.encodings.currentItem()
    assert current is not None
    assert current.text().startswith("Mac Cyrillic")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        dialog.again.click()
    document = window.workspace.document
    assert document is not None
    assert [source.encoding for source in document.document.sources] == ["mac-cyrillic", "utf-8"]


def test_cancelling_reads_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.workspace.document
    asked(opened, qtbot).reject()
    assert opened.workspace.document is before
    assert opened.parts.jobs.idle


def test_pairs_made_by_hand_stay_when_a_saved_document_is_read_anew(opened: MainWindow, qtbot: QtBot) -> None:
    opened.frame.reader.go_to("ru", 24)
    opened.acts["merge-next"].trigger()
    qtbot.waitUntil(lambda: opened.aligning.idle, timeout=LONG)
    dialog = asked(opened, qtbot)
    dialog.layouts.buttons()[1].click()  # one after the other, as it is
    with qtbot.waitSignal(opened.workspace.opened, timeout=LONG):
        dialog.again.click()
    document = opened.workspace.document
    assert document is not None
    assert document.document.bitext is not None
    assert Bead((24, 25), (13, 14), 1.0, Origin.HAND) in document.document.bitext.beads
    assert not opened.acts["alignment-undo"].isEnabled()
    qtbot.waitUntil(lambda: not opened.frame.reader._spread.busy)


def test_a_chosen_encoding_outlives_the_session_though_nothing_is_saved(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "statement.txt"
    path.write_bytes(session_text().encode("koi8_r", "replace"))
    first = make_window()
    with qtbot.waitSignal(first.workspace.opened, timeout=LONG):
        first.open_files([path])
    dialog = asked(first, qtbot)
    choose_encoding(dialog, "cp866")
    with qtbot.waitSignal(first.workspace.opened, timeout=LONG):
        dialog.again.click()
    first.close()
    second = make_window()
    qtbot.waitUntil(lambda: second.workspace.document is not None, timeout=LONG)
    document = second.workspace.document
    assert document is not None
    assert document.document.sources[0].encoding == "cp866"
    again = asked(second, qtbot)
    current = again.encodings.currentItem()
    assert current is not None
    assert current.data(Qt.ItemDataRole.UserRole) == "cp866"
    again.reject()
