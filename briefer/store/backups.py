"""Backups of a library's database: written whole and verified, kept by count, found good again.

What is assumed: the disk keeps what it says it has written. What is guaranteed: a backup is one
consistent state of the database, taken by SQLite's backup interface while others go on writing;
it appears under its name only after it was verified, and beside it stands what it was then: its
hash, and the hashes of the original files that its documents need. These files are no part of it:
they lie in `files/` under their hash, never change, and are not deleted while a document or a
backup needs them. What is still possible: a lost disk takes library and backups together, unless
a copy was made elsewhere.
"""

from __future__ import annotations

import datetime
import json
import os
import sqlite3
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefer.core.errors import BackupDamaged, BackupFailed, BrieferError
from briefer.store.faults import as_library_error
from briefer.store.files import make_folder, private_opener, replacing, sync_file, sync_folder
from briefer.store.originals import file_hash
from briefer.store.revisions import REVISIONS

BACKUPS = "backups"  # the folder's name in the library's
KEPT = 7
_STAMP = "%Y%m%dT%H%M%S.%fZ"
_ABANDONED = 86_400.0  # seconds after which something half written is taken for left behind


class BackupKind(StrEnum):
    """Why a backup was made; each kind is kept by count."""

    DAILY = "daily"
    MIGRATION = "migration"
    ASKED = "asked"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it was written. `files` are the hashes of the originals that it needs."""

    path: Path
    made: datetime.datetime
    kind: BackupKind
    revision: str
    documents: int
    size: int
    sha256: str
    files: tuple[str, ...]


class Backups:
    """The backups of `database` in `folder`; of each kind the newest `keep()` stay."""

    def __init__(self, folder: Path, database: Path, busy_seconds: float, keep: Callable[[], int]) -> None:
        self.folder = folder
        self._database = database
        self._busy_seconds = busy_seconds
        self._keep = keep

    def due(self) -> bool:
        """Whether no backup was made today, by this computer's calendar."""
        made = [_made(path) for path in self._paths()]
        return not any(each.astimezone().date() >= _now().astimezone().date() for each in made if each)

    def make(self, kind: BackupKind) -> Backup:
        """Back up the database, verify the copy. Raises BackupFailed, DiskFull, LibraryError."""
        made = _now()
        target = self.folder / f"library-{made.strftime(_STAMP)}-{kind}.sqlite"
        try:
            make_folder(self.folder)
            beside = copied(self._database, target, self._busy_seconds)
        except (OSError, sqlite3.Error) as error:
            raise as_library_error(error, target) or error from error
        try:
            backup = _described(beside, target, made, kind)
            with replacing(_manifest(target)) as stream:
                stream.write(json.dumps(_values(backup), indent=1).encode())
            beside.replace(target)
            sync_folder(self.folder)
        except (OSError, sqlite3.Error) as error:
            raise as_library_error(error, target) or error from error
        finally:
            beside.unlink(missing_ok=True)
        return backup

    def copy_to(self, path: Path) -> Path:
        """A verified copy of the database in the file `path`. Raises BackupFailed, DiskFull, LibraryError."""
        try:
            beside = copied(self._database, path, self._busy_seconds)
        except (OSError, sqlite3.Error) as error:
            raise as_library_error(error, path) or error from error
        try:
            _described(beside, path, _now(), BackupKind.ASKED)
            beside.replace(path)
            sync_folder(path.absolute().parent)
        except (OSError, sqlite3.Error) as error:
            raise as_library_error(error, path) or error from error
        finally:
            beside.unlink(missing_ok=True)
        return path

    def prune(self) -> None:
        """Delete what is beyond count or half written."""
        for path in self._beyond():
            path.unlink(missing_ok=True)
            _manifest(path).unlink(missing_ok=True)
        self._tidy()

    def freed(self) -> set[str]:
        """The hashes of files that only those backups need which `prune` will delete."""
        beyond = set(self._beyond())
        going = {sha256 for path in beyond if (backup := described(path)) for sha256 in backup.files}
        return going - {sha256 for each in self.all() if each.path not in beyond for sha256 in each.files}

    def _beyond(self) -> list[Path]:
        """The backups of each kind that are more than are kept."""
        ended = {
            kind: [path for path in self._paths() if path.stem.endswith(f"-{kind}")] for kind in BackupKind
        }
        return [path for paths in ended.values() for path in paths[max(1, self._keep()) :]]

    def all(self) -> list[Backup]:
        """Newest first; those whose description is missing or damaged are left out."""
        return [backup for path in self._paths() if (backup := described(path))]

    def newest_good(self) -> Backup | None:
        """The newest backup that is still as it was written."""
        for backup in self.all():
            try:
                verify(backup)
            except BackupDamaged:
                continue
            return backup
        return None

    def needed(self) -> set[str]:
        """The hashes of the original files that backups need."""
        return {sha256 for backup in self.all() for sha256 in backup.files}

    def _paths(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return sorted(self.folder.glob("library-*.sqlite"), key=lambda path: path.name, reverse=True)

    def _tidy(self) -> None:
        for path in self.folder.iterdir():
            if path.name.startswith(".") and time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink(missing_ok=True)
        for path in self.folder.glob("library-*.json"):
            if not path.with_suffix(".sqlite").exists() and time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink(missing_ok=True)


def verify(backup: Backup) -> None:
    """Raise BackupDamaged unless the backup is as it was written, and sound."""
    try:
        if file_hash(backup.path) != backup.sha256:
            raise BackupDamaged(path=str(backup.path))
        inspect(backup.path)
    except OSError as error:
        raise BackupDamaged(path=str(backup.path)) from error


def inspect(path: Path) -> tuple[str, int, tuple[str, ...]]:
    """Revision, number of documents and needed originals of a database that nobody has open.

    Raises BackupDamaged unless it is a sound database of a Briefer not newer than this one.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            sound = copy.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
            tied = copy.execute("PRAGMA foreign_key_check").fetchone() is None
            (revision,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
            (documents,) = copy.execute("SELECT count(*) FROM documents").fetchone()
            hashes = copy.execute("SELECT DISTINCT sha256 FROM sources ORDER BY sha256").fetchall()
    except (sqlite3.Error, TypeError, ValueError) as error:
        raise BackupDamaged(path=str(path)) from error
    if not (sound and tied and revision in REVISIONS):
        raise BackupDamaged(path=str(path))
    return revision, documents, tuple(sha256 for (sha256,) in hashes)


def copied(database: Path, target: Path, busy_seconds: float) -> Path:
    """A private copy of `database` in one state, on disk beside `target`; the caller names it.

    Raises sqlite3.Error, OSError; nothing is left behind then.
    """
    beside = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    os.close(private_opener(str(beside), os.O_CREAT | os.O_EXCL | os.O_RDWR))
    source = f"{database.absolute().as_uri()}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(source, timeout=busy_seconds, uri=True)) as here,
            closing(sqlite3.connect(beside)) as there,
        ):
            here.backup(there)
            there.execute("PRAGMA journal_mode = DELETE")  # one file, without another beside it
        sync_file(beside)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def described(path: Path) -> Backup | None:
    """The backup at `path` by what stands beside it; None without that."""
    try:
        values = json.loads(_manifest(path).read_text("utf-8"))
        return Backup(
            path=path,
            made=datetime.datetime.fromisoformat(values["made"]),
            kind=BackupKind(values["kind"]),
            revision=str(values["revision"]),
            documents=int(values["documents"]),
            size=int(values["size"]),
            sha256=str(values["sha256"]),
            files=tuple(str(each) for each in values["files"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _described(beside: Path, target: Path, made: datetime.datetime, kind: BackupKind) -> Backup:
    try:
        revision, documents, files = inspect(beside)
    except BrieferError as error:
        raise BackupFailed(path=str(target), reason="unsound") from error
    size = beside.stat().st_size
    return Backup(target, made, kind, revision, documents, size, file_hash(beside), files)


def _values(backup: Backup) -> dict[str, object]:
    return {
        "schema": 1,
        "made": backup.made.isoformat(),
        "kind": backup.kind,
        "revision": backup.revision,
        "documents": backup.documents,
        "size": backup.size,
        "sha256": backup.sha256,
        "files": list(backup.files),
    }


def _manifest(path: Path) -> Path:
    return path.with_suffix(".json")


def _made(path: Path) -> datetime.datetime | None:
    try:
        stamp = path.name.split("-")[1]
        return datetime.datetime.strptime(stamp, _STAMP).replace(tzinfo=datetime.UTC)
    except (IndexError, ValueError):
        return None


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
