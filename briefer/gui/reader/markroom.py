"""Leaves room in a line for the footnote marks that are painted over the text, by spacing letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat

from briefer.core.document import NoteMark

# Start and end in code points, and how the letters between are set.
Run = tuple[int, int, QTextCharFormat]


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
