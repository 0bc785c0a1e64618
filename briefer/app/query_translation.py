"""A query widened to the other language, by the lexicon: what asks for наркотрафик asks for drug trafficking.

Words and phrases get their translations as alternatives; what is excluded, begun or only like
stays as it is. Nothing is stemmed that the library does not hold: it could not be found anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from briefer.app.resources import resource
from briefer.core.lexicon_table import Entry
from briefer.core.matching import leaves
from briefer.core.query.fields import ANY
from briefer.core.query.values import All, Field, Query, Some, Words
from briefer.core.wordforms import WordForms, fold

LANGUAGES = ("ru", "en")
_LONGEST = 6  # words of a phrase
_MOST = 12  # translations of one
_ENDING = 3  # letters by which a form may be shorter than its lemma
_SHORTEST = 3


class Recall(Protocol):
    """Has words stemmed as the library did in one state of it."""

    @property
    def generation(self) -> int: ...

    def recall(self, text: str) -> None:
        """Of a text; words that the library does not hold stay unmet."""
        ...


class QueryTranslator:
    """Widens queries by the lexicon that ships with Briefer. Make one and keep it: it holds the table."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        self._known: dict[tuple[str, ...], list[Words]] = {}
        self._state: object = None

    def widened(self, query: Query, typed: str, library: Recall) -> Query:
        """`query` with translations; the same where there are none, or where it asks for one language.

        What was `typed` tells which words are in capitals: only those are looked up as abbreviations.
        """
        chosen = {leaf.value for leaf, _ in leaves(query) if isinstance(leaf, Field) and leaf.name == "lang"}
        if chosen - {ANY}:
            return query
        capitals = {fold(word) for word in re.findall(r"\w+", typed) if len(word) > 1 and word.isupper()}
        if library.generation != self._state:  # what was not in the library may be now
            self._state = library.generation
            self._known.clear()
        known = self._known if not capitals else {}
        return _Widening(self._by_beginning, self._forms, library, capitals, known).of(query)

    @cached_property
    def _by_beginning(self) -> dict[str, list[tuple[str, int]]]:
        """Lines of the table, each with the side that is meant, by the first letters of its first word.

        Few of them are ever looked at, so they are read as entries when they are.
        """
        table = resource("lexicon", f"{'-'.join(LANGUAGES)}.tsv").read_text(encoding="utf-8")
        _, *lines = table.splitlines()
        found: dict[str, list[tuple[str, int]]] = {}
        for line, folded in zip(lines, fold("\n".join(lines)).split("\n"), strict=True):
            for side, phrase in enumerate(folded.split("\t", 2)[:2]):
                found.setdefault(phrase[:_SHORTEST], []).append((line, side))
        return found


class _Widening:
    """Of one query."""

    def __init__(
        self,
        entries: dict[str, list[tuple[str, int]]],
        forms: WordForms,
        library: Recall,
        capitals: set[str],
        known: dict[tuple[str, ...], list[Words]],
    ) -> None:
        self._known = known
        self._entries = entries
        self._forms = forms
        self._library = library
        self._capitals = capitals

    def of(self, query: Query) -> Query:
        match query:
            case Words(stems):
                return _either(query, self._translations(stems))
            case All(parts):
                return All(tuple(self._all(parts)))
            case Some(parts):
                return Some(tuple(self.of(part) for part in parts))
            case _:
                return query

    def _all(self, parts: Sequence[Query]) -> Iterable[Query]:
        """Neighbouring words that are a term together are translated together."""
        place = 0
        while place < len(parts):
            stop = min(len(parts), place + _LONGEST)
            while stop > place + 1 and not (found := self._together(parts[place:stop])):
                stop -= 1
            if stop > place + 1:
                apart = All(tuple(self.of(part) for part in parts[place:stop]))
                yield Some((apart, *found))
            else:
                yield self.of(parts[place])
            place = stop

    def _together(self, parts: Sequence[Query]) -> list[Words]:
        single = [part.stems[0] for part in parts if isinstance(part, Words) and len(part.stems) == 1]
        return self._translations(tuple(single)) if len(single) == len(parts) else []

    def _translations(self, stems: Sequence[object]) -> list[Words]:
        words = [stem for stem in stems if isinstance(stem, str)]
        if len(words) != len(stems):
            return []
        if tuple(words) not in self._known:
            self._known[tuple(words)] = self._found(words)
        return self._known[tuple(words)]

    def _found(self, words: Sequence[str]) -> list[Words]:
        found_by = self._entries.get(words[0][:_SHORTEST], ())
        listed = ((Entry._make(line.split("\t")), side) for line, side in found_by)
        candidates = [(entry, side) for entry, side in listed if _may_be(entry[side], words)]
        if not candidates:
            return []
        self._library.recall("\n".join(f"{entry.source}\n{entry.target}" for entry, _ in candidates))
        found: dict[Words, None] = {}
        for entry, side in candidates:
            if self._is(entry[side], words):
                other = entry[1 - side]
                if not self._forms.unmet([other]):
                    found[Words(tuple(token.stem for token in self._forms.tokens(other)))] = None
        return list(found)[:_MOST]

    def _is(self, phrase: str, words: Sequence[str]) -> bool:
        if phrase.isupper() and len(phrase) > 1 and fold(phrase) not in self._capitals:
            return False
        stems = [token.stem for token in self._forms.tokens(phrase)]
        return stems == list(words)


def _either(words: Words, translations: Sequence[Words]) -> Query:
    return Some((words, *translations)) if translations else words


def _may_be(phrase: str, words: Sequence[str]) -> bool:
    """Whether a phrase looks enough like these stems to be looked at."""
    written: list[str] = re.findall(r"[^\W_]+", fold(phrase))
    if len(written) != len(words):
        return False
    first, stem = written[0], words[0]
    need = min(len(first), max(_SHORTEST, len(stem) - _ENDING))
    return first[:need] == stem[:need]
