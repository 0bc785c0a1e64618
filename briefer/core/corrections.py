"""Corrections of an alignment by hand, as values.

A correction names paragraphs, because bead numbers change with every correction. What it
does is a `Patch` of the sequence of beads, which can be taken back exactly; `correcting` finds it.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from briefer.core.bitext import Bead, Bitext
from briefer.core.values import dataclass


class Operation(StrEnum):
    """What a correction does to the beads that hold its paragraphs.

    LINK makes one bead of exactly these paragraphs, MERGE of all the beads that hold them and
    of those between. SPLIT begins a new bead at them, UNLINK lets each paragraph stand alone.
    FORWARD and BACK move a paragraph, with those after or before it in its bead, to the next
    or the previous bead. REALIGN aligns anew what lies between them, but for what was made
    by hand; RESTORE brings the automatic alignment back everywhere.
    """

    LINK = "link"
    MERGE = "merge"
    SPLIT = "split"
    UNLINK = "unlink"
    FORWARD = "forward"
    BACK = "back"
    REALIGN = "realign"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Correction:
    """`left` and `right` are ascending paragraph indices of the two versions."""

    operation: Operation
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Patch:
    """Beads `inserted` at number `start` in place of those `removed`."""

    start: int
    removed: tuple[Bead, ...]
    inserted: tuple[Bead, ...]

    def reversed(self) -> Patch:
        """The patch that takes this one back."""
        return Patch(self.start, self.inserted, self.removed)

    def applied(self, bitext: Bitext) -> Bitext:
        """Raises ValueError when other beads stand where those removed should."""
        end = self.start + len(self.removed)
        if bitext.beads[self.start : end] != self.removed:
            raise ValueError("the patch is of another alignment")
        beads = (*bitext.beads[: self.start], *self.inserted, *bitext.beads[end:])
        return replace(bitext, beads=beads)
