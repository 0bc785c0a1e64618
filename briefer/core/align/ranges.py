"""Ranges of numbers laid out one after the other, without a loop."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def expanded(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """All numbers of the ranges first[k] … last[k]-1, and the k of each."""
    counts = last - first
    which = np.repeat(np.arange(len(counts)), counts)
    offsets = np.cumsum(counts) - counts
    return which, np.arange(len(which)) - offsets[which] + first[which]
