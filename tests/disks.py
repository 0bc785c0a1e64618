"""Disks without room."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def fill(disk: Path) -> Path:
    """Leave no byte free; returns the file that takes the room."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as stream:
        while True:
            stream.write(b"x" * 512)
    return filler
