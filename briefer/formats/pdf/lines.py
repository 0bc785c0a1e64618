"""The lines that a reader sees on a page, put together from the fragments in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby
from typing import Any

from briefer.formats.pdf.fragments import LEADER, around, fragments_of, is_mark, raised
from briefer.formats.pdf.printed import Printed, PrintedPage
from briefer.formats.pdf.rules import Rule, rules_of
from briefer.formats.pdf.turning import turn_of, turned

# In multiples of the type's size: apart by more, two fragments at one height are two lines.
WIDEST_SPACE = 1.8
WIDEST_TAB = 5.0
WIDEST_JUSTIFIED = 8.0
# A line across the page made of characters.
_TYPED_RULE = re.compile(r"[_―—─=]{5,}")
_MARK_ALONE = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[•–—-])\s*"
)


def printed_page(number: int, width: float, height: float, layout: dict[str, Any]) -> PrintedPage:
    """A page by its `layout`, which is what PyMuPDF calls its "dict"; sizes are in points."""
    turn = turn_of(layout)
    layout = turned(layout, turn, width, height)
    if turn % 2:
        width, height = height, width
    pieces = list(fragments_of(number, layout))
    typed = [piece for piece in pieces if _TYPED_RULE.fullmatch(piece.text)]
    fragments = tuple(piece for piece in pieces if piece not in typed)
    rules = rules_of(layout)
    if typed:
        across = [Rule(piece.baseline, piece.box.left, piece.box.right) for piece in typed]
        rules = replace(rules, across=tuple(sorted((*rules.across, *across), key=lambda rule: rule.at)))
    return PrintedPage(number, width, height, lines_of(fragments), fragments, rules, turn)


def lines_of(fragments: Sequence[Printed]) -> tuple[Printed, ...]:
    """The lines that the fragments make, from top to bottom and from left to right.

    Those that are not upright come last.
    """
    lines: list[Printed] = []
    rows = rows_of([fragment for fragment in fragments if fragment.upright])
    for place, row in enumerate(rows):
        lines.extend(replace(line, row=place) for line in joined(row))
    turned_ones = (fragment for fragment in fragments if not fragment.upright)
    lines.extend(replace(line, row=len(rows) + place) for place, line in enumerate(turned_ones))
    return tuple(lines)


def rows_of(fragments: Sequence[Printed]) -> list[list[Printed]]:
    """The fragments that stand at the same height, from the top down."""
    rows: list[list[Printed]] = []
    anchor: Printed | None = None
    for fragment in sorted(fragments, key=lambda fragment: (fragment.baseline, fragment.box.left)):
        near = anchor and fragment.baseline - anchor.baseline < 0.4 * max(anchor.size, fragment.size)
        if anchor is not None and near:
            rows[-1].append(fragment)
            anchor = max(anchor, fragment, key=lambda member: member.size)
        else:
            rows.append([fragment])
            anchor = fragment
    return [sorted(row, key=lambda fragment: fragment.box.left) for row in rows]


def is_mark_alone(text: str) -> bool:
    """Whether `text` is the number or bullet of a paragraph that stands beside it."""
    return bool(_MARK_ALONE.fullmatch(text))


def joined(row: Sequence[Printed], near: Callable[[Printed, Printed], bool] | None = None) -> list[Printed]:
    """Fragments of one height as lines; `near` tells which of them belong together."""
    near = near or _near
    lines: list[Printed] = []
    for fragment in row:
        last = lines[-1] if lines else None
        if last and last.text == fragment.text and abs(last.box.left - fragment.box.left) < 2:
            continue  # printed twice to look bold
        if last and near(last, fragment):
            lines[-1] = together(last, fragment)
        else:
            lines.append(fragment)
    return lines


def _near(line: Printed, fragment: Printed) -> bool:
    gap = fragment.box.left - line.box.right
    size = max(line.size, fragment.size)
    if gap < WIDEST_SPACE * size or line.text.endswith(LEADER):
        return True
    return gap < WIDEST_TAB * size and is_mark_alone(line.text)


def together(line: Printed, fragment: Printed) -> Printed:
    """Two pieces of one line as one; a raised mark among them is written so."""
    larger = max(line, fragment, key=lambda part: len(part.text))
    small = min(line, fragment, key=lambda part: part.size)
    mark = small.size < 0.8 * larger.size and small.baseline < larger.baseline - 0.15 * larger.size
    text, added = line.text, fragment.text
    if mark and small is fragment and is_mark(added):
        added = raised(added)
    elif mark and small is line and is_mark(text):
        text = raised(text) + " "
    elif fragment.box.left - line.box.right > 0.12 * line.size:
        text += " "
    letters = [part for part in (line, fragment) if not is_mark_alone(part.text)]
    strong = all(part.strong for part in letters or (line, fragment))
    return replace(
        line,
        text=text + added,
        box=around([line.box, fragment.box]),
        size=larger.size,
        baseline=larger.baseline,
        strong=strong,
    )


def justified(lines: Sequence[Printed]) -> list[Printed]:
    """Lines of one column; those that wide spaces tear apart, to fill the measure, are made whole.

    The line above or below runs through such a space, and ends where the torn one does.
    """
    rows = [list(row) for _, row in groupby(lines, key=lambda line: line.row)]
    found: list[Printed] = []
    for place, row in enumerate(rows):
        near = [other[0] for other in rows[max(place - 1, 0) : place + 2] if len(other) == 1]
        whole = row[0]
        for line in row[1:]:
            if any(_spans(other, whole, line, row[-1].box.right) for other in near):
                whole = together(whole, line)
            else:
                found.append(whole)
                whole = line
        found.append(whole)
    return found


def justified_in_column(lines: Sequence[Printed]) -> list[Printed]:
    """As `justified`, of a narrow column: what ends at its right edge is one line."""
    rows = [list(row) for _, row in groupby(lines, key=lambda line: line.row)]
    rights = Counter(round(row[-1].box.right) for row in rows)
    if not rights:
        return []
    edge = max(rights, key=lambda right: (rights[right] + rights[right + 1] + rights[right - 1], right))
    found: list[Printed] = []
    for row in rows:
        full = abs(row[-1].box.right - edge) < 2 and not any(part.text[-1:].isdigit() for part in row[-1:])
        alike = max(part.size for part in row) < 1.1 * min(part.size for part in row)
        whole = len(row) > 1 and full and alike and all(part.upright for part in row)
        found += [reduce(together, row)] if whole else row
    return justified(found)


def _spans(other: Printed, line: Printed, following: Printed, right: float) -> bool:
    gap = (line.box.right, following.box.left)
    return (
        other.upright
        and gap[1] - gap[0] < WIDEST_JUSTIFIED * line.size
        and other.box.left < gap[0]
        and other.box.right > gap[1]
        and abs(other.box.right - right) < 0.5 * line.size
        and abs(other.size - line.size) < 0.1 * line.size
        and abs(other.baseline - line.baseline) < 2.5 * line.size
    )
