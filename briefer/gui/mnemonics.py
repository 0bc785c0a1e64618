"""Letters by which the entries of a menu are chosen: underlined, and no two alike where letters last.

Found anew for each language, so that nobody has to keep them apart by hand. A mark `&` stands before
the letter, as Qt wants it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice


def with_mnemonics(entries: Sequence[str]) -> list[str]:
    """The entries, each with a letter marked: one that begins a word, rather than one within.

    What is marked already keeps its letter. An entry whose letters are all taken stays without.
    """
    chosen: list[int | None] = [_marked(entry) for entry in entries]
    taken = {entry[at].casefold() for entry, at in zip(entries, chosen, strict=True) if at is not None}
    given = [at is not None for at in chosen]
    for places in (_first, _beginnings, _letters):
        for number, entry in enumerate(entries):
            if chosen[number] is None:
                free = (at for at in places(entry) if entry[at].casefold() not in taken)
                if (at := next(free, None)) is not None:
                    chosen[number] = at
                    taken.add(entry[at].casefold())
    return [
        entry if marked or at is None else f"{entry[:at]}&{entry[at:]}"
        for entry, at, marked in zip(entries, chosen, given, strict=True)
    ]


def _marked(entry: str) -> int | None:
    """Where the letter stands that is marked, if one is. (Two marks together are one that is shown.)"""
    at = entry.replace("&&", "  ").find("&")
    return at + 1 if 0 <= at < len(entry) - 1 else None


def _first(entry: str) -> Iterator[int]:
    return islice(_beginnings(entry), 1)


def _beginnings(entry: str) -> Iterator[int]:
    return (at for at in _letters(entry) if at == 0 or not entry[at - 1].isalpha())


def _letters(entry: str) -> Iterator[int]:
    return (at for at, letter in enumerate(entry) if letter.isalpha())
