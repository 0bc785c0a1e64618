"""Which correction a wish means where the reader stands. No widgets, nothing is changed here.

Every function raises CorrectionImpossible where the wish means nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.corrections import Correction, Operation
from briefer.core.errors import CorrectionImpossible
from briefer.gui.reader.place import Stand

Choice = Callable[[Bitext, Stand], Correction]


def merge_next(bitext: Bitext, stand: Stand) -> Correction:
    """The beads of what is current become one with the bead after them."""
    first, last = _numbers(bitext, stand)
    return merge(bitext, first, last + 1)


def merge_previous(bitext: Bitext, stand: Stand) -> Correction:
    """The beads of what is current become one with the bead before them."""
    first, last = _numbers(bitext, stand)
    return merge(bitext, first - 1, last)


def merge(bitext: Bitext, first: int, last: int) -> Correction:
    """Beads `first` to `last` become one."""
    if first < 0 or last >= len(bitext.beads) or first >= last:
        raise CorrectionImpossible(operation=Operation.MERGE)
    return _over(Operation.MERGE, bitext.beads[first : last + 1])


def split(bitext: Bitext, stand: Stand) -> Correction:
    """A new bead begins at what is current.

    Opposite it begins where the caret stands, if that is within the bead and not at its beginning; else in
    proportion.
    """
    first, _ = _numbers(bitext, stand)
    sides = (bitext.beads[first].left, bitext.beads[first].right)
    own, opposite = sides[stand.side], sides[1 - stand.side]
    at = own.index(stand.own[0])
    if not at:
        raise CorrectionImpossible(operation=Operation.SPLIT)
    caret = stand.opposite[0]
    cut = min(max(1, round(at * len(opposite) / len(own))), len(opposite))
    named = (caret,) if caret in opposite[1:] else opposite[cut : cut + 1]
    return _sided(Operation.SPLIT, stand.side, stand.own[:1], named)


def forward(_bitext: Bitext, stand: Stand) -> Correction:
    """What is current goes to the next bead, with what follows it in its own."""
    return _sided(Operation.FORWARD, stand.side, stand.own)


def back(_bitext: Bitext, stand: Stand) -> Correction:
    """What is current goes to the previous bead, with what precedes it in its own."""
    return _sided(Operation.BACK, stand.side, stand.own)


def unlink(bitext: Bitext, stand: Stand) -> Correction:
    """Every paragraph of the beads of what is current stands alone."""
    first, last = _numbers(bitext, stand)
    beads = bitext.beads[first : last + 1]
    if not any(bead.matched for bead in beads):
        raise CorrectionImpossible(operation=Operation.UNLINK)
    return _over(Operation.UNLINK, beads)


def confirm(bitext: Bitext, stand: Stand) -> Correction:
    """The bead of what is current is right as it is: from now on it is one made by hand."""
    first, last = _numbers(bitext, stand)
    if first != last:
        raise CorrectionImpossible(operation=Operation.LINK)
    return _over(Operation.LINK, bitext.beads[first : first + 1])


def realign(bitext: Bitext, stand: Stand) -> Correction:
    """What lies between the beads made by hand on either side is aligned anew."""
    first, last = _numbers(bitext, stand)
    hand = [number for number, bead in enumerate(bitext.beads) if bead.origin is Origin.HAND]
    start = max((number + 1 for number in hand if number < first), default=0)
    end = min((number for number in hand if number > last), default=len(bitext.beads))
    return _over(Operation.REALIGN, bitext.beads[start:end])


def restore(_bitext: Bitext, _stand: Stand) -> Correction:
    """The automatic alignment comes back everywhere."""
    return Correction(Operation.RESTORE)


def link(left: tuple[int, ...], right: tuple[int, ...]) -> Correction:
    """These paragraphs, and no others, belong together; on each side with what lies between."""
    sides = (tuple(range(min(side), max(side) + 1)) for side in (left, right))
    return Correction(Operation.LINK, *sides)


def _numbers(bitext: Bitext, stand: Stand) -> tuple[int, int]:
    """The first and last bead of what is current."""
    own = set(stand.own)
    held = [n for n, bead in enumerate(bitext.beads) if own & set(bead.right if stand.side else bead.left)]
    if not held:
        raise CorrectionImpossible(operation=Operation.LINK)
    return held[0], held[-1]


def _over(operation: Operation, beads: Sequence[Bead]) -> Correction:
    left = tuple(index for bead in beads for index in bead.left)
    right = tuple(index for bead in beads for index in bead.right)
    return Correction(operation, left, right)


def _sided(
    operation: Operation, side: int, own: tuple[int, ...], opposite: tuple[int, ...] = ()
) -> Correction:
    return Correction(operation, opposite, own) if side else Correction(operation, own, opposite)
