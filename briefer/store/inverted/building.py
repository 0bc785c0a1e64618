"""Makes segments of documents, one document after the other."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np

from briefer.store.inverted.segment import HEADS_COUNT, Indexed, Numbers, Row, Segment, hash_of

_FARTHEST = np.iinfo(np.uint16).max  # words; phrases beyond are not found


class Builder:
    """Takes documents in; what it holds of them are numbers and their distinct words."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._generations = array("q")
        self._lengths = array("i")
        self._starts = array("i", [0])
        self._languages, self._kinds = _numbering(), _numbering()
        self._row_languages, self._row_kinds = array("B"), array("B")
        self._numbers, self._labels = array("i"), array("Q")
        self._stems = _numbering()
        self._terms, self._row_lengths = array("i"), array("i")
        self._words: Counter[str] = Counter()
        self._word_stems: dict[str, str] = {}

    @property
    def size(self) -> int:
        """How many words it was given."""
        return len(self._terms)

    @property
    def filled(self) -> bool:
        """Whether it was given any document."""
        return bool(self._ids)

    def add(self, document: Indexed) -> None:
        before = self.size
        self._ids.append(document.id)
        self._generations.append(document.generation)
        self._words.update(document.words)
        self._word_stems.update(document.stems)
        for row in document.rows:
            self._add_row(row)
        self._starts.append(len(self._numbers))
        head = self._row_lengths[self._starts[-2]] if document.rows else 0
        self._lengths.append(self.size - before + (HEADS_COUNT - 1) * head)

    def built(self) -> Segment:
        """The segment of all that was added."""
        hashes = np.fromiter(map(hash_of, self._stems), dtype=np.uint64, count=len(self._stems))
        hashes, bounds, rows, offsets = _inverted(
            np.frombuffer(self._terms, dtype=np.int32),
            hashes,
            np.frombuffer(self._row_lengths, dtype=np.int32),
        )
        listed = sorted(self._words)
        counts = map(self._words.__getitem__, listed)
        return Segment(
            ids=self._ids,
            generations=np.array(self._generations, dtype=np.int64),
            lengths=np.array(self._lengths, dtype=np.int32),
            starts=np.array(self._starts, dtype=np.int32),
            language_names=list(self._languages),
            kind_names=list(self._kinds),
            languages=np.array(self._row_languages, dtype=np.uint8),
            kinds=np.array(self._row_kinds, dtype=np.uint8),
            numbers=np.array(self._numbers, dtype=np.int32),
            labels=np.array(self._labels, dtype=np.uint64),
            hashes=hashes,
            bounds=bounds,
            rows=rows,
            offsets=offsets,
            words=listed,
            word_stems=[self._word_stems[word] for word in listed],
            word_counts=np.fromiter(counts, dtype=np.int32, count=len(listed)),
        )

    def _add_row(self, row: Row) -> None:
        self._row_languages.append(self._languages[row.language])
        self._row_kinds.append(self._kinds[row.kind])
        self._numbers.append(row.number)
        self._labels.append(hash_of(row.label) if row.label else 0)
        held = row.stems.split()
        self._terms.extend(map(self._stems.__getitem__, held))
        self._row_lengths.append(len(held))


def build(documents: Iterable[Indexed]) -> Segment:
    """A segment of these documents."""
    builder = Builder()
    for document in documents:
        builder.add(document)
    return builder.built()


def _numbering() -> defaultdict[str, int]:
    """Gives each key that is met the next number."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    return numbers


def _inverted(terms: Numbers, hashes: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Hashes, bounds, rows, offsets, from the number of the stem at each place and the lengths of rows."""
    order = np.argsort(hashes)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    # Rank and place as one number: sorting these is several times quicker than a stable sort by rank.
    keys = rank[terms] << np.int64(32)
    keys |= np.arange(len(terms), dtype=np.int64)
    keys.sort()
    places = (keys & np.int64(0xFFFFFFFF)).astype(np.uint32)
    del keys
    bounds = np.zeros(len(order) + 1, dtype=np.int64)
    np.cumsum(np.bincount(terms, minlength=len(order))[order], out=bounds[1:])
    begins = np.cumsum(lengths) - lengths
    rows = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    within = np.arange(len(terms), dtype=np.int32)
    within -= np.repeat(begins.astype(np.int32), lengths)
    np.minimum(within, _FARTHEST, out=within)
    return hashes[order], bounds, rows[places], within.astype(np.uint16)[places]
