"""Killed at a random moment, a library loses nothing that was acknowledged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.torture import torture


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_what_was_acknowledged_outlives_the_program(tmp_path: Path) -> None:
    """Two hundred deaths are tried by `python -m tests.benchmarks.killing`."""
    tally = torture(tmp_path, kills=5, seed=3, longest=0.6)
    assert (tally.lost, tally.unwell) == ([], [])
    assert sum(tally.kills.values()) == 5
    assert sum(tally.acknowledged.values()) >= 5
