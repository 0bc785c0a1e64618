"""Scrolling one side carries the other along: steadily, pair by pair, from beginning to end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.gui.reader.following import Following, eye_at, value_at
from briefer.gui.reader.place import Rows
from briefer.gui.reader.shelving import Shelving
from briefer.gui.reader.stacking import Heights, Stack
from tests.gui.reader.conftest import MIXED, bilingual

VIEW = 500.0


@settings(deadline=None)
@given(st.floats(0, 9000), st.floats(0, 1))
def test_where_the_eye_is_and_where_the_bar_stands_are_inverse(most: float, part: float) -> None:
    value = most * part
    assert value_at(eye_at(value, most, VIEW), most, VIEW) == pytest.approx(value, abs=1e-6)


@settings(deadline=None)
@given(st.floats(1, 9000))
def test_the_eye_begins_at_the_top_and_ends_at_the_bottom(most: float) -> None:
    assert eye_at(0, most, VIEW) == 0
    assert eye_at(most, most, VIEW) == pytest.approx(most + VIEW)
    places = [eye_at(most * step / 50, most, VIEW) for step in range(51)]
    assert places == sorted(places)


def uneven() -> tuple[Rows, Stack]:
    rows = Rows(bilingual(MIXED).document)
    heights = [
        Heights.guessed([20 + 17 * (index * (side + 2) % 5) for index in range(len(version.paragraphs))])
        for side, version in enumerate(rows.versions)
    ]
    gaps = [[8] * len(own.values) for own in heights]
    return rows, Stack(Shelving(rows, level=False), gaps, heights)


@pytest.mark.parametrize("side", [0, 1])
def test_pairs_begin_together_and_nothing_jumps(side: int) -> None:
    rows, stack = uneven()
    following = Following(rows, stack)
    ends = (float(stack.end(0)), float(stack.end(1)))
    for bead in rows.beads:
        if bead.matched:
            own, other = (bead.left, bead.right) if side == 0 else (bead.right, bead.left)
            there = following.across(side, stack.top(side, own[0]), ends)
            assert there == pytest.approx(stack.top(1 - side, other[0]))
    steps = [following.across(side, float(y), ends) for y in range(int(ends[side]) + 1)]
    assert steps[0] == 0
    assert steps[-1] == pytest.approx(ends[1 - side])
    assert all(0 <= after - before < 20 for before, after in pairwise(steps))


def test_without_any_pair_the_sides_go_on_in_proportion() -> None:
    rows = Rows(bilingual([(4, 0), (0, 2)]).document)
    heights = [Heights.guessed([50] * 4), Heights.guessed([50] * 2)]
    stack = Stack(Shelving(rows, level=False), [[0] * 4, [0] * 2], heights)
    assert Following(rows, stack).across(0, 100.0, (200.0, 100.0)) == 50.0
