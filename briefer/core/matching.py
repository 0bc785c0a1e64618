"""Whether a passage answers a query, and which of its words do: over stems, without an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefer.core.document import Span
from briefer.core.query import All, Not, Query, Some, Words
from briefer.core.wordforms import Token


def satisfied(query: Query, holds: Callable[[Words], bool]) -> bool:
    """Whether a passage answers `query`, given which words it `holds`."""
    match query:
        case Words():
            return holds(query)
        case Not(part):
            return not satisfied(part, holds)
        case All(parts):
            return all(satisfied(part, holds) for part in parts)
        case Some(parts):
            return any(satisfied(part, holds) for part in parts)


def mentioned(query: Query) -> frozenset[Words]:
    """All words of `query`, excluded ones too."""
    match query:
        case Words():
            return frozenset({query})
        case Not(part):
            return mentioned(part)
        case All(parts) | Some(parts):
            return frozenset[Words]().union(*(mentioned(part) for part in parts))


def wanted(query: Query, *, excluding: bool = False) -> frozenset[Words]:
    """The words that `query` asks for: those that stand under no NOT, or under two."""
    match query:
        case Words():
            return frozenset() if excluding else frozenset({query})
        case Not(part):
            return wanted(part, excluding=not excluding)
        case All(parts) | Some(parts):
            return frozenset[Words]().union(*(wanted(part, excluding=excluding) for part in parts))


def marks(tokens: Sequence[Token], words: Iterable[Words]) -> tuple[Span, ...]:
    """Where the text that has these `tokens` holds any of `words`: ascending, not overlapping."""
    found: list[tuple[int, int]] = []
    for entry in words:
        length = len(entry.stems)
        for first in range(len(tokens) - length + 1):
            window = tokens[first : first + length]
            if all(token.stem == stem for token, stem in zip(window, entry.stems, strict=True)):
                found.append((window[0].start, max(token.end for token in window)))
    return _merged(found)


def _merged(stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Span(start, end) for start, end in merged)
