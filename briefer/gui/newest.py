"""Of several wishes to open something the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from briefer.app.task import Cancelled, Task
from briefer.gui.jobs import Job, Jobs, Told

T = TypeVar("T")


class Newest(QObject):
    """Runs one task at a time; a newer one takes its place. `settled` tells that none is under way."""

    settled = Signal()

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        super().__init__(owner)
        self._jobs = jobs
        self._job: Job | None = None
        self._name = ""

    @property
    def busy(self) -> bool:
        return self._job is not None

    @property
    def name(self) -> str:
        """What the task is called that runs; "" when none does."""
        return self._name if self.busy else ""

    def start(self, task: Task[T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run a task; neither callback is called if a newer one takes its place."""
        if self._job is not None:
            self._job.cancel()
        wish: list[Job] = []

        def still_wanted() -> bool:
            wanted = bool(wish) and wish[0] is self._job
            if wanted:
                self._job = None
            return wanted

        def come(result: T) -> None:
            if still_wanted():
                done(result)
                self._tell()

        def gone(error: Exception) -> None:
            if still_wanted():
                failed(error)
                self._tell()

        self._name = task.name
        self._job = self._jobs.start(task, come, gone)
        wish.append(self._job)
        self._job.told.connect(self._told)

    def stop(self) -> None:
        """Give up what is under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._tell()

    @Slot(object)
    def _told(self, told: Told) -> None:
        """Who stopped it from elsewhere is told by neither callback."""
        if told.ended and told.job is self._job and isinstance(told.error, Cancelled):
            self._job = None
            self._tell()

    def _tell(self) -> None:
        if self._job is None:
            self.settled.emit()
