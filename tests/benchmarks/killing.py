"""Kills a program two hundred times while it changes a library, and prints what was left each time.

    python -m tests.benchmarks.killing [KILLS [SEED]]

The deeds are importing, saving, annotating, correcting alignments, describing, backing up and
searching (which brings the index up to date); the moment of death is random.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.torture import Tally, torture

KILLS, SEED, LONGEST = 200, 1, 1.5


def report(tally: Tally, seconds: float) -> str:
    """The figures, a line each."""
    lines = [
        f"killed                      {sum(tally.kills.values())} times in {seconds:.0f} s",
        "killed while                " + ", ".join(f"{deed} {n}" for deed, n in tally.kills.most_common()),
        "acknowledged                "
        + ", ".join(f"{deed} {count}" for deed, count in tally.acknowledged.most_common()),
        f"acknowledged and lost       {len(tally.lost)}",
        f"wrong at the check          {len(tally.unwell)}",
        f"index built again           {tally.renewed} times",
    ]
    return "\n".join([*lines, *tally.lost, *tally.unwell])


def main(words: list[str]) -> int:
    """Print the figures; 1 when anything was lost or wrong."""
    given = [int(word) for word in words]
    kills, seed = [*given, *(KILLS, SEED)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        tally = torture(Path(folder), kills, seed, LONGEST)
        print(report(tally, time.monotonic() - began))  # noqa: T201 - it is what this is for
    return 1 if tally.lost or tally.unwell else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
