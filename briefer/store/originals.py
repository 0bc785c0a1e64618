"""The bytes of the files that saved documents were read from, each under its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefer.store.files import make_folder, replacing

_CHUNK = 1 << 20


class Originals:
    """The folder `files/` of a library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path | None:
        """Where the bytes with this hash are kept, None where they are not."""
        path = self._folder / sha256
        return path if path.is_file() else None

    def keep(self, source: Path, sha256: str) -> bool:
        """Copy the file unless its bytes are kept already; returns whether they are now.

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
                with replacing(self._folder / sha256) as copy:
                    while chunk := stream.read(_CHUNK):
                        digest.update(chunk)
                        copy.write(chunk)
                    if digest.hexdigest() != sha256:
                        raise _ChangedError
            except _ChangedError:
                return False
        return True


class _ChangedError(Exception):
    pass


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
