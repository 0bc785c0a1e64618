"""Whether a text is in any language at all, by the statistics of its letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from briefer.core.language import scripts
from briefer.formats.repair.fit import fit

LEAST = 60
MOST_UNPRINTABLE = 0.05
MOST_ACCENTED = 0.3
LEAST_VOWELS = 0.25
MOST_MIXED = 0.12
# Bits a pair of letters: languages that are written in our letters reach more in any passage.
WORST_FIT = -1.8
READABLE = 0.2
_UNPRINTABLE = {"Cc", "Co", "Cn"}
_VOWELS = frozenset("aeiouyAEIOUY")
_WORD = re.compile(r"\w{3,}")
_MIXED = re.compile(r"[^\W\d_]\d+[^\W\d_]|[a-z][A-Z]+[a-z]")


def garbled(text: str) -> bool:
    """Whether the letters of `text` cannot be those that a reader sees on the page.

    So it is with fonts whose codes are shifted (characters that cannot be printed, letters that
    never stand side by side), with Russian bytes read as Western ones (accented letters
    throughout), and with Russian print recognised as Latin (digits and capitals inside words).
    """
    seen = Counter(
        {character: times for character, times in Counter(text).items() if not character.isspace()}
    )
    if seen.total() < LEAST:
        return False
    strange = sum(
        times
        for character, times in seen.items()
        if character == "\ufffd" or unicodedata.category(character) in _UNPRINTABLE
    )
    if strange > MOST_UNPRINTABLE * seen.total():
        return True
    # Each word once: a row of the same letter, as in a form that is filled in, is no proof.
    fitting = fit(" ".join(word for word in set(text.split()) if len(set(word)) > 2))
    if fitting.pairs >= LEAST and fitting.mean < WORST_FIT:
        return True
    if fitting.mean > READABLE:
        return False
    found = scripts(text)
    if found.latin * 2 < found.total:
        return False
    accented = sum(times for character, times in seen.items() if "\u00c0" <= character <= "\u00ff")
    return accented > MOST_ACCENTED * found.latin or _unreadable(text)


def _unreadable(text: str) -> bool:
    plain = [character for character in text if character.isascii() and character.isalpha()]
    if sum(character in _VOWELS for character in plain) < LEAST_VOWELS * len(plain):
        return True
    words = _WORD.findall(text)
    return sum(bool(_MIXED.search(word)) for word in words) > MOST_MIXED * len(words)
