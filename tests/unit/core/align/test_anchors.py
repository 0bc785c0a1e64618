"""The band around anchors: whatever these are, there is a way through it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.align.anchors import around


@st.composite
def anchored_tables(draw: st.DrawFn) -> tuple[list[tuple[int, int]], int, int]:
    """Anchors that ascend on both sides, and the size of their table."""
    steps = draw(
        st.lists(st.tuples(st.integers(1, 12) | st.integers(1, 900), st.integers(1, 900)), max_size=8)
    )
    anchors, i, j = [], -1, -1
    for down, across in steps:
        i, j = i + down, j + across
        anchors.append((i, j))
    return anchors, i + draw(st.integers(1, 400)), j + draw(st.integers(1, 900))


@given(anchored_tables())
def test_each_row_of_the_band_meets_the_next(table: tuple[list[tuple[int, int]], int, int]) -> None:
    anchors, n, m = table
    band = around(np.array(anchors, dtype=np.int64).reshape(-1, 2), n, m)
    assert band.low[0] == 0
    assert band.high[-1] == m
    assert (band.low <= band.high).all()
    assert (band.low[1:] <= band.high[:-1]).all()
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    for i, j in anchors:
        assert band.low[i] <= j <= band.high[i]
