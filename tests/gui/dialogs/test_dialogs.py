"""Dialogs are freed when they are closed, and say what they should."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import briefer
from briefer.app.texts import Texts
from briefer.gui.dialogs.about import AboutDialog
from briefer.gui.dialogs.files import FilesDialog
from briefer.gui.dialogs.shortcuts import ShortcutsDialog
from briefer.gui.dialogs.symbol import SymbolDialog

ROWS = [("Open", "Ctrl+O"), ("Next pair", "Alt+Down")]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def about(parent: QWidget, texts: Texts) -> QDialog:
    return AboutDialog(texts, parent)


def shortcuts(parent: QWidget, texts: Texts) -> QDialog:
    return ShortcutsDialog(ROWS, texts, parent)


def symbol(parent: QWidget, texts: Texts) -> QDialog:
    return SymbolDialog("", lambda _symbol: None, texts, parent)


def files(parent: QWidget, texts: Texts) -> QDialog:
    return FilesDialog([["/no/such/folder/x.txt"]], texts, parent)


@pytest.mark.parametrize("make", [about, shortcuts, symbol, files])
def test_a_dialog_is_freed_when_it_is_closed(
    make: Callable[[QWidget, Texts], QDialog], parent: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    dialog = make(parent, texts)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_about_tells_version_and_licence(parent: QWidget, texts: Texts) -> None:
    words = AboutDialog(texts, parent).words.text()
    assert briefer.__version__ in words
    assert "Affero" in words


def test_shortcuts_are_listed_with_their_keys(parent: QWidget, texts: Texts) -> None:
    table = ShortcutsDialog(ROWS, texts, parent).table
    listed = [(table.item(row, 0), table.item(row, 1)) for row in range(table.rowCount())]
    assert [(name.text(), keys.text()) for name, keys in listed if name and keys] == ROWS


def test_an_emptied_symbol_means_none(parent: QWidget, texts: Texts, qtbot: QtBot) -> None:
    entered: list[str | None] = []
    dialog = SymbolDialog("A/79/1", entered.append, texts, parent)
    dialog.line.clear()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    assert entered == [None]
