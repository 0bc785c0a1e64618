"""Joins the lines of one paragraph: spaces, hyphens at line ends, soft hyphens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

_SPACES = re.compile(r"[ \t\u2000-\u200a\u3000]+")

_COMPOUND = re.compile(r"\w+(?:-\w+)*")
# A hyphen before one of these stands for the rest of the word: "life- and limb-saving".
_SUSPENDED = re.compile(r"(?:and|or|to|и|или|либо)\b", re.IGNORECASE)

_FIRST_PARTS = frozenset(
    {"self", "non", "well", "high", "low", "long", "half", "quasi", "vice"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
FEW = 0.02
_CUT = re.compile(r"\w[-\u2010\u00ad]$")


def tidy(text: str) -> str:
    """`text` with single ordinary spaces and none at the ends; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip()


def compounds(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand within the lines, in small letters, those with hyphens inside whole.

    The two parts of what a hyphen divides at a line's end are not among them; a hyphen alone is, if
    so few lines end in one that words seem not to be divided.
    """
    found: set[str] = set()
    divided: list[str] = []
    last, count = "", 0
    for line in lines:
        words = [word.lower() for word in _COMPOUND.findall(line)]
        if last and words:
            divided.append(last + words[0])
        first, count = int(bool(last)), count + 1
        last = words[-1] if words and _CUT.search(line) else ""
        found.update(words[first : len(words) - bool(last)])
    if len(divided) < FEW * count and found.isdisjoint(divided):
        found.add("-")
    return frozenset(found)


def joined(lines: Sequence[str], known: Collection[str] = ()) -> str:
    """The lines as one text, words that were cut at a line's end made whole.

    A word whose hyphen belongs to it, as the `known` words show, keeps it.
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
    return bool(_CUT.search(line)) and following[:1].isalpha()


def _without_hyphen(line: str, following: str, known: Collection[str]) -> str:
    """A hyphen at a line's end is dropped within a word and kept in a compound.

    What words the text has otherwise decides; then what stands before the hyphen: a linking vowel,
    another hyphen or the first part of many compounds.
    """
    if line.endswith("\u00ad"):
        return line[:-1]
    if _SUSPENDED.match(following):
        return line + " "
    before, after = re.search(r"[\w-]+(?=.$)", line), re.match(r"\w+", following)
    if before is None or after is None or following[:1].isupper():
        return line if following[:1].isupper() else line[:-1]
    one, other = before.group().lower(), after.group().lower()
    if f"{one}-{other}" in known:
        return line
    if f"{one}{other}" in known:
        return line[:-1]
    if one[-1] in "оеo" or "-" in one or (one in _FIRST_PARTS and len(other) > 3):
        return line
    # Latin only: a Russian prefix may be a word of its own.
    real = "-" in known and one.isascii() and min(len(one), len(other)) > 2
    return line if real and one in known else line[:-1]
