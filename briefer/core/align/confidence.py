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
        (0.4372, 0.5),
        (0.5343, 0.5984),
        (0.6106, 0.6148),
        (0.6728, 0.6475),
        (0.7873, 0.8488),
        (0.8666, 0.8934),
        (0.8772, 0.9098),
        (0.8916, 0.9262),
        (0.9016, 0.959),
        (0.9195, 0.9696),
        (0.9574, 0.975),
        (0.9793, 0.982),
        (0.9858, 0.9882),
        (0.9908, 0.9955),
        (0.993, 0.9958),
        (0.9954, 0.9987),
        (0.9985, 0.9994),
        (0.9998, 0.9999),
        (1.0, 0.9999),
    ),
    "unmatched": (
        (0.4166, 0.2049),
        (0.5162, 0.3197),
        (0.6112, 0.3852),
        (0.7265, 0.6311),
        (0.8262, 0.6639),
        (0.8679, 0.8607),
        (0.8964, 0.877),
        (0.948, 0.9088),
        (0.9831, 0.9481),
        (0.9926, 0.9711),
        (0.9949, 0.9896),
        (0.9977, 0.9938),
        (0.9999, 0.9999),
    ),
}


def confidence(probability: float, trust: Trust, *, matched: bool) -> float:
    """A bead's chance of being right, between 0 and 1, given what the model says of it."""
    steps = trust.get("matched" if matched else "unmatched")
    if not steps:
        return float(np.clip(probability, 0.0, 1.0))
    said, right = zip((0.0, 0.0), *steps, strict=True)
    return round(float(np.interp(probability, said, right)), 3)
