"""What every test of the window shares: a platform without a screen, texts, and leak checks."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefer.app.texts import Texts


@pytest.fixture
def texts() -> Texts:
    """The English texts as they stand in the source."""
    return Texts(Path("no-catalogues"))


@pytest.fixture(autouse=True)
def nothing_left_behind(qtbot: QtBot) -> Iterator[None]:
    """Fail a test that leaves a window or a running timer behind.

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
    assert not running_timers(), "timers left running"


def running_timers() -> list[QTimer]:
    """The timers of Python's making that are alive and active."""
    timers = [each for each in gc.get_objects() if isinstance(each, QTimer)]
    return [timer for timer in timers if shiboken6.isValid(timer) and timer.isActive()]


def _stands_alone(widget: QWidget) -> bool:
    # Qt keeps the label of its tool tips for the next one.
    return widget.parent() is None and widget.metaObject().className() != "QTipLabel"
