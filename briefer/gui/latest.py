"""Runs the newest of several wishes off the window's thread; one at a time, those between are dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from briefer.app.task import Progress, Task
from briefer.gui.jobs import Job, Jobs, Told

Work = Callable[[Progress], Any]
Done = Callable[[Any], None]


class Latest(QObject):
    """For what is asked at every move and wanted for the last one only. `fail` hears of errors."""

    def __init__(self, jobs: Jobs, fail: Callable[[Exception], None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._fail = fail
        self._job: Job | None = None
        self._next: tuple[str, Work, Done] | None = None

    @property
    def idle(self) -> bool:
        return self._job is None

    def ask(self, name: str, work: Work, done: Done) -> None:
        """Do `work` now, or after what is under way unless something newer is asked meanwhile."""
        if self._job is not None:
            self._next = (name, work, done)
            return
        self._job = self._jobs.start(Task(name, work), done, self._fail, quiet=True)
        self._job.told.connect(self._told)

    def forget(self) -> None:
        """Drop what is waiting; what is under way ends as it does."""
        self._next = None

    @Slot(object)
    def _told(self, told: Told) -> None:
        if told.ended and told.job is self._job:
            self._job = None
            following, self._next = self._next, None
            if following is not None and told.error is None:
                self.ask(*following)
