"""How the two sides stand on the screen: which are shown, on which hand, level or each flowing by itself."""

from __future__ import annotations

from enum import StrEnum

from briefer.core.values import dataclass


class Layout(StrEnum):
    """`LEFT` and `RIGHT` show the text on that hand alone."""

    LEVEL = "level"
    FLOW = "flow"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A layout, and whether the sides have changed hands. Side 0 is on the left unless `swapped`."""

    layout: Layout = Layout.LEVEL
    swapped: bool = False

    def shown(self, versions: int) -> tuple[int, ...]:
        """The sides to be seen of a document with so many versions."""
        if versions < 2:
            return tuple(range(versions))
        if self.layout in (Layout.LEFT, Layout.RIGHT):
            return (int(self.layout is Layout.RIGHT) ^ int(self.swapped),)
        return (0, 1)
