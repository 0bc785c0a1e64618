"""Watches folders: a document that comes into one is imported once it has come whole.

Folders are looked at again and again; the system is not asked to tell, because what it tells stops
at network drives and at its own limits, and a folder that vanishes and comes back is a plain case
this way. A file counts as whole when two looks find it with the same size and time of change.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.app.library import Library
from briefer.app.model import Imported, SameSymbol
from briefer.app.task import Progress
from briefer.core.values import dataclass

if TYPE_CHECKING:
    from briefer.app.importing import Importer
    from briefer.store.watched import WatchedFolder

Signature = tuple[int, int]  # size in bytes, time of the last change in nanoseconds

# Names under which programs write what is not whole yet.
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".opdownload")
_MOST = 100_000  # files; a folder of more is no folder of documents


@dataclass(frozen=True, slots=True)
class Look:
    """What one look has found: whole files that are new or have changed, and whether the folder is there."""

    ready: Mapping[Path, Signature]
    there: bool


class Watch:
    """Looks at one folder or file. `seen` is what needs no attention any more."""

    def __init__(self, path: Path, seen: Mapping[Path, Signature] | None = None) -> None:
        self.path = path
        self._seen = dict(seen or {})
        self._before: dict[Path, Signature] = {}

    def look(self) -> Look:
        """What has come since, and rests. Files that vanish meanwhile are passed over."""
        there = self.path.exists()
        now = dict(_signatures(self.path)) if there else {}
        fresh = {path: sign for path, sign in now.items() if self._seen.get(path) != sign}
        ready = {path: sign for path, sign in fresh.items() if self._before.get(path) == sign}
        self._before = fresh
        return Look(ready, there)

    def done(self, files: Mapping[Path, Signature]) -> None:
        """These have been taken or refused as they are now."""
        self._seen.update(files)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a look at the watched folders has brought, and which of them are not there."""

    imported: tuple[Imported, ...]
    missing: tuple[Path, ...]


class WatchedFolders:
    """The folders that a library watches. May be used from any thread, one at a time."""

    def __init__(self, library: Library, importer: Importer) -> None:
        self._library = library
        self._importer = importer
        self._watches: dict[str, Watch] = {}

    def folders(self) -> list[WatchedFolder]:
        """In the order in which they were added."""
        return self._library.store.watched.folders()

    def add(self, path: Path) -> None:
        """Watch a folder from now on, with what is in it already."""
        self._library.store.watched.add(path.absolute())

    def remove(self, folder_id: str) -> None:
        """Watch a folder no more; what came from it stays."""
        self._library.store.watched.remove(folder_id)
        self._watches.pop(folder_id, None)

    def look(self, progress: Progress) -> Brought:
        """Import what has come into the folders. Raises LibraryError."""
        imported: list[Imported] = []
        missing: list[Path] = []
        for folder in self.folders():
            watch = self._watch(folder)
            look = watch.look()
            if not look.there:
                missing.append(folder.path)
            if look.ready:
                imported += bring(self._importer, self._library, watch, look, progress)
                self._library.store.watched.remember(folder.id, look.ready)
        return Brought(tuple(imported), tuple(missing))

    def _watch(self, folder: WatchedFolder) -> Watch:
        if folder.id not in self._watches:
            seen = self._library.store.watched.seen(folder.id)
            self._watches[folder.id] = Watch(folder.path, seen)
        return self._watches[folder.id]


def bring(
    importer: Importer,
    library: Library,
    watch: Watch,
    look: Look,
    progress: Progress,
    same_symbol: SameSymbol = SameSymbol.REFUSE,
) -> list[Imported]:
    """Import the files that are ready, but not what a person has put into the trash."""
    wanted = [path for path in look.ready if not _removed(library, path)]
    done = importer.import_paths(wanted, progress, same_symbol) if wanted else []
    if not progress.cancelled:
        watch.done(look.ready)
    return done


def _removed(library: Library, path: Path) -> bool:
    from briefer.store.originals import file_hash

    try:
        return library.removed_source(file_hash(path)) is not None
    except OSError:
        return False


def _signatures(path: Path) -> Iterator[tuple[Path, Signature]]:
    for count, file in enumerate(_files(path)):
        if count >= _MOST:
            return
        try:
            found = file.stat()
        except OSError:
            continue
        if found.st_size:
            yield file, (found.st_size, found.st_mtime_ns)


def _files(path: Path) -> Iterator[Path]:
    """Files that may be documents; no links to folders, nothing hidden, nothing unfinished."""
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder) / name for name in _finished(names))


def _finished(names: Iterable[str]) -> list[str]:
    hidden = (".", "~$")
    return sorted(
        name for name in names if not name.startswith(hidden) and not name.lower().endswith(_UNFINISHED)
    )
