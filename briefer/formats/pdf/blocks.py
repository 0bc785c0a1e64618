"""From printed pages to blocks, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from briefer.core.structure.lines import Block, Line
from briefer.formats.pdf.arranged import ArrangedPage, Item, arranged
from briefer.formats.pdf.columns import parallel
from briefer.formats.pdf.footnotes import footnotes, split_footnotes
from briefer.formats.pdf.fragments import without_noise
from briefer.formats.pdf.furniture import furniture_of
from briefer.formats.pdf.links import anchors_of
from briefer.formats.pdf.printed import Printed, PrintedPage
from briefer.formats.pdf.spread import Spread
from briefer.formats.pdf.stretches import Measures, Stretch
from briefer.formats.pdf.tables import PrintedTable
from briefer.formats.pdf.turning import turned_back


def blocks_of(pages: Sequence[PrintedPage]) -> list[Block]:
    """The blocks of a document in reading order.

    After the text of a page come its footnotes and what is furniture. A paragraph that runs
    over a page's end is one block, and so are the rows of a table.
    """
    placed = arranged(pages, furniture_of(pages))
    flow = _Flow(placed)
    stretches = [stretch for one in placed for stretch in flow.of_page(one)]
    printed = {page.number: page for page in pages}
    return [_block(stretch, printed) for stretch in stretches]


class _Flow:
    """Follows the text through the pages."""

    def __init__(self, placed: Sequence[ArrangedPage]) -> None:
        lines = [item for one in placed for item in one.items if isinstance(item, Printed)]
        self._measures = Measures(lines, [one.page for one in placed])
        self._parallel = parallel([line for line in lines if line.column])
        self._running: dict[int, Stretch] = {}
        self._tables = Spread()
        self._note: Stretch | None = None

    def of_page(self, one: ArrangedPage) -> Iterator[Stretch]:
        """What begins on a page; what goes on there is added to what it belongs to."""
        items, notes = self._without_notes(one)
        found: list[Stretch] = []
        for place, (group, members) in enumerate(groupby(items, key=_group)):
            held = list(members)
            if group is None:
                for item in held:
                    if isinstance(item, PrintedTable):
                        first = place == 0 and item is held[0]
                        found += self._tables.stretches(item, one.page.number, first=first)
            else:
                found += self._flowing([line for line in held if isinstance(line, Printed)], one.page)
        self._tables.page_ends(open_table=bool(items) and isinstance(items[-1], PrintedTable))
        noted = footnotes(notes, one.page, self._note)
        if noted:
            self._note = noted[-1]
        apart = [Stretch([line], [False], one.page.number, furniture=True) for line in one.furniture]
        yield from (*found, *noted, *apart)

    def _without_notes(self, one: ArrangedPage) -> tuple[list[Item], list[Printed]]:
        notes: list[Printed] = []
        for column in sorted({item.column for item in one.items if isinstance(item, Printed)}):
            lines = [item for item in one.items if isinstance(item, Printed) and item.column == column]
            notes += split_footnotes(lines, self._measures.size, one.page)[1]
        if not notes:
            return one.items, []
        places = {(line.column, line.box) for line in notes}
        items = [
            item
            for item in one.items
            if isinstance(item, PrintedTable) or (item.column, item.box) not in places
        ]
        return items, notes

    def _flowing(self, lines: Sequence[Printed], page: PrintedPage) -> Iterator[Stretch]:
        for stretch in self._measures.cut(lines, page):
            key = stretch.column if self._parallel else 0
            running = self._running.get(key)
            if running is not None and self._measures.runs_on(running, stretch):
                running.go_on(stretch.lines, stretch.filled)
            else:
                self._running[key] = stretch
                yield stretch


def _group(item: Item) -> int | None:
    return item.column if isinstance(item, Printed) else None


def _block(stretch: Stretch, pages: Mapping[int, PrintedPage]) -> Block:
    lines = tuple(_lines(stretch, pages))
    linked = {line.box.page for line in lines if line.box and pages[line.box.page].links}
    anchors = [
        anchor
        for page in sorted(linked)
        for anchor in anchors_of(
            pages[page].links, [line.box for line in lines if line.box and line.box.page == page]
        )
    ]
    return Block(
        lines,
        page=stretch.page,
        furniture=stretch.furniture,
        cell=stretch.cell,
        column=stretch.column - 1 if stretch.column else None,
        links=tuple(anchors),
    )


def _lines(stretch: Stretch, pages: Mapping[int, PrintedPage]) -> Iterator[Line]:
    for line, filled in zip(stretch.lines, stretch.filled, strict=True):
        if text := without_noise(line.text):
            page = pages[line.box.page]
            width, height = (page.height, page.width) if page.turn % 2 else (page.width, page.height)
            box = turned_back(line.box, page.turn, width, height)
            yield Line(text, line.strong, filled, box)
