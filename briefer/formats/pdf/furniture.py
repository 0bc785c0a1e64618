"""What pages carry besides the text: running heads, page numbers, document codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefer.formats.pdf.footnotes import above_footnotes
from briefer.formats.pdf.grids import grids_of
from briefer.formats.pdf.printed import Printed, PrintedPage

EDGE = 0.15
MOST_ROWS = 5
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|стр\.?|страница|с\.)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?\W*", re.IGNORECASE
)
_CODE = re.compile(r"(?:[A-Z]{0,3}\.?)?\d{2}-\d{5}\b.{0,30}|\*\d{7}\*|[*\W]*\d{2}-\d{5}\s*\([A-Z]\)[\s\d]*")
_BARE_NUMBER = re.compile(r"[\W_]*\d{1,4}[\W_]*")
# A number in front counts pages, or is the same on all; one that counts footnotes does neither.
_NUMBER_BEFORE = re.compile(r"\d{1,3}(?=\s+[^\W\d_])")
Key = tuple[str, int, int]


def furniture_of(pages: Sequence[PrintedPage]) -> set[int]:
    """The lines that are furniture, by `id`.

    At the upper and lower edge, going inwards until a row is met that is text: what is
    repeated at the same height on other pages, digits aside, and what looks like a page's
    number or a job number of the United Nations.
    """
    times = Counter(
        key for page in pages for key in {key for line in _at_edges(page) for key in _keys(line, page)}
    )
    least = 2 if len(pages) <= 6 else 3
    repeated = {key for key, count in times.items() if count >= least}
    # Rounding may part what stands at the same height.
    near = {(text, size, height + step) for text, size, height in repeated for step in (-1, 0, 1)}
    found = _counted(pages)
    for page in pages:
        found.update(_of_page(page, near))
    return found


def _counted(pages: Sequence[PrintedPage]) -> set[int]:
    """Numbers that stand alone at the head or foot of pages and count them, wherever that is."""
    steps: dict[tuple[int, bool], list[Printed]] = {}
    for page in pages:
        rows = _rows(page)
        for foot, row in ((False, rows[:1]), (True, rows[1:][-1:])):
            for line in (line for members in row if len(members) == 1 for line in members):
                if _BARE_NUMBER.fullmatch(line.text):
                    steps.setdefault((int(re.sub(r"\D", "", line.text)) - page.number, foot), []).append(line)
    return {id(line) for lines in steps.values() if len(lines) > 1 for line in lines}


def _rows(page: PrintedPage) -> list[list[Printed]]:
    upright = [line for line in page.lines if line.upright]
    return [list(row) for _, row in groupby(upright, key=lambda line: line.row)]


def _of_page(page: PrintedPage, repeated: set[Key]) -> Iterable[int]:
    rows, near = _rows(page), set(map(id, _at_edges(page)))
    for ordered in (rows[:MOST_ROWS], rows[::-1][:MOST_ROWS]):
        for row in ordered:
            marks = [line for line in row if id(line) in near and _is_furniture(line, page, repeated, row)]
            yield from map(id, marks)
            if len(marks) < len(row):
                break


def _is_furniture(line: Printed, page: PrintedPage, repeated: set[Key], row: Sequence[Printed]) -> bool:
    if any(key in repeated for key in _keys(line, page)):
        return not _counts_notes(line, page)
    if line.box.top > page.height / 2 and _CODE.fullmatch(line.text):
        return True
    upright = [other.row for other in page.lines if other.upright]
    outermost = bool(upright) and line.row in (upright[0], upright[-1])
    return outermost and len(row) == 1 and bool(_PAGE_NUMBER.fullmatch(line.text))


def _counts_notes(line: Printed, page: PrintedPage) -> bool:
    """Whether a line is the next footnote below another."""
    number = _NUMBER_BEFORE.match(line.text)
    if number is None or line.box.top <= (end := above_footnotes(page)):
        return False
    notes = [_NUMBER_BEFORE.match(o.text) for o in page.lines if end < o.box.top < line.box.top]
    return any(note and int(note.group()) == int(number.group()) - 1 for note in notes)


def _at_edges(page: PrintedPage) -> list[Printed]:
    """The lines near a page's edge, but for those in a framed table that goes farther in."""
    lines = [line for line in page.lines if _edge(line, page)]
    for grid in grids_of(page.rules):
        if grid.ys[-1] - grid.ys[0] > EDGE * page.height:
            lines = [line for line in lines if grid.frame_at(line.box.left + 1, line.baseline - 1) is None]
    return lines


def _edge(line: Printed, page: PrintedPage) -> bool:
    return line.box.bottom < EDGE * page.height or line.box.top > (1 - EDGE) * page.height


def _keys(line: Printed, page: PrintedPage) -> Iterator[Key]:
    """Its words without digits, its size, and its height from the nearer edge in steps of three points."""
    text = " ".join(line.text.split())
    below = line.box.top > page.height / 2
    place = round(line.size), round((line.baseline - page.height if below else line.baseline) / 3)
    number = _NUMBER_BEFORE.match(text)
    bare = re.sub(r"\d+", "#", text[number.end() if number else 0 :]).casefold()
    if number is None:
        yield bare, *place
    else:
        yield f"={number.group()} {bare}", *place
        yield f"+{int(number.group()) - page.number} {bare}", *place
