"""The search for garbage is rarer for a while, and then as before."""

from __future__ import annotations

import gc

from briefer.app.collecting import seldom


def test_a_command_is_not_searched_for_garbage_again_and_again() -> None:
    before = gc.get_threshold()
    gc.collect()
    searches = gc.get_stats()[0]["collections"]
    with seldom():
        kept = [[number] for number in range(50_000)]
        assert gc.get_stats()[0]["collections"] == searches
    assert gc.get_threshold() == before
    assert len(kept) == 50_000
