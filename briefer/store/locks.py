"""Who uses a library: programs share it, and one that exchanges its database wants it alone."""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.core.errors import LibraryBusy
from briefer.store.files import private_opener

_STEP = 0.02  # seconds between two tries


class UseLock:
    """A lock on the file `path`, shared or exclusive, that the system lets go of when a program ends.

    On Windows nothing is locked: there the system itself keeps an open database from being renamed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._release: Callable[[], object] | None = None

    def share(self, seconds: float) -> None:
        """Use the library beside others. Raises LibraryBusy while one wants it alone.

        Where no lock can be made, as on a disk that cannot be written, there is none.
        """
        if self._release is None:
            try:
                held = _locked(self._path, seconds, alone=False)
            except OSError:
                return
            # A library that is let go of without being closed must not keep others waiting.
            self._release = weakref.finalize(self, os.close, held)

    def release(self) -> None:
        if self._release is not None:
            self._release()
            self._release = None

    @contextmanager
    def alone(self, seconds: float) -> Iterator[None]:
        """Keep everyone else out. Raises LibraryBusy while others are in, OSError."""
        held = _locked(self._path, seconds, alone=True)
        try:
            yield
        finally:
            os.close(held)


def _locked(path: Path, seconds: float, *, alone: bool) -> int:
    """The descriptor that holds the lock."""
    held = private_opener(str(path), os.O_CREAT | os.O_RDWR)
    until = time.monotonic() + seconds
    while not _try(held, alone=alone):
        if time.monotonic() > until:
            os.close(held)
            raise LibraryBusy(path=str(path.parent))
        time.sleep(_STEP)
    return held


def _try(held: int, *, alone: bool) -> bool:
    if os.name == "nt":
        return True
    import fcntl

    try:
        fcntl.flock(held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
