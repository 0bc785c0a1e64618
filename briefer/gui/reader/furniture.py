"""What stands in the reader and where: scroll bars, panes, and the ribbon between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from briefer.core.document import Version
from briefer.gui.reader.arranging import Arrangement
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.ribbon import Ribbon
from briefer.gui.reader.sheets import LEAST, RIBBON, Sheets
from briefer.gui.reader.typography import Typography


class OuterBar(QScrollBar):
    """A visible bar that mirrors a pane's own hidden one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inner: QScrollBar | None = None
        self._found: tuple[Sequence[float], QColor] = ((), QColor())
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
        if self._inner is None:
            return
        # The value comes with the range: else it would be taken for the reader's wish.
        with QSignalBlocker(self):
            self.setPageStep(self._inner.pageStep())
            self.setSingleStep(self._inner.singleStep())
            self.setRange(self._inner.minimum(), self._inner.maximum())
            self.setValue(self._inner.value())
        self.setEnabled(self.maximum() > self.minimum())  # else there is no handle to be seen
        self.update()


class Furniture:
    """Gives the widgets of the reader their places.

    No layout of Qt's does it: that would move the panes before the eye has taken note of what it looks at.
    """

    def __init__(
        self, panes: Sequence[TextPane], ribbon: Ribbon, typography: Typography, room: QWidget
    ) -> None:
        self._panes, self._ribbon, self._room = panes, ribbon, room
        self.sheets = Sheets(typography)
        # On the left, shown when each side scrolls alone, and on the right.
        self.bars = (OuterBar(room), OuterBar(room))
        self._bar = self.bars[0].sizeHint().width()
        self._shown: tuple[int, ...] = (0,)

    def dress(self, typography: Typography, versions: Sequence[Version]) -> None:
        """Share the room out for other texts, or for another appearance, from the next `place` on."""
        self.sheets = Sheets(typography, versions)

    def wide(self, pane: QSize) -> QSize:
        """The size of all, if one pane had the size given."""
        two = len(self._shown) > 1
        width = 2 * (pane.width() + self._bar) + RIBBON if two else pane.width() + self._bar
        return QSize(width, pane.height())

    @property
    def least(self) -> QSize:
        return self.wide(QSize(LEAST, self._panes[0].minimumSizeHint().height()))

    @property
    def comfort(self) -> int:
        """How wide the room is in which every text that is shown can be read with ease."""
        return self.wide(QSize(self.sheets.comfort, 0)).width()

    def place(self, arrangement: Arrangement, shown: tuple[int, ...], *, locked: bool) -> None:
        """Put everything where it belongs in a room as large as it is now."""
        if len(shown) != len(self._shown):
            self._room.updateGeometry()
        self._shown = shown
        self.sheets.share(self._room.width(), self._bar, shown, swapped=arrangement.swapped)
        hands = (1, 0) if arrangement.swapped else (0, 1)
        shelf = [side for side in hands if side in shown] or [0]
        height, width = self._room.height(), self.sheets.width
        x = self._bar if len(shelf) > 1 else 0
        for number, side in enumerate(shelf):
            self._panes[side].setGeometry(x + number * (width + RIBBON), 0, width, height)
        for side, pane in enumerate(self._panes):
            pane.setVisible(side in shelf)
        self._ribbon.setGeometry(x + width, 0, RIBBON, height)
        self._ribbon.setVisible(len(shelf) > 1)
        self._ribbon.set_mirrored(arrangement.swapped)
        for bar, side, left in zip(
            self.bars, (shelf[0], shelf[-1]), (0, self._room.width() - self._bar), strict=True
        ):
            bar.mirror(self._panes[side].verticalScrollBar())
            bar.setGeometry(left, 0, self._bar, height)
        self.bars[0].setVisible(len(shelf) > 1 and not locked)
