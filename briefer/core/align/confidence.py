"""How far a probability of the model can be trusted, measured."""

from __future__ import annotations


def confidence(probability: float, *, matched: bool) -> float:
    """A bead's chance of being right, between 0 and 1, given what the model says of it."""
    del matched
    return round(min(1.0, max(0.0, probability)), 3)
