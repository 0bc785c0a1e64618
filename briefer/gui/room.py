"""Which columns stand beside the text where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget


class Room(QObject):
    """Sets columns aside as the window gets narrow, the first of them first, and brings them back.

    Before that they get narrower. What the reader hides stays hidden; what the reader shows stays, though
    the lines of text get short, and another one goes if need be, or the text itself until the column is
    left. `changed` tells that others are set aside.
    """

    changed = Signal()

    def __init__(
        self,
        splitter: QSplitter,
        middle: QWidget,
        columns: Sequence[QWidget],
        widths: Sequence[int],
        comfort: Callable[[], int],
    ) -> None:
        """`widths` are what the columns take, one by one, where nobody has to save room.

        `comfort` says in how many pixels the text can be read well.
        """
        super().__init__(splitter)
        self._splitter = splitter
        self._middle = middle
        self._columns = tuple(columns)
        self._widths = dict(zip(self._columns, widths, strict=True))
        self._comfort = comfort
        self._aside: list[QWidget] = []
        self._wished: set[QWidget] = set()  # shown though there was no room, because the reader wanted it
        self._lent: set[QWidget] = set()  # shown as long as something is done in it
        self._unwanted: set[QWidget] = set()  # hidden by the reader
        self._usual = dict(self._widths)  # how wide columns are where there is room
        self._still = False
        self._more = 0
        splitter.splitterMoved.connect(self._moved)

    @property
    def least(self) -> int:
        """How narrow the whole may get: the text with no column beside it."""
        return self._middle.minimumSizeHint().width()

    @property
    def aside(self) -> tuple[QWidget, ...]:
        """The columns for which there is no room."""
        return () if self._still else tuple(column for column in self._aside if column.isHidden())

    @property
    def still(self) -> bool:
        """Whether the reader wants nothing but the text."""
        return self._still

    @property
    def usual(self) -> tuple[int, ...]:
        """How wide the columns are where there is room, one by one."""
        return tuple(self._usual.values())

    def take_over(self, widths: Sequence[int]) -> None:
        """Let the columns be as wide as they usually were another time."""
        for column, width in zip(self._columns, widths, strict=False):
            self._usual[column] = max(1, width)

    def keep_still(self, *, still: bool) -> None:
        """Change nothing as long as the reader wants nothing but the text."""
        self._still = still
        self.fit()
        self.changed.emit()

    def want_more(self, pixels: int) -> None:
        """Set columns aside until the middle has so much more than it needs, as far as that helps."""
        self._more = pixels
        self.fit()

    def set_shown(self, column: QWidget, shown: bool) -> None:
        """Show a column, or hide it, because that is wished for."""
        self._wished.discard(column)
        self._unwanted.discard(column)
        if not shown:
            self._unwanted.add(column)
        elif self._wanted(column) > self._splitter.width():
            self._wished.add(column)
            self._more = 0  # what the reader wants to see comes before it
        self._put(column, shown)

    def offer(self, column: QWidget, there: bool) -> None:
        """Show a column if it is wanted and there is room, or hide it as it has nothing to show."""
        wanted = there and column not in self._unwanted
        if column in self._lent or wanted != column.isHidden() or (wanted and column in self._aside):
            return
        self._put(column, wanted, keep=False)

    def lend(self, column: QWidget) -> None:
        """Show a column, whatever room there is, until it is taken back."""
        self._lent.add(column)
        self._put(column, shown=True)

    def take_back(self, column: QWidget) -> None:
        """What was lent stays only if there is room for it and the reader wants it."""
        if column not in self._lent:
            return
        self._lent.discard(column)
        if column in self._unwanted:
            self._put(column, shown=False)
        else:
            self.fit()

    def leave(self) -> None:
        """The reader turns to the text: a column that stands in its place gives way."""
        if self._middle.isHidden():
            self._wished.clear()
            self._lent.clear()
            self.fit()

    def fit(self) -> None:
        """Set aside what there is no room for, and bring back what there is."""
        self._fit(None)
        if not self._still:
            self._share()

    def _put(self, column: QWidget, shown: bool, *, keep: bool = True) -> None:
        if column in self._aside:
            self._aside.remove(column)
        column.setHidden(not shown)
        self._fit(column if keep else None)
        self.changed.emit()

    def _fit(self, keep: QWidget | None) -> None:
        if self._still:
            return
        before, width = tuple(self._aside), self._splitter.width()
        if self._wanted(*self._columns) <= width:
            self._wished.clear()
        for column in self._columns:
            if column is keep or column.isHidden():
                continue
            held = self._holds(column) and keep in (None, column)
            if not held and (self._needed() > width or (not self._holds(column) and self._wanted() > width)):
                column.hide()
                self._aside.append(column)
        for column in tuple(reversed(self._aside)):
            needed = self._needed(column) if self._holds(column) else self._wanted(column)
            if column.isHidden() and needed <= width:
                column.show()
                self._aside.remove(column)
        held = any(self._holds(column) for column in self._shown(()))
        self._middle.setHidden(held and self._needed() > width)
        if tuple(self._aside) != before:
            self.changed.emit()

    def _share(self) -> None:
        """Make columns narrower, as far as they can be, for the sake of the text, and wider again.

        Qt does not know the width of a column that is shown just now; it asks for another layout then.
        """
        if not self._splitter.isVisible() or self._middle.isHidden():
            return
        now = self._sizes()
        wish = {column: self._usual[column] for column in now}
        least = {column: min(size, column.minimumSizeHint().width()) for column, size in wish.items()}
        free = self._splitter.width() - self._handles(list(now)) - self._good - sum(least.values())
        over = sum(wish.values()) - sum(least.values())
        part = min(1.0, max(0.0, free / over)) if over > 0 else 1.0
        given = {column: round(least[column] + part * (wish[column] - least[column])) for column in now}
        if given != now:
            sizes = self._splitter.sizes()
            for column in now:
                sizes[self._splitter.indexOf(column)] = given[column]
            rest = self._splitter.width() - self._handles(list(now)) - sum(given.values())
            sizes[self._splitter.indexOf(self._middle)] = rest
            self._splitter.setSizes(sizes)

    @Slot()
    def _moved(self) -> None:
        """The reader has moved a border: the columns are to be as wide as they are now."""
        self._usual.update(self._sizes())

    def _sizes(self) -> dict[QWidget, int]:
        """How wide each column is that is shown."""
        sizes = self._splitter.sizes()
        return {each: sizes[self._splitter.indexOf(each)] for each in self._columns if not each.isHidden()}

    def _holds(self, column: QWidget) -> bool:
        return column in self._wished or column in self._lent

    @property
    def _good(self) -> int:
        return max(self._comfort(), self.least + self._more)

    def _needed(self, *more: QWidget) -> int:
        """Pixels without which something would be cut."""
        shown = self._shown(more)
        return self.least + self._handles(shown) + sum(map(self._width, shown))

    def _wanted(self, *more: QWidget) -> int:
        """Pixels in which the text can be read well besides."""
        shown = self._shown(more)
        return self._good + self._handles(shown) + sum(map(self._width, shown))

    def _shown(self, more: Sequence[QWidget]) -> list[QWidget]:
        return [each for each in self._columns if each in more or not each.isHidden()]

    def _handles(self, shown: Sequence[QWidget]) -> int:
        return len(shown) * self._splitter.handleWidth()

    def _width(self, column: QWidget) -> int:
        """What a column takes: as little as it can, but what is usual where the middle wants more."""
        least = column.minimumSizeHint().width()
        return max(least, self._widths[column]) if self._more else least
