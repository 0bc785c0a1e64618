"""What every test of the window shares: a platform without a screen, texts, and leak checks."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from briefer.app.texts import Texts
from briefer.gui.collecting import Collecting
from briefer.gui.jobs import JOB
from briefer.gui.theme import STYLE


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["briefer", *STYLE]


@pytest.fixture
def texts() -> Texts:
    """The English texts as they stand in the source."""
    return Texts(Path("no-catalogues"))


@pytest.fixture(scope="session", autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:
    """Garbage is collected as in the program: in a job's thread it may take objects of Qt's with it."""
    made = Collecting(qapp)
    yield
    made.close()
    QApplication.clipboard().clear()  # what Python has put there must go before Python does


@pytest.fixture(autouse=True)
def nothing_left_behind(qtbot: QtBot) -> Iterator[None]:
    """Fail a test that leaves a window, or anything that goes on by itself, behind.

    Widgets given to `qtbot.addWidget` are closed before this looks.
    """
    before = QApplication.topLevelWidgets()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    windows = [
        widget for widget in QApplication.topLevelWidgets() if widget not in before and _stands_alone(widget)
    ]
    assert not windows, f"windows left open: {windows}"
    going_on = still_going_on()
    assert not going_on, f"left running: {going_on}"


def still_going_on() -> list[object]:
    """Timers, animations and threads of Qt's or Python's that are alive and at work.

    Of Qt's objects those of Python's making are found.
    """
    threads = [thread for thread in threading.enumerate() if thread.name.startswith(JOB)]
    return [each for each in gc.get_objects() if _goes_on(each)] + list[object](threads)


def _goes_on(each: object) -> bool:
    if not isinstance(each, QTimer | QAbstractAnimation | QThread) or not shiboken6.isValid(each):
        return False
    if isinstance(each, QTimer):
        return each.isActive()
    if isinstance(each, QThread):
        return each.isRunning() and each is not QThread.currentThread()
    return each.state() == QAbstractAnimation.State.Running


def _stands_alone(widget: QWidget) -> bool:
    # Qt keeps the label of its tool tips for the next one.
    if widget.metaObject().className() == "QTipLabel":
        return False
    return widget.parent() is None or (isinstance(widget, QDialog) and widget.isVisible())
