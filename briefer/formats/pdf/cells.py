"""The paragraphs of a cell: cut where gap, indent, label or a line's early end says so."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from briefer.core.labels import read_mark
from briefer.formats.pdf.margins import room_after
from briefer.formats.pdf.printed import Printed

LARGER_GAP = 1.2
LOOSEST = 1.3
LEAST_GAPS = 0.2
INDENT = 0.6
CENTRED = 0.6
WIDEST_INDENT = 6.0
LEAST_ROOM = 0.2
_ENDS = (".", ";", ":", "!", "?", ",")
_VALUE = re.compile(r"[\s\d.,:;()%$€+<>=÷×/–—−-]+[ᵃ-ᶻ*]*|(?:n/a|н/д|да|нет|yes|no)", re.IGNORECASE)


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
    base = _left_edge(lines)
    every = base is not None and _each_alone(lines, base)
    groups: list[list[Printed]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        apart = last is None or (id(last) in alone and id(line) in alone)
        moved = last is not None and base is not None and _moved(groups[-1], line, base, every)
        if last is not None and not apart and not moved and not _begins(last, line, leading, bound):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _left_edge(lines: Sequence[Printed]) -> float | None:
    """Where most lines begin; None if they do not begin together, as when they are centred."""
    edges = Counter(round(line.box.left) for line in lines)
    edge = max(
        edges, key=lambda place: (edges[place] + edges[place + 1] + edges[place - 1], -place), default=0
    )
    together = sum(abs(line.box.left - edge) < 1.6 for line in lines)
    return float(edge) if together * 2 > len(lines) > 2 else None


def _each_alone(lines: Sequence[Printed], base: float) -> bool:
    """Whether lines that are set in hardly ever follow one another."""
    inside = [line.box.left > base + INDENT * line.size for line in lines]
    pairs = sum(last and line for last, line in pairwise(inside))
    return 3 * pairs <= sum(inside)


def _moved(group: Sequence[Printed], line: Printed, base: float, every: bool) -> bool:
    """Whether a line is set in as the first of a paragraph, or out as the first of an item.

    If `every` line that is set in is such a first one, so is the second of two.
    """
    last = group[-1]
    centres = [last.box.left + last.box.right, line.box.left + line.box.right]
    if abs(centres[0] - centres[1]) < CENTRED * line.size:
        return False
    least, most = INDENT * line.size, WIDEST_INDENT * line.size
    set_in = least < line.box.left - base < most and (every or last.box.left < base + least)
    set_out = line.box.left < base - least and last.box.left > base - least
    hanging = len(group) == 1 and _labelled(last)
    return (set_in and not hanging) or set_out


def _begins(last: Printed, line: Printed, leading: float, right: float | None) -> bool:
    drop = line.baseline - last.baseline
    if drop > LARGER_GAP * leading or last.strong != line.strong or abs(last.size - line.size) > 1:
        return True
    if is_value(last.text) and is_value(line.text):
        return True
    if _labelled(line) and not _mid(last):
        return True
    if not last.text.endswith((".", ";", ":")) and line.text[:1].islower():
        return False
    if right is None:
        return False
    room = room_after(last, line, right)
    # How wide the next word is is reckoned only: a sentence cut short needs more than a little room.
    return room >= 0 and (last.text.endswith(_ENDS) or room > max(LEAST_ROOM * last.width, 2 * last.size))


def _labelled(line: Printed) -> bool:
    mark = read_mark(line.text)
    return mark is not None and mark.sort != "footnote"


def _mid(line: Printed) -> bool:
    """Whether a line plainly goes on, so that a number or dash below it is no label."""
    return line.text[-1:].isalpha() or line.text[-1:] in ",–—-"


def is_value(text: str) -> bool:
    """Whether a line is a number, a dash, a yes or a no."""
    return bool(_VALUE.fullmatch(text))
