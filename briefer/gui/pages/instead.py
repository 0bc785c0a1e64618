"""The page in the place of the other language: one text is shown alone as long as that is wished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QSplitter

from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.view import ReaderView

BESIDE, INSTEAD = (3, 2), (1, 1)  # the shares of text and page, until the reader moves the border


class Instead:
    """Puts the language that is not read aside, and brings it back as it stood.

    `splitter` divides text and page: the page takes as much as the language had.
    """

    def __init__(self, reader: ReaderView, splitter: QSplitter) -> None:
        self._reader = reader
        self._splitter = splitter
        self._sizes: Sequence[int] = ()  # as the reader had them before
        self._share(BESIDE)
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
        self._sizes = self._splitter.sizes()
        self._made = replace(before, layout=Layout.RIGHT if on_right else Layout.LEFT)
        self._reader.arrange(self._made)
        self._share(INSTEAD)
        self._splitter.setSizes([sum(self._sizes) // 2] * 2)

    def bring_back(self) -> None:
        """Let both languages stand as they did."""
        if self._before is not None and self.on:
            self._reader.arrange(self._before)
        self.forget()

    def forget(self) -> None:
        """Another document is shown, in a layout of its own."""
        if self._before is not None:
            self._share(BESIDE)
            if all(self._sizes):
                self._splitter.setSizes(self._sizes)
        self._before = self._made = None

    def _share(self, shares: Sequence[int]) -> None:
        """Let both grow and shrink by these shares with the window."""
        for place, share in enumerate(shares):
            self._splitter.setStretchFactor(place, share)
