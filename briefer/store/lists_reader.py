"""Shows Whoosh the index of the library as one of its own: a reader over inverted lists.

Whoosh's own files would have to be written, kept and trusted, and its table of contents is a pickle. Here
its weighting works on what `briefer.store.inverted` holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from whoosh.fields import KEYWORD, Schema
from whoosh.reading import IndexReader, TermInfo
from whoosh.util.numeric import byte_to_length, length_to_byte

from briefer.store.inverted.segment import Numbers, Segment

FIELD = "stems"
_KEPT = 256  # stems whose documents are remembered


class Posting(NamedTuple):
    """The documents with a stem, ascending, how often each has it, and what Whoosh asks about both."""

    documents: Numbers
    frequencies: Numbers
    info: TermInfo


class ListsReader(IndexReader):
    """The documents of `segments` that are alive, one after the other.

    `shown` has the place of each of them among all documents of the segments.
    """

    def __init__(self, segments: Sequence[Segment], alive: Sequence[Numbers]) -> None:
        self.schema = Schema(**{FIELD: KEYWORD(scorable=True)})
        self.shown: Numbers = np.flatnonzero(np.concatenate(alive)) if alive else np.zeros(0, dtype=np.intp)
        self._segments = segments
        self._known: dict[bytes, Posting] = {}

    def term_info(self, _fieldname: str, text: bytes) -> TermInfo:
        return self.posting(text).info

    def doc_frequency(self, _fieldname: str, text: bytes) -> int:
        return self.posting(text).info.doc_frequency()

    def doc_count_all(self) -> int:
        return len(self.shown)

    def doc_count(self) -> int:
        return len(self.shown)

    def field_length(self, _fieldname: str) -> int:
        return int(self._words.sum())

    def doc_field_length(self, documents: Numbers, _fieldname: str, _default: int = 0) -> Numbers:
        found: Numbers = self._lengths[documents]
        return found

    @cached_property
    def _words(self) -> Numbers:
        lengths = [segment.lengths for segment in self._segments]
        found: Numbers = np.concatenate(lengths)[self.shown] if lengths else self.shown
        return found

    @cached_property
    def _lengths(self) -> Numbers:
        """As Whoosh keeps them: in one byte, so that only the order of magnitude counts in long texts."""
        kept = [byte_to_length(length_to_byte(length)) for length in self._words.tolist()]
        return np.array(kept, dtype=np.float64)

    def posting(self, text: bytes) -> Posting:
        """The documents with a stem."""
        known = self._known.get(text)
        if known is None:
            stem = text.decode("utf-8")
            counted = [segment.frequencies(stem) for segment in self._segments]
            counts = np.concatenate(counted)[self.shown] if counted else self.shown
            documents = np.flatnonzero(counts)
            known = self._described(documents, counts[documents].astype(np.float64))
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[text] = known
        return known

    def _described(self, documents: Numbers, frequencies: Numbers) -> Posting:
        if not len(documents):
            return Posting(documents, frequencies, TermInfo())
        lengths = self._lengths[documents]
        info = TermInfo(
            weight=float(frequencies.sum()),
            df=len(documents),
            minlength=float(lengths.min()),
            maxlength=float(lengths.max()),
            maxweight=float(frequencies.max()),
        )
        return Posting(documents, frequencies, info)
