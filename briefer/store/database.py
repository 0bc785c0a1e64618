"""The library's database: made, checked, migrated, and opened for reading or writing.

Promises: WAL with synchronous=FULL, so that what was committed survives a power cut; a
database appears whole or not at all; deleted text is overwritten, and nothing of it goes to
temporary files; before tables are changed, a backup of them is made and verified.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, text

from briefer.store.engine import engine_for
from briefer.store.faults import translated
from briefer.store.files import make_folder, private_opener, sync_folder
from briefer.store.locks import UseLock
from briefer.store.revisions import CURRENT, stored_revision
from briefer.store.schema import library, metadata

LOCK = "library.lock"


class Database:
    """Connections to `path`, which is made at the first use. May be used from any thread.

    `before_migrating` is called before an older database is changed, and may forbid it by raising;
    `migrated` is called with a connection to it afterwards.
    """

    def __init__(
        self,
        path: Path,
        busy_seconds: float,
        before_migrating: Callable[[], object] = lambda: None,
        migrated: Callable[[Connection], object] = lambda _: None,
    ) -> None:
        self.path = path
        self.lock = UseLock(path.parent / LOCK)
        self._busy_seconds = busy_seconds
        self._before_migrating = before_migrating
        self._migrated = migrated
        self._engine: Engine | None = None
        self._opening = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the database. Raises LibraryError."""
        with translated(self.path), self._opened().connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: when the block has ended, it is on disk; if it raises, nothing is.

        No other writer comes between what is read in it and what is written. Raises LibraryError.
        """
        with translated(self.path), self._opened().connect() as connection:
            connection.execution_options(writing=True)
            with connection.begin():
                yield connection

    def open(self) -> None:
        """Make or migrate the database, if that is still to be done. Raises LibraryError."""
        with translated(self.path):
            self._opened()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            self.lock.release()

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                try:
                    self._prepare()
                except BaseException:
                    self.lock.release()
                    raise
                self._engine = engine_for(self.path, self._busy_seconds)
            return self._engine

    def _prepare(self) -> None:
        revision = stored_revision(self.path, self._busy_seconds)
        make_folder(self.path.parent)
        self.lock.share(self._busy_seconds)
        if revision is None:
            create_database(self.path)
        elif revision != CURRENT:
            self._migrate()

    def _migrate(self) -> None:
        from briefer.store.migrations import migrate

        self._before_migrating()
        migrate(self.path, self._busy_seconds)
        engine = engine_for(self.path, self._busy_seconds)
        try:
            with engine.connect() as connection:
                connection.execution_options(writing=True)
                with connection.begin():
                    self._migrated(connection)
        finally:
            engine.dispose()


def create_database(path: Path) -> None:
    """Make an empty database beside `path` and give it that name, unless one came first."""
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    os.close(private_opener(str(beside), os.O_CREAT | os.O_EXCL | os.O_RDWR))
    try:
        with closing(sqlite3.connect(beside)) as plain:
            plain.execute("PRAGMA journal_mode = WAL")
        engine = engine_for(beside, 0)
        try:
            with engine.begin() as connection:
                metadata.create_all(connection)
                connection.execute(insert(library).values(number=1, generation=0))
                stamp(connection, CURRENT)
        finally:
            engine.dispose()
        _claim(beside, path)
    finally:
        for name in (beside, Path(f"{beside}-wal"), Path(f"{beside}-shm")):
            name.unlink(missing_ok=True)
    sync_folder(path.parent)


def stamp(connection: Connection, revision: str) -> None:
    """Write down the revision as Alembic would."""
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})


def _claim(beside: Path, path: Path) -> None:
    if path.exists() and path.stat().st_size == 0:
        beside.replace(path)
        return
    try:
        os.link(beside, path)
    except FileExistsError:
        return  # another Briefer was quicker; its database is as good
    except OSError:
        if not path.exists():  # a file system without hard links
            beside.replace(path)
