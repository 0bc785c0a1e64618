"""A window with a document in it that was read from pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.settings import Settings
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG, assembly, make_windows, settings
from tests.pdf_pages import of_pages

__all__ = ["assembly", "settings"]

FIRST = "1. The first paragraph stands on the first page of the file.\n\n2. The second one follows it."
SECOND = "3. The third paragraph stands on the second page of the file."
THIRD = "4. The fourth paragraph stands on the last page of the file."


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, assembly: Assembly, settings: Settings) -> Iterator[MainWindow]:
    with make_windows(qapp, qtbot, assembly, settings) as make:
        yield make()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(of_pages(FIRST, SECOND, THIRD))
    return path


@pytest.fixture
def opened(window: MainWindow, paper: Path, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([paper])
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)
    return window


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything that is wanted of the pages is drawn."""
    drawing = window.after.around.pages.drawing
    qtbot.waitUntil(lambda: drawing.idle and not drawing._wishes, timeout=LONG)


@pytest.fixture
def beside(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the page beside the text, drawn."""
    opened.acts["page"].trigger()
    qtbot.waitUntil(lambda: opened.after.around.pages.panel.sheet.pages == 3, timeout=LONG)
    settled(opened, qtbot)
    return opened
