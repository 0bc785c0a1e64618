"""A task runs off the window's thread, and everything about it is told in the window's thread."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from briefer.app.task import Progress, Task
from briefer.core.errors import FileEmpty
from briefer.gui.jobs import Jobs, Told


def test_the_result_comes_in_the_windows_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    came: list[object] = []

    def work(_progress: Progress) -> threading.Thread:
        return threading.current_thread()

    jobs.start(
        Task("work", work), lambda result: came.extend((result, threading.current_thread())), came.append
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came[1] is threading.main_thread()
    assert came[0] is not came[1]
    assert jobs.idle


def test_an_error_comes_as_it_was_raised(qtbot: QtBot) -> None:
    jobs = Jobs()
    failed: list[object] = []
    error = FileEmpty(path="x")

    def work(_progress: Progress) -> None:
        raise error

    jobs.start(Task("work", work), lambda _result: failed.append(None), failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed == [error]


def test_progress_is_told_in_order_and_the_end_comes_last(qtbot: QtBot) -> None:
    jobs = Jobs()
    told: list[Told] = []
    done: list[object] = []

    def work(progress: Progress) -> str:
        for step in range(200):
            progress.report(step / 200)
        return "done"

    jobs.started.connect(lambda job: job.told.connect(told.append))
    jobs.start(Task("work", work), done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert all(isinstance(each, Told) for each in told)
    assert [each.fraction for each in told[:-1]] == [step / 200 for step in range(200)]
    assert (told[-1].ended, told[-1].result) == (True, "done")


def test_a_job_that_is_stopped_tells_neither_result_nor_error(qtbot: QtBot) -> None:
    jobs = Jobs()
    came: list[object] = []
    going = threading.Event()

    def work(progress: Progress) -> None:
        going.set()
        while True:
            progress.check()

    job = jobs.start(Task("work", work), came.append, came.append)
    assert going.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: jobs.idle)
    assert came == []


def test_stopping_all_waits_for_the_threads(qtbot: QtBot) -> None:
    jobs = Jobs()

    def work(progress: Progress) -> None:
        while True:
            progress.check()

    job = jobs.start(Task("work", work), lambda _r: None, lambda _e: None)
    jobs.stop()
    assert job.wait(0)
    assert jobs.idle


def test_what_is_wished_for_after_all_was_stopped_is_not_begun(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.stop()
    begun: list[object] = []
    with qtbot.assertNotEmitted(jobs.started, wait=50):
        jobs.start(Task("late", begun.append), begun.append, begun.append)
    assert begun == []
    assert jobs.idle
