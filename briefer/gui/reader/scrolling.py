"""Scrolling: both panes as one, or each alone, and the bars on the outer sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QScrollBar, QWidget

from briefer.gui.reader.pane import TextPane

Follow = Callable[[int, int], int]  # a side and where it stands, to where the other is to stand


class OuterBar(QScrollBar):
    """A visible bar that mirrors a pane's own hidden one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inner: QScrollBar | None = None
        self.valueChanged.connect(self._moved)

    def mirror(self, inner: QScrollBar) -> None:
        """Stand for a pane's bar from now on."""
        if self._inner is not inner:
            if self._inner is not None:
                self._inner.rangeChanged.disconnect(self._range)
                self._inner.valueChanged.disconnect(self.setValue)
            self._inner = inner
            inner.rangeChanged.connect(self._range)
            inner.valueChanged.connect(self.setValue)
        self._range()

    def _moved(self, value: int) -> None:
        if self._inner is not None:
            self._inner.setValue(value)

    def _range(self) -> None:
        if self._inner is None:
            return
        # The value comes with the range: else it would be taken for the reader's wish.
        with QSignalBlocker(self):
            self.setPageStep(self._inner.pageStep())
            self.setSingleStep(self._inner.singleStep())
            self.setRange(self._inner.minimum(), self._inner.maximum())
            self.setValue(self._inner.value())
        self.update()


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
