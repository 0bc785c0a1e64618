"""Rows of a table without a frame: where paragraphs of several columns begin level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from briefer.core.values import dataclass
from briefer.formats.pdf.printed import Printed

LEAST_LEVEL = 0.6
LEAST_LEVEL_OF_ALL = 0.3
SOME_ROOM = 2.5
_ENDS, _GOES_ON = (".", ";", ":", ","), ("-", "–", "—")
Row = list[Printed]


@dataclass(slots=True)
class Paragraph:
    """Lines of one column; the rows of text in which they begin and end."""

    column: int
    lines: list[Printed]
    first: int
    last: int


def enough_level(paragraphs: Sequence[Paragraph], starts: Collection[int]) -> bool:
    """Whether enough paragraphs begin at `starts`, above all of the column that has fewest."""
    counts = Counter(p.column for p in paragraphs)
    fewest = min(counts, key=lambda column: counts[column])
    few = sum(p.first in starts for p in paragraphs if p.column == fewest)
    every = sum(p.first in starts for p in paragraphs)
    return few >= LEAST_LEVEL * counts[fewest] and every >= LEAST_LEVEL_OF_ALL * len(paragraphs)


def stands_beside(paragraphs: Sequence[Paragraph], start: int, place: int) -> bool:
    """Whether what begins in row `place` stands beside the middle or end of what it belongs to."""
    above = [p for p in paragraphs if start <= p.first < place]
    begun = [p for p in paragraphs if p.first == place]
    columns = {p.column for p in begun}
    if not above or any(p.last < place or p.column in columns for p in above):
        return False
    return max(p.last for p in begun) <= max(p.last for p in above)


def parted_level(paragraphs: Sequence[Paragraph], rows: Sequence[Row]) -> list[Paragraph]:
    """The paragraphs, parted where another column begins one level with a line that may begin one."""
    starts = {(p.column, p.first) for p in paragraphs}
    row_of = {id(line): place for place, row in enumerate(rows) for line in row}
    found: list[Paragraph] = []
    for p in paragraphs:
        cuts = [0]
        right = max(line.box.right for q in paragraphs if q.column == p.column for line in q.lines)
        for place, (last, line) in enumerate(pairwise(p.lines), 1):
            row = row_of.get(id(line))
            beside = any(column != p.column and first == row for column, first in starts)
            free = right - last.box.right > SOME_ROOM * last.size or last.text.endswith(_ENDS)
            if beside and free and not line.text[:1].islower() and not last.text.endswith(_GOES_ON):
                cuts.append(place)
        for start, end in pairwise([*cuts, len(p.lines)]):
            lines = p.lines[start:end]
            first, last_row = (row_of.get(id(line), p.first) for line in (lines[0], lines[-1]))
            found.append(Paragraph(p.column, lines, first, last_row) if len(cuts) > 1 else p)
    return found
