"""Links of a paragraph: those that the format made, and addresses written out in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.core.document import Link, Span
from briefer.core.structure.lines import Anchor

_TARGET = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_CLOSING = ".,;:!?…»”’'"


def links_in(text: str, anchors: Sequence[Anchor]) -> tuple[Link, ...]:
    """The links in `text`, in its order and none over another.

    An anchor is where its words stand; one whose words are not there, or that leads to what is
    no address of http, https or mailto, is left out.
    """
    found: list[Link] = []
    start = 0
    for anchor in anchors:
        words = anchor.text.split()
        if not words or not _TARGET.fullmatch(anchor.target):
            continue
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        place = pattern.search(text, start) or pattern.search(text)
        if place is not None and not _over(found, place.start(), place.end()):
            found.append(Link(Span(place.start(), place.end()), anchor.target))
            start = place.end()
    for place in _TARGET.finditer(text):
        written = _without_closing(place.group())
        if not _over(found, place.start(), place.start() + len(written)):
            found.append(Link(Span(place.start(), place.start() + len(written)), written))
    return tuple(sorted(found, key=lambda link: link.span.start))


def _without_closing(written: str) -> str:
    """An address without the punctuation of the sentence around it."""
    while True:
        shorter = written.rstrip(_CLOSING)
        for opening, closing in ("()", "[]", "{}"):
            if shorter.endswith(closing) and shorter.count(opening) < shorter.count(closing):
                shorter = shorter[:-1]
        if shorter == written:
            return written
        written = shorter


def _over(found: Sequence[Link], start: int, end: int) -> bool:
    return any(link.span.start < end and start < link.span.end for link in found)
