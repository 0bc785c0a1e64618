"""Alignment of two versions of a document, paragraph by paragraph.

NumPy is imported only when something is aligned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.document import Version

if TYPE_CHECKING:
    from briefer.core.align.knowledge import Knowledge
    from briefer.core.align.weights import Weights

__all__ = ["align", "realign"]


def align(
    left: Version,
    right: Version,
    check: Callable[[], None] = lambda: None,
    *,
    knowledge: Knowledge | None = None,
    anchors: Sequence[Bead] = (),
    weights: Weights | None = None,
    taught: Sequence[tuple[str, str]] = (),
) -> Bitext:
    """The alignment of two versions, in time that grows with their length.

    `check` is called often; what it raises ends the work. `knowledge` is what is known of the two
    languages (nothing if None), `taught` are pairs of stems that other documents taught. `anchors` are
    beads made by hand, in order: they are in the result as they are but for their origin, which is that;
    the rest is aligned between them. Raises ValueError if they do not ascend.
    """
    from briefer.core.align.engine import Engine
    from briefer.core.align.knowledge import Knowledge
    from briefer.core.align.weights import WEIGHTS

    given = [replace(bead, origin=Origin.HAND) for bead in anchors]
    _check_order(given, len(left.paragraphs), len(right.paragraphs))
    engine = Engine(left, right, knowledge or Knowledge(), weights or WEIGHTS, check, taught=taught)
    bitext = Bitext(left.language, right.language, engine.beads(given))
    bitext.check(len(left.paragraphs), len(right.paragraphs))
    return bitext


def realign(
    bitext: Bitext,
    left: Version,
    right: Version,
    stretch: tuple[int, int],
    check: Callable[[], None] = lambda: None,
    *,
    knowledge: Knowledge | None = None,
) -> Bitext:
    """`bitext` with its beads stretch[0] … stretch[1] (included) aligned anew.

    Beads made by hand stay as they are, and so does everything outside the stretch.
    Raises IndexError when there are no such beads.
    """
    first, last = stretch
    if not 0 <= first <= last < len(bitext.beads):
        raise IndexError(stretch)
    before, inside, after = bitext.beads[:first], bitext.beads[first : last + 1], bitext.beads[last + 1 :]
    ours = [index for bead in inside for index in bead.left]
    theirs = [index for bead in inside for index in bead.right]
    starts = (ours[0] if ours else 0, theirs[0] if theirs else 0)
    part = align(
        replace(left, paragraphs=tuple(left.paragraphs[index] for index in ours)),
        replace(right, paragraphs=tuple(right.paragraphs[index] for index in theirs)),
        check,
        knowledge=knowledge,
        anchors=[_moved(bead, -starts[0], -starts[1]) for bead in inside if bead.origin is Origin.HAND],
    )
    return replace(bitext, beads=(*before, *(_moved(bead, *starts) for bead in part.beads), *after))


def _moved(bead: Bead, left: int, right: int) -> Bead:
    return replace(bead, left=tuple(i + left for i in bead.left), right=tuple(j + right for j in bead.right))


def _check_order(anchors: Sequence[Bead], left_count: int, right_count: int) -> None:
    for side, count in (("left", left_count), ("right", right_count)):
        indices = [index for bead in anchors for index in getattr(bead, side)]
        if indices != sorted(set(indices)) or (indices and not 0 <= indices[0] <= indices[-1] < count):
            raise ValueError(f"anchors do not ascend on the {side} side")
        for bead in anchors:
            own = getattr(bead, side)
            if own and own[-1] - own[0] != len(own) - 1:
                raise ValueError(f"an anchor has a hole on the {side} side")
