"""Stands the texts of both panes on one stack, and tells where one is to stand when the other is scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.gui.reader.following import Following, eye_at, value_at
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows
from briefer.gui.reader.sheets import Sheets
from briefer.gui.reader.shelving import Shelving
from briefer.gui.reader.stacking import Heights, Stack
from briefer.gui.reader.typography import Typography

BROUGHT = 0.22  # of the height of the view, where rows are level
CONTEXT = 0.1  # of it, at least


class Standing:
    """The stack of the document shown; None without one."""

    def __init__(self, panes: Sequence[TextPane]) -> None:
        self._panes = panes
        self.stack: Stack | None = None
        self._shelved: Rows | None = None  # whose shelves are known
        self._shelvings: dict[bool, Shelving] = {}  # by whether rows are level
        self._following: Following | None = None
        self._foot = 0

    @property
    def heights(self) -> Sequence[Heights] | None:
        """What is known of the paragraphs' heights."""
        return self.stack.heights if self.stack else None

    def compose(
        self,
        rows: Rows | None,
        sheets: Sheets,
        typography: Typography,
        heights: Sequence[Heights] | None,
        *,
        level: bool,
    ) -> None:
        """Stack the paragraphs anew, by `heights` where they are known."""
        self.stack = self._following = None
        if rows is None or not rows.versions:
            self._shelved, self._shelvings = None, {}
            return
        settings = [pane.blocks.composition.setting for pane in self._panes if pane.blocks.composition]
        if heights is None:
            heights = [
                Heights.guessed(setting.guesses(sheets.measure(side)))
                for side, setting in enumerate(settings)
            ]
        gaps = [setting.gaps() for setting in settings]
        self.stack = Stack(self._shelves(rows, level=level), gaps, heights, head=round(typography.em))
        self._foot = sheets.foot
        if not level and len(settings) > 1:
            self._following = Following(rows, self.stack)
        for side, pane in enumerate(self._panes):
            pane.stand(self.stack, sheets.sheet(side), labels_left=sheets.labels_left(side))

    def _shelves(self, rows: Rows, *, level: bool) -> Shelving:
        """The shelves of these rows: as they are known, if nothing has changed but heights."""
        if self._shelved is not rows:
            self._shelved, self._shelvings = rows, {}
        if level not in self._shelvings:
            self._shelvings[level] = Shelving(rows, level=level)
        return self._shelvings[level]

    def follow(self, side: int, value: int) -> int:
        """Where the other pane is to stand when the pane of a side stands at `value`."""
        if self._following is None or self.stack is None:
            return value
        ends = [self.stack.end(each) + self._foot for each in (0, 1)]
        view = self._panes[side].viewport().height()
        height = eye_at(value, max(0, ends[side] - view), view)
        across = self._following.across(side, height, (ends[0], ends[1]))
        return round(value_at(across, max(0, ends[1 - side] - view), view))

    def eye(self, side: int, height: int) -> float:
        """How far below the upper edge of the view a height of the text is best brought.

        Where each side flows by itself, it is where the other side is at the same pair.
        """
        view = self._panes[side].viewport().height()
        if self._following is None or self.stack is None:
            return view * BROUGHT
        most = max(0, self.stack.end(side) + self._foot - view)
        return min(max(height - value_at(height, most, view), view * CONTEXT), view * (1 - CONTEXT))

    def tell(self) -> None:
        """Heights have changed: let the scroll bars know."""
        for pane in self._panes:
            if pane.blocks.composition is not None:
                pane.blocks.composition.told()
