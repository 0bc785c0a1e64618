"""In a field of text shortcuts call their actions, and what everybody edits with stays the field's."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from briefer.gui.briefing.export_dialog import ExportDialog
from briefer.gui.keys import EDITING
from briefer.gui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ESCAPING = {"Tab", "Shift+Tab", "Return", "Enter", "Esc"}


class Greedy(QLineEdit):
    """A field that wants every key for itself, as fields on X11 do with some."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def kept(field: QLineEdit | QPlainTextEdit, keys: str) -> bool:
    """Whether the field keeps what is pressed from being a shortcut."""
    sequence: Any = QKeySequence(keys)  # its types leave out that it has parts
    pressed: QKeyCombination = sequence[0]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def reading(window: MainWindow) -> bool:
    """Whether the keyboard is in the text."""
    focused = window.focusWidget()
    return focused is not None and window.frame.reader.isAncestorOf(focused)


@pytest.fixture
def field(opened: MainWindow) -> QLineEdit:
    made = Greedy(opened)
    made.show()
    made.setFocus()
    return made


def test_no_field_keeps_a_shortcut_for_itself(opened: MainWindow, field: QLineEdit) -> None:
    for action in opened.actions():
        for keys in action.shortcuts():
            written = keys.toString(QKeySequence.SequenceFormat.PortableText)
            if action.isEnabled() and written not in EDITING:
                assert not kept(field, written), written


def test_a_field_keeps_what_everybody_edits_with(opened: MainWindow, field: QLineEdit) -> None:
    note = opened.frame.annotations.editor.note
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    for each in (note, opened.search_field):
        each.setFocus()
        for keys in EDITING - ESCAPING:
            assert kept(each, keys), keys


def test_export_is_called_from_the_search_field(opened: MainWindow) -> None:
    opened.search_field.setFocus()
    opened.search_field.setText("precursors")
    QTest.keyClick(opened.search_field, Qt.Key.Key_E, CONTROL)
    (dialog,) = opened.findChildren(ExportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_deleting_a_word_in_a_field_deletes_no_annotation(opened: MainWindow) -> None:
    opened.frame.reader.next_pair()
    opened.acts["highlight"].trigger()
    panel = opened.frame.annotations
    panel.view.setCurrentIndex(panel.model.index(0))
    opened.search_field.setFocus()
    opened.search_field.setText("two words")
    QTest.keyClick(opened.search_field, Qt.Key.Key_Backspace, CONTROL)
    assert opened.search_field.text() == "two "
    assert panel.model.rowCount() == 1


def test_a_field_that_is_left_has_its_keys_again(opened: MainWindow, field: QLineEdit) -> None:
    assert not kept(field, "Ctrl+E")
    opened.frame.reader.setFocus()
    assert kept(field, "Ctrl+E")


def test_escape_leaves_the_search_field(opened: MainWindow) -> None:
    opened.acts["search"].trigger()
    QTest.keyClicks(opened.search_field, "drug")
    QTest.keyClick(opened.search_field, Qt.Key.Key_Escape)
    assert opened.search_field.text() == ""
    assert reading(opened)


def test_escape_leaves_a_note_that_nothing_is_written_in(opened: MainWindow) -> None:
    editor = opened.frame.annotations.editor
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    assert editor.note.hasFocus()
    QTest.keyClick(editor.note, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert reading(opened)


def test_escape_in_a_note_throws_nothing_away_before_it_is_pressed_again(opened: MainWindow) -> None:
    editor = opened.frame.annotations.editor
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    QTest.keyClicks(editor.note, "Ask them.")
    QTest.keyClick(editor.note, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.note.toPlainText() == "Ask them."
    QTest.keyClick(editor.note, Qt.Key.Key_Escape)
    assert not editor.isVisible()
