"""Where lines end: the right margin, and which lines reach it."""

from __future__ import annotations

import re
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from briefer.formats.pdf.printed import Printed

NEAR = 3.0
RAGGED = 0.12
ALMOST = 0.25
# The narrowest word, in multiples of the type's size.
LEAST_WORD = 0.3
_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*$|\s…\s+\w{1,5}$")
# A number is not parted from what it counts, nor words with a no-break space between them.
_FIRST_WORD = re.compile(r"(?:[(«“\"]?\d+ )?[^ \t]*")
_OF_CONTENTS = re.compile(r"\s…\s+\w{1,5}$")

_WIDTHS = {
    **dict.fromkeys(" ijlt.,;:!|'’()[]", 0.52),
    **dict.fromkeys("frI-", 0.62),
    **dict.fromkeys("szcJгzс", 0.9),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZАБВГДЕЗИКЛНОПРСТУХЦЧЬЭЯыю", 1.3),
    **dict.fromkeys("mwMWшщжмфШЩЖЮМФЫ—…", 1.55),
}


class Margins:
    """The right margin of each column of the pages of one width."""

    def __init__(self, lines: Sequence[Printed], widths: Mapping[int, float], size: float) -> None:
        self._widths = widths
        self._rights: dict[tuple[int, int], float] = {}
        found: dict[tuple[int, int], list[float]] = {}
        for line in lines:
            if abs(line.size - size) < 0.1 * size and line.upright:
                found.setdefault(self._key(line), []).append(line.box.right)
        for key, rights in found.items():
            self._rights[key] = _margin(rights)

    def of(self, line: Printed) -> float:
        """The right margin where `line` stands."""
        return self._rights.get(self._key(line), line.box.right)

    def _key(self, line: Printed) -> tuple[int, int]:
        return round(self._widths.get(line.box.page, 0)), line.column


def _margin(rights: Sequence[float]) -> float:
    """Where most lines end together, or else the outermost end but for a few."""
    ordered = sorted(rights)

    def together(right: float) -> int:
        return bisect_left(ordered, right + NEAR / 2) - bisect_right(ordered, right - NEAR / 2)

    best = max(ordered, key=lambda right: (together(right), right))
    if together(best) > 0.3 * len(ordered):
        return best
    return ordered[int(len(ordered) * 0.97)]


def filled_lines(lines: Sequence[Printed], margin: float) -> list[bool]:
    """Of each line, whether the next one's first word would not have fitted on it.

    Lines set to another measure than the column's are judged by their own longest. The last
    one is not filled.
    """
    own = max(line.box.right for line in lines)
    if own < margin - NEAR and not (len(lines) > 3 and _wrapped(lines, own)):
        own = margin
    elif own > margin + NEAR and len(lines) > 2 and _wrapped(lines, own):
        margin = own
    bound = min(own, margin)
    rest = [_full(line, following, bound) for line, following in pairwise(lines)]
    if sum(rest) >= 0.6 * len(rest):
        rest = [full or _almost(line, bound) for full, line in zip(rest, lines, strict=False)]
    return [*rest, False]


def _almost(line: Printed, bound: float) -> bool:
    """Whether a line amid full ones is so by its length, as when a long phrase must not be parted."""
    return not _ENDED.search(line.text) and bound - line.box.right < ALMOST * line.width


def _wrapped(lines: Sequence[Printed], bound: float) -> bool:
    full = sum(_full(line, following, bound) for line, following in pairwise(lines))
    short = statistics.median((bound - line.box.right) / line.width for line in lines if line.width)
    return full >= 0.75 * (len(lines) - 1) and short < RAGGED


def _full(line: Printed, following: Printed, bound: float) -> bool:
    return not _OF_CONTENTS.search(line.text) and not fits_after(line, following, bound)


def fits_after(line: Printed, following: Printed, bound: float) -> bool:
    """Whether the first word of `following` would have had room after `line`."""
    return room_after(line, following, bound) >= 0


def room_after(line: Printed, following: Printed, bound: float) -> float:
    """What room the first word of `following` would have left after `line`; below 0, too little.

    The word's width is reckoned from that of its line.
    """
    room = bound - line.box.right - 0.28 * line.size
    if room < LEAST_WORD * line.size:
        return room - LEAST_WORD * line.size
    found = _FIRST_WORD.match(following.text)
    word = found.group() if found else ""
    if room > following.width:
        return room - following.width
    return room - following.width * _weight(word) / max(_weight(following.text), 1)


def _weight(text: str) -> float:
    """The width of a text in widths of a middling letter."""
    return sum([_WIDTHS.get(letter, 1.0) for letter in text])
