"""Which segments an index is made of: new ones of what has changed, several of about one size joined."""

from __future__ import annotations

import math
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from briefer.store.inverted.building import Builder
from briefer.store.inverted.joining import joined
from briefer.store.inverted.segment import Indexed, Numbers, Segment

PASSAGES = ".passages"
_BATCH = 150  # documents in one question to the database
_FULL = 3_000_000  # words of a segment as it is made, which takes memory
_TIER = 4  # segments of about one size are joined when there are as many
_LARGEST = 4_000_000  # words of a segment that comes of joining
_GROWTH = 4
_MOSTLY_GONE = 0.5
_OF_WRITING = 0.95  # the share that progress gives to the documents

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

    def taken(self, document_ids: Sequence[str]) -> Iterator[Indexed]:
        """Documents as they are indexed."""
        ...


def segments_of(document_ids: Sequence[str], contents: Contents, report: Report) -> Iterator[Segment]:
    """Segments of these documents."""
    builder = Builder()
    done = 0
    for first in range(0, len(document_ids), _BATCH):
        for document in contents.taken(document_ids[first : first + _BATCH]):
            builder.add(document)
            done += 1
            report(done / len(document_ids) * _OF_WRITING)
            if builder.size >= _FULL:
                yield builder.built()
                builder = Builder()
    if done and builder.filled:
        yield builder.built()


def new_name() -> str:
    """For the file of a segment."""
    return f"{uuid.uuid4().hex}{PASSAGES}"


def alive_in(segment: Segment, generations: Mapping[str, int]) -> Numbers:
    """Which documents of a segment are still as they are in it."""
    pairs = zip(segment.ids, segment.generations.tolist(), strict=True)
    return np.array([generations.get(identity) == generation for identity, generation in pairs], dtype=bool)


def tidied(segments: Mapping[str, Segment], wanted: Mapping[str, int]) -> dict[str, Segment]:
    """`segments` without those of which nothing is left, and with several of about one size joined."""
    alive = {name: alive_in(segment, wanted) for name, segment in segments.items()}
    kept = {name: segment for name, segment in segments.items() if alive[name].any()}
    tiers: dict[int, list[str]] = {}
    for name, segment in kept.items():
        tiers.setdefault(int(math.log(max(segment.size, 2), _GROWTH)), []).append(name)
    for names in tiers.values():
        together = _joinable(names, kept)
        mostly_gone = [[name] for name in names if alive[name].mean() < _MOSTLY_GONE]
        for chosen in [together] if together else mostly_gone:
            parts = [kept.pop(name) for name in chosen]
            kept[new_name()] = joined(parts, [alive[name] for name in chosen])
    return kept


def _joinable(names: Sequence[str], segments: Mapping[str, Segment]) -> list[str]:
    """Those of some segments that are to be one, the smallest first; none while they are few."""
    chosen: list[str] = []
    total = 0
    for name in sorted(names, key=lambda name: segments[name].size):
        total += segments[name].size
        if total <= _LARGEST:
            chosen.append(name)
    return chosen if len(chosen) >= _TIER else []
