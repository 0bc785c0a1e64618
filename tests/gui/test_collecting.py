"""Garbage that may hold objects of Qt's dies in the window's thread, whichever thread asks for memory."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from briefer.app.task import Progress, Task
from briefer.gui.jobs import Jobs

MANY = 50_000  # objects, far more than any generation waits for
LONG = 20.0  # seconds


class Ring:
    """A circle that only a collection ends; `ended` says in which threads."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.itself: Ring | None = self
        self.ended = ended

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())


def test_a_job_that_asks_for_much_memory_collects_nothing(qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    jobs = Jobs()

    def work(_progress: Progress) -> list[list[int]]:
        return [[number] for number in range(MANY)]

    Ring(ended)
    done: list[object] = []
    job = jobs.start(Task("much", work), done.append, done.append)
    assert job.wait(LONG)  # while the loop of the window's thread stands still
    assert not ended
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.main_thread()]
    assert done == [[[number] for number in range(MANY)]]


def test_what_is_in_no_circle_dies_at_once() -> None:
    ended: list[threading.Thread] = []
    ring = Ring(ended)
    ring.itself = None
    del ring
    assert ended == [threading.main_thread()]
