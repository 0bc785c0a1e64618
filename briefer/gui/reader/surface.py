"""The text as those see it who offer something around it: places, clicks, footnote marks, symbols."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRectF, Signal
from PySide6.QtWidgets import QWidget

from briefer.core.document import NoteMark, Span
from briefer.gui.offsets import Offsets
from briefer.gui.reader.clicking import Clicks
from briefer.gui.reader.current import Current
from briefer.gui.reader.hinting import Hints
from briefer.gui.reader.linking import Linking
from briefer.gui.reader.marking import mark_stretches
from briefer.gui.reader.notemarks import NoteMarks
from briefer.gui.reader.spots import Spot, spot_at_caret
from briefer.gui.reader.spread import Spread
from briefer.gui.reader.symbolmarks import SymbolMarks


class Surface(QObject):
    """`forget` is called before stretches are marked, so that no search goes on meanwhile."""

    symbol_activated = Signal(object)  # briefer.core.symbols.DocumentSymbol
    note_activated = Signal(int, int, object)  # side, paragraph and NoteMark

    def __init__(
        self, spread: Spread, current: Current, forget: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._spread = spread
        self._current = current
        self._forget = forget
        self._clicks = tuple(Clicks(pane) for pane in spread.panes)
        self._notes = tuple(NoteMarks(spread, side) for side in (0, 1))
        self.symbols = tuple(SymbolMarks(spread, side) for side in (0, 1))
        self.links = tuple(map(Linking, spread.panes, self._clicks))
        self.hints = Hints(spread, self)
        for side, (clicks, symbols) in enumerate(zip(self._clicks, self.symbols, strict=True)):
            clicks.add(symbols.under, self.symbol_activated.emit)
            clicks.add(self._notes[side].under, partial(self._activate_note, side))

    def viewport(self, side: int) -> QWidget:
        """What the text of a side is painted on."""
        return self._spread.panes[side].viewport()

    def side_of(self, language: str) -> int | None:
        """The side that shows a language."""
        return self._spread.rows.side_of(language) if self._spread.rows else None

    def language_of(self, side: int) -> str | None:
        """The language that a side shows."""
        versions = self._spread.rows.versions if self._spread.rows else ()
        return versions[side].language if side < len(versions) else None

    def spot(self) -> Spot | None:
        """Where the caret stands on the side that is read."""
        return spot_at_caret(self._spread, self._spread.active)

    def mark(self, marks: Mapping[str, Sequence[tuple[int, Span]]]) -> None:
        """Mark stretches by language, paragraph and span, and no others; bring the first into sight."""
        self._forget()
        mark_stretches(self._spread, marks)

    def go_to_span(self, language: str, index: int, span: Span) -> None:
        """Make a paragraph current with the caret at the beginning of a stretch, which is marked."""
        self.mark({language: [(index, span)]})
        self.go_to(language, index, span.start)

    def go_to(self, language: str, index: int, offset: int) -> None:
        """Make a paragraph current with the caret before a code point; passed over where it is not shown."""
        rows, side = self._spread.rows, self.side_of(language)
        if rows is None or side is None or index >= len(rows.versions[side].paragraphs):
            return
        self._current.go(side, index, Offsets(rows.versions[side].paragraphs[index].text).to_qt(offset))

    def note_under(self, side: int, point: QPoint) -> tuple[int, NoteMark] | None:
        """The footnote mark at a point of a viewport, and the paragraph that it stands in."""
        return self._notes[side].under(point)

    def note_rect(self, side: int, index: int, note: NoteMark) -> QRectF:
        """Where a footnote mark is in its viewport."""
        return self._notes[side].rect(index, note)

    def _activate_note(self, side: int, found: tuple[int, NoteMark]) -> None:
        self.note_activated.emit(side, *found)
