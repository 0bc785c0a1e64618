"""Where stems stand in a text whose string of stems is at hand, by how they were written before.

Texts repeat few ways of writing a stem. Once they are known, looking for them is several times quicker than
cutting the text into words. What is found counts only where it is surely whole words, and as
many of them as the stems say; otherwise the text is cut, and the ways of writing are learnt from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefer.core.wordforms import WordForms

Stretch = tuple[int, int]
_RUN = re.compile(r"[^\W_]+")
_BROKEN = re.compile(r"-[ \t]*[\r\n]")
_BEFORE = frozenset(' \n\r\t\u00a0«“„<"')
_AFTER = frozenset(' \n\r\t\u00a0.,;:!?)»”…>"')
_GROUP = 3  # letters; what begins with the same ones is looked for together
_KEPT = 20_000  # ways of writing
_LONGEST = 40  # letters; longer ones hardly come again


class Written:
    """Remembers how stems are written in the texts of one library. May be used from any thread."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        self._ways: dict[str, _Ways] = {}
        self._stems: dict[str, str | None] = {}  # of each way of writing, None where it has had several

    def stretches(self, text: str, stems: str, stem: str) -> dict[int, Stretch]:
        """Where the words of a stem stand, by where it begins, with the space before it, in `stems`.

        `stems` are those of `text` as in `WordForms.stems`. What is not there is left out.
        """
        there = occurrences(stems, f" {stem} ")
        ways = self._ways.get(stem)
        if ways is not None:
            known = ways.found(text)
            if len(known) == len(there) and not _is_broken(text):
                return dict(zip(there, known, strict=True))
        return self._cut(text, stems, stem, there)

    def words(self, text: str, stems: str, stem: str, needle: str) -> Iterable[Stretch]:
        """Where the words of a stem stand; `needle` is the stem between spaces."""
        ways = self._ways.get(stem)
        if ways is not None:
            known = ways.found(text)
            # Two beside each other are counted once, and cut.
            if len(known) == stems.count(needle) and not _is_broken(text):
                return known
        return self._cut(text, stems, stem, occurrences(stems, needle)).values()

    def _cut(self, text: str, stems: str, stem: str, there: Sequence[int]) -> dict[int, Stretch]:
        numbers = [stems.count(" ", 0, place) for place in there]
        exact = self._forms.spans(text, numbers)
        found = {place: exact[n] for place, n in zip(there, numbers, strict=True) if n in exact}
        for stretch in found.values():
            if _stands_apart(text, *stretch):
                self._learn(text[slice(*stretch)], stem)
        return found

    def _learn(self, way: str, stem: str) -> None:
        if not way.isalpha() or len(way) > _LONGEST:
            return
        known = self._stems.get(way, stem)
        if known == stem:
            if len(self._stems) >= _KEPT:
                self._stems, self._ways = {}, {}
            self._stems[way] = stem
            self._ways[stem] = self._ways.get(stem, _NONE).with_(way)
        elif known is not None:  # stems of another method, say
            self._stems[way] = None
            self._ways[known] = self._ways.get(known, _NONE).without(way)


class _Ways:
    """The ways of writing one stem."""

    def __init__(self, ways: Iterable[str]) -> None:
        self.ways = frozenset(ways)
        groups: dict[str, list[str]] = {}
        for way in self.ways:
            groups.setdefault(way[:_GROUP], []).append(way)
        self._beginnings = [_beginning(group) for group in groups.values()]

    def with_(self, way: str) -> _Ways:
        return self if way in self.ways else _Ways(self.ways | {way})

    def without(self, way: str) -> _Ways:
        return _Ways(self.ways - {way})

    def found(self, text: str) -> list[Stretch]:
        """Where whole words of `text` are written so, ascending."""
        found: list[Stretch] = []
        for beginning in self._beginnings:
            start = text.find(beginning)
            while start >= 0:
                run = _RUN.match(text, start)
                end = run.end() if run else start + 1
                if text[start:end] in self.ways and _stands_apart(text, start, end):
                    found.append((start, end))
                start = text.find(beginning, end)
        return sorted(found) if len(self._beginnings) > 1 else found


_NONE = _Ways(())


def _beginning(ways: Sequence[str]) -> str:
    """What all of them begin with."""
    first, last = min(ways), max(ways)
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return first[:length]


def _is_broken(text: str) -> bool:
    """Whether a word may go on in another line."""
    return ("\n" in text or "\r" in text) and _BROKEN.search(text) is not None


def occurrences(stems: str, needle: str) -> list[int]:
    """Where `needle`, as in `Words.needle`, begins in a string of stems."""
    found: list[int] = []
    place = stems.find(needle)
    while place >= 0:
        found.append(place)
        place = stems.find(needle, place + 1)
    return found


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a run of letters is surely a word, no part of a symbol, a number or a longer word."""
    before, after = text[start - 1] if start else " ", text[end : end + 1] or " "
    if before not in _BEFORE and not _begins(text, start, before):
        return False
    if after == "-":
        return text[start:end].lower() != "co"
    return after in _AFTER and not (after == "." and text[end + 1 : end + 2].isdigit())


def _begins(text: str, start: int, before: str) -> bool:
    """Whether a word begins after what may as well stand within a symbol or a word."""
    if before == "(":
        return start == 1 or text[start - 2] in _BEFORE
    return before == "-" and text[start] != "o" and "/" not in text
