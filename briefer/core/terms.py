"""The terms of a pair: which words of the lexicon stand on either side, and whether they match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from briefer.core.document import Span, Version
from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import Entry
from briefer.core.values import dataclass
from briefer.core.wordforms import WordForms

GENERAL = "general"  # the domain of everyday words


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a term stands: a paragraph of its version and code points in it."""

    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class PairTerm:
    """A term of a pair: its words on the left and right as the lexicon has them, and where they stand.

    Where one side has no places, its words are what the lexicon would have there, at most three.
    """

    left: str
    right: str
    domain: str
    on_left: tuple[Occurrence, ...]
    on_right: tuple[Occurrence, ...]

    @property
    def answered(self) -> bool:
        """Whether the term stands on both sides."""
        return bool(self.on_left and self.on_right)

    @property
    def everyday(self) -> bool:
        """Whether it is a word of no field."""
        return self.domain == GENERAL


class TermFinder:
    """Finds terms by one lexicon; `forms` are those that the lexicon compares words by."""

    def __init__(self, lexicon: Lexicon, forms: WordForms) -> None:
        self._lexicon = lexicon
        self._forms = forms

    def pair(
        self, left: Version, on_left: Iterable[int], right: Version, on_right: Iterable[int]
    ) -> tuple[PairTerm, ...]:
        """The terms of these paragraphs, in the order of the left text; those of the right come last."""
        ours, theirs = self._side(left, on_left), self._side(right, on_right)
        terms = [_term(entries, places, theirs.every) for entries, places in ours.longest]
        taken = {place for term in terms if term.answered for place in term.on_right}
        for entries, places in theirs.longest:
            if not any(_inside(place, taken) for place in places):
                found = _term(entries, places, ours.every)
                terms.append(_mirrored(found))
        return tuple(
            self._named(term, left.language) for term in _together(sorted(terms, key=_place))
        )  # fmt: skip

    def at(self, text: str, language: str, offset: int) -> tuple[str, tuple[Entry, ...]] | None:
        """The longest term over a code point of a text, as it is written there, and what it may be."""
        start, end = max(0, offset - _AROUND), offset + _AROUND
        for term in self._lexicon.terms_in(text[start:end], language):
            if start + term.span.start <= offset < start + term.span.end:
                return text[start + term.span.start : start + term.span.end], term.entries
        return None

    def counterparts(self, entries: Iterable[Entry], language: str) -> tuple[str, ...]:
        """What the entries of a term are in the other language, each once."""
        return tuple(dict.fromkeys(self._lexicon.counterpart(entry, language) for entry in entries))

    def _named(self, term: _Found, left: str) -> PairTerm:
        entries = term.entries
        ours = dict.fromkeys(self._lexicon.side(entry, left) for entry in entries)
        theirs = dict.fromkeys(self._lexicon.counterpart(entry, left) for entry in entries)
        return PairTerm(
            ", ".join(list(ours)[:_MOST]),
            ", ".join(list(theirs)[:_MOST]),
            entries[0].domain,
            term.on_left,
            term.on_right,
        )

    def _side(self, version: Version, paragraphs: Iterable[int]) -> _Side:
        side = _Side([], defaultdict(list))
        for index in paragraphs:
            text = version.paragraphs[index].text
            tokens = self._forms.tokens(text)
            for found in self._lexicon.found(tokens, text, version.language):
                place = Occurrence(index, Span(tokens[found.first].start, tokens[found.stop - 1].end))
                for number in found.ids:
                    side.every[self._lexicon.entries[number]].append(place)
            for term in self._lexicon.terms_in(text, version.language):
                side.longest.append((term.entries, (Occurrence(index, term.span),)))
        return side


_AROUND = 200  # code points on either side in which a term is looked for
_MOST = 3

Places = tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The longest terms of one side with their places, and every entry that stands there with its own."""

    longest: list[tuple[tuple[Entry, ...], Places]]
    every: Mapping[Entry, list[Occurrence]]


@dataclass(frozen=True, slots=True)
class _Found:
    entries: tuple[Entry, ...]
    on_left: Places
    on_right: Places

    @property
    def answered(self) -> bool:
        return bool(self.on_left and self.on_right)


def _term(entries: tuple[Entry, ...], places: Places, opposite: Mapping[Entry, list[Occurrence]]) -> _Found:
    """A term with those of its entries that stand opposite, or with all of them where none does."""
    there = [entry for entry in entries if opposite.get(entry)]
    if not there:
        return _Found(entries, places, ())
    longest = max(there, key=lambda entry: opposite[entry][0].span.end - opposite[entry][0].span.start)
    return _Found((longest,), places, tuple(opposite[longest]))


def _mirrored(term: _Found) -> _Found:
    return _Found(term.entries, term.on_right, term.on_left)


def _together(terms: Iterable[_Found]) -> list[_Found]:
    """Terms of the same entries as one, where the first of them stood."""
    found: dict[tuple[Entry, ...], _Found] = {}
    for term in terms:
        before = found.get(term.entries)
        found[term.entries] = (
            term
            if before is None
            else _Found(
                term.entries,
                tuple(dict.fromkeys(before.on_left + term.on_left)),
                tuple(dict.fromkeys(before.on_right + term.on_right)),
            )
        )
    return list(found.values())


def _place(term: _Found) -> tuple[bool, int, int]:
    first = (term.on_left or term.on_right)[0]
    return not term.on_left, first.paragraph, first.span.start


def _inside(place: Occurrence, others: Iterable[Occurrence]) -> bool:
    return any(
        place.paragraph == other.paragraph
        and other.span.start <= place.span.start
        and place.span.end <= other.span.end
        for other in others
    )
