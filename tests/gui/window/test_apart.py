"""With a process that reads for the window: files open, and what is stopped leaves nothing behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.settings import Settings
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG, make_windows
from tests.pdf_pages import of_pages
from tests.specimens import session_text

needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="counts processes in /proc")


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[Assembly]:
    made = Assembly(tmp_path / "library", apart=True)
    yield made
    made.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, apart: Assembly, settings: Settings) -> Iterator[MainWindow]:
    with make_windows(qapp, qtbot, apart, settings) as make:
        yield make()


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A file that takes some seconds to be read."""
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join([session_text()] * 60), encoding="utf-8")
    return path


def test_a_dropped_file_opens(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.opening.take([sample])
    assert "18 aligned" in window.status.text


def test_progress_is_shown_and_cancel_stops_it(window: MainWindow, long: Path, qtbot: QtBot) -> None:
    window.opening.take([long])
    qtbot.waitUntil(window.frame.progress.isVisible, timeout=LONG)
    assert "long.txt" in window.frame.progress.sentence
    (cancel,) = window.frame.progress.findChildren(QPushButton)
    cancel.click()
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    assert window.workspace.document is None
    assert window.frame.notices.text == ""
    assert not window.frame.progress.isVisible()


def test_after_a_cancelled_file_the_next_one_opens(
    window: MainWindow, long: Path, sample: Path, qtbot: QtBot
) -> None:
    window.opening.take([long])
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.opening.take([sample])
    assert window.workspace.document is not None
    assert window.workspace.document.document.sources[0].path == str(sample)
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    assert window.workspace.document.document.sources[0].path == str(sample)


@needs_proc
def test_closing_the_window_ends_every_process(
    window: MainWindow, apart: Assembly, long: Path, qtbot: QtBot
) -> None:
    before = offspring() - {os.getpid()}
    window.opening.take([long])
    qtbot.waitUntil(lambda: bool(offspring() - before), timeout=LONG)
    window.close()
    apart.close()
    qtbot.waitUntil(lambda: not offspring() - before, timeout=LONG)


@needs_proc
def test_a_file_that_is_stopped_in_the_parser_leaves_no_process_that_works(
    window: MainWindow, apart: Assembly, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "pages.pdf"
    path.write_bytes(of_pages(*["The Commission calls upon States. " * 3] * 900))
    window.opening.take([path])
    window.workspace.stop_opening()
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    assert window.workspace.document is None
    apart.close()
    qtbot.waitUntil(lambda: not offspring(), timeout=LONG)


def offspring() -> set[int]:
    """The processes that this one has started, and theirs."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                after_name = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if after_name[0] != "Z":
                parents[int(folder.name)] = int(after_name[1])
    found = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}
