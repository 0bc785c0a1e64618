"""Answered tokens are counted once for a group of paragraphs, whatever the band."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.align.coverage import TALLEST, coverage, hits
from briefer.core.align.lattice import Lattice, whole
from briefer.core.align.links import Links, side

TEXTS = st.lists(st.sets(st.sampled_from("abcdef")), min_size=1, max_size=6)


def go_on() -> None:
    """Nobody stops the work."""


def same(left: list[str], right: list[str]) -> Links:
    pairs = sorted((left.index(token), right.index(token)) for token in set(left) & set(right))
    rows = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Links(rows[:, 0], rows[:, 1], np.zeros(len(rows), dtype=np.int64))


@given(TEXTS, TEXTS, st.booleans())
@settings(deadline=None)
def test_a_token_is_answered_once_by_a_group(
    left: list[set[str]], right: list[set[str]], narrow: bool
) -> None:
    ours, theirs = (side([sorted(tokens) for tokens in texts], go_on) for texts in (left, right))
    band = _narrow(len(left), len(right)) if narrow else whole(len(left), len(right))
    linked = same(list(ours.tokens), list(theirs.tokens))
    found = hits(ours, theirs, linked, band)
    rows, columns = ours.paragraph[found.own], theirs.paragraph[found.other]
    values = np.ones((len(rows), 1))
    sums = coverage(found.own, rows, columns, linked.channel[found.link], values, band)
    for place in range(band.size):
        i, j = int(band.rows[place]), int(band.columns[place])
        if i < len(left) and j < len(right):
            for height in range(1, TALLEST + 1):
                opposite = set().union(*right[j : min(j + height, int(band.high[i]) + 1)])
                assert round(float(sums[height - 1][0][place])) == len(left[i] & opposite)


def _narrow(n: int, m: int) -> Lattice:
    middle = np.arange(n + 1) * m // n
    low, high = np.clip(middle - 1, 0, m), np.clip(middle + 1, 0, m)
    low[0], high[-1] = 0, m
    return Lattice(low, high)


def test_indices_outside_the_band_are_told() -> None:
    band = _narrow(4, 8)
    assert band.index(np.array([0, 0, 9]), np.array([0, 7, 0])).tolist() == [0, band.size, band.size]
    assert (band.index(band.rows, band.columns) == np.arange(band.size)).all()
