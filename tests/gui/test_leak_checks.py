"""The leak checks of this folder's conftest can fail."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.gui.conftest import running_timers


def test_a_running_timer_is_found_and_a_stopped_one_is_not(qtbot: QtBot) -> None:
    timer = QTimer()
    timer.start(60_000)
    assert running_timers() == [timer]
    timer.stop()
    assert not running_timers()
