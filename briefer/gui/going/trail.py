"""Where the reader has been. No widgets here."""

from __future__ import annotations

from collections.abc import Callable

from briefer.core.values import dataclass
from briefer.gui.reader.place import Place
from briefer.gui.shelf import Tab

MOST = 100
NEAR = 5  # rows; to go no farther is no jump


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in a document that stands open."""

    tab: Tab
    place: Place

    def far_from(self, other: Stop) -> bool:
        """Whether to come here from there is a jump."""
        if self.tab is not other.tab:
            return True
        return abs(_row(self.place) - _row(other.place)) > NEAR


class Trail:
    """The stops behind and ahead, as in a browser."""

    def __init__(self) -> None:
        self.behind: list[Stop] = []
        self.ahead: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """The reader has jumped away from here; what was ahead is so no longer."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != stop:
            self.behind = [*self.behind, stop][-MOST:]

    def back(self, here: Stop | None) -> Stop | None:
        """The stop to go back to from `here`, None where there is none."""
        return self._step(self.behind, self.ahead, here)

    def forward(self, here: Stop | None) -> Stop | None:
        """The stop that was gone back from last."""
        return self._step(self.ahead, self.behind, here)

    def keep(self, wanted: Callable[[Stop], bool]) -> None:
        """Forget all stops but these."""
        self.behind = [stop for stop in self.behind if wanted(stop)]
        self.ahead = [stop for stop in self.ahead if wanted(stop)]

    def _step(self, source: list[Stop], target: list[Stop], here: Stop | None) -> Stop | None:
        if not source:
            return None
        if here is not None:
            target.append(here)
        return source.pop()


def _row(place: Place) -> int:
    return place.index if place.bead is None else place.bead
