"""Whether a passage answers a query, and which of its words do: over stems, without an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefer.core.document import Span
from briefer.core.query.values import All, AnyOf, Leaf, Near, Not, Place, Query, Some, Words
from briefer.core.wordforms import Token
from briefer.core.written import Written, occurrences


def satisfied(query: Query, holds: Callable[[Leaf], bool]) -> bool:
    """Whether a passage answers `query`, given what of it the passage `holds`."""
    match query:
        case Not(part):
            return not satisfied(part, holds)
        case All(parts):
            return all(satisfied(part, holds) for part in parts)
        case Some(parts):
            return any(satisfied(part, holds) for part in parts)
        case _:
            return holds(query)


def leaves(query: Query, *, excluding: bool = False) -> Iterator[tuple[Leaf, bool]]:
    """What `query` is made of, in order, each with whether it is asked for: under no NOT, or under two."""
    match query:
        case Not(part):
            yield from leaves(part, excluding=not excluding)
        case All(parts) | Some(parts):
            for part in parts:
                yield from leaves(part, excluding=excluding)
        case _:
            yield query, not excluding


def mentioned(query: Query) -> frozenset[Words]:
    """All words of `query`, excluded ones too."""
    return frozenset(words for leaf, _ in leaves(query) for words in _words(leaf))


def wanted(query: Query) -> frozenset[Words]:
    """The words that `query` asks for."""
    return frozenset(words for leaf, asked in leaves(query) if asked for words in _words(leaf))


def holding(stems: Sequence[str]) -> Callable[[Words | Near], bool]:
    """What the passage with these stems, in order, holds. Beginnings and likenesses must be resolved."""

    def holds(leaf: Words | Near) -> bool:
        if isinstance(leaf, Words):
            return next(_starts(stems, leaf), None) is not None
        return _near(stems, leaf)

    return holds


def marks(tokens: Sequence[Token], words: Iterable[Words]) -> tuple[Span, ...]:
    """Where the text that has these `tokens` holds any of `words`: ascending, not overlapping."""
    stems = [token.stem for token in tokens]
    found: list[tuple[int, int]] = []
    for entry in words:
        for first in _starts(stems, entry):
            window = tokens[first : first + len(entry.stems)]
            found.append((window[0].start, max(each.end for each in window)))
    return _merged(found)


class Marker:
    """Marks in texts whose stems, as in `WordForms.stems`, are at hand: much quicker than `marks`."""

    def __init__(self, words: Iterable[Words], written: Written) -> None:
        self._written = written
        self._exact: list[tuple[str, tuple[str, ...]]] = []  # needles, and the stems in them
        self._alike: set[str] = set()
        self._others: list[Words] = []
        for entry in words:
            stems = tuple(place for place in entry.stems if isinstance(place, str))
            if len(stems) == len(entry.stems):
                self._exact.append((entry.needle, stems))
            elif len(entry.stems) == 1 and isinstance(entry.stems[0], AnyOf):
                self._alike |= entry.stems[0].stems
            else:
                self._others.append(entry)

    def marks(self, text: str, stems: str) -> tuple[Span, ...]:
        """Where `text` holds any of the words: ascending, not overlapping."""
        found: list[tuple[int, int]] = []
        for needle, parts in self._exact:
            if needle in stems:
                found += self._stretches(text, stems, needle, parts)
        if self._alike or self._others:
            for needle, parts in self._resolved(stems):
                found += self._stretches(text, stems, needle, parts)
        return _merged(found) if found else ()

    def _stretches(
        self, text: str, stems: str, needle: str, parts: Sequence[str]
    ) -> Iterable[tuple[int, int]]:
        if len(parts) == 1:
            return self._written.words(text, stems, parts[0], needle)
        firsts = self._written.stretches(text, stems, parts[0])
        lasts = self._written.stretches(text, stems, parts[-1])
        apart = len(needle) - len(parts[-1]) - 2
        pairs = [(place, place + apart) for place in occurrences(stems, needle)]
        return [(firsts[first][0], lasts[last][1]) for first, last in pairs if last in lasts]

    def _resolved(self, stems: str) -> Iterable[tuple[str, tuple[str, ...]]]:
        """As `_exact`, of what else may stand for words and is among `stems`."""
        held = stems.split()
        found: set[tuple[str, ...]] = {(stem,) for stem in self._alike.intersection(held)}
        for entry in self._others:
            for first in _starts(held, entry):
                found.add(tuple(held[first : first + len(entry.stems)]))
        return [(f" {' '.join(parts)} ", parts) for parts in found]


def fits(place: Place, stem: str) -> bool:
    """Whether a stem is asked for; beginnings and likenesses fit nothing before they are resolved."""
    return stem == place if isinstance(place, str) else isinstance(place, AnyOf) and stem in place.stems


def _starts(stems: Sequence[str], words: Words) -> Iterator[int]:
    """Where `words` begin among `stems`."""
    first, *rest = words.stems
    for number in _places(stems, first):
        if number + len(rest) < len(stems) and all(
            fits(place, stems[number + offset]) for offset, place in enumerate(rest, 1)
        ):
            yield number


def _places(stems: Sequence[str], wanted: Place) -> Iterator[int]:
    """Where a stem that is asked for stands."""
    if isinstance(wanted, str):
        place = -1
        for _ in range(stems.count(wanted)):
            place = stems.index(wanted, place + 1)
            yield place
    elif isinstance(wanted, AnyOf):
        yield from (number for number, stem in enumerate(stems) if stem in wanted.stems)


def _near(stems: Sequence[str], near: Near) -> bool:
    ones, others = list(_starts(stems, near.one)), list(_starts(stems, near.other))
    length, other_length = len(near.one.stems), len(near.other.stems)
    return any(
        0 < other - (one + length - 1) <= near.distance
        or 0 < one - (other + other_length - 1) <= near.distance
        for one in ones
        for other in others
    )


def _words(leaf: Leaf) -> tuple[Words, ...]:
    match leaf:
        case Words():
            return (leaf,)
        case Near(one, other):
            return (one, other)
        case _:
            return ()


def _merged(stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    if len(stretches) == 1:
        return (Span(*stretches[0]),)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Span(start, end) for start, end in merged)
