"""A library's database exchanged for a backup; what stood there is kept aside or backed up itself."""

from __future__ import annotations

import datetime
import shutil
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefer.core.errors import BackupNone, BrieferError
from briefer.store.backups import Backup, BackupKind, Backups, inspect, verify
from briefer.store.database import create_database
from briefer.store.faults import translated
from briefer.store.files import FILE_MODE, make_folder, sync_file, sync_folder
from briefer.store.locks import UseLock

_PARTS = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: the backup taken (None: an empty library), and where the damaged database is now.

    `saved` is the backup made of a database that was sound.
    """

    source: Path | None
    aside: Path | None
    saved: Path | None


class Restorer:
    """Exchanges `database`; nobody may have it open. Methods raise LibraryError."""

    def __init__(self, database: Path, backups: Backups, lock: UseLock, busy_seconds: float) -> None:
        self._database = database
        self._backups = backups
        self._lock = lock
        self._busy_seconds = busy_seconds

    def restore(self, chosen: Backup | Path | None = None) -> Restored:
        """Put a backup in the database's place, the newest good one unless one is chosen.

        Raises BackupNone, BackupDamaged, LibraryBusy while another program uses the library.
        """
        make_folder(self._database.parent)
        with translated(self._database), self._lock.alone(self._busy_seconds):
            backup = chosen or self._backups.newest_good()
            if backup is None:
                raise BackupNone(path=str(self._database.parent))
            source = _checked(backup)
            beside = self._copied(source)
            try:
                saved, aside = self._put_aside()
                beside.replace(self._database)
            finally:
                beside.unlink(missing_ok=True)
            sync_folder(self._database.parent)
            return Restored(source, aside, saved)

    def begin_anew(self) -> Restored:
        """Put an empty database in its place; backups and original files stay."""
        make_folder(self._database.parent)
        with translated(self._database), self._lock.alone(self._busy_seconds):
            saved, aside = self._put_aside()
            create_database(self._database)
            return Restored(None, aside, saved)

    def _copied(self, source: Path) -> Path:
        beside = self._database.with_name(f".{self._database.name}.{uuid.uuid4().hex}")
        try:
            shutil.copyfile(source, beside)
            beside.chmod(FILE_MODE)
            sync_file(beside)
            inspect(beside)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        return beside

    def _put_aside(self) -> tuple[Path | None, Path | None]:
        """Where the database went: a backup of a sound one, and the name of one that is kept as it is."""
        saved = self._backed_up()
        stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        word = "replaced" if saved else "damaged"
        aside = self._database.with_name(f"{self._database.name}.{word}-{stamp}")
        log = Path(f"{self._database}-wal")
        worth = self._database.exists() or (log.exists() and log.stat().st_size > 0)
        for part in _PARTS:
            path = Path(f"{self._database}{part}")
            if path.exists():
                path.replace(f"{aside}{part}")
        if saved:
            for part in _PARTS:
                Path(f"{aside}{part}").unlink(missing_ok=True)
        return saved, aside if worth and not saved else None

    def _backed_up(self) -> Path | None:
        with suppress(BrieferError):
            if self._database.exists() and self._database.stat().st_size > 0:
                return self._backups.make(BackupKind.RESTORE).path
        return None


def _checked(backup: Backup | Path) -> Path:
    if isinstance(backup, Backup):
        verify(backup)
        return backup.path
    inspect(backup)
    return backup
