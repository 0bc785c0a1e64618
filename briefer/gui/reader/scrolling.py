"""Scrolling: both panes as one, or each alone, and the bars on the outer sides.

Rows are level, so panes that scroll together simply stand at the same height.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from briefer.gui.reader.pane import TextPane


class Reach(QObject):
    """Keeps a pane's scroll range as long as the taller pane needs it.

    Qt shortens the range whenever its own text grows or shrinks; it tells so before it
    pulls the value in, so that lengthening it at once leaves the value alone.
    """

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._least = 0
        bar.rangeChanged.connect(self._hold)

    def set_least(self, maximum: int) -> None:
        """Let the range end at `maximum` or beyond."""
        self._least = maximum
        self._hold()

    def release(self, maximum: int) -> None:
        """Let the range end at `maximum` exactly, for now."""
        self._least = maximum
        self._bar.setMaximum(maximum)

    def _hold(self) -> None:
        if self._bar.maximum() < self._least:
            self._bar.setMaximum(self._least)


class OuterBar(QScrollBar):
    """A visible bar that mirrors a pane's own hidden one."""

    def __init__(self, inner: QScrollBar, keeps_room: bool = False) -> None:
        super().__init__()
        self._inner = inner
        self._found: tuple[Sequence[float], QColor] = ((), QColor())
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_room)
        self.setSizePolicy(policy)
        inner.rangeChanged.connect(self._range)
        inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(inner.setValue)

    def show_found(self, places: Sequence[float], color: QColor) -> None:
        """Mark places in the text, each as a share of its height."""
        self._found = (places, color)
        self.update()

    @property
    def places(self) -> Sequence[float]:
        """What is marked."""
        return self._found[0]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        places, color = self._found
        if places:
            painter = QPainter(self)
            for height in {round(place * (self.height() - 2)) for place in places}:
                painter.fillRect(2, height, self.width() - 4, 2, color)
            painter.end()

    def _range(self) -> None:
        # Asked, not told: `Reach` may have lengthened the range since the signal was sent.
        with QSignalBlocker(self):
            self.setPageStep(self._inner.pageStep())
            self.setSingleStep(self._inner.singleStep())
            self.setRange(self._inner.minimum(), self._inner.maximum())
            self.setValue(self._inner.value())
        self.update()


class ScrollLock(QObject):
    """Ties two panes' scroll bars together, or lets them go."""

    scrolled = Signal()

    def __init__(self, panes: Sequence[TextPane], parent: QObject) -> None:
        super().__init__(parent)
        self._bars = [pane.verticalScrollBar() for pane in panes]
        self._reaches = [Reach(bar) for bar in self._bars]
        self._locked = True
        self._following = False
        for bar in self._bars:
            bar.valueChanged.connect(self._moved)

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
        sides = range(len(self._bars)) if self._locked else (side,)
        for each in sides:
            if value > self._bars[each].maximum():
                self._reaches[each].set_least(value)
        self._set(sides, value)
        # Told last, and once: whoever hears of it may scroll again.
        self.scrolled.emit()

    def hold(self) -> None:
        """Keep the range from shrinking while texts are laid out anew."""
        most = max(bar.maximum() for bar in self._bars)
        for reach in self._reaches:
            reach.set_least(most)

    def settle(self, maximum: int) -> None:
        """The texts are laid out: both ranges end at `maximum`."""
        for reach in self._reaches:
            reach.release(maximum)

    def _moved(self, value: int) -> None:
        if not self._following:
            if self._locked:
                self._set(range(len(self._bars)), value)
            self.scrolled.emit()

    def _set(self, sides: Sequence[int], value: int) -> None:
        self._following = True
        for side in sides:
            self._bars[side].setValue(value)
        self._following = False
