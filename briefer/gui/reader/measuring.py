"""Measures paragraphs without holding the window up: those in sight now, the rest between events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Rows
from briefer.gui.reader.stacking import Stack

BREATH = 50  # milliseconds, in which what is in sight is painted before the rest is measured
SLICE = 0.015  # seconds
MARGIN = 40  # pixels beyond the view that count as in sight


class Measurer(QObject):
    """Learns the heights that a stack only guesses.

    `around` is given what may move the text; it keeps what is under the eye in its place. `settle` brings it
    back to its place when some heights have changed.
    """

    def __init__(self, panes: Sequence[TextPane], around: Callable[[Callable[[], None]], None],
                 settle: Callable[[], None], parent: QObject) -> None:  # fmt: skip
        super().__init__(parent)
        self._panes, self._around, self._settle = panes, around, settle
        self._rows: Rows | None = None
        self._stack: Stack | None = None
        self._sides: tuple[int, ...] = ()
        self._left: Iterator[tuple[int, int]] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether heights are left to be learned."""
        return self._timer.isActive()

    def start(self, rows: Rows | None, stack: Stack | None, sides: tuple[int, ...]) -> None:
        """Measure another stack, of which these sides are shown."""
        self.stop()
        self._rows, self._stack, self._sides = rows, stack, sides
        if stack is not None:
            self._left = self._unsure(stack)
        self.resume()

    def stop(self) -> None:
        self._timer.stop()

    def resume(self) -> None:
        """Go on with what was stopped."""
        if self._stack is not None and self._stack.left:
            self._timer.start(BREATH)

    def in_sight(self) -> None:
        """Measure all rows in sight; measuring may bring others into sight."""
        while unsure := [own for own in self._seen() if not self._sure(*own)]:
            for side, index in unsure:
                self._measure(side, index)
            self._settle()

    def row(self, number: int) -> None:
        """Measure one row."""
        for side, index in self._own(range(number, number + 1)):
            self._measure(side, index)

    def _slice(self) -> None:
        self._timer.setInterval(0)
        self._around(self._some)

    def _some(self) -> None:
        until = perf_counter() + SLICE
        for side, index in self._left:
            self._measure(side, index)
            if perf_counter() > until:
                return
        self.stop()

    def _seen(self) -> Iterator[tuple[int, int]]:
        """The paragraphs of all rows in sight, by side and index."""
        for side in self._sides:
            pane = self._panes[side]
            seen = pane.blocks.indices(-MARGIN, pane.viewport().height() + MARGIN)
            if self._rows is not None and seen:
                first, last = (self._rows.row_of(side, index) for index in (seen[0], seen[-1]))
                yield from ((side, index) for index in seen)
                # Rows that reach beyond the view: what is above moves what is in sight.
                for number in {first, last}:
                    yield from self._own(range(number, number + 1))

    def _own(self, numbers: range) -> Iterator[tuple[int, int]]:
        if self._rows is not None:
            for number in numbers:
                for side in range(len(self._rows.versions)):
                    yield from ((side, index) for index in self._rows.paragraphs(number, side))

    def _unsure(self, stack: Stack) -> Iterator[tuple[int, int]]:
        for side, heights in enumerate(stack.heights):
            yield from ((side, index) for index in range(len(heights.values)) if not heights.sure[index])

    def _sure(self, side: int, index: int) -> bool:
        return self._stack is None or bool(self._stack.heights[side].sure[index])

    def _measure(self, side: int, index: int) -> None:
        composition = self._panes[side].blocks.composition
        if composition is not None:
            composition.measure(index)
