"""Scrolling: both panes as one, or each alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from briefer.gui.reader.pane import TextPane

Follow = Callable[[int, int], int]  # a side and where it stands, to where the other is to stand


class ScrollLock(QObject):
    """Ties two panes' scroll bars together, or lets them go."""

    scrolled = Signal()

    def __init__(self, panes: Sequence[TextPane], follow: Follow, parent: QObject) -> None:
        super().__init__(parent)
        self._bars = [pane.verticalScrollBar() for pane in panes]
        self._follow = follow
        self._locked = True
        self._quiet = False
        for side, bar in enumerate(self._bars):
            bar.valueChanged.connect(lambda value, side=side: self._moved(side, value))

    @property
    def locked(self) -> bool:
        return self._locked

    def set_locked(self, locked: bool, leader: int) -> None:
        """Lock or unlock; on locking the other pane comes to where pane `leader` stands."""
        self._locked = locked
        if locked:
            self.scroll_to(leader, self._bars[leader].value())

    def scroll_to(self, side: int, value: int) -> None:
        """Scroll one pane, and with it the other if they are locked."""
        self.place(side, value)
        # Told last, and once: whoever hears of it may scroll again.
        self.scrolled.emit()

    def place(self, side: int, value: int) -> None:
        """As `scroll_to`, but nobody is told: what is seen stays the same."""

        def move() -> None:
            self._bars[side].setValue(value)
            if self._locked:
                self._bars[1 - side].setValue(self._follow(side, self._bars[side].value()))

        self.quietly(move)

    def quietly(self, act: Callable[[], object]) -> None:
        """Do something that may move the bars though nobody has scrolled."""
        was, self._quiet = self._quiet, True
        try:
            act()
        finally:
            self._quiet = was

    def _moved(self, side: int, value: int) -> None:
        if not self._quiet:
            self.scroll_to(side, value)
