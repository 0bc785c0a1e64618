"""Lines that go together: cut where gap, indent or type says so, and joined over page ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefer.core.labels import read_mark
from briefer.core.structure.lines import Cell
from briefer.core.structure.openings import opens_preambular
from briefer.core.values import dataclass
from briefer.formats.pdf.margins import Margins, filled_lines
from briefer.formats.pdf.printed import Printed, PrintedPage

LARGER_GAP = 1.25
OTHER_SIZE = 0.06
INDENT = 4.0
WIDEST_INDENT = 6.0
LEAST_RUN_ON = 3
_SENTENCE_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*\*{0,4}$")


@dataclass(slots=True)
class Stretch:
    """Lines of a paragraph or more, each with whether it is filled; `column` as in `Printed`."""

    lines: list[Printed]
    filled: list[bool]
    page: int
    column: int = 0
    cell: Cell | None = None
    furniture: bool = False

    def go_on(self, lines: Sequence[Printed], filled: Sequence[bool]) -> None:
        """Let the stretch run on."""
        self.filled[-1] = True
        self.lines.extend(lines)
        self.filled.extend(filled)


class Measures:
    """The measures of a document's type: its size, leading and margins."""

    def __init__(self, lines: Sequence[Printed], pages: Sequence[PrintedPage]) -> None:
        weights: Counter[float] = Counter()
        for line in lines:
            weights[round(line.size * 2) / 2] += len(line.text)
        self.size = max(weights, key=lambda size: weights[size]) if weights else 10.0
        self._leadings = _leadings(lines)
        self._margins = Margins(lines, {page.number: page.width for page in pages}, self.size)

    def cut(self, lines: Sequence[Printed], page: PrintedPage) -> list[Stretch]:
        """The lines of one column in stretches."""
        shared = Counter(line.row for line in lines)
        groups: list[list[Printed]] = []
        for line in lines:
            beside = groups and max(shared[groups[-1][-1].row], shared[line.row]) > 1
            if not groups or beside or self._apart(groups[-1], line):
                groups.append([line])
            elif self._first_before(groups[-1], line):
                *others, first = groups.pop()
                groups += [*self._ones(others, first), [first, line]]
            elif self._moved(groups[-1], line):
                groups.append([line])
            else:
                groups[-1].append(line)
        return [
            Stretch(group, filled_lines(group, self._margins.of(group[0])), page.number, group[0].column)
            for group in groups
        ]

    def runs_on(self, running: Stretch, following: Stretch) -> bool:
        """Whether a stretch at a page's or column's head continues the last one before."""
        last, first = running.lines[-1], following.lines[0]
        elsewhere = last.box.page != first.box.page or (last.column and last.column != first.column)
        if not elsewhere or first.box.page - last.box.page > 1 or _other_type(last, first):
            return False
        if last.strong != first.strong or not last.upright or begins_item(last, first):
            return False
        full = filled_lines([last, first], self._margins.of(last))[0]
        indented = _set_in(following.lines)
        if last.text.endswith("-") and first.text[:1].isalpha():
            return True
        if first.text.lstrip("–— ")[:1].islower() and not _SENTENCE_ENDED.search(last.text):
            if not full and last.text.endswith(",") and opens_preambular(first.text):
                return False
            return not (indented and _set_in(running.lines) and not (full and last.text[-1:].isalpha()))
        several = len(running.lines) > 1 or (
            read_mark(last.text) is not None and not _SENTENCE_ENDED.search(last.text)
        )
        return full and not indented and several and not last.strong

    def _apart(self, group: Sequence[Printed], line: Printed) -> bool:
        last = group[-1]
        if _bulleted(line, group[0]) or _other_type(last, line) or not (last.upright and line.upright):
            return True
        drop = line.baseline - last.baseline
        leading = self._leadings.get(round(last.size), last.size * 1.2)
        return drop <= 0 or drop > LARGER_GAP * max(leading, last.size)

    def _first_before(self, group: Sequence[Printed], line: Printed) -> bool:
        """Whether the line before is the first of a paragraph, set in like the line before it."""
        last = group[-1]
        out = last.box.left - line.box.left
        if len(group) < 2 or not INDENT < out < WIDEST_INDENT * line.size or _centred(last, line):
            return False
        if abs(group[-2].box.left - last.box.left) > 1:
            return False
        full = filled_lines([last, line], self._margins.of(last))[0]
        before = len(group) > 2 and filled_lines(group[-2:], self._margins.of(last))[0]
        return (full or line.text[:1].islower()) and not before

    def _ones(self, lines: Sequence[Printed], first: Printed) -> list[list[Printed]]:
        """Lines above the first of a paragraph: those set in like it that end early are one each."""
        if any(abs(line.box.left - first.box.left) > 1 for line in lines):
            return [list(lines)]
        filled = filled_lines([*lines, first], self._margins.of(first))
        found: list[list[Printed]] = [[]]
        for line, full in zip(lines, filled, strict=False):
            found[-1].append(line)
            if not full:
                found.append([])
        return [group for group in found if group]

    def _moved(self, group: Sequence[Printed], line: Printed) -> bool:
        """Whether the left edge says that a paragraph begins."""
        last = group[-1]
        if _centred(last, line):
            return False
        full = filled_lines([last, line], self._margins.of(last))[0]
        if line.box.left < last.box.left - INDENT:
            near = last.box.left - line.box.left < WIDEST_INDENT * line.size
            if near and line.text[:1].islower() and (full or last.text.endswith("-")):
                return False
            return len(group) > 1 or not (near and (full or line.text[:1].islower()))
        if line.box.left > last.box.left + INDENT:
            hanging = len(group) == 1 and (read_mark(last.text) is not None or full)
            if line.text[:1].islower():
                return _set_in(group) and abs(line.box.left - group[0].box.left) < 1 and not hanging
            return not hanging
        return False


def _set_in(lines: Sequence[Printed]) -> bool:
    """Whether the first of the lines is set in, as a paragraph's may be."""
    return len(lines) > 1 and lines[0].box.left > lines[1].box.left + INDENT


def _leadings(lines: Sequence[Printed]) -> dict[int, float]:
    """The commonest distance from line to line, by size of type.

    Where sentences plainly run on from line to line, only these count: among paragraphs of a
    line or two, the distance between paragraphs is the commoner one.
    """
    drops: dict[int, Counter[float]] = {}
    within: dict[int, Counter[float]] = {}
    for last, line in pairwise(lines):
        drop = line.baseline - last.baseline
        if abs(last.size - line.size) < 0.5 and 0.8 * line.size < drop < 2.5 * line.size:
            key, rounded = round(line.size), round(drop * 2) / 2
            drops.setdefault(key, Counter())[rounded] += 1
            if last.text[-1:].isalpha() and line.text[:1].islower() and read_mark(line.text) is None:
                within.setdefault(key, Counter())[rounded] += 1
    told = {size: counts for size, counts in within.items() if counts.total() >= LEAST_RUN_ON}
    return {
        size: max(counts, key=lambda drop: (counts[drop], -drop)) for size, counts in (drops | told).items()
    }


def _other_type(line: Printed, following: Printed) -> bool:
    return abs(line.size - following.size) > OTHER_SIZE * max(line.size, following.size)


def begins_item(line: Printed, following: Printed) -> bool:
    """Whether `following` has a label of its own; a dash amid a sentence is none."""
    mark = read_mark(following.text)
    if mark is None:
        return False
    amid = line.text[-1:].isalpha() and following.text.lstrip("–— ")[:1].islower()
    return not (amid and mark.sort == "bullet" and following.text[0] in "–—")


def _bulleted(line: Printed, first: Printed) -> bool:
    """Whether a line begins a list's next item; a dash does if the item before began with one."""
    mark = read_mark(line.text)
    if mark is None or mark.sort != "bullet":
        return False
    return line.text[0] not in "–—-" or line.text[0] == first.text[0]


def _centred(line: Printed, following: Printed) -> bool:
    centres = [line.box.left + line.box.right, following.box.left + following.box.right]
    return abs(centres[0] - centres[1]) < 8 and abs(line.box.left - following.box.left) > INDENT
