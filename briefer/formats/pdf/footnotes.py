"""Footnotes at the foot of a page: told by smaller type, their marks, and the short line above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from briefer.formats.pdf.fragments import is_mark, raised
from briefer.formats.pdf.printed import Printed, PrintedPage
from briefer.formats.pdf.stretches import Stretch

SMALLER = 0.93
LONGEST_RULE = 0.45
SHORTEST_RULE = 0.08
HIGHEST = 0.3
# From the short line to the first footnote, in multiples of its size.
WIDEST_DROP = 2.0
_MARK = re.compile(r"(?P<mark>\*{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[†‡])\s*(?=\S)")
_PLAIN_MARK = re.compile(r"(?P<mark>\d{1,3})\)?\s+(?=[^\W\d_]|[«“\"'(])")


def split_footnotes(
    lines: Sequence[Printed], body_size: float, page: PrintedPage
) -> tuple[list[Printed], list[Printed]]:
    """The text of a page's column and its footnotes; furniture is not among `lines`.

    Below a short line, what does not begin with a mark goes on from the page before.
    """
    rule = _rule_above(lines, page)
    end = above_footnotes(page)
    start = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        large = line.size > SMALLER * body_size and line.box.top <= end
        if large or line.box.top < page.height * HIGHEST:
            break
        ruled = rule is not None and line.box.top > rule - 2
        if _MARK.match(line.text) or ruled:
            start = place
    if rule is not None and start < len(lines) and lines[start].box.top > rule - 2:
        return list(lines[:start]), [_with_raised_mark(line) for line in lines[start:]]
    return list(lines[:start]), list(lines[start:])


def _rule_above(lines: Sequence[Printed], page: PrintedPage) -> float | None:
    """The height of a short line at the left edge of the text, as footnotes have above them."""
    if not lines:
        return None
    left = min(line.box.left for line in lines)
    found = [
        rule.at
        for rule in page.rules.across
        if SHORTEST_RULE * page.width < rule.length < LONGEST_RULE * page.width
        and abs(rule.start - left) < 0.1 * page.width
        and rule.at > HIGHEST * page.height
    ]
    return max(found, default=None)


def above_footnotes(page: PrintedPage) -> float:
    """How far down a page its text goes: to the short line above its footnotes, or to its end."""
    upright = [line for line in page.lines if line.upright]
    rule = _rule_above(upright, page)
    if rule is None:
        return page.height
    above = [line.size for line in upright if line.box.top <= rule - 2]
    below = [line for line in upright if line.box.top > rule - 2]
    if not above or not below or below[0].box.top > rule + WIDEST_DROP * below[0].size:
        return page.height
    marked = _MARK.match(below[0].text) or _PLAIN_MARK.match(below[0].text) or is_mark(below[0].text)
    return rule - 2 if marked and below[0].size <= SMALLER * median(above) else page.height


def _with_raised_mark(line: Printed) -> Printed:
    """A note whose number is not raised, as one that is."""
    found = _PLAIN_MARK.match(line.text)
    if found is None:
        return line
    return replace(line, text=f"{raised(found['mark'])} {line.text[found.end() :]}")


def footnotes(notes: Sequence[Printed], page: PrintedPage, last: Stretch | None) -> list[Stretch]:
    """The footnotes of a page; lines in front of the first mark are added to `last`."""
    found: list[Stretch] = []
    for line in notes:
        before = found[-1] if found else last
        if before is not None and not _MARK.match(line.text):
            before.go_on([line], [True])
        else:
            found.append(Stretch([line], [True], page.number))
    return found
