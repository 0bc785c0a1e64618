"""The page in the place of the other language: one text is shown alone as long as that is wished."""

from __future__ import annotations

from dataclasses import replace

from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.view import ReaderView


class Instead:
    """Puts the language that is not read aside, and brings it back as it stood."""

    def __init__(self, reader: ReaderView) -> None:
        self._reader = reader
        self._before: Arrangement | None = None
        self._made: Arrangement | None = None

    @property
    def on(self) -> bool:
        """Whether one language is aside; not any more when the layout was chosen anew meanwhile."""
        return self._before is not None and self._reader.arrangement == self._made

    def put_aside(self) -> None:
        """Show the language alone that is read."""
        spot, before = self._reader.surface.spot(), self._reader.arrangement
        side = self._reader.surface.side_of(spot.language) if spot else 0
        on_right = bool(side) is not before.swapped
        self._before = before
        self._made = replace(before, layout=Layout.RIGHT if on_right else Layout.LEFT)
        self._reader.arrange(self._made)

    def bring_back(self) -> None:
        """Let both languages stand as they did."""
        if self._before is not None and self.on:
            self._reader.arrange(self._before)
        self.forget()

    def forget(self) -> None:
        """Another document is shown, in a layout of its own."""
        self._before = self._made = None
