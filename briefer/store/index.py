"""The search index in its folder: made, brought up to date, opened, found damaged and made anew.

It holds the inverted stems of all passages (`briefer.store.inverted`), by which answers are found
and ordered, and is derived from the database. What is new is written beside what is there; then a
seal takes the place of the last one, and what it does not name goes. So whoever is killed meanwhile leaves
the index as it was.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from whoosh.util.filelock import FileLock

from briefer.core.errors import LibraryBusy
from briefer.store.files import make_folder, private_opener
from briefer.store.inverted.building import build
from briefer.store.inverted.files import load, save
from briefer.store.inverted.segment import Numbers, Segment
from briefer.store.ranking import Ranking
from briefer.store.seal import SEAL, Seal, Sealed
from briefer.store.segments import Contents, Report, alive_in, new_name, segments_of, tidied


@dataclass(frozen=True)
class Opened:
    """An index in memory as it was at `generation` of the database."""

    generation: int
    segments: tuple[Segment, ...]
    alive: tuple[Numbers, ...]
    kept: bool = True  # in its folder, not in memory alone

    @cached_property
    def ranking(self) -> Ranking:
        return Ranking(self.segments, self.alive)


class SearchIndex:
    """The index in `folder`. Everything but `lock` is to be used by one thread of one program at a time."""

    def __init__(self, folder: Path, busy_seconds: float) -> None:
        self._folder = folder
        self.lock = folder.with_name(f"{folder.name}.lock")
        self._busy_seconds = busy_seconds
        self._sealed = Sealed(folder)
        self._opened: Opened | None = None
        self._momentary: Opened | None = None
        self._seal: Seal | None = None  # of what is opened
        self._loaded: dict[str, Segment] = {}

    @contextmanager
    def locked(self, seconds: float | None = None) -> Iterator[None]:
        """Keep all others from changing the index. Raises LibraryBusy, OSError."""
        make_folder(self.lock.parent)
        with open(self.lock, "ab", opener=private_opener):
            pass
        lock = FileLock(str(self.lock))
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
        seal = self._sealed.read()
        if seal is None or seal.generation != generation:
            return None
        if self._opened is not None and self._seal is seal:
            return self._opened
        return self._load(seal)

    def latest(self) -> Opened | None:
        """The index as it was last, of whatever generation. Raises OSError."""
        seal = self._sealed.read()
        if seal is not None and self._seal is not seal:
            self._load(seal)
        return self._opened

    def behind(self, contents: Contents) -> int:
        """How many documents are to be indexed: those that are new or have changed since it was written."""
        seal = self._sealed.read()
        known = seal.documents if seal is not None else {}
        return sum(known.get(identity) != wanted for identity, wanted in contents.generations().items())

    def indexed(self) -> dict[str, int]:
        """By the id of what is in the index, the state in which it is there."""
        seal = self._sealed.read()
        return dict(seal.documents) if seal is not None else {}

    def clear(self) -> None:
        """Throw the index away. Raises OSError."""
        self.close()
        self._sealed.break_()

    def for_the_moment(self, contents: Contents) -> Opened:
        """The passages of the library in memory alone, where no index can be made."""
        if self._momentary is None or self._momentary.generation != contents.generation:
            ids = list(contents.generations())
            segments = (build(contents.taken(ids)),) if ids else ()
            alive = tuple(np.ones(len(segment.ids), dtype=bool) for segment in segments)
            self._momentary = Opened(contents.generation, segments, alive, kept=False)
        return self._momentary

    def refresh(self, contents: Contents, report: Report) -> None:
        """Bring the index up to date; call it `locked`. What fails is made anew once.

        Raises OSError. `report` is told how far it is, from 0 to 1, and may stop it by raising.
        """
        seal = self._sealed.read()
        if seal is not None and seal.generation == contents.generation:
            return
        try:
            segments = {name: self._segment(name) for name in seal.passages} if seal else {}
        except ValueError:
            seal, segments = None, {}
        if seal is None:
            self.close()
            if self._folder.is_symlink() or self._folder.is_file():
                self._folder.unlink()
            shutil.rmtree(self._folder, ignore_errors=True)
            make_folder(self._folder)
        self._update(seal.documents if seal else {}, segments, contents, report)

    def close(self) -> None:
        """Let go of what is in memory."""
        self._opened = self._seal = self._momentary = None
        self._loaded.clear()

    def _update(
        self,
        known: Mapping[str, int],
        segments: Mapping[str, Segment],
        contents: Contents,
        report: Report,
    ) -> None:
        wanted = contents.generations()
        changed = [identity for identity in wanted if known.get(identity) != wanted[identity]]
        made = {new_name(): segment for segment in segments_of(changed, contents, report)}
        there = tidied({**segments, **made}, wanted)
        for name, segment in there.items():
            if name not in segments:
                save(segment, self._folder / name)
        self._loaded = there
        self._sealed.write(Seal(contents.generation, dict(wanted), tuple(there)))
        for path in self._folder.iterdir():  # also what somebody had begun who was killed
            if path.name != SEAL and path.name not in there and not path.is_dir():
                path.unlink(missing_ok=True)
        report(1.0)

    def _load(self, seal: Seal) -> Opened | None:
        try:
            segments = {name: self._segment(name) for name in seal.passages}
        except ValueError:
            self._sealed.break_()
            return None
        self._loaded = segments
        alive = tuple(alive_in(segment, seal.documents) for segment in segments.values())
        self._opened = Opened(seal.generation, tuple(segments.values()), alive)
        self._seal = seal
        return self._opened

    def _segment(self, name: str) -> Segment:
        return self._loaded.get(name) or load(self._folder / name)
