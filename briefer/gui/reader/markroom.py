"""Leaves room in a line for the footnote marks painted over it, by spacing letters, and finds it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout

from briefer.core.document import NoteMark, Paragraph
from briefer.core.values import dataclass
from briefer.gui.offsets import Offsets
from briefer.gui.reader.painting import x_of

# Start and end in code points, and how the letters between are set.
Run = tuple[int, int, QTextCharFormat]


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark in line `line` of a layout, so many pixels from where the layout's lines begin."""

    note: NoteMark
    line: int
    left: float
    width: float


def placed_marks(paragraph: Paragraph, layout: QTextLayout, font: QFont) -> Iterator[PlacedMark]:
    """Where the marks of a paragraph stand in the layout of its text; `font` is theirs."""
    offsets, later = Offsets(paragraph.text), 0.0  # the room of the marks after this one, in one place
    places: list[PlacedMark] = []
    for note, following in zip(reversed(paragraph.notes), (None, *reversed(paragraph.notes)), strict=False):
        at = offsets.to_qt(min(note.at, len(paragraph.text)))
        # At the end of a line a mark belongs to the word before it.
        line = layout.lineForTextPosition(max(0, at - 1))
        if not line.isValid():
            continue
        width = mark_width(note.mark, font)
        later = later + width if following is not None and following.at == note.at else width
        places.append(PlacedMark(note, line.lineNumber(), x_of(line.cursorToX(at)) - later + 1, width - 1))
    yield from reversed(places)


def mark_width(mark: str, font: QFont) -> float:
    """The room of a mark in pixels, with a little before it."""
    return QFontMetricsF(font).horizontalAdvance(mark) + 1.0


def with_room(runs: Iterable[Run], notes: Sequence[NoteMark], font: QFont) -> Iterator[Run]:
    """The same runs with room after the letter before each mark; `font` is that of the marks.

    A mark before the first letter stands in the margin and needs none.
    """
    rooms: dict[int, float] = defaultdict(float)
    for note in notes:
        rooms[note.at - 1] += mark_width(note.mark, font)
    for start, end, form in runs:
        at = start
        for place in sorted(place for place in rooms if start <= place < end):
            if at < place:
                yield at, place, form
            spaced = QTextCharFormat(form)
            spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            spaced.setFontLetterSpacing(rooms[place])
            yield place, place + 1, spaced
            at = place + 1
        if at < end:
            yield at, end, form
