"""Measures of association: their values, and that they stay within their bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.concordance.association import SIGNIFICANT, Contingency

COUNTS = st.integers(0, 500)


def test_the_log_likelihood_ratio_is_that_of_the_literature() -> None:
    """ "the swiss" in the corpus of Dunning's article: 110, 2442, 111 and 29114 of each kind."""
    table = Contingency(both=110, left=110 + 2442, right=110 + 111, passages=110 + 2442 + 111 + 29114)
    assert table.likelihood == pytest.approx(270.72, abs=0.01)


def test_what_meets_by_chance_does_not_go_together() -> None:
    assert Contingency(10, 100, 100, 1000).likelihood == 0.0
    assert Contingency(1, 100, 100, 1000).likelihood == 0.0
    assert Contingency(60, 100, 100, 1000).likelihood > SIGNIFICANT


def test_what_was_met_once_is_not_certain() -> None:
    assert Contingency(1, 1, 1, 100).dice == pytest.approx(0.5)
    assert Contingency(100, 100, 100, 1000).dice > 0.98


@given(both=COUNTS, only_left=COUNTS, only_right=COUNTS, neither=COUNTS)
def test_measures_keep_their_bounds_and_do_not_mind_the_side(
    both: int, only_left: int, only_right: int, neither: int
) -> None:
    total = both + only_left + only_right + neither
    table = Contingency(both, both + only_left, both + only_right, total)
    turned = Contingency(both, both + only_right, both + only_left, total)
    assert 0 <= table.dice < 1
    assert table.likelihood >= -1e-6
    assert table.dice == turned.dice
    assert table.likelihood == pytest.approx(turned.likelihood, abs=1e-6)
