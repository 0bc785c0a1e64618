"""Which correction the dragged end of a bead means, and what would become of the beads.

Nothing is changed here: a person sees the patch while the end is still being dragged.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.core.bitext import Bead, Bitext
from briefer.core.correcting import patch_of
from briefer.core.corrections import Correction, Operation, Patch
from briefer.core.errors import CorrectionImpossible
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Pull:
    """An end of bead number `bead` on a side (0 left, 1 right), dragged to a border between paragraphs.

    `border` is the index of the first paragraph below the end, from 0 to their number. With `alone`
    only this side is to change, and what is left out goes to the neighbour.
    """

    bead: int
    side: int
    lower: bool
    border: int
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pull means: the correction, and the patch that it makes."""

    correction: Correction
    patch: Patch


def plan(bitext: Bitext, pull: Pull) -> Plan | None:
    """What `pull` means; None where it means nothing.

    Dragged outwards, an end takes in paragraphs of the next bead, or merges with all beads whose
    paragraphs on this side it takes in entirely. Dragged inwards, it leaves paragraphs out, which stand
    alone; all of them left out, the bead is taken apart.
    """
    own = _side(bitext.beads[pull.bead], pull.side)
    if not own:
        return None
    here = own[-1] + 1 if pull.lower else own[0]
    outwards = pull.border > here if pull.lower else pull.border < here
    if pull.border == here:
        return None
    correction = _outwards(bitext, pull) if outwards else _inwards(bitext, pull, own)
    try:
        return Plan(correction, patch_of(bitext, correction, _nothing_open)) if correction else None
    except CorrectionImpossible:
        return None


def _outwards(bitext: Bitext, pull: Pull) -> Correction | None:
    step = 1 if pull.lower else -1
    stop = len(bitext.beads) if pull.lower else -1
    reached = whole = pull.bead
    for number in range(pull.bead + step, stop, step):
        own = _side(bitext.beads[number], pull.side)
        if own and not _within(own[0 if pull.lower else -1], pull):
            break
        if own:
            reached = number
            whole = number if _within(own[-1 if pull.lower else 0], pull) else whole
    if reached == pull.bead:
        return None
    if pull.alone or reached != whole == pull.bead:
        moved = pull.border - 1 if pull.lower else pull.border
        last = _side(bitext.beads[reached], pull.side)
        if reached != pull.bead + step or moved not in last:
            return None
        return _named(Operation.BACK if pull.lower else Operation.FORWARD, pull.side, (moved,))
    first, last_bead = sorted((pull.bead, whole))
    beads = bitext.beads[first : last_bead + 1]
    return Correction(
        Operation.MERGE,
        tuple(index for bead in beads for index in bead.left),
        tuple(index for bead in beads for index in bead.right),
    )


def _within(index: int, pull: Pull) -> bool:
    """Whether a paragraph is on the near side of the border."""
    return index < pull.border if pull.lower else index >= pull.border


def _inwards(bitext: Bitext, pull: Pull, own: Sequence[int]) -> Correction | None:
    bead = bitext.beads[pull.bead]
    if pull.alone:
        edge = max(pull.border, own[0]) if pull.lower else min(pull.border - 1, own[-1])
        return _named(Operation.FORWARD if pull.lower else Operation.BACK, pull.side, (edge,))
    if not own[0] < pull.border <= own[-1]:
        return Correction(Operation.UNLINK, bead.left, bead.right) if bead.matched else None
    # What is above a new bead's beginning stays in front: the other side goes with what is kept.
    opposite = () if pull.lower else _side(bead, 1 - pull.side)[:1]
    return _named(Operation.SPLIT, pull.side, (pull.border,), opposite)


def _named(
    operation: Operation, side: int, own: tuple[int, ...], opposite: tuple[int, ...] = ()
) -> Correction:
    return Correction(operation, opposite, own) if side else Correction(operation, own, opposite)


def _side(bead: Bead, side: int) -> tuple[int, ...]:
    return bead.right if side else bead.left


def _nothing_open(_a: int, _b: int, _c: int, _d: int, _anchors: Sequence[Bead]) -> Sequence[Bead]:
    """What would have to be aligned anew cannot be shown while dragging."""
    raise CorrectionImpossible(operation=Operation.REALIGN)
