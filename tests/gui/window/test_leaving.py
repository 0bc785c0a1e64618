"""A window that was closed leaves nothing behind, however often."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.settings import Settings
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import make_windows

WINDOWS = 20
WARM = 5  # windows until everything is loaded that stays
MEGABYTES = 1  # a window; one that stays takes six
OBJECTS = 100  # a window, such as weak references of Qt's; one that stays has thousands


def test_twenty_windows_opened_and_closed_leave_nothing(
    qapp: QApplication, qtbot: QtBot, sample: Path, settings: Settings, assembly: Assembly
) -> None:
    known: list[weakref.ref[QObject]] = []
    objects: list[int] = []
    memory: list[float] = []

    def open_and_close() -> None:
        with make_windows(qapp, qtbot, assembly, settings) as make:
            window = make()
            with qtbot.waitSignal(window.workspace.opened, timeout=20_000):
                window.open_files([sample])
            known.extend(weakref.ref(each) for each in (window, window.parts.jobs, window.frame.reader))

    for _ in range(WINDOWS):
        open_and_close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        objects.append(len(gc.get_objects()))
        memory.append(resident())

    assert [ref() for ref in known if ref() is not None] == []
    assert not QApplication.allWidgets()
    assert objects[-1] - objects[WARM] < OBJECTS * (WINDOWS - WARM)
    assert memory[-1] - memory[WARM] < MEGABYTES * (WINDOWS - WARM)


def resident() -> float:
    """Megabytes that this process has in memory; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def test_lists_that_are_filled_again_keep_no_rows(opened: MainWindow, qtbot: QtBot) -> None:
    def rows() -> int:
        gc.collect()
        return sum(type(each) is QStandardItem for each in gc.get_objects())

    def fill() -> None:
        opened.frame.outline.retranslate()
        opened.frame.library.model.retranslate()
        QApplication.processEvents()

    opened.parts.keeper.make_folder("Vienna")
    opened.workspace.save()
    model = opened.frame.library.model  # the folder, and the group that the document stands in
    qtbot.waitUntil(lambda: opened.parts.jobs.idle and model.rowCount() > 1, timeout=20_000)
    fill()
    before = rows()
    for _ in range(10):
        fill()
    assert before
    assert rows() == before
