"""Which columns stand beside the text where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter, QWidget


class Room:
    """Sets columns aside as the window gets narrow, the first of them first, and brings them back.

    What the reader hides stays hidden; what the reader shows stays, and another one goes.
    """

    def __init__(
        self, splitter: QSplitter, middle: QWidget, columns: Sequence[QWidget], widths: Sequence[int]
    ) -> None:
        """`widths` are what the columns take, one by one, where nobody has to save room."""
        self._splitter = splitter
        self._middle = middle
        self._columns = tuple(columns)
        self._widths = dict(zip(self._columns, widths, strict=True))
        self._aside: list[QWidget] = []
        self.still = False  # as long as the reader wants nothing but the text
        self._more = 0

    @property
    def least(self) -> int:
        """How narrow the whole may get: the text with no column beside it."""
        return self._middle.minimumSizeHint().width()

    def want_more(self, pixels: int) -> None:
        """Set columns aside until the middle has so much more than it needs, as far as that helps."""
        self._more = pixels
        self.fit()

    @property
    def wanting(self) -> bool:
        """Whether the middle wants more than it needs."""
        return self._more > 0

    def set_shown(self, column: QWidget, shown: bool) -> None:
        """Show a column, or hide it, because that is wished for."""
        if column in self._aside:
            self._aside.remove(column)
        column.setHidden(not shown)
        if shown and self._needed() > self._splitter.width():
            self._more = 0  # what the reader wants to see comes before it
        self.fit(keep=column)

    def fit(self, keep: QWidget | None = None) -> None:
        """Set aside what there is no room for, and bring back what there is."""
        if self.still:
            return
        for column in self._columns:
            if column is not keep and not column.isHidden() and self._needed() > self._splitter.width():
                column.hide()
                self._aside.append(column)
        for column in tuple(reversed(self._aside)):
            if column.isHidden() and self._needed(column) <= self._splitter.width():
                column.show()
                self._aside.remove(column)

    def _needed(self, more: QWidget | None = None) -> int:
        shown = [each for each in self._columns if each is more or not each.isHidden()]
        handles = len(shown) * self._splitter.handleWidth()
        widths = (self._width(each) for each in shown)
        return self.least + self._more + handles + sum(widths)

    def _width(self, column: QWidget) -> int:
        """What a column takes: as little as it can, but what is usual where the middle wants more."""
        least = column.minimumSizeHint().width()
        return max(least, self._widths[column]) if self._more else least
