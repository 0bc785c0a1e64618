"""A lexicon of two languages: where its terms stand in a text, and what they are in the other language.

Its table is in `briefer.core.lexicon_table`, the file of it is read by `briefer.app.lexicon`;
how a term found in both versions weighs in an alignment is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise, takewhile
from typing import NamedTuple

from briefer.core.document import Span
from briefer.core.lexicon_table import Entry
from briefer.core.wordforms import Token, WordForms, fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDING = 3  # letters
# What ends a phrase: no term runs over it, unless the term itself is written with it.
_BREAK = re.compile(r"[.,;:!?()\[\]…«»“”\"]")


class Found(NamedTuple):
    """Entries whose side stands in a text: `tokens[first:stop]`, and `ids` into `Lexicon.entries`."""

    first: int
    stop: int
    ids: tuple[int, ...]


class Term(NamedTuple):
    """A term as it stands in a text, with every entry that it may be."""

    span: Span
    entries: tuple[Entry, ...]


class _Node:
    """A place in the tree of the words of all phrases of one language."""

    __slots__ = ("ids", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ids: tuple[int, ...] = ()


class Lexicon:
    """Entries of two languages, found by word form.

    Words are compared by their stems, and abbreviations ("WHO") by their capitals as well. Entries are
    taken, and the trees for finding built, when first asked for, so making one costs nothing.

    - alignment: `found` in either version; ids in common are terms in common. `stems` is for
      those who weigh words one by one.
    - search: `translations` of a word or phrase, or `terms_in` of a whole query.
    - terminology: `terms_in`, then `counterpart` of each entry.
    """

    def __init__(self, entries: Iterable[Entry], languages: tuple[str, str], forms: WordForms) -> None:
        self._given = entries
        self.languages = languages
        self._forms = forms

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, in the order in which they were given."""
        return tuple(self._given)

    @property
    def stemmed_by(self) -> str:
        """What finds the stems, and which release of it."""
        return self._forms.made_by

    def side(self, entry: Entry, language: str) -> str:
        """The words of `entry` in `language`. Raises ValueError for any other language."""
        return entry[self.languages.index(language)]

    def counterpart(self, entry: Entry, language: str) -> str:
        """The words of `entry` in the language that is not `language`."""
        return entry[1 - self.languages.index(language)]

    def stems(self, language: str) -> tuple[tuple[str, ...], ...]:
        """The keys of each entry's side, word by word, in the order of `entries`.

        A key is a stem, or the word itself where it is an abbreviation in capitals.
        """
        return self._stems[self.languages.index(language)]

    def found(self, tokens: Sequence[Token], text: str, language: str) -> list[Found]:
        """Every phrase of the lexicon in `text`, also those inside others, by place, longer first.

        `tokens` are those of `text` (`WordForms.tokens`). A language without entries: none.
        """
        if language not in self.languages:
            return []
        root = self._trees[self.languages.index(language)]
        found: list[Found] = []
        for first in range(len(tokens)):
            found += reversed(self._from(first, root, tokens, text))
        return found

    def terms_in(self, text: str, language: str) -> list[Term]:
        """The terms of `text` from left to right: the longest at each place, none over another.

        Of several words with one stem ("соответствие", "соответствующий") those most like the text are given.
        """
        tokens = self._forms.tokens(text)
        terms: list[Term] = []
        end = 0
        for first, stop, ids in self.found(tokens, text, language):
            if first >= end:
                span = Span(tokens[first].start, tokens[stop - 1].end)
                terms.append(Term(span, self._likest(ids, text[span.start : span.end], language)))
                end = stop
        return terms

    def translations(self, phrase: str, language: str) -> tuple[str, ...]:
        """What `phrase`, in any of its forms, is in the other language; () if it is no entry as a whole."""
        terms = self.terms_in(phrase, language)
        tokens = self._forms.tokens(phrase)
        if len(terms) != 1 or terms[0].span != Span(tokens[0].start, tokens[-1].end):
            return ()
        return tuple(self.counterpart(entry, language) for entry in terms[0].entries)

    @cached_property
    def _stems(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        sides = [[_WORD.findall(entry[side]) for entry in self.entries] for side in (0, 1)]
        words = list({word: None for phrases in sides for phrase in phrases for word in phrase})
        stems = zip(words, self._forms.stems_of(words), strict=True)
        keys = {word: word if _is_abbreviation(word) else stem for word, stem in stems}
        return tuple(tuple(tuple([keys[word] for word in phrase]) for phrase in phrases) for phrases in sides)

    @cached_property
    def _trees(self) -> tuple[_Node, ...]:
        trees = []
        for stems in self._stems:
            root = _Node()
            for number, keys in enumerate(stems):
                node = root
                for key in keys:
                    node = node.next.setdefault(key, _Node())
                node.ids += (number,)
            trees.append(root)
        return tuple(trees)

    def _from(self, first: int, root: _Node, tokens: Sequence[Token], text: str) -> list[Found]:
        """The phrases that begin at `tokens[first]`, shorter first."""
        places = [(root, first)]
        found: dict[int, tuple[int, ...]] = {}
        while places:
            node, place = places.pop()
            if node.ids and place > first and (ids := self._unbroken(node.ids, tokens[first:place], text)):
                found[place] = found.get(place, ()) + ids
            if node.next and place < len(tokens):
                places += ((after, place + 1) for after in _after(node, tokens[place], text))
        return [Found(first, stop, found[stop]) for stop in sorted(found)]

    def _likest(self, ids: Sequence[int], written: str, language: str) -> tuple[Entry, ...]:
        entries = [self.entries[number] for number in ids]
        sides = {side: _unlikeness(side, written) for side in {self.side(e, language) for e in entries}}
        least = min(sides.values())
        return tuple(entry for entry in entries if sides[self.side(entry, language)] == least)

    def _unbroken(self, ids: tuple[int, ...], tokens: Sequence[Token], text: str) -> tuple[int, ...]:
        """Those of `ids` that may stand here: where a comma parts the words, those written with one."""
        if len(tokens) == 1 or not any(
            _BREAK.search(text, before.end, after.start) for before, after in pairwise(tokens)
        ):
            return ids
        return tuple(n for n in ids if _BREAK.search(self.entries[n].source + self.entries[n].target))


def _after(node: _Node, token: Token, text: str) -> list[_Node]:
    """Where `token` leads from `node`: as a stem, and in capitals as an abbreviation too."""
    after = [node.next[token.stem]] if token.stem in node.next else []
    word = text[token.start : token.end]
    if _is_abbreviation(word) and word in node.next:
        after.append(node.next[word])
    return after


def _unlikeness(phrase: str, written: str) -> tuple[bool, int]:
    """Whether only one of the two is in capitals, and how many letters part their words.

    What an ending may be is not counted against the form that is written.
    """
    letters = 0
    for word, form in zip(_WORD.findall(fold(phrase)), _WORD.findall(fold(written)), strict=False):
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, form, strict=False)))
        letters += len(word) - alike + max(0, len(form) - alike - _ENDING)
    return _is_abbreviation(phrase) != _is_abbreviation(written), letters


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()
