"""What a screen reader is told: every control has a name and a role, and the window is read in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow
from briefer.gui.palette.desk import listed
from tests.gui.window.conftest import LONG

Role = QAccessible.Role
# Opened by the system's own dialog, or ends the window.
OTHERS = {"open", "quit", "import-files", "import-folder", "print"}


def walk(at: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything visible below, in the order in which it is read."""
    if at.state().invisible:
        return
    yield at
    for number in range(at.childCount()):
        child = at.child(number)
        if child is not None:
            yield from walk(child)


def tree(widget: QWidget) -> list[QAccessibleInterface]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return list(walk(found))


def described(at: QAccessibleInterface) -> str:
    owner: QObject | None = at.object()
    name = owner.objectName() if owner is not None else ""
    return f"{at.role()} {type(owner).__name__} {name} “{at.text(QAccessible.Text.Value)}”"


def unnamed(widget: QWidget) -> list[str]:
    """What takes the keyboard and has no name. A cell may be empty: its row is named."""
    cells = (Role.Cell, Role.TreeItem)
    return [
        described(at)
        for at in tree(widget)
        if at.state().focusable and at.role() not in cells and not at.text(QAccessible.Text.Name).strip()
    ]


def without_role(widget: QWidget) -> list[str]:
    return [described(at) for at in tree(widget) if at.state().focusable and at.role() is Role.NoRole]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_control_of_the_window_has_a_name_and_a_role(
    window: MainWindow, sample: Path, language: str, qtbot: QtBot
) -> None:
    window.acts[f"language-{language}"].trigger()
    assert unnamed(window) == []
    with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
        window.open_files([sample])
    window.frame.reader.next_pair()
    window.acts["note"].trigger()
    window.acts["find"].trigger()
    QApplication.processEvents()
    assert unnamed(window) == []
    assert without_role(window) == []
    window.annotations.discard()
    window.search_field.setText("drug")
    qtbot.waitUntil(lambda: window.frame.results.isVisible() and window.parts.jobs.idle, timeout=LONG)
    assert unnamed(window) == []


def test_every_control_of_every_dialog_has_a_name_and_a_role(opened: MainWindow, qtbot: QtBot) -> None:
    opened.frame.reader.next_pair()
    seen = set()
    for _menu, name in listed(opened.acts.declared):
        words = opened.acts[name].text()
        if not opened.acts[name].isEnabled() or name in OTHERS or not words.endswith("…"):
            continue
        opened.acts[name].trigger()
        qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=LONG)
        for dialog in opened.findChildren(QDialog):
            if dialog.isVisible():
                seen.add(name)
                assert unnamed(dialog) == [], name
                assert without_role(dialog) == [], name
                dialog.reject()
        opened.annotations.discard()
    assert {"export", "settings", "go-to", "palette", "symbol", "information", "reading"} <= seen


def test_actions_are_named_in_the_toolbar_though_it_shows_arrows(opened: MainWindow) -> None:
    names = [at.text(QAccessible.Text.Name) for at in tree(opened) if at.role() is Role.Button]
    assert {"Back", "Forward", "Next pair", "Larger text"} <= set(names)
    assert not {"◀", "▶", "▲", "▼"} & set(names)


def test_the_two_languages_are_read_one_after_the_other_each_by_its_name(opened: MainWindow) -> None:
    texts = [at.text(QAccessible.Text.Name) for at in tree(opened.frame.reader)]
    assert texts.index("Russian text") < texts.index("English text")


def test_a_tab_is_named_by_its_document(opened: MainWindow) -> None:
    names = [at.text(QAccessible.Text.Name) for at in tree(opened.frame.tabs) if at.role() is Role.PageTab]
    assert names
    assert names[0].startswith("Joint Statement")


def test_the_keyboard_alone_comes_to_every_column_and_shows_where_it_is(opened: MainWindow) -> None:
    QApplication.processEvents()
    opened.search_field.setFocus()
    frame, stops = opened.frame, []
    for _ in range(5):
        opened.acts["next-column"].trigger()
        focused = opened.focusWidget()
        assert focused is not None
        stops.append(focused)
    columns = (frame.library, frame.outline, frame.reader, frame.annotations, opened.search_field)
    for stop, column in zip(stops, columns, strict=True):
        assert stop is column or column.isAncestorOf(stop), (stop, column)


def test_what_changes_by_itself_is_said(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    said: list[str] = []
    frame = opened.frame
    bar = frame.reader._bar
    for voice in (frame.notices.voice, opened.status.voice, bar.voice, frame.results.voice):
        voice.said.connect(said.append)
    opened.acts["save"].trigger()
    qtbot.waitUntil(lambda: "Saved" in said, timeout=LONG)
    opened.acts["find"].trigger()
    bar.field.setText("messengers")
    qtbot.waitUntil(lambda: any(words.startswith("1 of 1 match") for words in said), timeout=LONG)
    bar.close_bar()
    opened.search_field.setText("messengers")
    qtbot.waitUntil(lambda: any("passage" in words for words in said), timeout=LONG)
    opened.search_field.clear()
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7\n" + bytes(99))
    opened.open_files([damaged])
    qtbot.waitUntil(lambda: any("damaged" in words for words in said), timeout=LONG)
    assert said.count("Saved") == 1


def test_where_one_has_gone_is_said_with_the_label_of_the_paragraph(opened: MainWindow) -> None:
    said: list[str] = []
    opened.status.voice.said.connect(said.append)
    for index in (15, 16, 24):
        opened.frame.reader.go_to("ru", index)
    assert [words.split(" · ")[0] for words in said] == ["PP1", "PP2", "1"]
    assert all("automatic" in words for words in said)
    opened.frame.reader.go_to("ru", 24)
    opened.acts["language-ru"].trigger()
    assert len(said) == 3, "the place is the same"
