"""What can wait does so until there is something to read, and no longer than a moment."""

from __future__ import annotations

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from briefer.app.task import Progress, Task
from briefer.gui.main_window import MainWindow
from briefer.gui.settling import Settling
from tests.gui.window.conftest import LONG


def test_where_nothing_is_opened_nothing_waits(window: MainWindow, qtbot: QtBot) -> None:
    settling = Settling(window.workspace, window)
    with qtbot.waitSignal(settling.come, timeout=0):
        settling.begin()


def test_what_follows_comes_once_after_the_document(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    settling, told = Settling(window.workspace, window), []
    settling.come.connect(lambda: told.append(window.workspace.document is not None))
    window.open_files([sample])
    settling.begin()
    assert told == []
    with qtbot.waitSignal(settling.come, timeout=LONG):
        pass
    with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
        window.open_files([sample])
    assert told == [True]


def test_a_document_that_takes_its_time_is_not_waited_for(window: MainWindow, qtbot: QtBot) -> None:
    settling, release = Settling(window.workspace, window), threading.Event()

    def work(_progress: Progress) -> None:
        release.wait(60)

    window.workspace.start(Task("Reading…", work), lambda _: None, lambda _: None)
    settling.begin()
    with qtbot.waitSignal(settling.come, timeout=LONG):
        pass
    assert window.workspace.opening
    with qtbot.waitSignal(window.workspace.settled, timeout=LONG):
        release.set()


def test_the_window_reads_its_library_when_all_is_settled(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.frame.library.listed, timeout=LONG):
        window.settling.come.emit()
