"""Finds in one text what a person types: folded alike on both sides, told in the text's own places.

Finding in a whole document, with word forms, is in `briefer.core.text_index`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.core.document import Span
from briefer.core.values import dataclass

# Soft hyphens, characters without width, and the accents that dictionaries put on vowels.
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0301\u0308]")
_ALIKE = {
    "е": "ё",
    "Е": "Ё",
    '"': "«»„“”‟″",
    "'": "‘’‚‛′`",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": "\u00a0\t\n\r\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))),
}
_PLAIN = {other: plain for plain, others in _ALIKE.items() for other in others}
_OTHER = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable: case, ё, quotation marks, dashes and spaces are levelled.

    `places` gives for each character of `text` the code point of the original it came from,
    and at last the original's length; None where both are alike throughout.
    """

    text: str
    length: int
    places: Sequence[int] | None = None

    def find(self, needle: str) -> list[Span]:
        """Where a folded needle stands, without overlaps; nowhere if it is empty."""
        spans: list[Span] = []
        start = self.text.find(needle) if needle else -1
        while start >= 0:
            end = start + len(needle)
            span = self.span(start, end)
            # One letter may fold to two ("ß"), so that both halves are the same place.
            if not spans or span.start >= spans[-1].end:
                spans.append(span)
            start = self.text.find(needle, end)
        return spans

    def count(self, needle: str) -> int:
        """How many places `find` would tell, but quicker."""
        if not needle or needle not in self.text:
            return 0
        return self.text.count(needle) if self.places is None else len(self.find(needle))

    def span(self, start: int, end: int) -> Span:
        """The place in the original of what stands from `start` to `end` here."""
        if self.places is None:
            return Span(start, end)
        return Span(self.places[start], self.places[end - 1] + 1)


def fold(text: str, *, case: bool = False) -> Folded:
    """Make a text comparable; with `case` small and capital letters stay apart."""
    plain = _level(text, case)
    if len(plain) == len(text) and not _DROPPED.search(text):
        return Folded(plain, len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if not _DROPPED.match(letter):
            folded = _level(letter, case)
            letters.append(folded)
            places.extend([place] * len(folded))
    return Folded("".join(letters), len(text), (*places, len(text)))


def fold_both(text: str) -> tuple[Folded, Folded]:
    """The text folded, and folded with small and capital letters apart; quicker than one after the other."""
    cased = fold(text, case=True)
    plain = cased.text.casefold()
    if cased.places is None and len(plain) == len(cased.text):
        return Folded(plain, cased.length), cased
    return fold(text), cased


def find(text: str, needle: str) -> list[Span]:
    """Where `needle` stands in `text`, in code points of the text; nothing for an empty needle."""
    return fold(text).find(fold(needle).text)


def _level(text: str, case: bool) -> str:
    levelled = _OTHER.sub(lambda found: _PLAIN[found.group()], text)
    return levelled if case else levelled.casefold()
