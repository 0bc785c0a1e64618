"""Whether rows of text through which gaps run down are a table, and its cells if they are."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefer.formats.pdf.cells import is_value, paragraphs_in
from briefer.formats.pdf.level import Paragraph, Row, enough_level, parted_level, stands_beside
from briefer.formats.pdf.lines import is_mark_alone, together
from briefer.formats.pdf.printed import Printed
from briefer.formats.pdf.rules import Rule
from briefer.formats.pdf.tables import (
    PrintedCell,
    PrintedTable,
    fragments_text,
    is_cover,
    table_of,
)

# In multiples of the type's size.
NARROWEST = 0.7
LEAST_ROWS = 3
MOST_COVER_ROWS = 15
LEAST_RULED_ROWS = 2
TIGHT = 1.45
LEAST_TIGHT = 6
RUNNING_WORDS = 5
MOST_ACROSS = 0.15
MOST_ASTRAY = 0.05
SAME_EDGE = 12.0
Gap = tuple[float, float]


class Region:
    """Rows of text through which gaps run down."""

    def __init__(self, rows: Sequence[Row], rules: Sequence[Rule]) -> None:
        self._rows = rows
        self._lines = [line for row in rows for line in row]
        self._left = min(line.box.left for line in self._lines)
        self._right = max(line.box.right for line in self._lines)
        top = min(line.box.top for line in rows[0])
        bottom = max(line.box.bottom for line in rows[-1])
        size = statistics.median(line.size for line in self._lines)
        self._size = size
        self._rules = [
            rule
            for rule in rules
            if top - 2 * size < rule.at < bottom + 2 * size
            and rule.length > 0.6 * (self._right - self._left)
            and rule.start < self._right
            and rule.end > self._left
        ]

    def table(self, expected: Sequence[float]) -> PrintedTable | None:
        """The table, None if the rows are no table; one that is `expected` may have a single row."""
        gutters = self._gutters()
        if not gutters or (len(self._rows) <= MOST_COVER_ROWS and is_cover(fragments_text(self._rows))):
            return None
        if len(gutters) == 1 and not self._rules and self._runs_tight():
            return None
        paragraphs = parted_level(self._paragraphs(gutters), self._rows)
        if len(gutters) == 1 and all(is_mark_alone(p.lines[0].text) for p in paragraphs if not p.column):
            return None
        starts = self._starts(paragraphs)
        level = [start for start in starts if sum(p.first == start for p in paragraphs) > 1]
        least = LEAST_RULED_ROWS if self._rules else LEAST_ROWS
        if not self._goes_on(gutters, expected) and not (
            len(level) >= least and enough_level(paragraphs, level)
        ):
            return None
        return self._made(paragraphs, starts, gutters)

    def _runs_tight(self) -> bool:
        """Whether the rows follow each other as lines of running text do: without gaps, full of words."""
        drops = [below[0].baseline - above[0].baseline for above, below in pairwise(self._rows)]
        words = statistics.median(len(line.text.split()) for line in self._lines)
        return len(drops) > LEAST_TIGHT and max(drops) < TIGHT * self._size and words >= RUNNING_WORDS

    def _goes_on(self, gutters: Sequence[Gap], expected: Sequence[float]) -> bool:
        """Whether the columns are those of the table before."""
        lefts = [self._left, *(gap[1] for gap in gutters)]
        return bool(expected) and all(
            min(abs(left - other) for other in expected) < SAME_EDGE for left in lefts
        )

    def _gutters(self) -> list[Gap]:
        """The gaps that rows of several lines leave free and that hardly any other line crosses."""
        several = [row for row in self._rows if len(row) > 1]
        lines = [line for row in several for line in row]
        ends = [(line.box.left, 1) for line in lines] + [(line.box.right, -1) for line in lines]
        most, depth, open_at, found = int(MOST_ASTRAY * len(several)), 0, self._left, list[Gap]()
        for x, step in sorted(ends):
            if depth <= most < depth + step:
                found.append((open_at, x))
            elif depth > most >= depth + step:
                open_at = x
            depth += step
        wide = [gap for gap in found if gap[1] - gap[0] >= NARROWEST * self._size and gap[0] > self._left]
        return self._with_columns([gap for gap in wide if self._parts(gap)])

    def _parts(self, gap: Gap) -> bool:
        across = sum(line.box.left < gap[0] and line.box.right > gap[1] for line in self._lines)
        parted = sum(_parted(row, gap) for row in self._rows)
        return parted >= LEAST_RULED_ROWS and across <= MOST_ACROSS * len(self._rows)

    def _with_columns(self, gutters: list[Gap]) -> list[Gap]:
        """The gutters without those that part off what hardly any line stands in."""
        while gutters:
            held = Counter(_column(line, gutters) for line in self._lines)
            poor = next((column for column in range(len(gutters) + 1) if held[column] < 2), None)
            if poor is None:
                break
            beside = gutters[max(poor - 1, 0) : poor + 1]
            gutters.remove(min(beside, key=lambda gap: gap[1] - gap[0]))
        return gutters

    def _paragraphs(self, gutters: Sequence[Gap]) -> list[Paragraph]:
        columns: dict[int, list[Printed]] = {}
        row_of: dict[int, int] = {}
        for place, row in enumerate(self._rows):
            for line in row:
                held = columns.setdefault(_column(line, gutters), [])
                if held and row_of[id(held[-1])] == place:
                    line = together(held.pop(), line)
                held.append(line)
                row_of[id(line)] = place
        with_values = {
            row_of[id(line)]
            for column, lines in columns.items()
            for line in lines
            if column > 0 and is_value(line.text)
        }
        valued = {id(line) for line in columns.get(0, ()) if row_of[id(line)] in with_values}
        found = []
        for column, lines in columns.items():
            right = max(line.box.right for line in lines)
            for part in self._between_rules(lines):
                found += [
                    Paragraph(column, group, row_of[id(group[0])], row_of[id(group[-1])])
                    for group in paragraphs_in(part, right, valued)
                ]
        return found

    def _between_rules(self, lines: Sequence[Printed]) -> list[list[Printed]]:
        bands: dict[int, list[Printed]] = {}
        for line in lines:
            bands.setdefault(sum(rule.at < line.baseline for rule in self._rules), []).append(line)
        return list(bands.values())

    def _starts(self, paragraphs: Sequence[Paragraph]) -> list[int]:
        """The rows of text in which a row of the table begins."""
        starts = [0]
        for place in range(1, len(self._rows)):
            above, below = self._rows[place - 1][0].baseline, self._rows[place][0].baseline
            ruled = any(above < rule.at < below for rule in self._rules)
            beginning = [p for p in paragraphs if p.first == place]
            running = [p for p in paragraphs if p.first < place <= p.last]
            level = len({p.column for p in beginning}) > 1
            first = any(p.column == 0 for p in beginning) and not running
            if ruled or ((level or first) and not stands_beside(paragraphs, starts[-1], place)):
                starts.append(place)
        return starts

    def _made(
        self, paragraphs: Sequence[Paragraph], starts: Sequence[int], gutters: Sequence[Gap]
    ) -> PrintedTable:
        cells: dict[tuple[int, int], list[Paragraph]] = {}
        for paragraph in sorted(paragraphs, key=lambda p: (p.first, p.column)):
            row = sum(start <= paragraph.first for start in starts) - 1
            cells.setdefault((row, paragraph.column), []).append(paragraph)
        rights = [
            max(line.box.right for p in paragraphs if p.column == column for line in p.lines)
            if any(p.column == column for p in paragraphs)
            else 0.0
            for column in range(len(gutters) + 1)
        ]
        made = [
            PrintedCell(row, column, tuple(tuple(p.lines) for p in held), rights[column])
            for (row, column), held in cells.items()
        ]
        return table_of(made, self._lines, [self._left, *(gap[1] for gap in gutters)])


def _column(line: Printed, gutters: Sequence[Gap]) -> int:
    """The column in which a line stands; that where it begins if it goes over several."""
    across = any(line.box.left < gap[0] and line.box.right > gap[1] for gap in gutters)
    place = line.box.left + 1 if across else (line.box.left + line.box.right) / 2
    return sum((gap[0] + gap[1]) / 2 < place for gap in gutters)


def _parted(row: Row, gap: Gap) -> bool:
    middle = (gap[0] + gap[1]) / 2
    return any(line.box.right < middle for line in row) and any(line.box.left > middle for line in row)
