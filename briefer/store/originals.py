"""The bytes of the files that saved documents were read from, each under its hash.

A file comes in two steps, so that what a killed program leaves behind can be told from what is
wrong: it is staged under a name of its own, and gets its final name once a document needs it.
"""

from __future__ import annotations

import hashlib
import re
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from briefer.store.files import make_folder, replacing, sync_folder

_CHUNK = 1 << 20
_STAGED = re.compile(r"\.([0-9a-f]{64})\.[0-9a-f]{32}\.arriving")
_ABANDONED = 3600.0  # seconds after which what nobody settles is taken for left behind


class Originals:
    """The folder `files/` of a library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path | None:
        """Where the bytes with this hash are kept, None where they are not."""
        path = self._folder / sha256
        return path if path.is_file() else None

    def stage(self, source: Path, sha256: str) -> bool:
        """Copy the file unless its bytes are kept already; returns whether they are here now.

        A file that has gone or has changed since it was read is no reason not to save what
        was read: it is not kept. Raises OSError when the copy cannot be written.
        """
        if self.path(sha256):
            return True
        try:
            stream = source.open("rb")
        except (OSError, ValueError):
            return False
        with stream:
            make_folder(self._folder)
            digest = hashlib.sha256()
            try:
                with replacing(self._folder / f".{sha256}.{uuid.uuid4().hex}.arriving") as copy:
                    while chunk := stream.read(_CHUNK):
                        digest.update(chunk)
                        copy.write(chunk)
                    if digest.hexdigest() != sha256:
                        raise _ChangedError
            except _ChangedError:
                return False
        return True

    @contextmanager
    def keeping(self, listed: Mapping[str, Path]) -> Iterator[dict[str, bool]]:
        """Keep files by hash while what needs them is saved; tells which bytes are here. Raises OSError."""
        kept = {sha256: self.stage(path, sha256) for sha256, path in listed.items()}
        yield kept
        self.settle(kept)
        for sha256, path in listed.items():
            # Another program may have emptied its trash meanwhile.
            if kept[sha256] and self.path(sha256) is None and self.stage(path, sha256):
                self.settle(kept)

    def settle(self, needed: Collection[str] | Callable[[], Collection[str]]) -> None:
        """Give their names to the staged files that documents need; forget those abandoned long ago."""
        staged = list(self._staged())
        if not staged:
            return
        wanted = needed() if callable(needed) else needed
        for path, sha256 in staged:
            with suppress(FileNotFoundError):  # another program settled it
                if sha256 in wanted:
                    path.replace(self._folder / sha256)
                elif time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()
        sync_folder(self._folder)

    def kept(self) -> Iterator[Path]:
        """All files that have come for good."""
        if self._folder.is_dir():
            yield from (path for path in sorted(self._folder.iterdir()) if not path.name.startswith("."))

    def sweep(self, freed: Collection[str], needed: Collection[str]) -> int:
        """Delete those of `freed` that nobody needs; how many there were. Raises OSError."""
        gone = [path for path in map(self.path, set(freed) - set(needed)) if path]
        for path in gone:
            path.unlink(missing_ok=True)
        if gone:
            sync_folder(self._folder)
        return len(gone)

    def _staged(self) -> Iterator[tuple[Path, str]]:
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if found := _STAGED.fullmatch(path.name):
                    yield path, found.group(1)


class _ChangedError(Exception):
    pass


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
