"""The leak checks of this folder's conftest can fail."""

from __future__ import annotations

import threading

from PySide6.QtCore import QThread, QTimer, QVariantAnimation
from pytestqt.qtbot import QtBot

from briefer.app.task import Progress, Task
from briefer.gui.jobs import Jobs
from tests.gui.conftest import still_going_on


def test_a_running_timer_is_found_and_a_stopped_one_is_not(qtbot: QtBot) -> None:
    timer = QTimer()
    timer.start(60_000)
    assert still_going_on() == [timer]
    timer.stop()
    assert not still_going_on()


def test_a_running_animation_is_found_and_a_stopped_one_is_not(qtbot: QtBot) -> None:
    animation = QVariantAnimation()
    animation.setDuration(60_000)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.start()
    assert still_going_on() == [animation]
    animation.stop()
    assert not still_going_on()


def test_a_thread_is_found_and_one_that_ended_is_not(qtbot: QtBot) -> None:
    thread = QThread()
    thread.start()
    assert still_going_on() == [thread]
    thread.quit()
    assert thread.wait(5_000)
    assert not still_going_on()


def test_a_job_under_way_is_found_and_one_that_ended_is_not(qtbot: QtBot) -> None:
    jobs, go_on = Jobs(), threading.Event()

    def work(_progress: Progress) -> None:
        go_on.wait(20)

    jobs.start(Task("Waiting", work), lambda _: None, lambda _: None)
    assert len(still_going_on()) == 1
    go_on.set()
    qtbot.waitUntil(lambda: jobs.idle)
    qtbot.waitUntil(lambda: not still_going_on())
