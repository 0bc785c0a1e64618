"""Has the search index brought up to date while the library is searched: one job at a time, told of."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.app.task import Progress, Task
from briefer.gui.jobs import Job, Told
from briefer.gui.parts import Parts

AGAIN = 2000  # milliseconds until it is tried again, where another program holds the index


class CatchingUp(QObject):
    """`moved` carries how far it is, from 0 to 1; `through` says that the index may be asked again.

    Typing on does not stop it: what has been done would be lost.
    """

    moved = Signal(float)
    through = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._job: Job | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AGAIN)
        self._later.timeout.connect(self.through)

    @property
    def running(self) -> bool:
        return self._job is not None or self._later.isActive()

    def begin(self) -> None:
        """Bring the index up to date, unless that is under way."""
        if self.running:
            return

        def work(progress: Progress) -> None:
            self._parts.refresh_index(progress)

        # Quiet: the results say how far it is.
        self._job = self._parts.jobs.start(
            Task("", work), lambda _: self._ended(), lambda _: self._ended(), quiet=True
        )
        self._job.told.connect(self._told)

    def later(self) -> None:
        """Try it again in a while: it did not help."""
        if self._job is None:
            self._later.start()

    def leave(self) -> None:
        """Nobody waits for it any more; what is under way goes on."""
        self._later.stop()

    def _ended(self) -> None:
        self._job = None
        self.through.emit()

    def _told(self, told: Told) -> None:
        if told.job is self._job:
            if told.fraction is not None:
                self.moved.emit(told.fraction)
            elif told.ended:
                self._job = None  # it was stopped, else `_ended` has come before
