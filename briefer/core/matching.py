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
    beginning: dict[str, list[Words]] = {}
    for entry in words:
        beginning.setdefault(entry.stems[0], []).append(entry)
    found: list[tuple[int, int]] = []
    for first, token in enumerate(tokens):
        for entry in beginning.get(token.stem, ()):
            window = tokens[first : first + len(entry.stems)]
            if tuple(each.stem for each in window) == entry.stems:
                found.append((token.start, max(each.end for each in window)))
    return _merged(found)


def _merged(stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Span(start, end) for start, end in merged)
