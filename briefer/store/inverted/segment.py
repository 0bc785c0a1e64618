"""A segment: documents with the stems of their passages, as arrays that are never changed.

What changes in the library comes into a new segment, and small ones are joined. Each document is
a row for its head (title, symbol, organs), then a row for each paragraph. Of each stem the rows and
places are listed that hold it (an inverted index). Stems are kept as hashes of 64 bits; the
words as they are written are kept beside them, for beginnings, likenesses and corrections.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

HEAD = "head"  # the kind of the row that stands for title, symbol and organs
HEADS_COUNT = 3  # times that the words of title, symbol and organs count

Numbers = NDArray[Any]


class Row(NamedTuple):
    """A passage: a paragraph, or the head of a document (of no language, numbered -1)."""

    language: str
    number: int
    kind: str
    label: str | None
    stems: str


class Indexed(NamedTuple):
    """A document as it is indexed, its head first: `words` counts its words as they are written, folded.

    `stems` has the stem of each of them.
    """

    id: str
    generation: int
    rows: Sequence[Row]
    words: Mapping[str, int]
    stems: Mapping[str, str]


def hash_of(text: str) -> int:
    """Of a stem or a label; 0 is none's."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little") or 1


_known_hash = lru_cache(maxsize=4096)(hash_of)  # queries ask each segment for the same stems


@dataclass(frozen=True)
class Segment:
    """The arrays: of documents (`ids`, `generations`, `lengths` in words, `starts` of their rows, and an
    end), of rows (`languages`, `kinds` as places in their names, `numbers`, `labels` as hashes), of
    stems (`hashes`, ascending, and `bounds` of their occurrences), of occurrences (`rows`, `offsets`),
    ascending for each stem, of words.
    """

    ids: list[str]
    generations: Numbers
    lengths: Numbers
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
    def paragraphs(self) -> Numbers:
        """Which rows are paragraphs, not heads."""
        found: Numbers = self.numbers >= 0
        return found

    @cached_property
    def slots(self) -> Numbers:
        """Of each row, the place of its document, language and kind in a table of all of them."""
        rows = self.documents * np.int32(len(self.language_names)) + self.languages
        return rows * np.int32(len(self.kind_names)) + self.kinds

    def occurrences(self, stem: str) -> slice:
        """Where the rows and offsets of a stem are listed."""
        (found,) = self.occurrences_of((stem,)) or [slice(0, 0)]
        return found

    def occurrences_of(self, stems: Sequence[str]) -> list[slice]:
        """The same of each of some stems that is there."""
        wanted = np.array([_known_hash(stem) for stem in stems], dtype=np.uint64)
        places = np.searchsorted(self.hashes, wanted)
        there = places < len(self.hashes)
        places = places[there]
        places = places[self.hashes[places] == wanted[there]]
        bounds = zip(self.bounds[places].tolist(), self.bounds[places + 1].tolist(), strict=True)
        return [slice(first, stop) for first, stop in bounds]

    def frequencies(self, stem: str) -> Numbers:
        """How often a stem stands in each document, its head counting `HEADS_COUNT` times."""
        rows = self.rows[self.occurrences(stem)]
        if not len(rows):
            return np.zeros(len(self.ids), dtype=np.int64)
        first = np.searchsorted(rows, self.starts)
        after_head = np.searchsorted(rows, self.starts[:-1], side="right")
        return first[1:] - first[:-1] + (HEADS_COUNT - 1) * (after_head - first[:-1])
