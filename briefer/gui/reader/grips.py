"""The ends of the links in the ribbon: which one is at a place, and where it is dragged to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefer.core.values import dataclass
from briefer.gui.reader.pane import TextPane

PAD = 2.0  # pixels of a link above and below its text
REACH = 7.0  # pixels from an end in which it is taken hold of
_SHARE = 0.36  # of the ribbon's width, at which a side's ends are

Extent = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Shape:
    """A row in sight: the heights of its text on either side, None where it has none."""

    number: int
    left: Extent
    right: Extent

    def side(self, side: int) -> Extent:
        return self.right if side else self.left

    @property
    def ends(self) -> tuple[float, float]:
        """The uppermost and the lowermost height."""
        extents = [extent for extent in (self.left, self.right) if extent]
        return min(top for top, _ in extents) - PAD, max(bottom for _, bottom in extents) + PAD


@dataclass(frozen=True, slots=True)
class Grip:
    """An end of a row's link: on which side, and whether it is the lower one."""

    row: int
    side: int
    lower: bool


def grip_at(shapes: Iterable[Shape], x: float, y: float, width: float) -> Grip | None:
    """The nearest end within reach of a point of the ribbon."""
    side = 0 if x <= _SHARE * width else 1 if x >= (1 - _SHARE) * width else None
    if side is None:
        return None
    ends = [(abs(height - y), grip) for grip, height in _ends(shapes, side)]
    distance, grip = min(ends, key=lambda end: end[0], default=(REACH + 1, None))
    return grip if distance <= REACH else None


def border_at(pane: TextPane, y: float) -> int:
    """The first paragraph whose middle is below a height of the viewport, or one past the last in sight."""
    first, last = pane.blocks.visible()
    for index in range(first, last + 1):
        top, bottom = pane.blocks.extent((index,))
        if y < (top + bottom) / 2:
            return index
    return last + 1


def _ends(shapes: Iterable[Shape], side: int) -> Iterator[tuple[Grip, float]]:
    for shape in shapes:
        if extent := shape.side(side):
            yield Grip(shape.number, side, lower=False), extent[0] - PAD
            yield Grip(shape.number, side, lower=True), extent[1] + PAD
