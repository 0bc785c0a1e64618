"""Words learned from the document itself: those that keep turning up in beads that are sure.

Dice's coefficient over beads already made, as hunalign's second round (Varga et al., RANLP 2005) and
others do. Short documents teach nothing reliable, so they are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from briefer.core.align.links import Links, Side
from briefer.core.align.ranges import expanded
from briefer.core.bitext import Bead

Ints = npt.NDArray[np.int64]

SHORTEST = 80  # paragraphs a side
_SURE = 0.9
_FEWEST = 2
_DICE = 0.5


def learned_pairs(left: Side, right: Side, known: Links, beads: Sequence[Bead]) -> list[tuple[int, int]]:
    """Pairs of a left and a right token that translate each other as far as sure beads tell."""
    sure = [bead for bead in beads if bead.matched and bead.confidence >= _SURE]
    ours = _in_beads(left, [bead.left for bead in sure], known.left)
    theirs = _in_beads(right, [bead.right for bead in sure], known.right)
    if not sure or not len(ours[0]) or not len(theirs[0]):
        return []
    first = np.searchsorted(theirs[0], ours[0])
    last = np.searchsorted(theirs[0], ours[0], side="right")
    which, place = expanded(first, last)
    keys, counts = np.unique(ours[1][which] * right.count + theirs[1][place], return_counts=True)
    often = counts >= _FEWEST
    own, other, counts = keys[often] // right.count, keys[often] % right.count, counts[often]
    dice = 2 * counts / (left.frequency[own] + right.frequency[other])
    good = dice >= _DICE
    return list(zip(own[good].tolist(), other[good].tolist(), strict=True))


def _in_beads(side: Side, groups: Sequence[Sequence[int]], known: Ints) -> tuple[Ints, Ints]:
    """The tokens that nothing is known of yet, as bead numbers, ascending, and tokens; once a bead each."""
    paragraphs = max((group[-1] for group in groups), default=-1) + 1
    bead = np.full(max(paragraphs, int(side.paragraph.max(initial=-1)) + 1), -1, dtype=np.int64)
    for number, group in enumerate(groups):
        bead[list(group)] = number
    unknown = np.array([token[0].isalpha() for token in side.tokens], dtype=bool)
    unknown[known] = False
    unknown &= side.frequency >= _FEWEST
    kept = unknown[side.kind] & (bead[side.paragraph] >= 0)
    pairs = np.unique(bead[side.paragraph[kept]] * side.count + side.kind[kept])
    return pairs // max(side.count, 1), pairs % max(side.count, 1)
