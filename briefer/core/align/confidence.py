"""How far the model's probabilities can be trusted: measured, and stored as steps.

`tests/benchmarks/alignment_tuning.py --confidence` prints the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

# What the model says, and how often such beads are right. Between the steps the curve is straight.
Trust = Mapping[str, Sequence[tuple[float, float]]]
TRUST: Trust = {
    "matched": ((0.6008, 0.7195), (0.9198, 0.9545), (0.9831, 0.9776), (0.9974, 0.9978), (0.9999, 0.9999)),
    "unmatched": ((0.648, 0.7195), (0.9983, 0.9998)),
}


def confidence(probability: float, trust: Trust, *, matched: bool) -> float:
    """A bead's chance of being right, between 0 and 1, given what the model says of it."""
    steps = trust.get("matched" if matched else "unmatched")
    if not steps:
        return float(np.clip(probability, 0.0, 1.0))
    said, right = zip((0.0, 0.0), *steps, strict=True)
    return round(float(np.interp(probability, said, right)), 3)
