"""Where a word or phrase stands in the library, as far as its index tells: how often, and where first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from briefer.core.document import Kind
from briefer.core.query.values import Words
from briefer.store.inverted.places import row_of_key, starts
from briefer.store.inverted.segment import Numbers, Segment
from briefer.store.listing import Listing


@dataclass(frozen=True)
class Occurrences:
    """By language, how many places there are, and how many paragraphs with places; no running heads."""

    places: Mapping[str, int]
    paragraphs: Mapping[str, int]
    listing: Listing
    rows: Sequence[Numbers]

    def first(self, ids: Iterable[str], language: str, most: int) -> dict[str, list[int]]:
        """By document, as in `ids`, the paragraphs in a language that hold the first `most` places."""
        found: dict[str, list[int]] = {}
        counted = 0
        for identity in ids:
            if counted >= most:
                break
            segment, rows = self.listing.rows(identity)
            if rows.segment is None:
                continue
            low, high = np.searchsorted(self.rows[segment], (rows.part.start, rows.part.stop))
            here = self.rows[segment][low:high] - rows.part.start
            here = here[rows.languages(language)[here]]
            if len(here):
                found[identity] = rows.numbers[np.unique(here)].tolist()
                counted += len(here)
        return found


def occurrences(
    segments: Sequence[Segment], alive: Sequence[Numbers], words: Words, listing: Listing
) -> Occurrences:
    """Of words that are all stems."""
    places: dict[str, int] = {}
    paragraphs: dict[str, int] = {}
    rows = []
    for segment, living in zip(segments, alive, strict=True):
        found = row_of_key(_apart(starts(segment, words), len(words.stems)))
        read = segment.paragraphs & living[segment.documents]
        if Kind.FURNITURE in segment.kind_names:
            read &= segment.kinds != segment.kind_names.index(Kind.FURNITURE)
        found = found[read[found]]
        rows.append(found)
        for counts, counted in ((places, found), (paragraphs, np.unique(found))):
            each = np.bincount(segment.languages[counted], minlength=len(segment.language_names))
            for name, count in zip(segment.language_names, each.tolist(), strict=True):
                if count:
                    counts[name] = counts.get(name, 0) + count
    return Occurrences(places, paragraphs, listing, rows)


def _apart(keys: Numbers, length: int) -> Numbers:
    """Places, as `starts` has them, of so many words each, without those that overlap one before."""
    if length == 1 or len(keys) < 2 or int(np.diff(keys).min()) >= length:
        return keys
    kept = [int(keys[0])]
    for key in keys.tolist():
        if key - kept[-1] >= length:
            kept.append(key)
    return np.array(kept, dtype=keys.dtype)
