"""Which revision of its tables a library's database has, asked without heavy imports.

A database is looked at read-only first, so that one from a newer Briefer stays untouched.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefer.core.errors import LibraryDamaged, LibraryLost, LibraryNewer, LibraryUnavailable

DATABASE = "library.sqlite"  # its name in the library's folder
# Oldest first, as in `briefer.store.migrations`.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
CURRENT = REVISIONS[-1]


@contextmanager
def reading(path: Path, busy_seconds: float) -> Iterator[sqlite3.Connection]:
    """A plain connection that cannot write. Raises sqlite3.Error."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, timeout=busy_seconds, uri=True)) as connection:
        yield connection


def stored_revision(path: Path, busy_seconds: float) -> str | None:
    """The revision in the database, None where there is no database yet.

    Raises LibraryLost where there was one, LibraryNewer for a revision that this Briefer
    does not know, LibraryDamaged for a database that is none of Briefer's, and sqlite3.Error.
    """
    if path.parent.exists() and not path.parent.is_dir():
        raise LibraryUnavailable(path=str(path.parent), reason=os.strerror(errno.ENOTDIR))
    if _absent(path):
        # A log that is left would be played into a new database. It appears after the database.
        left = any(Path(f"{path}{part}").exists() for part in ("-wal", "-journal"))
        if _inhabited(path.parent) or (left and _absent(path)):
            raise LibraryLost(path=str(path))
        return None
    with reading(path, busy_seconds) as connection:
        return read_revision(connection, path)


def _absent(path: Path) -> bool:
    return not path.exists() or path.stat().st_size == 0


def _inhabited(folder: Path) -> bool:
    """Whether there are original files or backups, which come only after a database."""
    return any((folder / "files").glob("[!.]*")) or any((folder / "backups").glob("library-*.sqlite"))


def read_revision(connection: sqlite3.Connection, path: Path) -> str:
    """The revision that `connection` shows; the errors of `stored_revision`."""
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if len(rows) != 1:
        raise LibraryDamaged(path=str(path))
    revision = str(rows[0][0])
    if revision not in REVISIONS:
        raise LibraryNewer(path=str(path))
    return revision
