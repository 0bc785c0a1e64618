"""Starts of the same user on the same library begin one after the other. No Qt here.

A file manager that is told to open two files starts the program twice at once. Without turns
neither start would find the other listening yet, and there would be two windows.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

PATIENCE = 10.0  # seconds; another start that takes longer is not waited for
_STEP = 0.02  # seconds between two tries


class Turn:
    """Kept from the beginning of a start until its window listens; the system ends it with the program.

    `where` is what the window will listen at, see `address`; with None, and on Windows, nobody waits.
    """

    def __init__(self, where: str | None) -> None:
        self._path = None if where is None or os.name == "nt" else f"{where}.turn"
        self._held: int | None = None

    def take(self, seconds: float = PATIENCE) -> bool:
        """Wait for the other starts; whether the turn is ours now."""
        if self._path is None:
            return False
        try:
            held = os.open(self._path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        except OSError:
            return False
        until = time.monotonic() + seconds
        while not _locked(held):
            if time.monotonic() > until:
                os.close(held)
                return False
            time.sleep(_STEP)
        self._held = held
        return True

    def end(self) -> None:
        """Let the next start go on."""
        if self._held is not None:
            with suppress(OSError):
                os.close(self._held)
            self._held = None


def _locked(held: int) -> bool:
    import fcntl

    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
