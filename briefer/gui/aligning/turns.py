"""Carries corrections out one after the other, off the window's thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from briefer.app.model import OpenDocument
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.core.errors import BrieferError
from briefer.gui.jobs import Job, Jobs, Told
from briefer.gui.workspace import Workspace

Work = Callable[[OpenDocument, Progress], OpenDocument | None]


class Turns(QObject):
    """A correction that is wished for while another is under way waits its turn.

    What it means is asked only then, so that it means what it says where the reader stands by then.
    `take` gets the document that was corrected and what has become of it, `fail` what went wrong;
    after a failure the rest is dropped. `changed` tells that something is under way, or nothing any more.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        texts: Texts,
        take: Callable[[OpenDocument, OpenDocument | None], None],
        fail: Callable[[Exception], None],
    ) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._jobs = jobs
        self._texts = texts
        self._take = take
        self._fail = fail
        self._waiting: deque[Callable[[], Work]] = deque()
        self._job: Job | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is under way or waiting."""
        return self._job is None and not self._waiting

    def wish(self, work: Callable[[], Work]) -> None:
        """Ask `work` what to do, when its turn has come, and do it."""
        self._waiting.append(work)
        self._go_on()

    def forget(self) -> None:
        """Drop what is waiting."""
        self._waiting.clear()

    def _go_on(self) -> None:
        document = self._workspace.document
        if self._job is not None or not self._waiting or document is None:
            return
        try:
            work = self._waiting.popleft()()
        except BrieferError as error:
            self._give_up(error)
            return
        task = Task(
            self._texts.gettext("Correcting the alignment…"), lambda progress: work(document, progress)
        )
        self._job = self._jobs.start(task, lambda result: self._take(document, result), self._give_up)
        self._job.told.connect(self._told)
        self.changed.emit()

    @Slot(object)
    def _told(self, told: Told) -> None:
        """Go on when the job has ended, however it did."""
        if told.ended and told.job is self._job:
            self._job = None
            if told.error is not None:
                self._waiting.clear()
            self._go_on()
            if self.idle:
                self.changed.emit()

    def _give_up(self, error: Exception) -> None:
        self._waiting.clear()
        self._fail(error)
