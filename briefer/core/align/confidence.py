"""How far the model's probabilities can be trusted: measured, and stored as steps.

`tests/benchmarks/alignment_tuning.py --confidence` prints the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

# What the model says, and how often such beads are right. Between the steps the curve is straight.
Trust = Mapping[str, Sequence[tuple[float, float]]]
TRUST: Trust = {
    "matched": (
        (0.4275, 0.5164),
        (0.5347, 0.5656),
        (0.608, 0.6475),
        (0.6724, 0.6639),
        (0.7883, 0.8422),
        (0.866, 0.8607),
        (0.8766, 0.9262),
        (0.8907, 0.9426),
        (0.9148, 0.9564),
        (0.9572, 0.9706),
        (0.9789, 0.9784),
        (0.9818, 0.9754),
        (0.9858, 0.991),
        (0.9903, 0.9935),
        (0.993, 0.9955),
        (0.9956, 0.9985),
        (0.9985, 0.9995),
        (0.9998, 0.9998),
        (1.0, 0.9999),
    ),
    "unmatched": (
        (0.4128, 0.2213),
        (0.5105, 0.3033),
        (0.5995, 0.3852),
        (0.714, 0.5656),
        (0.8166, 0.6475),
        (0.8767, 0.814),
        (0.9325, 0.8719),
        (0.9621, 0.8934),
        (0.972, 0.9262),
        (0.9825, 0.9463),
        (0.9893, 0.959),
        (0.994, 0.982),
        (0.9985, 0.9917),
        (0.9999, 0.9996),
        (1.0, 0.9998),
    ),
}


def confidence(probability: float, trust: Trust, *, matched: bool) -> float:
    """A bead's chance of being right, between 0 and 1, given what the model says of it."""
    steps = trust.get("matched" if matched else "unmatched")
    if not steps:
        return float(np.clip(probability, 0.0, 1.0))
    said, right = zip((0.0, 0.0), *steps, strict=True)
    return round(float(np.interp(probability, said, right)), 3)
