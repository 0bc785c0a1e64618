"""What SQLite and the operating system say when the library cannot be used, as Briefer's errors.

Works on the exceptions of sqlite3 and, without importing it, on those of SQLAlchemy.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.core.errors import (
    BrieferError,
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryUnavailable,
)

_NO_ROOM = 1 << 16  # bytes free below which a failed write is put down to a full disk
_FULL = {errno.ENOSPC, errno.EDQUOT}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise a LibraryError with `path` for every failure of database or disk within."""
    try:
        yield
    except BrieferError:
        raise
    except Exception as error:
        known = as_library_error(error, path)
        if known is None:
            raise
        raise known from error


def as_library_error(error: BaseException, path: Path) -> BrieferError | None:
    """The library's error that `error` means; None if it comes from neither database nor disk."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, sqlite3.Error):
        return _from_sqlite(cause, path)
    if isinstance(cause, OSError):
        if cause.errno in _FULL:
            return DiskFull(path=str(path))
        return LibraryUnavailable(path=str(path), reason=cause.strerror or str(cause))
    return None


def _from_sqlite(error: sqlite3.Error, path: Path) -> BrieferError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _no_room(path)):
        return DiskFull(path=str(path))
    if code in _BUSY:
        return LibraryBusy(path=str(path))
    # A failing statement without further ado means that tables are not what they should be.
    if code in _DAMAGED or isinstance(error, sqlite3.IntegrityError):
        return LibraryDamaged(path=str(path))
    return LibraryUnavailable(path=str(path), reason=str(error))


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False
