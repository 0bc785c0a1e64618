"""Where paragraphs stand: rows level whatever is known of heights, each side complete and in order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.gui.reader.place import Rows
from briefer.gui.reader.shelving import MANY, Shelving
from briefer.gui.reader.stacking import Heights, Stack, Tower
from tests.gui.reader.conftest import MIXED, bilingual

BEADS = st.lists(
    st.sampled_from([(1, 1), (1, 0), (0, 1), (2, 1), (1, 3), (9, 0), (0, 9)]), min_size=1, max_size=14
)


def stacked(beads: list[tuple[int, int]], heights: list[int], *, level: bool) -> Stack:
    rows = Rows(bilingual(beads).document)
    counts = [len(version.paragraphs) for version in rows.versions]
    values = [
        [heights[(index + 3 * side) % len(heights)] for index in range(n)] for side, n in enumerate(counts)
    ]
    gaps = [[7 + index % 3 for index in range(count)] for count in counts]
    heights_of = [Heights.guessed(own) for own in values]
    return Stack(Shelving(rows, level=level), gaps, heights_of, head=12)


@settings(deadline=None)
@given(st.lists(st.integers(0, 90), min_size=1), st.lists(st.tuples(st.integers(0, 99), st.integers(0, 90))))
def test_tops_are_the_sums_of_what_is_above(heights: list[int], changes: list[tuple[int, int]]) -> None:
    tower = Tower(list(heights), 5)
    for place, height in changes:
        heights[place % len(heights)] = height
        tower.change(place % len(heights), height)
        assert tower.top(place % len(heights)) == 5 + sum(heights[: place % len(heights)])
    assert tower.top(len(heights)) == 5 + sum(heights)
    for number, height in enumerate(heights):
        if height:
            assert tower.at(tower.top(number) + height - 1) == number


@settings(deadline=None)
@given(BEADS, st.lists(st.integers(1, 200), min_size=1, max_size=9), st.data())
def test_rows_are_level_before_and_after_measuring(
    beads: list[tuple[int, int]], heights: list[int], data: st.DataObject
) -> None:
    stack = stacked(beads, heights, level=True)
    rows = Rows(bilingual(beads).document)
    for _ in range(4):
        for bead in rows.beads:
            if bead.matched:
                assert stack.top(0, bead.left[0]) == stack.top(1, bead.right[0])
        for side in (0, 1):
            values = stack.heights[side].values
            if values:
                index = data.draw(st.integers(0, len(values) - 1))
                stack.learn(side, index, data.draw(st.integers(1, 300)))


@settings(deadline=None)
@given(BEADS, st.lists(st.integers(1, 200), min_size=1, max_size=9), st.booleans())
def test_paragraphs_of_a_side_stand_below_each_other_and_are_found_by_their_height(
    beads: list[tuple[int, int]], heights: list[int], level: object
) -> None:
    stack = stacked(beads, heights, level=bool(level))
    for side in (0, 1):
        end = 0
        for index in range(len(stack.heights[side].values)):
            assert stack.top(side, index) > end
            assert stack.at(side, end + 1) == index
            end = stack.bottom(side, index)
            assert stack.at(side, end - 1) == index
        assert end <= stack.end(side)
        if not stack.heights[side].values:
            assert stack.at(side, 10) == -1


def test_a_short_run_without_counterparts_stands_left_before_right() -> None:
    stack = stacked([(1, 1), (3, 0), (0, 3), (1, 1)], [20], level=True)
    assert stack.top(1, 1) > stack.bottom(0, 3)


def test_long_runs_without_counterparts_stand_beside_each_other() -> None:
    many = MANY + 60
    stack = stacked([(1, 1), *[(1, 0)] * many, *[(0, 1)] * MANY, (1, 1)], [20], level=True)
    assert stack.top(0, 1) == stack.top(1, 1)
    assert stack.top(0, many + 1) == stack.top(1, MANY + 1) > stack.bottom(0, many)


def test_each_side_flowing_by_itself_has_no_gaps() -> None:
    stack = stacked(list(MIXED), [20], level=False)
    for side in (0, 1):
        tops = [stack.top(side, index) for index in range(len(stack.heights[side].values))]
        assert all(after - before <= 20 + 9 for before, after in pairwise(tops))


def test_what_is_left_to_measure_is_counted() -> None:
    stack = stacked([(1, 1), (1, 0)], [20], level=True)
    assert stack.left == 3
    stack.learn(0, 1, 20)
    stack.learn(0, 1, 25)
    assert stack.left == 2
