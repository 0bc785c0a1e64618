"""Where a text names a key, it is the one that calls the action now; none where the action has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefer.app.resources import resource
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG

CHORD = re.compile(r"\b(?:Ctrl|Shift|Alt|Meta)\+\w+|\bF\d{1,2}\b|[⌘⇧⌥⌃]")


def hints(window: MainWindow) -> Iterator[str]:
    """What labels and tooltips say that name keys."""
    for widget in window.findChildren(QWidget):
        words = [widget.toolTip(), widget.text() if isinstance(widget, QLabel) else ""]
        yield from (each for each in words if CHORD.search(each))


def hint(window: MainWindow, beginning: str) -> str:
    (found,) = {each for each in hints(window) if beginning in each}
    return found


def search_in_vain(window: MainWindow, qtbot: QtBot) -> None:
    window.search_field.setText("treaty")
    window.after.search.search()
    qtbot.waitUntil(lambda: "library is empty" in window.frame.results.text, timeout=LONG)


def test_no_text_of_the_window_has_a_key_in_it() -> None:
    with resource("locale", "ru", "LC_MESSAGES", "briefer.po").open("rb") as file:
        catalogue = read_po(file)
    fixed = [
        message
        for message in catalogue
        if any(path.startswith("briefer/gui/") for path, _line in message.locations)
        and CHORD.search(f"{message.id} {message.string}")
    ]
    assert fixed == []


def test_texts_name_the_keys_that_are_in_force(window: MainWindow, qtbot: QtBot) -> None:
    search_in_vain(window, qtbot)
    assert "highlight it (Ctrl+H) or write a note (Ctrl+M)" in hint(window, "Nothing is annotated")
    assert hint(window, "Search all saved") == "Search all saved documents (Ctrl+Shift+F)"
    assert "(Ctrl+S)" in hint(window, "looks through saved documents")


def test_texts_follow_at_once_when_keys_are_changed(window: MainWindow, qtbot: QtBot) -> None:
    search_in_vain(window, qtbot)
    changed = {
        "highlight": "Ctrl+Alt+F9",
        "note": "Ctrl+Alt+F10",
        "search": "Ctrl+Alt+F11",
        "save": "Ctrl+Alt+F12",
    }
    for name, keys in changed.items():
        assert window.keys.change(name, keys) is None
    assert "it (Ctrl+Alt+F9) or write a note (Ctrl+Alt+F10)" in hint(window, "Nothing is annotated")
    assert hint(window, "Search all saved") == "Search all saved documents (Ctrl+Alt+F11)"
    assert "(Ctrl+Alt+F12)" in hint(window, "looks through saved documents")
    window.keys.reset_all()
    assert "(Ctrl+H)" in hint(window, "Nothing is annotated")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_action_without_a_key_is_told_without_one(window: MainWindow, qtbot: QtBot, language: str) -> None:
    search_in_vain(window, qtbot)
    window.parts.look.speak(language)
    for name in window.acts:
        window.keys.change(name, "")
    qtbot.waitUntil(lambda: list(hints(window)) == [window.frame.annotations.editor.save_button.toolTip()])
    assert "{" not in "".join(label.text() for label in window.findChildren(QLabel))


def test_keys_are_written_as_the_system_writes_them(window: MainWindow) -> None:
    window.keys.change("save", "Ctrl+Alt+F12")
    native = QKeySequence("Ctrl+Alt+F12").toString(QKeySequence.SequenceFormat.NativeText)
    assert window.keys.shown("save") == native == window.acts.keys("save")
    assert window.keys.aside("save") == f" ({native})"
    window.keys.change("save", "")
    assert window.keys.aside("save") == window.keys.shown("save") == ""
