"""Long work as a plain value: what it does, how far it is, and how it is stopped.

Threads do not belong here: `briefer.gui.jobs` runs a task off the window's thread, the
command line runs it where it stands.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from briefer.core.values import dataclass

T = TypeVar("T")


class Cancelled(Exception):
    """The task was asked to stop and has stopped."""


class Progress:
    """Handed to the work of a task: it tells how far it is and learns that it should stop.

    `report` may be called from any thread; `told` is called in the same thread.
    """

    def __init__(self, told: Callable[[float], None] | None = None) -> None:
        self._told = told
        self._stop = threading.Event()

    def report(self, fraction: float) -> None:
        """Tell that `fraction` (0 to 1) is done; raises Cancelled when asked to stop."""
        self.check()
        if self._told is not None:
            self._told(min(1.0, max(0.0, fraction)))

    def check(self) -> None:
        """Raise Cancelled when asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report or check."""
        self._stop.set()


@dataclass(frozen=True)
class Task(Generic[T]):
    """A named piece of work that may take long; `work` runs once and returns its result."""

    name: str
    work: Callable[[Progress], T]

    def run(self, progress: Progress | None = None) -> T:
        return self.work(progress or Progress())
