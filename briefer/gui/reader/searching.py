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


class Searching(QObject):
    """Find in the open document. Hits stay marked as long as the bar is open.

    `began` tells that somebody is about to search, `left` that Escape gave a search up.
    """

    came_to = Signal(int, int, int)  # side, paragraph index and Qt's offset of the hit gone to
    began = Signal()
    left = Signal()

    def __init__(self, bar: FindBar, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._spread = spread
        self._stem: Callable[[str], str] = _stem
        self._answers: Answers | None = None
        self._hits: Hits | None = None
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
        self._from = row
        if not self._bar.isHidden():
            self.began.emit()
            self._search(go=False)

    def know(self, stem: Callable[[str], str], answers: Answers | None) -> None:
        """Go by these word forms, and show what answers the hits, from now on."""
        self._stem, self._answers = stem, answers
        if not self._bar.isHidden():
            number = self._number
            self._search(go=False)
            if self._hits is not None and number < self._hits.total:
                self._number = number
                self._show(go=False)

    @property
    def state(self) -> FindState:
        return FindState(self._bar.needle, self._number, shown=not self._bar.isHidden())

    def restore(self, state: FindState) -> None:
        """Show a search as it stood; nothing moves."""
        self._bar.set_needle(state.needle)
        self._bar.setVisible(state.shown)
        if state.shown:
            self._search(go=False)
            if self._hits is not None and state.number < self._hits.total:
                self._number = state.number
                self._show(go=False)
        else:
            self._unmark()

    def open(self, row: int, needle: str) -> None:
        """Open the bar; hits count from `row` on."""
        self._from = row
        if self._bar.isHidden():
            self.began.emit()
        was = self._bar.needle.text
        self._bar.open_bar(needle)
        self._reading.start()
        if not needle or needle == was:
            self._search()

    def step(self, by: int) -> None:
        """Go to the next or previous hit, round the end if need be."""
        if self._bar.isHidden():
            self.open(self._from, "")
        elif self._hits is not None and self._hits.total:
            number = self._number + by
            self._number = number % self._hits.total
            self._show(go=True, turned=by if number != self._number else 0)

    def close(self) -> None:
        self._bar.close_bar()

    def stop(self) -> None:
        """End what goes on between events."""
        self._reading.stop()

    def _search(self, *, go: bool = True) -> None:
        self._unmark()
        needle, hits = self._bar.needle, self._hits
        if hits is None or not needle.text.strip():
            self._bar.clear_progress()
            return
        if not hits.prepare(AT_ONCE):
            self._going = go
            self._reading.start()
            self._bar.show_waiting()
            return
        if not hits.search(needle, self._stem):
            self._bar.show_progress(Progress(0, 0))
            return
        self._number = hits.first_from(self._from)
        self._mark(hits)
        self._show(go=go)

    def _read(self) -> None:
        """Read a part of the document; go on with the search that waits for it, if any."""
        if self._hits is not None and not self._hits.prepare(SLICE):
            return
        self._reading.stop()
        if self._bar.waiting:
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
        rows, hits = self._spread.rows, self._hits
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
        self._bar.show_progress(Progress(self._number + 1, hits.total, counts, turned))
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
