"""Where words, phrases and neighbours stand in a segment."""

from __future__ import annotations

import numpy as np

from briefer.core.query.values import AnyOf, Near, Place, Words
from briefer.store.inverted.segment import Numbers, Segment

_ROW = 16  # bits for the place of a word in its row


def rows_with(segment: Segment, words: Words) -> Numbers:
    """The rows that hold the words next to each other; some more than once."""
    if len(words.stems) == 1:
        found = [segment.rows[part] for part in segment.occurrences_of(stems_of(words.stems[0]))]
        return found[0] if len(found) == 1 else np.concatenate([np.zeros(0, dtype=np.int32), *found])
    return row_of_key(starts(segment, words))


def stems_of(place: Place) -> tuple[str, ...]:
    """The stems that a place may have."""
    match place:
        case str():
            return (place,)
        case AnyOf(stems):
            return tuple(stems)
        case _:
            return ()


def _keys(segment: Segment, place: Place) -> Numbers:
    """Row and place of each occurrence as one number, ascending."""
    found = segment.occurrences_of(stems_of(place))
    keys = [segment.rows[part].astype(np.int64) << _ROW | segment.offsets[part] for part in found]
    if not keys:
        return np.zeros(0, dtype=np.int64)
    return keys[0] if len(keys) == 1 else np.unique(np.concatenate(keys))


def starts(segment: Segment, words: Words) -> Numbers:
    """Where words begin, as `_keys` has it."""
    keys = [_keys(segment, place) - number for number, place in enumerate(words.stems)]
    base, *others = sorted(keys, key=len)
    for other in others:
        if not len(base) or not len(other):
            return np.zeros(0, dtype=np.int64)
        places = np.searchsorted(other, base)
        places[places == len(other)] = 0
        base = base[other[places] == base]
    return base


def row_of_key(keys: Numbers) -> Numbers:
    """The row of each place, as `starts` has it."""
    rows: Numbers = keys >> _ROW
    return rows


def near_rows(segment: Segment, near: Near) -> Numbers:
    """The rows in which both stand near each other; some more than once."""
    one, other = starts(segment, near.one), starts(segment, near.other)
    ends = (one + len(near.one.stems) - 1, other + len(near.other.stems) - 1)
    rows = [_within(ends[0], other, near.distance), _within(ends[1], one, near.distance)]
    return np.concatenate(rows)


def _within(ends: Numbers, starts: Numbers, distance: int) -> Numbers:
    """The rows where something starts after one of `ends`, at most so many words later."""
    if not len(ends) or not len(starts):
        return np.zeros(0, dtype=np.int64)
    places = np.searchsorted(starts, ends, side="right")
    there = places < len(starts)
    ends, places = ends[there], places[there]
    close = (starts[places] - ends <= distance) & (starts[places] >> _ROW == ends >> _ROW)
    rows: Numbers = ends[close] >> _ROW
    return rows
