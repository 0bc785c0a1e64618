"""Joins segments into one, and leaves out what is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from briefer.store.inverted.segment import Numbers, Segment


def joined(segments: Sequence[Segment], alive: Sequence[Numbers]) -> Segment:
    """One segment of the documents that are `alive` in each, in order."""
    parts = [_thinned(segment, keep) for segment, keep in zip(segments, alive, strict=True)]
    languages = sorted({name for part in parts for name in part.language_names})
    kinds = sorted({name for part in parts for name in part.kind_names})
    shifts = np.cumsum([0, *(len(part.numbers) for part in parts)])[:-1].tolist()
    hashes, bounds, rows, offsets = _merged(parts, shifts)
    words: Counter[str] = Counter()
    stems: dict[str, str] = {}
    for part in parts:
        words.update(dict(zip(part.words, part.word_counts.tolist(), strict=True)))
        stems.update(zip(part.words, part.word_stems, strict=True))
    listed = sorted(words)
    starts = [part.starts[1:] + np.int32(shift) for part, shift in zip(parts, shifts, strict=True)]
    return Segment(
        ids=[identity for part in parts for identity in part.ids],
        generations=np.concatenate([part.generations for part in parts]),
        lengths=np.concatenate([part.lengths for part in parts]),
        starts=np.concatenate([np.zeros(1, dtype=np.int32), *starts]),
        language_names=languages,
        kind_names=kinds,
        languages=np.concatenate([_renamed(p.languages, p.language_names, languages) for p in parts]),
        kinds=np.concatenate([_renamed(p.kinds, p.kind_names, kinds) for p in parts]),
        numbers=np.concatenate([part.numbers for part in parts]),
        labels=np.concatenate([part.labels for part in parts]),
        hashes=hashes,
        bounds=bounds,
        rows=rows,
        offsets=offsets,
        words=listed,
        word_stems=[stems[word] for word in listed],
        word_counts=np.array([words[word] for word in listed], dtype=np.int32),
    )


def _merged(parts: Sequence[Segment], shifts: Sequence[int]) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Hashes, bounds, rows and offsets of the lists of all `parts`, their rows shifted."""
    hashes = np.unique(np.concatenate([part.hashes for part in parts]))
    ends = np.zeros(len(hashes) + 1, dtype=np.int64)
    placed = [np.searchsorted(hashes, part.hashes) for part in parts]
    for part, places in zip(parts, placed, strict=True):
        ends[places + 1] += np.diff(part.bounds)
    bounds = np.cumsum(ends)
    rows = np.empty(int(bounds[-1]), dtype=np.int32)
    offsets = np.empty(len(rows), dtype=np.uint16)
    free = bounds[:-1].copy()  # where the next list of each stem goes
    for part, places, shift in zip(parts, placed, shifts, strict=True):
        counts = np.diff(part.bounds)
        target = np.arange(part.size, dtype=np.int64)
        target += np.repeat(free[places] - part.bounds[:-1], counts)
        rows[target] = part.rows + np.int32(shift)
        offsets[target] = part.offsets
        free[places] += counts
    return hashes, bounds, rows, offsets


def _renamed(codes: Numbers, names: Sequence[str], among: Sequence[str]) -> Numbers:
    table = np.array([among.index(name) for name in names], dtype=np.uint8)
    return table[codes] if len(codes) else codes


def _thinned(segment: Segment, keep: Numbers) -> Segment:
    """The segment without the documents that are not kept; their words stay counted."""
    if keep.all():
        return segment
    kept_rows = keep[segment.documents]
    renumbered = (np.cumsum(kept_rows) - 1).astype(np.int32)
    stay = kept_rows[segment.rows]
    terms = np.repeat(np.arange(len(segment.hashes)), np.diff(segment.bounds))[stay]
    bounds = np.zeros(len(segment.hashes) + 1, dtype=np.int64)
    np.cumsum(np.bincount(terms, minlength=len(segment.hashes)), out=bounds[1:])
    return Segment(
        ids=[identity for identity, kept in zip(segment.ids, keep, strict=True) if kept],
        generations=segment.generations[keep],
        lengths=segment.lengths[keep],
        starts=np.concatenate([[0], np.cumsum(np.diff(segment.starts)[keep])]).astype(np.int32),
        language_names=segment.language_names,
        kind_names=segment.kind_names,
        languages=segment.languages[kept_rows],
        kinds=segment.kinds[kept_rows],
        numbers=segment.numbers[kept_rows],
        labels=segment.labels[kept_rows],
        hashes=segment.hashes,
        bounds=bounds,
        rows=renumbered[segment.rows[stay]],
        offsets=segment.offsets[stay],
        words=segment.words,
        word_stems=segment.word_stems,
        word_counts=segment.word_counts,
    )
