"""A table on a page: cells of whole paragraphs, however it was found."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefer.core.document import Box
from briefer.core.structure.masthead_lines import masthead_field
from briefer.core.values import dataclass
from briefer.formats.pdf.cells import paragraphs_in
from briefer.formats.pdf.fragments import LEADER, around
from briefer.formats.pdf.grids import Frame, Grid
from briefer.formats.pdf.lines import joined, rows_of
from briefer.formats.pdf.printed import Printed

WIDEST_PADDING = 12.0
MOST_COVER_ROWS = 4
SAME_EDGE = 12.0
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


def framed_table(
    grid: Grid, fragments: Sequence[Printed], expected: Sequence[float] = ()
) -> PrintedTable | None:
    """The table that `grid` frames; None when what it frames is no table.

    One with the `expected` left edges of columns goes on from the page before, though but one of
    its cells may.
    """
    held: dict[Frame, list[Printed]] = {}
    for fragment in fragments:
        box = fragment.box
        frame = grid.frame_at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        if frame is not None:
            held.setdefault(frame, []).append(fragment)
    held = dict(part for frame, members in held.items() for part in _parted(frame, members, grid.xs))
    goes_on = bool(held) and len(expected) == len(grid.xs) - 1 and _same(grid.xs, expected)
    if not goes_on and (len(held) < 2 or len({frame.column for frame in held}) < 2):
        return None
    padding = statistics.median(min(f.box.left for f in held[frame]) - frame.left for frame in held)
    padding = min(max(padding, 1.0), WIDEST_PADDING)
    cells = []
    for frame, members in held.items():
        right = frame.right - padding
        cells.append(PrintedCell(frame.row, frame.column, _in_cell(members, right), right))
    table = table_of(cells, [fragment for members in held.values() for fragment in members], grid.xs, goes_on)
    return None if table.rows < MOST_COVER_ROWS and is_cover(fragments_text(held.values())) else table


def _same(edges: Sequence[float], expected: Sequence[float]) -> bool:
    return all(abs(edge - other) < SAME_EDGE for edge, other in zip(edges, expected, strict=False))


def _parted(
    frame: Frame, members: Sequence[Printed], xs: Sequence[float]
) -> Iterator[tuple[Frame, list[Printed]]]:
    """A cell over several columns, in as many parts as its text keeps to the columns' edges."""
    rest, left = list(members), frame.left
    for column, x in enumerate(xs):
        if not left < x < frame.right:
            continue
        before = [fragment for fragment in rest if fragment.box.right <= x + 1]
        behind = [fragment for fragment in rest if fragment.box.left >= x - 1]
        if before and behind and len(before) + len(behind) == len(rest):
            yield replace(frame, left=left, right=x), before
            frame, rest, left = replace(frame, column=column, left=x), behind, x
    yield frame, rest


def fragments_text(groups: Iterable[Sequence[Printed]]) -> list[str]:
    """What is printed, piece by piece."""
    return [fragment.text for group in groups for fragment in group]


def is_cover(texts: Sequence[str]) -> bool:
    """Whether lines that look like a table are the head of a cover page."""
    names = {field.name for text in texts if (field := masthead_field(text)) is not None}
    return len(names & _COVER) > 0 and len(names) > 1


def table_of(
    cells: Sequence[PrintedCell],
    fragments: Sequence[Printed],
    columns: Sequence[float],
    all_columns: bool = False,
) -> PrintedTable:
    """A table of `cells`, with no empty row, nor column unless all are wanted, left between them."""
    rows = {row: place for place, row in enumerate(sorted({cell.row for cell in cells}))}
    found = range(len(columns) - 1) if all_columns else sorted({cell.column for cell in cells})
    used = {column: place for place, column in enumerate(found)}
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
        tuple(columns[column] for column in used),
        tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))),
    )


def _in_cell(fragments: Sequence[Printed], right: float) -> tuple[tuple[Printed, ...], ...]:
    upright = [fragment for fragment in fragments if fragment.upright]
    if len(upright) * 2 < len(fragments):
        return (tuple(sorted(fragments, key=lambda fragment: fragment.box.left)),)
    lines = [joined(row, lambda _, __: True)[0] for row in rows_of(upright)]
    return tuple(map(tuple, paragraphs_in(lines, right)))


def _without_leader(line: Printed) -> Printed:
    bare = line.text.removesuffix(LEADER).rstrip()
    return replace(line, text=bare) if bare and bare != line.text else line
