"""What stands on each page besides furniture, in reading order: lines, and tables among them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefer.core.values import dataclass
from briefer.formats.pdf.aligned import aligned_tables
from briefer.formats.pdf.columns import fits_gutter, gutter_of, in_column, in_reading_order
from briefer.formats.pdf.cover import with_whole_fields
from briefer.formats.pdf.footnotes import above_footnotes
from briefer.formats.pdf.grids import Grid, grids_of
from briefer.formats.pdf.lines import justified, justified_in_column, lines_of
from briefer.formats.pdf.printed import Printed, PrintedPage
from briefer.formats.pdf.tables import PrintedTable, framed_table

Item = Printed | PrintedTable


@dataclass(slots=True)
class ArrangedPage:
    """A page: its text and tables in order, and its furniture."""

    page: PrintedPage
    items: list[Item]
    furniture: list[Printed]
    gutter: float | None = None


def arranged(pages: Sequence[PrintedPage], furniture: Collection[int]) -> list[ArrangedPage]:
    """The pages in order; `furniture` are lines of theirs by `id`."""
    found: list[ArrangedPage] = []
    rests: list[list[Printed]] = []
    expected: Sequence[float] = ()
    for page in pages:
        apart = [line for line in page.lines if id(line) in furniture]
        text = _without(page.fragments, apart) if page.lines else []
        tables, rest = ([], text) if page.gutter else _tables(page, text, expected)
        rests.append(rest)
        gutter = page.gutter or gutter_of(rest, page.width)
        found.append(ArrangedPage(page, list(tables), apart, gutter))
        expected = _open_columns(tables, rest)
    for place, (one, rest) in enumerate(zip(found, rests, strict=True)):
        one.gutter = one.gutter or _neighbour(found, place, rest)
        one.items = _in_order(one, rest, furniture)
    return found


def _without(fragments: Sequence[Printed], apart: Sequence[Printed]) -> list[Printed]:
    """The fragments that are no part of the lines `apart`."""
    boxes = [line.box for line in apart]

    def in_one(fragment: Printed) -> bool:
        x = (fragment.box.left + fragment.box.right) / 2
        y = (fragment.box.top + fragment.box.bottom) / 2
        return any(b.left <= x <= b.right and b.top <= y <= b.bottom for b in boxes)

    return [fragment for fragment in fragments if not in_one(fragment)]


def _tables(
    page: PrintedPage, fragments: list[Printed], expected: Sequence[float]
) -> tuple[list[PrintedTable], list[Printed]]:
    """The tables on a page, and the fragments that are in none."""
    tables: list[PrintedTable] = []
    for grid in grids_of(page.rules):
        held = [fragment for fragment in fragments if _inside(grid, fragment)]
        table = framed_table(grid, held, () if tables else expected)
        if table is not None:
            tables.append(table)
            taken = set(map(id, held))
            fragments = [fragment for fragment in fragments if id(fragment) not in taken]
    end = above_footnotes(page)
    text = [fragment for fragment in fragments if fragment.box.top <= end]
    for table, held in aligned_tables(text, page.rules.across, expected):
        tables.append(table)
        taken = set(map(id, held))
        fragments = [fragment for fragment in fragments if id(fragment) not in taken]
    return sorted(tables, key=lambda table: table.box.top), fragments


def _inside(grid: Grid, fragment: Printed) -> bool:
    box = fragment.box
    return grid.frame_at((box.left + box.right) / 2, (box.top + box.bottom) / 2) is not None


def _open_columns(tables: Sequence[PrintedTable], rest: Sequence[Printed]) -> Sequence[float]:
    """The columns of a table that may go on over the page's end."""
    if not tables:
        return ()
    last = tables[-1]
    below = [line for line in rest if line.box.top > last.box.bottom and line.size >= 0.93 * last.size]
    return () if below else last.columns


def _neighbour(found: Sequence[ArrangedPage], place: int, rest: Sequence[Printed]) -> float | None:
    """The gutter of the page before or behind, if this one's few lines keep to it."""
    page = found[place].page
    for other in (place - 1, place + 1):
        if not 0 <= other < len(found) or not rest or abs(found[other].page.width - page.width) > 1:
            continue
        gutter = found[other].gutter
        if gutter is not None and fits_gutter(rest, gutter, page.width):
            return gutter
    return None


def _in_order(one: ArrangedPage, rest: Sequence[Printed], furniture: Collection[int]) -> list[Item]:
    tables = [item for item in one.items if isinstance(item, PrintedTable)]
    if one.gutter is None:
        whole = not tables and len(rest) > 0
        lines = [line for line in one.page.lines if id(line) not in furniture] if whole else lines_of(rest)
        return _with_tables(with_whole_fields(justified(lines)), tables)
    gutter = one.gutter
    sides = [[f for f in rest if in_column(f, gutter).column == side] for side in (0, 1, 2)]
    across, *columns = sides
    lines = [
        in_column(line, gutter)
        for part in (justified(lines_of(across)), *(justified_in_column(lines_of(side)) for side in columns))
        for line in part
    ]
    return in_reading_order([*lines, *tables], gutter)


def _with_tables(lines: Sequence[Printed], tables: Sequence[PrintedTable]) -> list[Item]:
    """Lines with each table in front of the first line below its head."""
    items: list[Item] = list(lines)
    for table in reversed(tables):
        place = next((place for place, item in enumerate(items) if item.box.top >= table.box.top), len(items))
        items.insert(place, table)
    return items
