"""The sentence under the pointer or the caret: asks what belongs to it, and lights both up.

Nothing is looked for while pointer, caret or text move; only where they have come to rest.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from briefer.core.document import Span
from briefer.core.sentence_beads import Sentence, SentenceBead, covers
from briefer.gui.reader.marks import hit_marks
from briefer.gui.reader.place import Rows
from briefer.gui.reader.spots import Spot, spot_at_caret, spot_under
from briefer.gui.reader.spread import Spread

__all__ = ["Lighting", "Spot"]

REST = 80  # milliseconds


class Lighting(QObject):
    """`wanted` carries the `Spot` whose sentences are to be shown, which `show_sentences` does."""

    wanted = Signal(object)

    def __init__(self, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._spread = spread
        self._on = True
        self._side = 0
        self._point: QPoint | None = None  # of the pointer, in the pane's viewport; None: the caret counts
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._rested)
        for side, pane in enumerate(spread.panes):
            pane.viewport().setMouseTracking(True)
            pane.viewport().installEventFilter(self)
            pane.caret_moved.connect(lambda _index, side=side: self.follow_caret(side))
        spread.lock.scrolled.connect(self._scrolled)

    @property
    def on(self) -> bool:
        return self._on

    def set_on(self, on: bool) -> None:
        self._on = on
        if not on:
            self.forget()

    def forget(self) -> None:
        """Another text or alignment is shown, or nothing is to be lit any more."""
        self._timer.stop()
        self._point = None
        self._put_out()

    def show_sentences(self, bead: SentenceBead | None) -> None:
        """Light the sentences of a bead up on both sides, and no others."""
        rows = self._spread.rows
        if rows is None or not rows.aligned or bead is None or not self._on:
            self._put_out()
            return
        whole = _is_a_pair(rows, bead)
        for version, pane, own in zip(
            rows.versions, self._spread.panes, (bead.left, bead.right), strict=True
        ):
            pane.underlay.sentence, pane.underlay.whole = hit_marks(version, _spans(own)), whole
            pane.viewport().update()

    def follow_caret(self, side: int) -> None:
        """The caret has come somewhere on a side: its sentence counts until the pointer is moved."""
        if self._on:
            self._side, self._point = side, None
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._on and event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            if isinstance(event, QMouseEvent):
                if not event.buttons():
                    self._side = self._side_of(watched)
                    self._point = event.position().toPoint()
                    self._timer.start()
            elif self._point is not None:
                self.forget()
        return super().eventFilter(watched, event)

    def _side_of(self, viewport: QObject) -> int:
        return int(viewport is self._spread.panes[1].viewport())

    def _scrolled(self) -> None:
        if self._on and self._point is not None:
            self._timer.start()

    def _rested(self) -> None:
        spot = self._spot()
        if spot is None:
            self._put_out()
        else:
            self.wanted.emit(spot)

    def _spot(self) -> Spot | None:
        """The letter under the pointer, or the caret; None beside the text."""
        if self._spread.rows is None or not self._spread.rows.aligned:
            return None
        if self._point is None:
            return spot_at_caret(self._spread, self._side)
        return spot_under(self._spread, self._side, self._point)

    def _put_out(self) -> None:
        for pane in self._spread.panes:
            if pane.underlay.sentence:
                pane.underlay.sentence = {}
                pane.viewport().update()


def _is_a_pair(rows: Rows, bead: SentenceBead) -> bool:
    """Whether the sentences are all that stands in their row, on both sides."""
    sides = bead.left, bead.right
    side = 0 if bead.left else 1
    row = rows.row_of(side, sides[side][0].paragraph)
    return all(
        covers(own, {index: version.paragraphs[index].text for index in rows.paragraphs(row, number)})
        for number, (own, version) in enumerate(zip(sides, rows.versions, strict=True))
    )


def _spans(sentences: Iterable[Sentence]) -> list[tuple[int, Span]]:
    return [(sentence.paragraph, sentence.span) for sentence in sentences]
