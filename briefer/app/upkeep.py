"""The library's health: checked, backed up, restored, its index built anew.

What a backup guarantees is written in `briefer.store.backups`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.app.library import Library, LibraryChanged
from briefer.app.task import Progress
from briefer.core.errors import (
    BackupUnknown,
    BrieferError,
    DiskFull,
    LibraryBusy,
    LibraryNewer,
    LibraryUnavailable,
)
from briefer.core.findings import CheckReport, Finding

if TYPE_CHECKING:
    from briefer.store.backups import Backup
    from briefer.store.restoring import Restored


class Upkeep:
    """Looks after a library as a thing on disk. May be used from any thread."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def check(self, progress: Progress | None = None) -> CheckReport:
        """What is wrong with database, files, backups and index; a library that cannot be opened too.

        An index that is behind or damaged is built again first, which is told as a remark.
        Raises LibraryNewer, LibraryBusy, Cancelled.
        """
        from briefer.store.health import unopened
        from briefer.store.revisions import DATABASE

        progress = progress or Progress()
        progress.report(0.0)
        found = unopened(self._library.folder / DATABASE, self._library.busy_seconds)
        if found is not None and found.code == LibraryNewer.code:
            raise LibraryNewer(**found.params)
        if found is not None:
            return CheckReport((found,))
        try:
            self._library.store.settle()
            report = self._library.store.health.check(lambda done: progress.report(0.9 * done))
        except (LibraryNewer, LibraryBusy):
            raise
        except BrieferError as error:
            return CheckReport((Finding(error.code, dict(error.params)),))
        return self._with_index(report)

    def back_up(self, to: Path | None = None) -> Path:
        """Make a backup now, or a copy in the file `to`, and return where it is.

        Raises BackupFailed, DiskFull, LibraryError.
        """
        from briefer.store.backups import BackupKind

        if to is not None:
            return self._library.store.copy_to(to)
        return self._library.store.back_up(BackupKind.ASKED).path

    def daily(self) -> Path | None:
        """Make today's backup unless there is one. Raises BackupFailed, DiskFull, LibraryError."""
        backup = self._library.store.look_after()
        return backup.path if backup else None

    def backups(self) -> list[Backup]:
        """Newest first, as they were written."""
        return self._library.store.backups.all()

    def newest_good(self) -> Backup | None:
        """The newest backup that is still as it was written."""
        return self._library.store.backups.newest_good()

    def restore(self, reference: str | None = None) -> Restored:
        """Put a backup in the database's place: the newest good one, or that of a name or path.

        What was there is kept aside, or backed up if it is sound. Raises BackupNone, BackupUnknown,
        BackupDamaged, and LibraryBusy while another window or program uses the library.
        """
        chosen = None if reference is None else self._backup(reference)
        return self._exchanged(lambda: self._library.store.restorer.restore(chosen))

    def begin_anew(self) -> Restored:
        """Put an empty database in the place of one that is lost or damaged. Raises LibraryBusy."""
        return self._exchanged(lambda: self._library.store.restorer.begin_anew())

    def rebuild_index(self) -> int:
        """Build the index anew, of stems that are up to date; how many documents are in it.

        Raises LibraryBusy, LibraryError.
        """
        self._library.store.search.renewal.renew(lambda _: None)
        with self._library.store.search.view() as view:
            view.rebuild()
            return len(view.indexed())

    def _exchanged(self, exchange: Callable[[], Restored]) -> Restored:
        self._library.close()
        restored = exchange()
        self._library.changed.tell(LibraryChanged(None))
        return restored

    def _backup(self, reference: str) -> Backup | Path:
        from briefer.store.backups import described

        for backup in self.backups():
            if reference in (backup.path.name, backup.path.stem, str(backup.path)):
                return backup
        path = Path(reference).expanduser()
        if not path.is_file():
            raise BackupUnknown(name=reference)
        return described(path) or path

    def _with_index(self, report: CheckReport) -> CheckReport:
        with self._library.store.search.view() as view:
            try:
                before = view.indexed()
            except (LibraryUnavailable, DiskFull) as error:
                found = Finding(error.code, dict(error.params))
                return replace(report, findings=(*report.findings, found))
            wanted = view.generations()
            # What has gone from the library and not from the index is never shown.
            in_order = all(before.get(identity) == state for identity, state in wanted.items())
            remarks = [] if in_order else [Finding("index-renewed")]
            view.refresh()
            after = view.indexed()
        wrong = [] if after == wanted else [Finding("index-wrong")]
        return replace(
            report,
            findings=(*report.findings, *wrong),
            remarks=(*report.remarks, *remarks),
            indexed=len(after),
        )
