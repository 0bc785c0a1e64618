"""The search sums over every alignment: held against going through all of them one by one."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.align.decode import best_way
from briefer.core.align.lattice import Lattice, whole
from briefer.core.align.search import NEVER, Problem, Search

SHAPES = ((1, 1), (1, 2), (2, 1))
Way = tuple[tuple[int, int], ...]


def ways(n: int, m: int, gap: str = "") -> Iterator[Way]:
    """Every alignment of n and m paragraphs; of unmatched neighbours the left ones first."""
    if not n and not m:
        yield ()
    for width, height in SHAPES:
        if width <= n and height <= m:
            yield from (((width, height), *rest) for rest in ways(n - width, m - height))
    if n and gap != "right":
        yield from (((1, 0), *rest) for rest in ways(n - 1, m, "left"))
    if m:
        yield from (((0, 1), *rest) for rest in ways(n, m - 1, "right"))


def score(problem: Problem, way: Way) -> float:
    i = j = 0
    total, before = 0.0, None
    for step in way:
        if all(step):
            total += float(problem.beads[SHAPES.index(step), int(problem.band.index(*_place(i, j))[0])])
        else:
            total += float(problem.left_gaps[i] if step[0] else problem.right_gaps[j])
            total += problem.opening if step != before else 0.0
        before = step
        i, j = i + step[0], j + step[1]
    return total


def _place(i: int, j: int) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], ...]:
    return np.array([i]), np.array([j])


def problem(n: int, m: int, seed: int, band: Lattice | None = None) -> Problem:
    chance = np.random.default_rng(seed)
    band = band or whole(n, m)
    beads = chance.normal(size=(len(SHAPES), band.size)).astype(np.float32)
    for number, (width, height) in enumerate(SHAPES):
        beads[number, band.shifted(width, height) == band.size] = NEVER
    return Problem(band, SHAPES, beads, chance.normal(size=n), chance.normal(size=m), -0.5)


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 1000))
@settings(deadline=None, max_examples=40)
def test_probabilities_are_shares_of_all_alignments(n: int, m: int, seed: int) -> None:
    searched = problem(n, m, seed)
    found = Search(searched, lambda: None).posterior()
    weighed = [(way, math.exp(score(searched, way))) for way in ways(n, m)]
    total = sum(weight for _, weight in weighed)
    assert found.total == pytest.approx(math.log(total), abs=1e-4)
    alone = sum(weight for way, weight in weighed if _leaves_first_alone(way)) / total
    assert found.left_gaps[0] == pytest.approx(alone, abs=1e-4)
    first = sum(weight for way, weight in weighed if way[0] == (1, 1)) / total
    assert found.beads[0, 0] == pytest.approx(first, abs=1e-4)
    runs = sum(weight * _runs(way) for way, weight in weighed) / total
    assert found.openings == pytest.approx(runs, abs=1e-3)


def _leaves_first_alone(way: Way) -> bool:
    return next(step for step in way if step[0]) == (1, 0)


def _runs(way: Way) -> int:
    return sum(not all(step) and step != before for before, step in zip((None, *way), way, strict=False))


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 1000))
@settings(deadline=None, max_examples=40)
def test_the_way_taken_is_the_one_of_which_most_is_expected(n: int, m: int, seed: int) -> None:
    searched = problem(n, m, seed)
    posterior = Search(searched, lambda: None).posterior()
    expecting = Problem(
        searched.band, SHAPES, posterior.beads, 0.6 * posterior.left_gaps, 0.6 * posterior.right_gaps, 0.0
    )
    steps = best_way(searched, posterior, 0.6, lambda: None)
    best = max(score(expecting, way) for way in ways(n, m))
    assert score(expecting, tuple(step for step, _ in steps)) == pytest.approx(best, abs=1e-4)
    assert all(0 <= probability <= 1 for _, probability in steps)


def test_no_way_leaves_the_band() -> None:
    band = Lattice(np.array([0, 0, 1, 2, 4]), np.array([1, 2, 3, 4, 4]))
    searched = problem(4, 4, 7, band)
    steps = best_way(searched, Search(searched, lambda: None).posterior(), 0.6, lambda: None)
    i = j = 0
    for (width, height), _ in steps:
        i, j = i + width, j + height
        assert band.low[i] <= j <= band.high[i]
    assert (i, j) == (4, 4)


def test_the_search_can_be_stopped() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Search(problem(3, 3, 1), stop).posterior()
