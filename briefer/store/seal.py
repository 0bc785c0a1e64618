"""The seal of an index: of which state of the database it is, and what its files were when it was written.

An index whose files are others than the seal says was not written here, or not to its end, and is
not asked. The seal is a line of JSON and a line with its sum (CRC-32): one changed digit in it would hide
documents.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefer.store.files import replacing

SEAL = "seal.json"
LAYOUT = 6  # grows when the files change


@dataclass(frozen=True)
class Seal:
    """`documents` has the generation of each document by its id, `passages` the files of the segments."""

    generation: int
    documents: Mapping[str, int]
    passages: tuple[str, ...]


class Sealed:
    """The seal in `folder`. Reads it anew only when it has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written = b""
        self._seal: Seal | None = None
        self._facts: object = None

    def read(self) -> Seal | None:
        """What was written last, None unless all files are what they were then."""
        try:
            written = (self._folder / SEAL).read_bytes()
            if written != self._written:
                told = json.loads(_intact(written))
                self._seal = Seal(told["generation"], told["documents"], tuple(told["passages"]))
                self._facts, self._written = told["files"], written
            known = self._seal
            return known if known and self._facts == self._seen(known.passages) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, seal: Seal) -> None:
        """Seal the files, which must be on disk. Raises OSError."""
        told = {
            "generation": seal.generation,
            "documents": dict(seal.documents),
            "passages": seal.passages,
            "files": self._seen(seal.passages),
        }
        with replacing(self._folder / SEAL) as stream:
            stream.write(_summed(json.dumps(told).encode()))

    def break_(self) -> None:
        """Take it away, so that the index is made anew. Raises OSError."""
        (self._folder / SEAL).unlink(missing_ok=True)

    def _seen(self, names: Iterable[str]) -> dict[str, object]:
        """What is told of the files as they are now."""
        facts: dict[str, object] = {"layout": LAYOUT, "folder": self._folder.stat().st_ino}
        for name in names:
            stat = (self._folder / name).stat()
            facts[name] = [stat.st_size, stat.st_mtime_ns]
        return facts


def _summed(told: bytes) -> bytes:
    return b"%s\n%08x\n" % (told, zlib.crc32(told))


def _intact(written: bytes) -> bytes:
    """What `_summed` was given. Raises ValueError for what is damaged."""
    told = written.partition(b"\n")[0]
    if written != _summed(told):
        raise ValueError("damaged")
    return told
