"""A table on a page: cells of whole paragraphs, however it was found."""

from __future__ import annotations

import re
import statistics
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefer.core.document import Box
from briefer.core.labels import read_mark
from briefer.core.structure.masthead_lines import masthead_field
from briefer.formats.pdf_fragments import LEADER, around
from briefer.formats.pdf_grids import Frame, Grid
from briefer.formats.pdf_lines import lines_of
from briefer.formats.pdf_margins import room_after
from briefer.formats.pdf_printed import Printed

LARGER_GAP = 1.2
LOOSEST = 1.3
LEAST_GAPS = 0.2
LEAST_ROOM = 0.2
_ENDS = (".", ";", ":", "!", "?", ",")
WIDEST_PADDING = 12.0
MOST_COVER_ROWS = 4
_VALUE = re.compile(r"[\s\d.,:;()%$€+<>=÷×/–—−-]+[ᵃ-ᶻ*]*|(?:n/a|н/д|да|нет|yes|no)", re.IGNORECASE)
_COVER = {"distribution", "original_languages", "symbol"}


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """The paragraphs of a cell, each of one line or more; `right` is where its lines end."""

    row: int
    column: int
    paragraphs: tuple[tuple[Printed, ...], ...]
    right: float


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """The cells of a table in order, none empty; rows and columns count from 0 on its page.

    `columns` are the left edges of its columns.
    """

    box: Box
    columns: tuple[float, ...]
    cells: tuple[PrintedCell, ...]

    @property
    def rows(self) -> int:
        return 1 + max(cell.row for cell in self.cells)

    @property
    def size(self) -> float:
        """The commonest size of its type."""
        return statistics.median(
            line.size for cell in self.cells for part in cell.paragraphs for line in part
        )


def framed_table(grid: Grid, fragments: Sequence[Printed]) -> PrintedTable | None:
    """The table that `grid` frames; None when what it frames is no table."""
    held: dict[Frame, list[Printed]] = {}
    for fragment in fragments:
        box = fragment.box
        frame = grid.frame_at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        if frame is not None:
            held.setdefault(frame, []).append(fragment)
    if len(held) < 2 or len({frame.column for frame in held}) < 2:
        return None
    padding = statistics.median(min(f.box.left for f in held[frame]) - frame.left for frame in held)
    padding = min(max(padding, 1.0), WIDEST_PADDING)
    cells = []
    for frame, members in held.items():
        right = frame.right - padding
        cells.append(PrintedCell(frame.row, frame.column, _in_cell(members, right), right))
    table = table_of(cells, [fragment for members in held.values() for fragment in members], grid.xs)
    return None if table.rows < MOST_COVER_ROWS and is_cover(fragments_text(held.values())) else table


def fragments_text(groups: Iterable[Sequence[Printed]]) -> list[str]:
    """What is printed, piece by piece."""
    return [fragment.text for group in groups for fragment in group]


def is_cover(texts: Sequence[str]) -> bool:
    """Whether lines that look like a table are the head of a cover page."""
    names = {field.name for text in texts if (field := masthead_field(text)) is not None}
    return len(names & _COVER) > 0 and len(names) > 1


def table_of(
    cells: Sequence[PrintedCell], fragments: Sequence[Printed], columns: Sequence[float]
) -> PrintedTable:
    """A table of `cells`, with no empty row or column left between them."""
    rows = {row: place for place, row in enumerate(sorted({cell.row for cell in cells}))}
    used = {column: place for place, column in enumerate(sorted({cell.column for cell in cells}))}
    placed = [
        replace(
            cell,
            row=rows[cell.row],
            column=used[cell.column],
            paragraphs=tuple(tuple(map(_without_leader, lines)) for lines in cell.paragraphs),
        )
        for cell in cells
    ]
    return PrintedTable(
        around([fragment.box for fragment in fragments]),
        tuple(columns[column] for column in sorted(used)),
        tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))),
    )


def _in_cell(fragments: Sequence[Printed], right: float) -> tuple[tuple[Printed, ...], ...]:
    upright = [fragment for fragment in fragments if fragment.upright]
    if len(upright) * 2 < len(fragments):
        return (tuple(sorted(fragments, key=lambda fragment: fragment.box.left)),)
    return tuple(map(tuple, paragraphs_in(lines_of(fragments), right)))


def paragraphs_in(lines: Sequence[Printed], right: float, alone: Collection[int] = ()) -> list[list[Printed]]:
    """The lines of a column of a table, cut where a paragraph ends.

    Where gaps part paragraphs, a line that ends early does not. Of `alone`, which are lines by `id`,
    no two are in one paragraph.
    """
    drops = [line.baseline - last.baseline for last, line in pairwise(lines)]
    size = statistics.median(line.size for line in lines) if lines else 0.0
    leading = min([LOOSEST * size, *(drop for drop in drops if drop > 0.9 * size)])
    larger = sum(drop > LARGER_GAP * leading for drop in drops)
    bound = None if larger > 1 and larger >= LEAST_GAPS * len(drops) else right
    groups: list[list[Printed]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        apart = last is None or (id(last) in alone and id(line) in alone)
        if last is not None and not apart and not _begins(last, line, leading, bound):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins(last: Printed, line: Printed, leading: float, right: float | None) -> bool:
    drop = line.baseline - last.baseline
    if drop > LARGER_GAP * leading or last.strong != line.strong or abs(last.size - line.size) > 1:
        return True
    if is_value(last.text) and is_value(line.text):
        return True
    mark = read_mark(line.text)
    if mark is not None and mark.sort != "footnote" and (mark.sort != "number" or not _mid(last)):
        return True
    if not last.text.endswith((".", ";", ":")) and line.text[:1].islower():
        return False
    if right is None:
        return False
    room = room_after(last, line, right)
    # How wide the next word is is reckoned only: a sentence cut short needs more than a little room.
    return room >= 0 and (last.text.endswith(_ENDS) or room > max(LEAST_ROOM * last.width, 2 * last.size))


def _without_leader(line: Printed) -> Printed:
    bare = line.text.removesuffix(LEADER).rstrip()
    return replace(line, text=bare) if bare and bare != line.text else line


def _mid(line: Printed) -> bool:
    """Whether a line plainly goes on, so that a number below it is no label."""
    return line.text[-1:].isalpha() and line.text[-1:].islower()


def is_value(text: str) -> bool:
    """Whether a line is a number, a dash, a yes or a no."""
    return bool(_VALUE.fullmatch(text))
