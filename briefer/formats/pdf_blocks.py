"""From printed lines to blocks: cut where gap, indent or type says so, joined over page ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from briefer.core.labels import read_mark
from briefer.core.structure.lines import Block, Line
from briefer.formats.pdf_columns import in_reading_order
from briefer.formats.pdf_footnotes import begins_footnote, split_footnotes, without_marks_of
from briefer.formats.pdf_fragments import without_noise
from briefer.formats.pdf_furniture import furniture_of
from briefer.formats.pdf_margins import Margins, filled_lines
from briefer.formats.pdf_printed import Printed, PrintedPage

LARGER_GAP = 1.25
OTHER_SIZE = 0.06
INDENT = 4.0
WIDEST_INDENT = 6.0
_SENTENCE_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*\*{0,4}$")


@dataclass(slots=True)
class _Stretch:
    """Lines that go together; `open` when the last of them may run on elsewhere."""

    lines: list[Printed]
    filled: list[bool]
    page: int
    open: bool = True


def blocks_of(pages: Sequence[PrintedPage]) -> list[Block]:
    """The blocks of a document in reading order.

    After the text of a page come its footnotes and what is furniture. A paragraph that runs
    over a page's end is one block.
    """
    furniture = furniture_of(pages)
    text = [[line for line in page.lines if id(line) not in furniture] for page in pages]
    measures = _Measures([line for lines in text for line in lines], pages)
    blocks: list[list[_Stretch] | list[Block]] = []
    running: _Stretch | None = None
    for page, lines in zip(pages, text, strict=True):
        ordered = in_reading_order(lines, page.width)
        body, notes = split_footnotes(ordered, measures.size, page.height)
        stretches: list[_Stretch] = []
        for _, group in groupby(without_marks_of(body, notes), key=lambda line: line.column):
            for stretch in measures.cut(list(group), page):
                if running is not None and measures.runs_on(running, stretch):
                    running.filled[-1] = True
                    running.lines.extend(stretch.lines)
                    running.filled.extend(stretch.filled)
                else:
                    running = stretch
                    stretches.append(stretch)
        blocks.append(stretches)
        blocks.append([_block(stretch) for stretch in measures.cut_notes(notes, page)])
        blocks.append([_furniture(line) for line in page.lines if id(line) in furniture])
    return [part if isinstance(part, Block) else _block(part) for parts in blocks for part in parts]


class _Measures:
    """The measures of a document's type: its size, leading and margins."""

    def __init__(self, lines: Sequence[Printed], pages: Sequence[PrintedPage]) -> None:
        weights: Counter[float] = Counter()
        for line in lines:
            weights[round(line.size * 2) / 2] += len(line.text)
        self.size = max(weights, key=lambda size: weights[size]) if weights else 10.0
        self._leadings = _leadings(lines)
        self._margins = Margins(lines, {page.number: page.width for page in pages}, self.size)

    def cut(self, lines: Sequence[Printed], page: PrintedPage) -> list[_Stretch]:
        """The lines of one column in stretches."""
        shared = Counter(line.row for line in lines)
        groups: list[list[Printed]] = []
        for line in lines:
            beside = groups and max(shared[groups[-1][-1].row], shared[line.row]) > 1
            if groups and not beside and not self._divided(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [
            _Stretch(group, filled_lines(group, self._margins.of(group[0])), page.number) for group in groups
        ]

    def cut_notes(self, notes: Sequence[Printed], page: PrintedPage) -> list[_Stretch]:
        """Footnotes: each begins with its mark."""
        groups: list[list[Printed]] = []
        for line in notes:
            if groups and not begins_footnote(line.text):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [_Stretch(group, [True] * len(group), page.number) for group in groups]

    def runs_on(self, running: _Stretch, following: _Stretch) -> bool:
        """Whether a stretch at a page's or column's head continues the last one before."""
        last, first = running.lines[-1], following.lines[0]
        elsewhere = last.box.page != first.box.page or (last.column and last.column != first.column)
        if not elsewhere or following.lines[0].box.page - last.box.page > 1 or _other_type(last, first):
            return False
        if last.strong != first.strong or not last.upright or read_mark(first.text):
            return False
        if first.text[:1].islower() and not _SENTENCE_ENDED.search(last.text):
            return True
        indented = len(following.lines) > 1 and first.box.left > following.lines[1].box.left + INDENT
        full = filled_lines([last, first], self._margins.of(last))[0]
        return full and not indented and len(running.lines) > 1 and not last.strong

    def _divided(self, group: Sequence[Printed], line: Printed) -> bool:
        last = group[-1]
        if _bulleted(line, group[0]) or _other_type(last, line) or not (last.upright and line.upright):
            return True
        drop = line.baseline - last.baseline
        leading = self._leadings.get(round(last.size), last.size * 1.2)
        if drop <= 0 or drop > LARGER_GAP * max(leading, last.size):
            return True
        return self._moved(group, line)

    def _moved(self, group: Sequence[Printed], line: Printed) -> bool:
        """Whether the left edge says that a paragraph begins."""
        last = group[-1]
        if _centred(last, line):
            return False
        full = filled_lines([last, line], self._margins.of(last))[0]
        if line.box.left < last.box.left - INDENT:
            near = last.box.left - line.box.left < WIDEST_INDENT * line.size
            return len(group) > 1 or not (near and (full or line.text[:1].islower()))
        if line.box.left > last.box.left + INDENT:
            hanging = len(group) == 1 and (read_mark(last.text) is not None or full)
            return not (hanging or line.text[:1].islower())
        return False


def _leadings(lines: Sequence[Printed]) -> dict[int, float]:
    """The commonest distance from line to line, by size of type."""
    drops: dict[int, Counter[float]] = {}
    for last, line in pairwise(lines):
        drop = line.baseline - last.baseline
        if abs(last.size - line.size) < 0.5 and 0.8 * line.size < drop < 2.5 * line.size:
            drops.setdefault(round(line.size), Counter())[round(drop * 2) / 2] += 1
    return {size: max(counts, key=lambda drop: (counts[drop], -drop)) for size, counts in drops.items()}


def _other_type(line: Printed, following: Printed) -> bool:
    return abs(line.size - following.size) > OTHER_SIZE * max(line.size, following.size)


def _bulleted(line: Printed, first: Printed) -> bool:
    """Whether a line begins a list's next item; a dash does if the item before began with one."""
    mark = read_mark(line.text)
    if mark is None or mark.sort != "bullet":
        return False
    return line.text[0] not in "–—-" or line.text[0] == first.text[0]


def _centred(line: Printed, following: Printed) -> bool:
    centres = [line.box.left + line.box.right, following.box.left + following.box.right]
    return abs(centres[0] - centres[1]) < 8 and abs(line.box.left - following.box.left) > INDENT


def _block(stretch: _Stretch) -> Block:
    lines = tuple(_lines(stretch))
    return Block(lines, page=stretch.page)


def _lines(stretch: _Stretch) -> Iterable[Line]:
    for line, filled in zip(stretch.lines, stretch.filled, strict=True):
        if text := without_noise(line.text):
            yield Line(text, line.strong, filled, line.box)


def _furniture(line: Printed) -> Block:
    return Block(
        (Line(without_noise(line.text), filled=False, box=line.box),), page=line.box.page, furniture=True
    )
