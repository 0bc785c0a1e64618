"""The bitext as a value: two versions' paragraphs grouped into beads.

How beads are found is in `briefer.core.align`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from briefer.core.values import dataclass


class Origin(StrEnum):
    """Who made a bead."""

    AUTOMATIC = "automatic"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Bead:
    """A group of paragraphs of the left version and the group it is aligned with.

    Both sides are ascending paragraph indices; an empty side means unmatched.
    `confidence` is between 0 and 1.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    confidence: float
    origin: Origin = Origin.AUTOMATIC

    @property
    def matched(self) -> bool:
        return bool(self.left and self.right)


@dataclass(frozen=True)
class Bitext:
    """The alignment of the version in language `left` with the one in language `right`.

    Every paragraph of both versions is in exactly one bead, and beads stand in reading
    order: each side's indices ascend from bead to bead.
    """

    left: str
    right: str
    beads: tuple[Bead, ...]

    def check(self, left_count: int, right_count: int) -> None:
        """Raise ValueError unless each paragraph is in exactly one bead, in order."""
        for side, count in (("left", left_count), ("right", right_count)):
            seen = [index for bead in self.beads for index in getattr(bead, side)]
            if seen != list(range(count)):
                raise ValueError(f"{side} side of the beads does not cover 0..{count - 1} in order")

    def side(self, bead: Bead, language: str) -> tuple[int, ...]:
        """The paragraph indices that `bead` holds in `language`; none in a third language."""
        if language == self.left:
            return bead.left
        return bead.right if language == self.right else ()

    def other(self, language: str) -> str:
        """The language opposite to `language`."""
        return self.right if language == self.left else self.left

    def bead_number(self, language: str, index: int) -> int:
        """The position in `beads` of the bead that holds paragraph `index`.

        Raises LookupError when there is no such paragraph.
        """
        for number, bead in enumerate(self.beads):
            if index in self.side(bead, language):
                return number
        raise LookupError((language, index))

    def counterpart(self, language: str, index: int) -> tuple[int, ...]:
        """The paragraph indices opposite to a paragraph, possibly none."""
        return self.side(self.beads[self.bead_number(language, index)], self.other(language))


def unaligned(left: str, right: str, counts: Sequence[int]) -> Bitext:
    """A bitext in which nothing is matched: the left version's beads, then the right's."""
    left_count, right_count = counts
    beads = [Bead((i,), (), 0.0) for i in range(left_count)]
    beads += [Bead((), (j,), 0.0) for j in range(right_count)]
    return Bitext(left, right, tuple(beads))
