"""Dialogs are freed when they are closed, and say what they should."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import briefer
from briefer.app.joining import Doubt
from briefer.app.model import Choices, OpenDocument
from briefer.app.query_guide import query_guide
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.gui.dialogs.about import AboutDialog
from briefer.gui.dialogs.diagnostics import DiagnosticsDialog
from briefer.gui.dialogs.files import FilesDialog
from briefer.gui.dialogs.symbol import SymbolDialog
from briefer.gui.library.report_dialog import ImportReport
from briefer.gui.links import LinkDialog
from briefer.gui.opening.beside import BesideDialog
from briefer.gui.opening.information import InformationDialog
from briefer.gui.opening.password import PasswordDialog
from briefer.gui.opening.reading_dialog import ReadingDialog
from briefer.gui.preferences.dialog import SettingsDialog
from briefer.gui.search.guide import QueryGuide
from tests.factories import sample_document, sample_source
from tests.gui.dialogs.test_shortcuts import cheat_sheet


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def about(parent: QWidget, texts: Texts) -> QDialog:
    return AboutDialog(texts, parent)


def shortcuts(parent: QWidget, texts: Texts) -> QDialog:
    return cheat_sheet(parent, texts, Settings(Path("no-settings.json")))


def settings(parent: QWidget, texts: Texts) -> QDialog:
    return SettingsDialog(Settings(Path("no-settings.json")), texts, parent)


def queries(parent: QWidget, texts: Texts) -> QDialog:
    return QueryGuide(query_guide(texts), texts, parent)


def symbol(parent: QWidget, texts: Texts) -> QDialog:
    return SymbolDialog("", lambda _symbol: None, texts, parent)


def files(parent: QWidget, texts: Texts) -> QDialog:
    return FilesDialog([["/no/such/folder/x.txt"]], texts, parent)


def diagnostics(parent: QWidget, texts: Texts) -> QDialog:
    return DiagnosticsDialog([("Briefer", "1")], texts, parent)


def information(parent: QWidget, texts: Texts) -> QDialog:
    return InformationDialog(OpenDocument(sample_document()), texts, parent)


def password(parent: QWidget, texts: Texts) -> QDialog:
    return PasswordDialog("/x/a.pdf", texts, parent)


def beside(parent: QWidget, texts: Texts) -> QDialog:
    return BesideDialog("a.pdf", Doubt.TEXTS_DIFFER, texts, parent)


def reading(parent: QWidget, texts: Texts) -> QDialog:
    return ReadingDialog([sample_source()], [Choices()], 2, texts, parent)


def link(parent: QWidget, texts: Texts) -> QDialog:
    return LinkDialog("https://undocs.org/x", texts, parent)


ALL = [
    about,
    shortcuts,
    settings,
    queries,
    symbol,
    files,
    diagnostics,
    information,
    password,
    beside,
    reading,
    link,
]


@pytest.mark.parametrize("make", ALL)
def test_a_dialog_is_freed_when_it_is_closed(
    make: Callable[[QWidget, Texts], QDialog], parent: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    dialog = make(parent, texts)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def report(parent: QWidget, texts: Texts) -> QDialog:
    return ImportReport([], texts, parent)


@pytest.mark.parametrize("make", [queries, shortcuts, report])
def test_the_head_of_a_table_stands_over_its_columns(
    make: Callable[[QWidget, Texts], QDialog], parent: QWidget, texts: Texts
) -> None:
    headers = [
        each
        for each in make(parent, texts).findChildren(QHeaderView)
        if each.orientation() is Qt.Orientation.Horizontal
    ]
    assert headers
    assert all(each.defaultAlignment() & Qt.AlignmentFlag.AlignLeft for each in headers)


@pytest.mark.parametrize("make", [make for make in ALL if make is not files])
def test_every_control_of_a_dialog_has_a_name(
    make: Callable[[QWidget, Texts], QDialog], parent: QWidget, texts: Texts
) -> None:
    dialog = make(parent, texts)
    kinds = (QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QTextEdit, QAbstractButton)
    for kind in kinds:
        for control in dialog.findChildren(kind):
            # What a control is made of itself needs no name: the list that a box lets down, a header.
            inner = control.window() is not dialog or isinstance(control.parent(), (*kinds, QHeaderView))
            words = control.text() if isinstance(control, QAbstractButton) else ""
            assert inner or control.isHidden() or control.accessibleName() or words, control


@pytest.mark.parametrize(
    "make", [shortcuts, settings, queries, diagnostics, information, password, beside, reading, link]
)
def test_a_dialog_speaks_the_other_language_at_once(
    make: Callable[[QWidget, Texts], QDialog], parent: QWidget, speak: Callable[[str], Texts]
) -> None:
    texts = speak("en")
    dialog = make(parent, texts)
    texts.use("ru")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle()


def test_about_tells_version_and_licence(parent: QWidget, texts: Texts) -> None:
    words = AboutDialog(texts, parent).words.text()
    assert briefer.__version__ in words
    assert "Affero" in words


def test_an_emptied_symbol_means_none(parent: QWidget, texts: Texts, qtbot: QtBot) -> None:
    entered: list[str | None] = []
    dialog = SymbolDialog("A/79/1", entered.append, texts, parent)
    dialog.line.clear()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    assert entered == [None]
