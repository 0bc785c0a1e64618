"""Notices that somebody else has changed the database, without reading any of it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

_NOTHING = -1  # the version of a database that is not there


class ChangeProbe:
    """Asks SQLite for the version of the data at `path`. Used by one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._version: int | None = None

    def changed(self) -> bool:
        """Whether there was a change since the last call; the first call says no.

        A database that cannot be asked has not changed.
        """
        try:
            version = self._ask()
        except FileNotFoundError:
            version, self._file = _NOTHING, None
            self.close()
        except (sqlite3.Error, OSError):
            self.close()
            return False
        before, self._version = self._version, version
        return before is not None and before != version

    def close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _ask(self) -> int:
        found = self._path.stat()
        file = (found.st_dev, found.st_ino)
        if file != self._file:
            self.close()
            # Another database stands here now: restored, say. What its counter says is no measure.
            if self._file is not None:
                self._version = _NOTHING
            self._file = file
        if self._connection is None:
            uri = f"{self._path.absolute().as_uri()}?mode=ro"
            self._connection = sqlite3.connect(uri, uri=True, timeout=0, check_same_thread=False)
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
