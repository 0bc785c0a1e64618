"""Runs an `app.task.Task` off the window's thread and tells the window how it goes.

Every callback is called in the window's thread. This is the only place that starts threads.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefer.app.task import Cancelled, Progress, Task
from briefer.core.values import dataclass

T = TypeVar("T")

JOB = "briefer: "  # begins the name of every thread that is started here


@dataclass(frozen=True, slots=True)
class Told:
    """What comes over from a job's thread: how far it is, or how it ended.

    Ended without an error means `result`; ended by Cancelled means that it was stopped.
    """

    job: Job
    fraction: float | None = None
    ended: bool = False
    result: Any = None
    error: Exception | None = None


class Job(QObject):
    """One task under way. `told` carries a `Told`."""

    told = Signal(object)
    _arrived = Signal()

    def __init__(self, task: Task[Any], parent: QObject) -> None:
        super().__init__(parent)
        self.name = task.name
        self._task = task
        self._progress = Progress(self._report)
        # A Python value does not always survive a queued signal between threads: the values
        # wait in a queue of Python's, and the signal only says that there is one.
        self._waiting: SimpleQueue[Told] = SimpleQueue()
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=JOB + task.name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        self._progress.cancel()

    def wait(self, seconds: float) -> bool:
        """Whether the thread has ended within `seconds`."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _report(self, fraction: float) -> None:
        self._tell(Told(self, fraction=fraction))

    def _work(self) -> None:
        try:
            end = Told(self, ended=True, result=self._task.run(self._progress))
        except Exception as error:  # noqa: BLE001 - told to the window, which says it to the reader
            end = Told(self, ended=True, error=error)
        self._tell(end)

    def _tell(self, told: Told) -> None:
        self._waiting.put(told)
        self._arrived.emit()

    @Slot()
    def _pass_on(self) -> None:
        self.told.emit(self._waiting.get())


class Jobs(QObject):
    """Starts jobs and keeps them until they have ended. `started` carries a `Job`."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Job, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._stopped = False

    @property
    def idle(self) -> bool:
        return not self._running

    def start(
        self,
        task: Task[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        quiet: bool = False,
    ) -> Job:
        """Run `task`; afterwards `done` gets its result or `failed` its error.

        A task that was stopped calls neither, nor does one that is wished for after `stop`. A `quiet` one
        is not told of by `started`.
        """
        job = Job(task, self)
        if self._stopped:
            return job
        self._running[job] = (done, failed)
        job.told.connect(self._take)
        job.start()
        if not quiet:
            self.started.emit(job)
        return job

    def stop(self, seconds: float = 5.0) -> None:
        """Stop everything for good and wait so long in all; what still comes in is not passed on."""
        self._stopped = True
        running, self._running = tuple(self._running), {}
        for job in running:
            job.cancel()
        until = time.monotonic() + seconds
        for job in running:
            job.wait(max(0.0, until - time.monotonic()))

    @Slot(object)
    def _take(self, told: Told) -> None:
        if not told.ended or told.job not in self._running:
            return
        done, failed = self._running.pop(told.job)
        told.job.wait(1.0)  # it may be on its way out of the signal still, which needs its sender
        told.job.deleteLater()
        if told.error is None:
            done(told.result)
        elif not isinstance(told.error, Cancelled):
            failed(told.error)
