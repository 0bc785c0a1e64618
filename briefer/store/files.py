"""Private folders and files: made for their owner alone, and on disk before they count."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> None:
    """Make `folder`, and those above it, for its owner alone; what is there keeps its mode."""
    if not folder.is_dir():
        if folder.parent != folder:
            make_folder(folder.parent)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync_folder(folder.parent)


def private_opener(path: str, flags: int) -> int:
    """For `open(..., opener=)`: a file that it creates can be used by its owner alone."""
    return os.open(path, flags, FILE_MODE)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream to a file beside `path`, which takes its place once all is on disk.

    When the block or the disk fails, `path` is left as it was and nothing lies beside it.
    """
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with open(beside, "xb", opener=private_opener) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Bring a file's bytes to disk."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in `folder` to disk, where the system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
