"""Annotating in the window: on disk at once, undone and redone, and never lost when it cannot be kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.pool import Pool

from briefer.app.annotating import Annotator, Draft
from briefer.app.assembly import Assembly
from briefer.app.library import Library
from briefer.core.annotation import Annotation, Color, Scope, Stance
from briefer.gui.dialogs.leaving import ask_to_leave
from briefer.gui.main_window import MainWindow
from briefer.gui.theme import Theme, palette
from tests.gui.test_theme import contrast
from tests.gui.window.conftest import MakeWindow

TOO_LONG = "what is typed " * 20_000


def kept(window: MainWindow) -> tuple[Annotation, ...]:
    """What is on disk, read by a library of its own."""
    library = Library(window.parts.library.folder)
    try:
        return library.annotations()
    finally:
        library.close()


@contextmanager
def full_disk(library: Library) -> Iterator[None]:
    """Let the library's database grow no further."""

    def limit(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite makes that the size it has

    event.listen(Pool, "connect", limit)
    library.close()
    try:
        yield
    finally:
        event.remove(Pool, "connect", limit)
        library.close()


@pytest.fixture
def saved(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(opened.workspace.amended, timeout=20_000):
        opened.acts["save"].trigger()
    return opened


def test_a_highlight_without_a_selection_is_on_the_current_pair_and_on_disk_at_once(
    opened: MainWindow,
) -> None:
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    (annotation,) = kept(opened)
    assert annotation.scope is Scope.BEAD
    assert {target.language for target in annotation.targets} == {"ru", "en"}
    assert opened.frame.annotations.model.rowCount() == 1


def test_the_first_annotation_puts_the_document_into_the_library(opened: MainWindow, qtbot: QtBot) -> None:
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    assert opened.workspace.document is not None
    assert opened.workspace.document.id is not None
    assert "Not saved" not in opened.status.text
    qtbot.waitUntil(lambda: opened.frame.library.model.rowCount() == 1)


def test_a_note_keeps_its_text_colour_stance_and_tags(opened: MainWindow, qtbot: QtBot) -> None:
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    editor = opened.frame.annotations.editor
    assert editor.isVisible()
    QTest.keyClicks(editor.note, "Ask the authors.")
    QTest.keyClicks(editor.tags, "finance, money laundering, #finance")
    editor.stance.setCurrentIndex(editor.stance.findData(Stance.RED_LINE.value))
    editor.color_buttons[Color.RED].click()
    editor.scope.setCurrentIndex(1)
    QTest.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (annotation,) = kept(opened)
    assert annotation.note == "Ask the authors."
    assert annotation.tags == ("finance", "money laundering")
    assert (annotation.stance, annotation.color) == (Stance.RED_LINE, Color.RED)
    assert annotation.scope is Scope.PARAGRAPH
    assert not editor.isVisible()


@pytest.mark.parametrize("field", ["note", "tags", "stance"])
def test_the_keys_that_save_a_note_mean_nothing_else_where_it_is_written(
    opened: MainWindow, qtbot: QtBot, field: str
) -> None:
    opened.activateWindow()
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    editor = opened.frame.annotations.editor
    editor.note.setPlainText("Ask the authors.")
    written: QWidget = getattr(editor, field)
    written.setFocus()
    qtbot.waitUntil(written.hasFocus)
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [annotation.note for annotation in kept(opened)] == ["Ask the authors."]
    assert not editor.isVisible()


def test_the_keyboard_goes_to_the_text_when_its_column_is_hidden(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    for name, inside in (
        ("show-notes", opened.frame.annotations.view),
        ("show-library", opened.frame.library.filter),
    ):
        inside.setFocus()
        qtbot.waitUntil(inside.hasFocus)
        opened.acts[name].trigger()
        pane = opened.frame.reader.focusProxy()
        assert pane is not None
        qtbot.waitUntil(pane.hasFocus)


def test_a_selection_is_what_is_annotated(opened: MainWindow, qtbot: QtBot) -> None:
    reader = opened.frame.reader
    reader.go_to("en", 5)
    pane = reader.focusProxy()
    assert pane is not None
    reader.setFocus()
    for _ in range(6):
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    selected = reader.selected_targets()
    assert selected
    opened.acts["highlight"].trigger()
    (annotation,) = kept(opened)
    assert (annotation.scope, annotation.targets) == (Scope.SPAN, selected)


def test_undo_takes_the_highlight_back_and_redo_makes_it_again(opened: MainWindow) -> None:
    assert not opened.acts["undo"].isEnabled()
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    (annotation,) = kept(opened)
    opened.acts["undo"].trigger()
    assert kept(opened) == ()
    assert opened.frame.annotations.model.rowCount() == 0
    assert not opened.acts["undo"].isEnabled()
    opened.acts["redo"].trigger()
    assert kept(opened) == (annotation,)


def test_annotations_are_there_after_a_restart_and_a_click_goes_back_to_them(
    opened: MainWindow, make_window: MakeWindow, qtbot: QtBot
) -> None:
    opened.frame.reader.go_to_bead(25)
    place = opened.frame.reader.current_place()
    opened.acts["highlight"].trigger()
    assert opened.workspace.document is not None
    document_id = opened.workspace.document.id
    assert document_id is not None
    qtbot.waitUntil(lambda: opened.parts.jobs.idle)
    opened.close()
    window = make_window()
    qtbot.waitUntil(lambda: window.workspace.document is not None, timeout=20_000)
    assert window.workspace.document is not None
    assert window.workspace.document.id == document_id
    assert window.frame.annotations.model.rowCount() == 1
    window.frame.reader.go_to_bead(0)
    window.frame.annotations.view.clicked.emit(window.frame.annotations.model.index(0))
    there = window.frame.reader.current_place()
    assert there is not None
    assert place is not None
    assert there.bead == place.bead


def test_changing_a_note_changes_it_on_disk(saved: MainWindow, qtbot: QtBot) -> None:
    saved.frame.reader.next_pair()
    saved.acts["highlight"].trigger()
    saved.acts["change-note"].trigger()
    editor = saved.frame.annotations.editor
    QTest.keyClicks(editor.note, "Now with words.")
    editor.save_button.click()
    assert [annotation.note for annotation in kept(saved)] == ["Now with words."]


def test_delete_in_the_list_deletes_and_undo_brings_it_back(saved: MainWindow, qtbot: QtBot) -> None:
    saved.frame.reader.next_pair()
    saved.acts["highlight"].trigger()
    before = kept(saved)
    QTest.keyClick(saved.frame.annotations.view, Qt.Key.Key_Delete)
    assert kept(saved) == ()
    saved.acts["undo"].trigger()
    assert kept(saved) == before


def test_annotating_nothing_is_told_in_a_sentence(opened: MainWindow) -> None:
    assert opened.frame.reader.current_place() is None
    opened.acts["note"].trigger()
    assert "Nothing is selected" in opened.frame.notices.text
    assert not opened.frame.annotations.editor.isVisible()


def test_when_the_disk_is_full_what_was_typed_stays_and_a_sentence_says_so(
    saved: MainWindow, assembly: Assembly
) -> None:
    saved.frame.reader.next_pair()
    saved.acts["note"].trigger()
    editor = saved.frame.annotations.editor
    editor.note.setPlainText(TOO_LONG)
    with full_disk(assembly.library):
        editor.save_button.click()
        assert editor.isVisible()
        assert editor.note.toPlainText() == TOO_LONG
        assert "disk is full" in editor.trouble.text()
        assert editor.trouble.isVisible()
    editor.save_button.click()
    assert [annotation.note for annotation in kept(saved)] == [TOO_LONG.strip()]
    assert not editor.isVisible()


def test_when_the_disk_is_full_the_first_note_of_an_unsaved_document_stays_too(
    window: MainWindow, opened: MainWindow, assembly: Assembly
) -> None:
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    editor = opened.frame.annotations.editor
    editor.note.setPlainText("short")
    assembly.library.summaries()
    with full_disk(assembly.library):
        editor.save_button.click()
        assert editor.note.toPlainText() == "short"
        assert "disk is full" in editor.trouble.text()
    assert kept(opened) == ()


def test_opening_another_document_keeps_the_note_being_written(
    saved: MainWindow, tmp_path: Any, qtbot: QtBot
) -> None:
    saved.frame.reader.next_pair()
    saved.acts["note"].trigger()
    saved.frame.annotations.editor.note.setPlainText("Half a thought")
    other = tmp_path / "other.txt"
    other.write_text("The Commission calls upon States to strengthen control.\n")
    with qtbot.waitSignal(saved.workspace.opened, timeout=20_000):
        saved.open_files([other])
    assert [annotation.note for annotation in kept(saved)] == ["Half a thought"]
    assert saved.frame.annotations.model.rowCount() == 0


def test_closing_the_window_saves_the_note_being_written(saved: MainWindow) -> None:
    saved.frame.reader.next_pair()
    saved.acts["note"].trigger()
    saved.frame.annotations.editor.note.setPlainText("Half a thought")
    assert saved.close()
    assert [annotation.note for annotation in kept(saved)] == ["Half a thought"]


def test_a_note_that_cannot_be_saved_keeps_the_window_open_unless_it_may_be_lost(
    saved: MainWindow, assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard])
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: next(answers))
    saved.frame.reader.next_pair()
    saved.acts["note"].trigger()
    saved.frame.annotations.editor.note.setPlainText(TOO_LONG)
    with full_disk(assembly.library):
        assert not saved.close()
        assert saved.frame.annotations.editor.note.toPlainText() == TOO_LONG
        assert saved.close()
    assert kept(saved) == ()


def test_what_is_typed_is_thrown_away_only_when_asked_twice(opened: MainWindow) -> None:
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    editor = opened.frame.annotations.editor
    QTest.keyClicks(editor.note, "Long and precious.")
    editor.cancel_button.click()
    assert editor.isVisible()
    assert "Cancel again" in editor.trouble.text()
    QTest.keyClicks(editor.note, " More.")
    editor.cancel_button.click()
    assert editor.isVisible()
    editor.cancel_button.click()
    assert not editor.isVisible()
    assert kept(opened) == ()


def test_highlighting_the_same_passage_twice_makes_one_highlight(opened: MainWindow) -> None:
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    opened.acts["highlight"].trigger()
    assert len(kept(opened)) == 1


@pytest.fixture
def editing(opened: MainWindow) -> tuple[MainWindow, Annotation]:
    """The editor open on an annotation, with something typed."""
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    (annotation,) = kept(opened)
    opened.annotations.change(annotation)
    QTest.keyClicks(opened.frame.annotations.editor.note, "Mine")
    return opened, annotation


def test_a_note_deleted_elsewhere_meanwhile_is_kept_as_a_new_one(
    editing: tuple[MainWindow, Annotation],
) -> None:
    window, annotation = editing
    elsewhere = Library(window.parts.library.folder)
    elsewhere.remove_annotation(annotation.id)
    elsewhere.close()
    editor = window.frame.annotations.editor
    window.annotations.submit()
    assert editor.isVisible()
    assert "deleted in another window" in editor.trouble.text()
    window.annotations.submit()
    (new,) = kept(window)
    assert (new.note, new.targets) == ("Mine", annotation.targets)
    assert new.id != annotation.id


def test_a_note_changed_elsewhere_meanwhile_is_overwritten_only_after_a_look(
    editing: tuple[MainWindow, Annotation],
) -> None:
    window, annotation = editing
    elsewhere = Library(window.parts.library.folder)
    Annotator(elsewhere).change(annotation.id, Draft("Theirs"))
    elsewhere.close()
    window.annotations.submit()
    assert [each.note for each in kept(window)] == ["Theirs"]
    assert window.frame.annotations.editor.isVisible()
    window.annotations.submit()
    assert [each.note for each in kept(window)] == ["Mine"]


@pytest.mark.parametrize("theme", Theme)
def test_every_colour_that_a_note_may_have_can_be_seen(opened: MainWindow, theme: Theme) -> None:
    opened.parts.look.set_theme(theme)
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    ground, editor = palette(theme).raised, opened.frame.annotations.editor
    for color, button in editor.color_buttons.items():
        shown = button.grab().toImage()
        colors = {shown.pixelColor(x, y).rgb() for x in range(shown.width()) for y in range(shown.height())}
        assert max(contrast(QColor(each).name(), ground) for each in colors) >= 1.8, color
    opened.annotations.discard()


@pytest.mark.parametrize(("language", "words"), [("en", "Close and lose it"), ("ru", "Закрыть и потерять")])
def test_the_button_that_loses_a_note_says_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    said = []

    def answer(box: QMessageBox) -> int:
        said.append(box.button(QMessageBox.StandardButton.Discard).text())
        return QMessageBox.StandardButton.Cancel.value

    monkeypatch.setattr(QMessageBox, "exec", answer)
    window.parts.look.speak(language)
    assert not ask_to_leave(window.parts.texts, window)
    assert said == [words]
