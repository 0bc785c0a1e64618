"""Joins the lines of one paragraph: spaces, hyphens at line ends, soft hyphens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

_SPACES = re.compile(r"[ \t\u2000-\u200a\u3000]+")

_COMPOUND = re.compile(r"\w+(?:-\w+)+")


def tidy(text: str) -> str:
    """`text` with single ordinary spaces and none at the ends; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip()


def compounds(lines: Iterable[str]) -> frozenset[str]:
    """The words with a hyphen inside that stand within the lines, in small letters."""
    return frozenset(word.lower() for line in lines for word in _COMPOUND.findall(line))


def joined(lines: Sequence[str], known: Collection[str] = ()) -> str:
    """The lines as one text, words that were cut at a line's end made whole.

    A word whose hyphen belongs to it, as `known` compounds show, keeps it.
    """
    parts = [lines[0]]
    for line in lines[1:]:
        if _hyphenated(parts[-1], line):
            parts[-1] = _without_hyphen(parts[-1], line, known)
            parts.append(line)
        else:
            parts.extend((" ", line))
    return "".join(parts).replace("\u00ad", "")


def _hyphenated(line: str, following: str) -> bool:
    return bool(re.search(r"\w[-\u2010\u00ad]$", line)) and following[:1].isalpha()


def _without_hyphen(line: str, following: str, known: Collection[str]) -> str:
    """A hyphen at a line's end is dropped within a word and kept in a compound.

    Compounds are told by what stands before the hyphen: a linking vowel or another hyphen.
    """
    if line.endswith("\u00ad"):
        return line[:-1]
    before = re.search(r"[\w-]+(?=.$)", line)
    after = re.match(r"\w+", following)
    if before and after and f"{before.group()}-{after.group()}".lower() in known:
        return line
    compound = before is not None and (before.group()[-1] in "оеo" or "-" in before.group())
    return line if compound or following[:1].isupper() else line[:-1]
