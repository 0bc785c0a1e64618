"""Where stems stand in a text whose string of stems is at hand, by how they were written before.

Texts repeat few ways of writing a stem. Once they are known, looking for them is several times quicker than
cutting the text into words. What is found counts only where it is surely whole words, and as
many of them as the stems say; otherwise the text is cut, and the ways of writing are learnt from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefer.core.wordforms import WordForms

Stretch = tuple[int, int]
_RUN = re.compile(r"[^\W_]+")
_BROKEN = re.compile(r"-[ \t]*[\r\n]")
_BEFORE = frozenset(" \n\r\t\u00a0«“„")
_AFTER = frozenset(" \n\r\t\u00a0.,;:!?)»”…")
_BRACKETS = frozenset("(") | {f"{blank}(" for blank in _BEFORE}  # after anything else one may be of a symbol
_GROUP = 3  # letters; what begins with the same ones is looked for together
_KEPT = 20_000  # ways of writing
_LONGEST = 40  # letters; longer ones hardly come again


class Written:
    """Remembers how stems are written in the texts of one library. May be used from any thread."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        self._ways: dict[str, _Ways] = {}
        self._stems: dict[str, str | None] = {}  # of each way of writing, None where it has had several

    def spans(self, text: str, stems: str, places: Iterable[int]) -> dict[int, Stretch]:
        """Where the words stand whose stems begin, with the space before them, at `places` in `stems`.

        `stems` are those of `text` as in `WordForms.stems`. What is not there is left out; other places of
        the same stems are there as well.
        """
        found: dict[int, Stretch] = {}
        missed: list[tuple[int, str]] = []
        whole = _BROKEN.search(text) is None
        for stem in {stems[place + 1 : stems.index(" ", place + 1)] for place in places}:
            there = list(occurrences(stems, f" {stem} "))
            ways = self._ways.get(stem)
            known = ways.found(text) if ways is not None and whole else []
            if len(known) == len(there):
                found.update(zip(there, known, strict=True))
            else:
                missed += [(place, stem) for place in there]
        if missed:
            self._cut(text, stems, missed, found)
        return found

    def _cut(self, text: str, stems: str, missed: list[tuple[int, str]], found: dict[int, Stretch]) -> None:
        numbers = {place: stems.count(" ", 0, place) for place, _ in missed}
        exact = self._forms.spans(text, set(numbers.values()))
        for place, stem in missed:
            if (stretch := exact.get(numbers[place])) is not None:
                found[place] = stretch
                if _stands_apart(text, *stretch):
                    self._learn(text[slice(*stretch)], stem)

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


def occurrences(stems: str, needle: str) -> Iterator[int]:
    """Where `needle`, as in `Words.needle`, begins in a string of stems."""
    place = stems.find(needle)
    while place >= 0:
        yield place
        place = stems.find(needle, place + 1)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a run of letters is surely a word, no part of a symbol, a number or a longer word."""
    before = text[max(0, start - 2) : start]
    if before and before[-1] not in _BEFORE and before not in _BRACKETS:
        return False
    if end == len(text):
        return True
    return text[end] in _AFTER and not (text[end] == "." and text[end + 1 : end + 2].isdigit())
