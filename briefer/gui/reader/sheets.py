"""How the width of the window is shared out: panes, columns of text, and the room for labels beside them."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.core.document import Version
from briefer.gui.reader.composing import Sheet
from briefer.gui.reader.setting import right_to_left
from briefer.gui.reader.typography import Typography

RIBBON = 46  # pixels
LEAST = 158  # pixels that a pane has at least: the window is no wider than a third of a common screen then


class Sheets:
    """The columns of the versions shown, in pixels.

    Lines are no longer than the typography's measure; where there is more room, two columns stand close to
    the ribbon, so that the way from one language to the other is short, and one alone in the middle.
    """

    def __init__(self, typography: Typography, versions: Sequence[Version] = ()) -> None:
        self._typography = typography
        labels = [paragraph.label for version in versions for paragraph in version.paragraphs]
        self._gutter = typography.gutter(labels)
        self._rtl = [right_to_left(version.language) for version in versions]
        self._shown: tuple[int, ...] = ()
        self._swapped = False
        self.width = LEAST  # of a pane
        self.foot = round(2 * typography.em)

    def share(self, room: int, bar: int, shown: tuple[int, ...], *, swapped: bool) -> None:
        """Share out the width `room` of the reader, in which scroll bars take `bar` each."""
        self._shown, self._swapped = shown, swapped
        two = len(shown) > 1
        free = room - 2 * bar - RIBBON if two else room - bar
        self.width = max(LEAST, free // 2 if two else free)

    @property
    def comfort(self) -> int:
        """How wide a pane is in which lines are long enough to be read with ease."""
        return max(LEAST, self._gutter + self._typography.narrowest + self._typography.side)

    def labels_left(self, side: int) -> bool:
        """Whether labels stand on the left of the text: on the outer hand, or where the script begins."""
        if side < len(self._rtl) and self._rtl[side]:
            return False
        return len(self._shown) < 2 or not self._on_right(side)

    def sheet(self, side: int) -> Sheet:
        """What the text of a side stands on."""
        typography = self._typography
        width = min(self.width, typography.column + self._gutter + typography.side)
        free = self.width - width
        beside = 0 if self._on_right(side) else free
        offset = free // 2 if len(self._shown) < 2 else beside
        before, after = self._gutter, typography.side
        if not self.labels_left(side):
            before, after = after, before
        return Sheet(self.width, offset + before, max(offset + before + 1, offset + width - after), self.foot)

    def measure(self, side: int) -> int:
        """How long a line is."""
        sheet = self.sheet(side)
        return sheet.right - sheet.left

    def _on_right(self, side: int) -> bool:
        return bool(side) != self._swapped
