"""Which of two languages a stretch of text is in, as a weight above or below nought.

Side 0 of a text in two languages is the one above nought: Cyrillic, or what is in neither Cyrillic nor
Latin letters (Arabic, Chinese) where one of those two is hardly there; unless a person has said which two
languages there are and both are written in the same letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefer.core.language import language_of, scripts
from briefer.core.symbols import find_symbols

Weigh = Callable[[str], int]

# Addresses and Roman numerals are written in Latin letters whatever the language around them.
_NO_WORDS = re.compile(r"(?:https?://|mailto:|www\.)\S+|\S{1,64}@\S{1,250}\.\w{1,60}|\b[IVXLC]+\b")
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"})
PURE = 0.9
# Of the letters of a text, how many must be of a third script for it to be one of two, and how many of the
# rarer of Cyrillic and Latin may then be beside them.
LEAST_THIRD, MOST_BESIDE = 0.12, 0.03


def by_script(text: str) -> int:
    """Cyrillic letters less Latin ones; symbols, addresses and Roman numerals count for neither."""
    found = scripts(words_of(text))
    return found.cyrillic - found.latin


def by_third_script(text: str) -> int:
    """Letters that are neither Cyrillic nor Latin less those that are."""
    found = scripts(words_of(text))
    return found.other - found.cyrillic - found.latin


def weighing_of(texts: Sequence[str]) -> Weigh:
    """How to tell apart the two languages that these pieces of a text may be in, by their letters."""
    found = scripts("\n".join(texts))
    third = found.other >= LEAST_THIRD * found.total
    beside = min(found.cyrillic, found.latin)
    return by_third_script if found.other and third and beside <= MOST_BESIDE * found.total else by_script


def words_of(text: str) -> str:
    """`text` without what is written the same way in every language."""
    for span, _ in reversed(find_symbols(text) if "/" in text else []):
        text = text[: span.start] + " " + text[span.end :]
    return _NO_WORDS.sub(" ", text)


def weighing(languages: Sequence[str]) -> Weigh:
    """How to tell these two languages apart; by their letters unless both have the same."""
    if len(languages) < 2 or (languages[0] in _CYRILLIC) != (languages[1] in _CYRILLIC):
        return by_script

    def by_language(text: str) -> int:
        letters = scripts(text).total
        found = language_of(text)
        return letters if found == languages[0] else -letters if found == languages[1] else 0

    return by_language


def pure_weight(text: str) -> int:
    """The weight by script of a text that is nearly all in one script; else 0."""
    found = scripts(words_of(text))
    most = max(found.cyrillic, found.latin)
    if not most or most < PURE * found.total:
        return 0
    return found.cyrillic - found.latin


def alike_in_length(one: int, other: int, most: float = 2.5) -> bool:
    """Whether two stretches with so many letters may say the same; short ones may differ more."""
    shorter, longer = sorted((abs(one), abs(other)))
    return longer <= most * shorter or longer - shorter <= 12
