"""Where one side stands when the other has been scrolled, each side flowing by itself. No widgets.

The pair under the eye is at the same place on both sides. The eye is near the top of the view at the top of
the text and near its bottom at the end, so that both sides begin and end together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefer.gui.reader.place import Rows
from briefer.gui.reader.stacking import Stack

EYE = 0.3  # of the height of the view, from its top
STEEP = 2  # how much quicker than the text the eye goes to the bottom at the end


def eye_at(value: float, most: float, view: float) -> float:
    """The height in the text that the eye is on; `value` runs from 0 to `most`."""
    if most < view:
        return value + view * value / most if most > 0 else 0.0
    return value + max(min(EYE * view, value), view - STEEP * (most - value))


def value_at(height: float, most: float, view: float) -> float:
    """The inverse of `eye_at`."""
    if most < view:
        return height * most / (most + view) if most > 0 else 0.0
    value = height - EYE * view
    if value < EYE * view:
        value = height / 2
    if STEEP * (most - value) < (1 - EYE) * view:
        value = (height - view + STEEP * most) / (1 + STEEP)
    return min(max(value, 0.0), most)


class Following:
    """Carries a height of one side over to the other, pair by pair."""

    def __init__(self, rows: Rows, stack: Stack) -> None:
        self._stack = stack
        matched = [bead for bead in rows.beads if bead.matched]
        self._firsts: tuple[Sequence[int], Sequence[int]] = (
            [bead.left[0] for bead in matched],
            [bead.right[0] for bead in matched],
        )

    def across(self, side: int, height: float, ends: tuple[float, float]) -> float:
        """The height on the other side that belongs to a height of `side`; `ends` are the sides' own."""
        own = self._firsts[side]
        number = bisect_right(range(len(own)), height, key=lambda n: self._stack.top(side, own[n]))
        before, after = (self._point(at, ends) for at in (number - 1, number))
        length = after[side] - before[side]
        part = (height - before[side]) / length if length > 0 else 0.0
        return before[1 - side] + part * (after[1 - side] - before[1 - side])

    def _point(self, number: int, ends: tuple[float, float]) -> tuple[float, float]:
        """Where a pair begins on both sides; before the first the texts begin, after the last they end."""
        if number < 0:
            return 0.0, 0.0
        if number >= len(self._firsts[0]):
            return ends
        left, right = (self._stack.top(side, self._firsts[side][number]) for side in (0, 1))
        return float(left), float(right)
