"""Who uses a library: programs share it, and one that exchanges its database wants it alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from briefer.core.errors import LibraryBusy
from briefer.store.files import private_opener

_STEP = 0.02  # seconds between two tries


class UseLock:
    """A lock on the file `path`, shared or exclusive, that the system lets go of when a program ends.

    On Windows nothing is locked: there the system itself keeps an open database from being renamed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: BinaryIO | None = None

    def share(self, seconds: float) -> None:
        """Use the library beside others. Raises LibraryBusy while one wants it alone.

        Where no lock can be made, as on a disk that cannot be written, there is none.
        """
        if self._held is None:
            try:
                self._held = _locked(self._path, seconds, alone=False)
            except OSError:
                return

    def release(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    @contextmanager
    def alone(self, seconds: float) -> Iterator[None]:
        """Keep everyone else out. Raises LibraryBusy while others are in, OSError."""
        with _locked(self._path, seconds, alone=True):
            yield


def _locked(path: Path, seconds: float, *, alone: bool) -> BinaryIO:
    stream = open(path, "ab", opener=private_opener)  # noqa: SIM115 - it is held as long as the lock
    until = time.monotonic() + seconds
    while not _try(stream, alone=alone):
        if time.monotonic() > until:
            stream.close()
            raise LibraryBusy(path=str(path.parent))
        time.sleep(_STEP)
    return stream


def _try(stream: BinaryIO, *, alone: bool) -> bool:
    if os.name == "nt":
        return True
    import fcntl

    try:
        fcntl.flock(stream, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
