"""The documents that stand open, one a tab, and those closed last. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.app.model import OpenDocument
from briefer.app.state import Kept
from briefer.core.values import dataclass
from briefer.gui.reader.whereabouts import Whereabouts

MOST_CLOSED = 20


@dataclass(eq=False, slots=True)
class Tab:
    """One document that stands open.

    `opened` is None until it is needed: a tab of the last session is read when it is turned
    to; `trouble` is why it could not be. `kept` is by what it is found again. `whereabouts` is
    where the reader was in it.
    """

    kept: Kept
    opened: OpenDocument | None = None
    whereabouts: Whereabouts | None = None
    trouble: Exception | None = None

    def holds(self, document: OpenDocument) -> bool:
        """Whether the tab shows `document`, in this state or an earlier or later one."""
        if self.opened is document:
            return True
        if document.id is not None and document.id == self.kept.id:
            return True
        return bool(self.kept.key) and Kept.of(document).key == self.kept.key

    def shows_what(self, other: Tab) -> bool:
        """Whether both tabs are of one document, be they read or not."""
        if other.opened is not None and self.holds(other.opened):
            return True
        mine, theirs = self.kept, other.kept
        if mine.id is not None and mine.id == theirs.id:
            return True
        if mine.key and theirs.key:
            return mine.key == theirs.key
        return bool(mine.files) and mine.files == theirs.files


class Shelf:
    """The tabs in their order. `number` is that of the one at hand, -1 where there is none."""

    def __init__(self) -> None:
        self.tabs: list[Tab] = []
        self.number = -1
        self.closed: list[Tab] = []

    @property
    def tab(self) -> Tab | None:
        """The tab at hand."""
        return self.tabs[self.number] if self.tabs else None

    def find(self, document: OpenDocument) -> int | None:
        """The number of the tab that shows `document`; the one at hand is asked first."""
        tab = self.tab
        if tab is not None and tab.holds(document):
            return self.number
        return next((n for n, each in enumerate(self.tabs) if each.holds(document)), None)

    def add(self, tab: Tab) -> None:
        """Put a tab after the one at hand and turn to it; what it shows is closed no longer."""
        self.closed = [each for each in self.closed if not each.shows_what(tab)]
        self.number += 1
        self.tabs.insert(self.number, tab)

    def close(self, number: int) -> None:
        """Take a tab away; the one at hand stays so, or its right neighbour follows, or its left one."""
        self.closed = [self.tabs.pop(number), *self.closed][:MOST_CLOSED]
        if number < self.number or self.number == len(self.tabs):
            self.number -= 1

    def reopen(self) -> bool:
        """Bring back the tab closed last whose document does not stand open again; False if there is none."""
        while self.closed:
            tab = self.closed.pop(0)
            if not any(each.shows_what(tab) for each in self.tabs):
                self.add(tab)
                return True
        return False

    def move(self, start: int, end: int) -> None:
        """Put a tab in another place; the one at hand stays so."""
        at_hand = self.tab
        self.tabs.insert(end, self.tabs.pop(start))
        if at_hand is not None:
            self.number = self.tabs.index(at_hand)

    def restore(self, tabs: Sequence[Tab], number: int, closed: Sequence[Tab]) -> None:
        """Stand as the last session ended."""
        self.tabs = list(tabs)
        self.number = min(max(number, 0), len(self.tabs) - 1)
        self.closed = list(closed)[:MOST_CLOSED]
