"""The search index in its folder: made, brought up to date, opened, found damaged and made anew.

It has two parts: the inverted stems of all passages (`briefer.store.passages`), by which answers
are found, and Whoosh's index (`briefer.store.ranking`), by which they are ordered. Both are derived
from the database. A seal, written last, names the state of the database and tells what all
files were then, because Whoosh brings nothing to disk by itself, and because its files could
run code: an index that was not written in this very folder is never opened.
"""

from __future__ import annotations

import json
import math
import shutil
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from whoosh.util.filelock import FileLock

from briefer.core.errors import LibraryBusy
from briefer.store.files import FILE_MODE, make_folder, private_opener, replacing, sync_file, sync_folder
from briefer.store.passages import Indexed, Numbers, Segment, build, joined, load
from briefer.store.ranking import Entry, Ranking

SEAL = "seal.json"
LAYOUT = 4  # grows when the files change
PASSAGES = ".passages"
_BATCH = 150  # documents
_TIER = 4  # segments of about one size are joined when there are as many
_LARGEST = 4_000_000  # words of a segment that comes of joining, which takes memory
_GROWTH = 4
_MOSTLY_GONE = 0.5
_OF_WRITING = 0.95  # the share that progress gives to the documents
_TOLD = {"generation", "documents", "passages", "files"}

Report = Callable[[float], None]


class Contents(Protocol):
    """What is to be searched, in one state of the database."""

    @property
    def generation(self) -> int:
        """Differs between any two states."""
        ...

    def generations(self) -> Mapping[str, int]:
        """By document id; differs between any two states of one document."""
        ...

    def taken(self, document_ids: Sequence[str]) -> tuple[list[Indexed], Mapping[str, str]]:
        """Documents as they are indexed, and the stems of their words."""
        ...


@dataclass(frozen=True)
class Opened:
    """An index in memory as it was at `generation` of the database."""

    generation: int
    segments: tuple[Segment, ...]
    alive: tuple[Numbers, ...]
    ranking: Ranking | None


class SearchIndex:
    """The index in `folder`. Everything but `lock` is to be used by one thread of one program at a time."""

    def __init__(self, folder: Path, busy_seconds: float) -> None:
        self._folder = folder
        self._lock = folder.with_name(f"{folder.name}.lock")
        self._busy_seconds = busy_seconds
        self._ranking = Ranking(folder)
        self._opened: Opened | None = None
        self._momentary: Opened | None = None
        self._seal: dict[str, Any] | None = None  # of what is opened
        self._read: dict[str, Any] = {}
        self._written = b""
        self._loaded: dict[str, Segment] = {}

    @contextmanager
    def locked(self, seconds: float | None = None) -> Iterator[None]:
        """Keep all others from changing the index. Raises LibraryBusy, OSError."""
        make_folder(self._lock.parent)
        with open(self._lock, "ab", opener=private_opener):
            pass
        lock = FileLock(str(self._lock))
        until = time.monotonic() + (self._busy_seconds if seconds is None else seconds)
        while not lock.acquire():
            if time.monotonic() > until:
                raise LibraryBusy(path=str(self._folder))
            time.sleep(0.02)
        try:
            yield
        finally:
            lock.release()

    def at(self, generation: int) -> Opened | None:
        """The index as of `generation`, None if there is none in order. Raises OSError."""
        seal = self._read_seal()
        if seal is None or seal["generation"] != generation:
            return None
        if self._opened is not None and self._seal is seal:
            return self._opened
        return self._load(seal)

    def latest(self) -> Opened | None:
        """The index as it was last, of whatever generation. Raises OSError."""
        seal = self._read_seal()
        if seal is not None and self._seal is not seal:
            self._load(seal)
        return self._opened

    def behind(self, contents: Contents) -> int:
        """How many documents are to be indexed: those that are new or have changed since it was written."""
        seal = self._read_seal()
        known = seal["documents"] if seal is not None else {}
        return sum(known.get(identity) != wanted for identity, wanted in contents.generations().items())

    def indexed(self) -> dict[str, int]:
        """By the id of what is in the index, the state in which it is there."""
        seal = self._read_seal()
        return dict(seal["documents"]) if seal is not None else {}

    def clear(self) -> None:
        """Throw the index away. Raises OSError."""
        self.close()
        (self._folder / SEAL).unlink(missing_ok=True)

    def for_the_moment(self, contents: Contents) -> Opened:
        """The passages of the library in memory alone, in no order, where no index can be made."""
        if self._momentary is None or self._momentary.generation != contents.generation:
            ids = list(contents.generations())
            indexed, stems = contents.taken(ids)
            segments = (build(indexed, stems),) if indexed else ()
            alive = tuple(np.ones(len(segment.ids), dtype=bool) for segment in segments)
            self._momentary = Opened(contents.generation, segments, alive, None)
        return self._momentary

    def refresh(self, contents: Contents, report: Report) -> None:
        """Bring the index up to date; call it `locked`. What fails is made anew once.

        Raises OSError, and whatever Whoosh raises. `report` is told how far it is, from 0 to 1.
        """
        seal = self._read_seal()
        if seal is not None and seal["generation"] == contents.generation:
            return
        if seal is not None:
            try:
                self._update(seal, contents, report)
            except OSError:
                raise
            except Exception:  # noqa: BLE001 - damage shows itself in any way there is
                seal = None
        if seal is None:
            self.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            make_folder(self._folder)
            self._ranking.create()
            self._update({"documents": {}, "passages": []}, contents, report)

    def close(self) -> None:
        """Let go of all files and of what is in memory."""
        self._ranking.close()
        self._opened = self._seal = self._momentary = None
        self._loaded.clear()

    def _update(self, seal: Mapping[str, Any], contents: Contents, report: Report) -> None:
        wanted = contents.generations()
        known: Mapping[str, int] = seal["documents"]
        gone = [identity for identity in known if known[identity] != wanted.get(identity)]
        changed = [identity for identity in wanted if known.get(identity) != wanted[identity]]
        segments = {name: self._segment(name) for name in seal["passages"]}
        for first in range(0, max(len(changed), 1), _BATCH):
            batch = changed[first : first + _BATCH]
            indexed, stems = contents.taken(batch) if batch else ([], {})
            self._ranking.write(map(_entry, indexed), gone)
            gone = []
            if indexed:
                segments[f"{uuid.uuid4().hex}{PASSAGES}"] = build(indexed, stems)
            report((first + len(batch)) / max(len(changed), 1) * _OF_WRITING)
        segments = _tidied(segments, wanted)
        for name, segment in segments.items():
            if name not in seal["passages"]:
                segment.save(self._folder / name)
        for path in self._folder.glob(f"*{PASSAGES}"):
            if path.name not in segments:
                path.unlink(missing_ok=True)
        self._loaded = segments
        self._write_seal(
            {"generation": contents.generation, "documents": dict(wanted), "passages": list(segments)}
        )
        report(1.0)

    def _load(self, seal: dict[str, Any]) -> Opened | None:
        try:
            segments = {name: self._segment(name) for name in seal["passages"]}
        except ValueError:
            (self._folder / SEAL).unlink(missing_ok=True)
            return None
        self._ranking.close()
        self._loaded = segments
        alive = tuple(_alive(segment, seal["documents"]) for segment in segments.values())
        self._opened = Opened(seal["generation"], tuple(segments.values()), alive, self._ranking)
        self._seal = seal
        return self._opened

    def _segment(self, name: str) -> Segment:
        return self._loaded.get(name) or load(self._folder / name)

    def _read_seal(self) -> dict[str, Any] | None:
        """What the index was when it was written, None unless all files are what they were then."""
        try:
            written = (self._folder / SEAL).read_bytes()
            if written != self._written:
                seal = json.loads(written)
                if not (isinstance(seal, dict) and seal.keys() >= _TOLD):
                    return None
                self._read, self._written = seal, written
            return self._read if self._read["files"] == self._facts() else None
        except (OSError, ValueError):
            return None

    def _write_seal(self, told: Mapping[str, object]) -> None:
        for path in self._files():
            path.chmod(FILE_MODE)
            sync_file(path)
        sync_folder(self._folder)
        with replacing(self._folder / SEAL) as stream:
            stream.write(json.dumps({**told, "files": self._facts()}).encode())

    def _facts(self) -> dict[str, object]:
        """What the seal says of the files as they are now."""
        facts: dict[str, object] = {"layout": LAYOUT, "folder": self._folder.stat().st_ino}
        for path in self._files():
            stat = path.stat()
            facts[path.name] = [stat.st_size, stat.st_mtime_ns]
        return facts

    def _files(self) -> list[Path]:
        written = (path for path in self._folder.iterdir() if path.is_file() and path.name != SEAL)
        return sorted(path for path in written if not path.name.startswith(".") and path.suffix)


def _entry(document: Indexed) -> Entry:
    head, *paragraphs = document.rows
    return Entry(document.id, head.stems, "".join(row.stems for row in paragraphs))


def _alive(segment: Segment, generations: Mapping[str, int]) -> Numbers:
    """Which documents of a segment are still as they are in it."""
    pairs = zip(segment.ids, segment.generations.tolist(), strict=True)
    return np.array([generations.get(identity) == generation for identity, generation in pairs], dtype=bool)


def _tidied(segments: Mapping[str, Segment], wanted: Mapping[str, int]) -> dict[str, Segment]:
    """`segments` without those of which nothing is left, and with several of about one size joined."""
    alive = {name: _alive(segment, wanted) for name, segment in segments.items()}
    kept = {name: segment for name, segment in segments.items() if alive[name].any()}
    tiers: dict[int, list[str]] = {}
    for name, segment in kept.items():
        tiers.setdefault(int(math.log(max(segment.size, 2), _GROWTH)), []).append(name)
    for names in tiers.values():
        small = len(names) >= _TIER and sum(kept[name].size for name in names) <= _LARGEST
        for together in [names] if small else [[n] for n in names if alive[n].mean() < _MOSTLY_GONE]:
            parts = [kept.pop(name) for name in together]
            kept[f"{uuid.uuid4().hex}{PASSAGES}"] = joined(parts, [alive[name] for name in together])
    return kept
