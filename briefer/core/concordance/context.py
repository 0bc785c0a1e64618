"""What surrounds a place in a text, on one line, cut between words.

White space of any kind is one space here, and dots stand for what is cut off. How wide letters are is
the business of whoever shows them: widths are in code points.
"""

from __future__ import annotations

import re

from briefer.core.document import Span
from briefer.core.values import dataclass

DOTS = "…"
_REACH = 4  # times the width that is looked at: longer stretches of white space are cut as words are
_BEFORE = 0.4  # of what there is room for stands before the place
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """A place as it is `written`, what stands `before` it and `after` it."""

    before: str
    written: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.written}{self.after}"


def before(text: str, start: int, width: int) -> str:
    """At most `width` code points of what stands before `start`, from a whole word on.

    Only where there are no words, as in Chinese, is it cut anywhere.
    """
    first = max(0, start - _REACH * width)
    held = one_line(text[first:start])
    if len(held) <= width and not first:
        return held
    cut = held[max(0, len(held) - width) :]
    space = cut.find(" ")
    if space >= 0 and cut[space + 1 :]:
        return DOTS + cut[space + 1 :]
    return DOTS + (cut if " " not in held else " " if cut.endswith(" ") else "")


def after(text: str, end: int, width: int) -> str:
    """At most `width` code points of what stands after `end`, up to a whole word; else as `before`."""
    last = end + _REACH * width
    held = one_line(text[end:last])
    if len(held) <= width and last >= len(text):
        return held
    cut = held[:width]
    space = cut.rfind(" ")
    if space > 0:
        return cut[:space] + DOTS
    return (cut if " " not in held else " " if cut.startswith(" ") else "") + DOTS


def around(text: str, place: Span, length: int) -> Context:
    """A place with what surrounds it, together some `length` code points; the place itself is whole.

    What one side does not need, because the text begins or ends there, the other one has.
    """
    written = one_line(text[place.start : place.end])
    room = max(0, length - len(written))
    behind = len(one_line(text[place.end : place.end + _REACH * room]))
    left = before(text, place.start, max(round(room * _BEFORE), room - behind))
    return Context(left, written, after(text, place.end, room - len(left.removeprefix(DOTS))))


def one_line(text: str) -> str:
    """`text` with every stretch of white space as one space, none at its ends but where it joins words."""
    return _SPACE.sub(" ", text)
