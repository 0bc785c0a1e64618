"""A hit's text cut to what surrounds its marks, as HTML that holds no markup of the document's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from briefer.core.document import Span

BEFORE = 70
LENGTH = 240


def excerpt_html(text: str, marks: Sequence[Span], color: str, length: int = LENGTH) -> str:
    """About `length` code points of `text` from shortly before the first mark, marks on `color`."""
    start, end = _window(text, marks, length)
    pieces = ["… "] if start else []
    for piece, marked in _pieces(text, marks, start, end):
        words = escape(piece).replace("\n", "<br>")
        pieces.append(f'<span style="background-color:{color}">{words}</span>' if marked else words)
    if end < len(text):
        pieces.append(" …")
    return "".join(pieces)


def _window(text: str, marks: Sequence[Span], length: int) -> tuple[int, int]:
    """Where the excerpt begins and ends: between words, the first mark whole."""
    if len(text) <= length:
        return 0, len(text)
    first = min((mark.start for mark in marks), default=0)
    start = max(0, min(first - BEFORE, len(text) - length))
    if start:
        start = min(first, text.find(" ", start) + 1 or first)
    end = max([start + length, *(mark.end for mark in marks if mark.start == first)])
    if end < len(text):
        end = text.find(" ", end) if text.find(" ", end) >= 0 else len(text)
    return start, min(end, len(text))


def _pieces(text: str, marks: Sequence[Span], start: int, end: int) -> Iterator[tuple[str, bool]]:
    """The text from `start` to `end` in order, each piece with whether it is marked."""
    place = start
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        left, right = max(place, mark.start), min(end, mark.end)
        if left < right:
            yield text[place:left], False
            yield text[left:right], True
            place = right
    yield text[place:end], False
