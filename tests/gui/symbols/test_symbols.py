"""A symbol in the text opens the saved document with it, or offers to look for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.model import OpenDocument
from briefer.app.settings import Settings
from briefer.gui.main_window import MainWindow
from briefer.gui.symbols.dialog import SymbolDialog
from tests.factories import plain_document
from tests.gui.reader.test_linking import point_of
from tests.gui.window.conftest import LONG, assembly, make_windows, settings

__all__ = ["assembly", "settings"]

NONE = Qt.KeyboardModifier.NoModifier
OWN, OTHER = "E/CN.7/2025/L.4", "E/CN.7/2025/1"
TEXT = f"𐐷 Draft {OWN} recalls document {OTHER} and A/RES/79/1."


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, assembly: Assembly, settings: Settings) -> Iterator[MainWindow]:
    with make_windows(qapp, qtbot, assembly, settings) as make:
        made = make()
        document = plain_document({"en": (TEXT, "None here.", f"Again {OTHER}.")}, symbol=OWN)
        made.workspace.show(OpenDocument(document))
        qtbot.waitUntil(lambda: not made.frame.reader._spread.busy)
        yield made


def save(window: MainWindow, title: str, name: str) -> str:
    document = plain_document({"en": (title,)}, name=name, symbol=OTHER)
    saved = window.parts.library.save(OpenDocument(document))
    assert saved.id is not None
    return saved.id


def asking(window: MainWindow, qtbot: QtBot) -> SymbolDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(SymbolDialog)), timeout=LONG)
    (dialog,) = window.findChildren(SymbolDialog)
    return dialog


def closed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.findChildren(SymbolDialog) and window.symbols.idle)


def position(symbol: str) -> int:
    """Where a symbol stands in the first paragraph, in Qt's units."""
    return TEXT.index(symbol) + 1


def click(window: MainWindow, symbol: str) -> None:
    pane = window.frame.reader._spread.panes[0]
    point: QPoint = point_of(pane, position(symbol) + 3)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, NONE, point)


def test_a_click_opens_the_saved_document(window: MainWindow, qtbot: QtBot) -> None:
    identity = save(window, "The agenda", "agenda.txt")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        click(window, OTHER)
    assert window.workspace.document is not None
    assert window.workspace.document.id == identity
    qtbot.waitUntil(lambda: window.symbols.idle and not window.frame.reader._spread.busy)


def test_the_documents_own_symbol_leads_nowhere(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.frame.reader._spread.panes[0]
    under = window.frame.reader.surface.symbols[0].under
    assert under(point_of(pane, position(OWN) + 3)) is None
    assert str(under(point_of(pane, position(OTHER) + 3))) == OTHER


def test_a_symbol_that_is_not_in_the_library_can_be_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    click(window, OTHER)
    dialog = asking(window, qtbot)
    assert OTHER in dialog.sentence
    assert not dialog.list.isVisible()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == OTHER
    closed(window, qtbot)
    click(window, OTHER)
    asking(window, qtbot).search_button.click()
    assert window.search_field.text() == f'"{OTHER}"'
    closed(window, qtbot)
    window.search_field.clear()
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)


def test_of_several_documents_one_is_chosen_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    ids = {save(window, "The agenda", "a.txt"), save(window, "Another agenda", "b.txt")}
    click(window, OTHER)
    dialog = asking(window, qtbot)
    assert dialog.list.count() == 2
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert window.workspace.document is not None
    assert window.workspace.document.id in ids
    closed(window, qtbot)
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)


def caret(window: MainWindow) -> tuple[int, int]:
    spot = window.frame.reader.surface.spot()
    assert spot is not None
    return spot.index, spot.offset


def test_symbols_are_gone_through_by_keys_and_opened(window: MainWindow, qtbot: QtBot) -> None:
    window.frame.reader.go_to("en", 0)
    stops = [(0, TEXT.index(OTHER)), (0, TEXT.index("A/RES")), (2, 6)]
    for stop in stops:
        window.acts["next-symbol"].trigger()
        assert caret(window) == stop
    window.acts["next-symbol"].trigger()
    assert "no symbol after" in window.frame.notices.text
    window.acts["previous-symbol"].trigger()
    assert caret(window) == stops[1]
    assert not window.frame.notices.text
    window.acts["open-symbol"].trigger()
    assert "A/RES/79/1" in asking(window, qtbot).sentence
    window.findChildren(SymbolDialog)[0].reject()
    closed(window, qtbot)
    window.frame.reader.go_to("en", 1)
    window.acts["open-symbol"].trigger()
    assert "no symbol in this paragraph" in window.frame.notices.text


def test_symbols_have_a_line_below_and_a_hint(window: MainWindow) -> None:
    pane = window.frame.reader._spread.panes[0]
    with_line = pane.viewport().grab().toImage()
    pane.layers.clear()
    assert pane.viewport().grab().toImage() != with_line
    reader = window.frame.reader
    reader.surface.go_to("en", 2, 8)
    spot = reader.surface.spot()
    assert spot is not None
    assert window.symbols.hint(spot) == (OTHER, "A click opens the document with this symbol.")
    assert window.symbols.hint(replace(spot, index=1)) is None
