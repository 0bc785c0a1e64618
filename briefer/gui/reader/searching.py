"""Joins the find bar, the hits in the document and the panes that show them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.core.text_index import Needle
from briefer.core.values import dataclass
from briefer.gui.offsets import Offsets
from briefer.gui.reader.answers import Answers
from briefer.gui.reader.findbar import FindBar, Progress
from briefer.gui.reader.hits import Hits
from briefer.gui.reader.marks import hit_marks
from briefer.gui.reader.spread import Spread

AT_ONCE, SLICE = 0.02, 0.006  # seconds of reading before a search, and between events


@dataclass(frozen=True, slots=True)
class FindState:
    """How a search in a document stands: to go on with it later."""

    needle: Needle
    number: int = 0
    shown: bool = False
    listed: bool = False


class Searching(QObject):
    """Find in the open document. Hits stay marked as long as the bar is open.

    `began` tells that somebody is about to search, `left` that Escape gave a search up; `searched` that
    `hits` are others or none, `moved` that another one of them is current.
    """

    came_to = Signal(int, int, int)  # side, paragraph index and Qt's offset of the hit gone to
    began = Signal()
    left = Signal()
    searched = Signal()
    moved = Signal()

    def __init__(self, bar: FindBar, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = bar
        self._spread = spread
        self._stem: Callable[[str], str] = _stem
        self._answers: Answers | None = None
        self._hits: Hits | None = None
        self._found: Hits | None = None  # the same once they are searched
        self._number = 0
        self._from = 0
        self._going = False  # whether the search that waits is to go to its first hit
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read)
        bar.needle_changed.connect(self._search)
        bar.next_requested.connect(lambda: self.step(1))
        bar.previous_requested.connect(lambda: self.step(-1))
        bar.closed.connect(self._closed)
        bar.given_up.connect(self.left)

    def document_changed(self, row: int = 0) -> None:
        """Other rows are shown: what is in an open bar is searched for again, from `row` on."""
        self._reading.stop()
        self._answers = None
        self._hits = Hits(self._spread.rows) if self._spread.rows else None
        self._found = None
        self._from = row
        if self._hits is None:
            self.bar.set_listed(False)
        if not self.bar.isHidden():
            self.began.emit()
            self._search(go=False)

    def know(self, stem: Callable[[str], str], answers: Answers | None) -> None:
        """Go by these word forms, and show what answers the hits, from now on."""
        self._stem, self._answers = stem, answers
        if not self.bar.isHidden():
            number = self._number
            self._search(go=False)
            self._resume(number)

    @property
    def state(self) -> FindState:
        bar = self.bar
        return FindState(bar.needle, self._number, shown=not bar.isHidden(), listed=bar.listed)

    @property
    def hits(self) -> Hits | None:
        """What was found; None as long as nothing is searched for, or the document is being read."""
        return self._found

    @property
    def number(self) -> int:
        """The hit that is current, counted from 0."""
        return self._number

    def restore(self, state: FindState) -> None:
        """Show a search as it stood; nothing moves."""
        self.bar.set_needle(state.needle)
        self.bar.setVisible(state.shown)
        self.bar.set_listed(state.shown and state.listed)
        if state.shown:
            self._search(go=False)
            self._resume(state.number)
        else:
            self._unmark()

    def open(self, row: int, needle: str) -> None:
        """Open the bar; hits count from `row` on."""
        self._from = row
        if self.bar.isHidden():
            self.began.emit()
        was = self.bar.needle.text
        self.bar.open_bar(needle)
        self._reading.start()
        if not needle or needle == was:
            self._search()

    def step(self, by: int) -> None:
        """Go to the next or previous hit, round the end if need be."""
        if self.bar.isHidden():
            self.open(self._from, "")
        elif self._found is not None and self._found.total:
            number = self._number + by
            self._number = number % self._found.total
            self._show(go=True, turned=by if number != self._number else 0)

    def go_to(self, number: int) -> None:
        """Go to a hit by its number; one that is not there is passed over."""
        if self._found is not None and 0 <= number < self._found.total:
            self._number = number
            self._show(go=True)

    def close(self) -> None:
        self.bar.close_bar()

    def stop(self) -> None:
        """End what goes on between events."""
        self._reading.stop()

    def _search(self, *, go: bool = True) -> None:
        self._unmark()
        self._found = None
        needle, hits = self.bar.needle, self._hits
        if hits is None or not needle.text.strip():
            self.bar.clear_progress()
        elif not hits.prepare(AT_ONCE):
            self._going = go
            self._reading.start()
            self.bar.show_waiting()
        else:
            hits.search(needle, self._stem)
            self._found = hits
        self.searched.emit()
        if self._found is not None:
            self._show_found(self._found, go=go)

    def _show_found(self, hits: Hits, *, go: bool) -> None:
        if hits.total:
            self._number = hits.first_from(self._from)
            self._mark(hits)
            self._show(go=go)
        else:
            self.bar.show_progress(Progress(0, 0))

    def _resume(self, number: int) -> None:
        """Let a hit be current again, if there are so many; nothing moves."""
        if self._found is not None and number < self._found.total:
            self._number = number
            self._show(go=False)

    def _read(self) -> None:
        """Read a part of the document; go on with the search that waits for it, if any."""
        if self._hits is not None and not self._hits.prepare(SLICE):
            return
        self._reading.stop()
        if self.bar.waiting:
            self._search(go=self._going)

    def _mark(self, hits: Hits) -> None:
        rows = self._spread.rows
        if rows is None:
            return
        for side, pane in enumerate(self._spread.panes[: len(rows.versions)]):
            pane.underlay.hits = hits.marks(side)
            pane.underlay.answers = self._answers.marks(rows, hits, side) if self._answers else {}
        self._spread.show_found(hits.heights)

    def _show(self, *, go: bool, turned: int = 0) -> None:
        rows, hits = self._spread.rows, self._found
        if rows is None or hits is None:
            return
        found = hits.hit(self._number)
        version = rows.versions[found.side]
        mark = hit_marks(version, [(found.index, found.span)])[found.index][0]
        for side, pane in enumerate(self._spread.panes):
            pane.underlay.hit = (found.index, mark) if side == found.side else None
            pane.viewport().update()
        languages = tuple(version.language for version in rows.versions)
        counts = tuple(zip(languages, hits.by_side, strict=True)) if len(languages) > 1 else ()
        self.bar.show_progress(Progress(self._number + 1, hits.total, counts, turned))
        self.moved.emit()
        if go:
            offset = Offsets(version.paragraphs[found.index].text).to_qt(found.span.start)
            self.came_to.emit(found.side, found.index, offset)

    def _unmark(self) -> None:
        for pane in self._spread.panes:
            pane.underlay.hits, pane.underlay.answers, pane.underlay.hit = {}, {}, None
            pane.viewport().update()
        self._spread.show_found([])

    def _closed(self) -> None:
        self._reading.stop()
        self._unmark()
        self._spread.panes[self._spread.active].setFocus()


def _stem(word: str) -> str:
    """The stem of a word, as long as nobody has said by which forms words are found."""
    from briefer.core.wordforms import WordForms

    return WordForms().stem(word)
