"""An end of a link that is being dragged: where it is now, what that means, and the text that it takes in."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.core.bitext import Bitext
from briefer.core.pulling import Plan, Pull, plan
from briefer.gui.reader.grips import Grip, border_at
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows


class Pulling:
    """Under way from `begin` to `end`; `plan` is what letting go now would do, None for nothing."""

    def __init__(self, panes: Sequence[TextPane]) -> None:
        self._panes = panes
        self._bitext: Bitext | None = None
        self.grip: Grip | None = None
        self.plan: Plan | None = None

    def begin(self, grip: Grip, rows: Rows) -> None:
        left, right = rows.versions
        self._bitext = Bitext(left.language, right.language, rows.beads)
        self.grip = grip

    def move(self, y: float | None, *, alone: bool) -> None:
        """The end is at a height of the panes now; None: too far away to count."""
        grip, bitext = self.grip, self._bitext
        if grip is None or bitext is None:
            return
        self.plan = None
        if y is not None:
            border = border_at(self._panes[grip.side], y)
            self.plan = plan(bitext, Pull(grip.row, grip.side, grip.lower, border, alone))
        self._show()

    def end(self) -> None:
        if self.grip is not None:
            self.grip = self.plan = self._bitext = None
            self._show()

    def _show(self) -> None:
        """Frame in the text what would belong together."""
        beads = self.plan.patch.inserted if self.plan else ()
        kept = next((bead for bead in beads if bead.matched), None)
        for side, pane in enumerate(self._panes):
            pane.underlay.chosen = () if kept is None else (kept.right if side else kept.left)
            pane.viewport().update()
