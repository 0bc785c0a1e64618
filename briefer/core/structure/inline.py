"""Both languages in one paragraph: "Пункт 1 / Item 1", or one right behind the other."""

from __future__ import annotations

import re

from briefer.core.labels import read_mark
from briefer.core.language import scripts
from briefer.core.structure.balance import alike_in_length, pure_weight

LEAST_LETTERS = 3
LEAST_LETTERS_WITHOUT_SIGN = 8
MOST_STRAY = 0.05
_SIGNS = (
    re.compile(r"\s+(?:/{1,2}|\|{1,2})\s+"),
    # Without spaces it is within a word or a symbol, unless the letters change with it.
    re.compile(r"(?<=[A-Za-z])[/|](?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё])[/|](?=[A-Za-z])|\s[/|](?=[^\W\d_])"),
)
_BETWEEN = " \t\u00a0/|–—-"
_NUMBERS = {"number", "letter", "roman", "preambular", "footnote", "compound"}


def halves(text: str, anywhere: bool = False, habit: bool = False) -> tuple[str, str] | None:
    """The two languages in `text`, in the order of the text; None where there is but one.

    A stroke stands between them, or, if `anywhere`, nothing need to. A label in front
    counts for both. If it is a habit of the text, short words do too, and what stands there twice
    is the same in both languages, as a date or a symbol.
    """
    for sign in (sign for signs in _SIGNS for sign in signs.finditer(text)):
        one, other = text[: sign.start()].rstrip(), text[sign.end() :].lstrip()
        if _opposite(one, other, LEAST_LETTERS):
            return one, relabelled(one, other)
    middle = len(text) // 2
    if anywhere and habit and middle >= LEAST_LETTERS and text[:middle] == text[middle:]:
        return text[:middle], text[middle:]
    place = _switch(text) if anywhere and _mixed(text) else None
    if place is None:
        return None
    one, other = text[:place].rstrip(_BETWEEN), text[place:].lstrip(_BETWEEN)
    if _opposite(one, other, LEAST_LETTERS if habit else LEAST_LETTERS_WITHOUT_SIGN):
        return one, relabelled(one, other)
    return None


def relabelled(one: str, other: str) -> str:
    """`other` with the label of `one` in front, unless it has its own."""
    mark = read_mark(one)
    if mark is None or mark.sort not in _NUMBERS or read_mark(other) is not None:
        return other
    return one[: mark.length] + other


def changes_language(line: str, following: str) -> bool:
    """Whether two lines say the same in two languages, as far as letters and length tell."""
    one, other = pure_weight(line), pure_weight(following)
    if one * other >= 0 or min(abs(one), abs(other)) <= LEAST_LETTERS:
        return False
    if following[:1].islower() and read_mark(following) is None:
        return False
    return max(abs(one), abs(other)) <= 3 * min(abs(one), abs(other))


def _mixed(text: str) -> bool:
    found = scripts(text)
    return min(found.cyrillic, found.latin) >= LEAST_LETTERS


def _opposite(one: str, other: str, least: int) -> bool:
    ours, theirs = pure_weight(one), pure_weight(other)
    if ours * theirs >= 0 or min(abs(ours), abs(theirs)) < least:
        return False
    return alike_in_length(ours, theirs, 3)


def _switch(text: str) -> int | None:
    """Where the letters change from one script to the other; None if they mingle."""
    signs = [(place, 1 if "\u0400" <= c <= "\u052f" else -1) for place, c in enumerate(text) if c.isalpha()]
    total = sum(sign for _, sign in signs)
    before, best = 0, 0
    found: int | None = None
    for number, (place, sign) in enumerate(signs):
        if number and signs[number - 1][1] != sign:
            gain = abs(2 * before - total)
            if gain > best:
                best, found = gain, place
        before += sign
    if found is None or (len(signs) - best) > MOST_STRAY * 2 * len(signs):
        return None
    return found
