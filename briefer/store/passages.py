"""The stems of many passages, arranged so that what stands where is found at once.

A segment holds whole documents and is never changed: what changes comes into a new one, and
small ones are joined. Each document is a row for its head (title, symbol, organs), then a row for
each paragraph. Of each stem the rows and places are listed that hold it (an inverted
index). Stems are kept as hashes of 64 bits; the words as they are written are kept beside them,
for beginnings, likenesses and corrections.
"""

from __future__ import annotations

import zipfile
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefer.store.files import replacing

HEAD = "head"  # the kind of the row that stands for title, symbol and organs
_FARTHEST = np.iinfo(np.uint16).max  # words; phrases beyond are not found
_ARRAYS = "generations starts languages kinds numbers labels hashes bounds rows offsets word_counts".split()
_TEXTS = "ids language_names kind_names words word_stems".split()

Numbers = NDArray[Any]


class Row(NamedTuple):
    """A passage: a paragraph, or the head of a document (of no language, numbered -1)."""

    language: str
    number: int
    kind: str
    label: str | None
    stems: str


class Indexed(NamedTuple):
    """A document as it is indexed: `words` counts its words as they are written, folded."""

    id: str
    generation: int
    rows: Sequence[Row]
    words: Mapping[str, int]


def hash_of(text: str) -> int:
    """Of a stem or a label; 0 is none's."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little") or 1


@dataclass(frozen=True)
class Segment:
    """The arrays: of documents (`ids`, `generations`, `starts` of their rows, and an end), of rows
    (`languages`, `kinds` as places in their names, `numbers`, `labels` as hashes), of stems (`hashes`,
    ascending, and `bounds` of their occurrences), of occurrences (`rows`, `offsets`), of words.
    """

    ids: list[str]
    generations: Numbers
    starts: Numbers
    language_names: list[str]
    kind_names: list[str]
    languages: Numbers
    kinds: Numbers
    numbers: Numbers
    labels: Numbers
    hashes: Numbers
    bounds: Numbers
    rows: Numbers
    offsets: Numbers
    words: list[str]
    word_stems: list[str]
    word_counts: Numbers

    @property
    def size(self) -> int:
        """How many words there are in all."""
        return len(self.rows)

    @cached_property
    def numbered(self) -> dict[str, int]:
        """The number of each document."""
        return {identity: number for number, identity in enumerate(self.ids)}

    @cached_property
    def documents(self) -> Numbers:
        """The number of each row's document."""
        return np.repeat(np.arange(len(self.ids), dtype=np.int32), np.diff(self.starts))

    @cached_property
    def held(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(self.word_stems)

    def occurrences(self, stem: str) -> slice:
        """Where the rows and offsets of a stem are listed."""
        wanted = np.uint64(hash_of(stem))
        place = int(np.searchsorted(self.hashes, wanted))
        if place == len(self.hashes) or self.hashes[place] != wanted:
            return slice(0, 0)
        return slice(int(self.bounds[place]), int(self.bounds[place + 1]))

    def save(self, path: Path) -> None:
        """Write it to a private file. Raises OSError."""
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        for name in _TEXTS:
            arrays[name] = np.frombuffer("\n".join(getattr(self, name)).encode(), dtype=np.uint8)
        with replacing(path) as stream:
            np.savez(stream, **arrays)


def load(path: Path) -> Segment:
    """Read what `save` wrote. Raises ValueError for what is damaged, OSError."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in _ARRAYS}
            texts = {name: stored[name].tobytes().decode() for name in _TEXTS}
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, TypeError, NotImplementedError) as error:
        raise ValueError("damaged") from error
    lists = {name: text.split("\n") if text else [] for name, text in texts.items()}
    segment = Segment(**arrays, **lists)
    if not _sound(segment):
        raise ValueError("damaged")
    return segment


def _sound(segment: Segment) -> bool:
    """Whether the arrays fit each other."""
    rows = len(segment.languages)
    return (
        len(segment.ids) == len(segment.generations) == len(segment.starts) - 1
        and int(segment.starts[-1])
        == rows
        == len(segment.kinds)
        == len(segment.numbers)
        == len(segment.labels)
        and len(segment.bounds) == len(segment.hashes) + 1
        and int(segment.bounds[-1]) == len(segment.rows) == len(segment.offsets)
        and len(segment.words) == len(segment.word_stems) == len(segment.word_counts)
    )


def build(documents: Iterable[Indexed], stems: Mapping[str, str]) -> Segment:
    """A segment of these documents; `stems` gives that of each of their words."""
    known: defaultdict[str, int] = defaultdict()
    known.default_factory = known.__len__
    names: tuple[defaultdict[str, int], defaultdict[str, int]] = (defaultdict(), defaultdict())
    for numbering in names:
        numbering.default_factory = numbering.__len__
    ids, generations, starts = [], [], [0]
    languages, kinds, numbers, labels = array("B"), array("B"), array("i"), array("Q")
    terms, lengths = array("i"), array("i")
    words: Counter[str] = Counter()
    for document in documents:
        ids.append(document.id)
        generations.append(document.generation)
        words.update(document.words)
        for row in document.rows:
            languages.append(names[0][row.language])
            kinds.append(names[1][row.kind])
            numbers.append(row.number)
            labels.append(hash_of(row.label) if row.label else 0)
            held = row.stems.split()
            terms.extend(map(known.__getitem__, held))
            lengths.append(len(held))
        starts.append(len(numbers))
    hashes = np.fromiter(map(hash_of, known), dtype=np.uint64, count=len(known))
    listed = sorted(words)
    return Segment(
        ids=ids,
        generations=np.array(generations, dtype=np.int64),
        starts=np.array(starts, dtype=np.int32),
        language_names=list(names[0]),
        kind_names=list(names[1]),
        languages=np.array(languages, dtype=np.uint8),
        kinds=np.array(kinds, dtype=np.uint8),
        numbers=np.array(numbers, dtype=np.int32),
        labels=np.array(labels, dtype=np.uint64),
        **_inverted(np.frombuffer(terms, dtype=np.int32), hashes, np.frombuffer(lengths, dtype=np.int32)),
        words=listed,
        word_stems=[stems[word] for word in listed],
        word_counts=np.array([words[word] for word in listed], dtype=np.int32),
    )


def _inverted(terms: Numbers, hashes: Numbers, lengths: Numbers) -> dict[str, Numbers]:
    """The lists of occurrences, from the number of the stem at each place and the length of each row."""
    order = np.argsort(hashes)
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    ranked = rank[terms]
    places = np.argsort(ranked, kind="stable")
    rows = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    begins = np.concatenate(([0], np.cumsum(lengths)[:-1])) if len(lengths) else np.zeros(0)
    within = np.minimum(np.arange(len(terms)) - begins[rows], _FARTHEST)
    bounds = np.zeros(len(order) + 1, dtype=np.int64)
    np.cumsum(np.bincount(ranked, minlength=len(order)), out=bounds[1:])
    return {
        "hashes": hashes[order],
        "bounds": bounds,
        "rows": rows[places],
        "offsets": within[places].astype(np.uint16),
    }


def joined(segments: Sequence[Segment], alive: Sequence[Numbers]) -> Segment:
    """One segment of the documents that are `alive` in each, in order."""
    parts = [_thinned(segment, keep) for segment, keep in zip(segments, alive, strict=True)]
    languages = sorted({name for part in parts for name in part.language_names})
    kinds = sorted({name for part in parts for name in part.kind_names})
    hashes = np.unique(np.concatenate([part.hashes for part in parts]))
    terms = np.concatenate(
        [
            np.repeat(np.searchsorted(hashes, part.hashes), np.diff(part.bounds)).astype(np.int32)
            for part in parts
        ]
    )
    shifts = np.cumsum([0, *(len(part.numbers) for part in parts)])
    rows = np.concatenate([part.rows + np.int32(shift) for part, shift in zip(parts, shifts, strict=False)])
    order = np.argsort(terms, kind="stable")
    bounds = np.zeros(len(hashes) + 1, dtype=np.int64)
    np.cumsum(np.bincount(terms, minlength=len(hashes)), out=bounds[1:])
    words: Counter[str] = Counter()
    stems: dict[str, str] = {}
    for part in parts:
        words.update(dict(zip(part.words, part.word_counts.tolist(), strict=True)))
        stems.update(zip(part.words, part.word_stems, strict=True))
    listed = sorted(words)
    return Segment(
        ids=[identity for part in parts for identity in part.ids],
        generations=np.concatenate([part.generations for part in parts]),
        starts=np.concatenate(
            [[0], *(part.starts[1:] + shift for part, shift in zip(parts, shifts, strict=False))]
        ).astype(np.int32),
        language_names=languages,
        kind_names=kinds,
        languages=np.concatenate([_renamed(p.languages, p.language_names, languages) for p in parts]),
        kinds=np.concatenate([_renamed(p.kinds, p.kind_names, kinds) for p in parts]),
        numbers=np.concatenate([part.numbers for part in parts]),
        labels=np.concatenate([part.labels for part in parts]),
        hashes=hashes,
        bounds=bounds,
        rows=rows[order],
        offsets=np.concatenate([part.offsets for part in parts])[order],
        words=listed,
        word_stems=[stems[word] for word in listed],
        word_counts=np.array([words[word] for word in listed], dtype=np.int32),
    )


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
