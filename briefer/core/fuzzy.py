"""Finding things by a few letters of their names, as a palette of commands does."""

from __future__ import annotations

import re
import unicodedata

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю"
# Small letters last: the upper case of a point is a point, and what comes last counts.
_SWAP = str.maketrans(
    _LATIN.upper() + _CYRILLIC.upper() + _LATIN + _CYRILLIC,
    _CYRILLIC.upper() + _LATIN.upper() + _CYRILLIC + _LATIN,
)
_ROMAN = str.maketrans(
    dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщъыьэюя",
            (
                *("a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p"),
                *("r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"),
            ),
            strict=True,
        )
    )
)
_WORD = re.compile(r"\w+")
PREFIX, INITIALS, INSIDE, SPARSE = 3.0, 2.0, 1.5, 0.5


def likeness(asked: str, name: str) -> float:
    """How well `name` answers to `asked`: 0 not at all, more is better.

    Every word that is asked for must be found: as the beginning of a word, within one, or as
    the beginnings of words that follow each other ("nt" or "ntab" in "next tab"). Words
    early in the name count a little more, and so do short names.
    """
    wanted = [folded(word) for word in asked.split()]
    text = folded(name)
    if not wanted:
        return 1.0
    scores = [_word_score(word, text) for word in wanted]
    if not all(scores):
        return 0.0
    whole = 1.0 if " ".join(wanted) in text else 0.0
    return sum(scores) / len(scores) + whole + 1 / (1 + len(text))


def folded(text: str) -> str:
    """Without case and accents, ё as е; й stays."""
    lowered = text.casefold().replace("ё", "е")
    plain = (
        unicodedata.normalize("NFD", letter) if letter < "а" or letter > "я" else letter for letter in lowered
    )
    return "".join(part for part in "".join(plain) if not unicodedata.combining(part))


def other_layout(text: str) -> str:
    """What the same keys write on the other keyboard, Russian for English and the other way round."""
    return text.translate(_SWAP)


def romanised(text: str) -> str:
    """Folded, and Cyrillic in Latin letters, as one writes a Russian word without a Russian keyboard."""
    return folded(text).translate(_ROMAN)


def _word_score(wanted: str, text: str) -> float:
    words = _WORD.findall(text)
    early = next((n for n, word in enumerate(words) if word.startswith(wanted)), None)
    if early is not None:
        return PREFIX - min(early, 9) / 10
    if len(wanted) > 1 and wanted in "".join(word[0] for word in words):
        return INITIALS
    if (place := text.find(wanted)) >= 0:
        return INSIDE - min(place, 99) / 200
    return SPARSE if len(wanted) > 1 and _beginnings(wanted, words) else 0.0


def _beginnings(wanted: str, words: list[str]) -> bool:
    """Whether the letters of `wanted` are beginnings of words that follow each other: "nt", "nexta"."""
    return any(_begin(wanted, words[start:]) for start in range(len(words)))


def _begin(wanted: str, words: list[str]) -> bool:
    if not wanted:
        return True
    if not words:
        return False
    shared = 0
    while shared < min(len(wanted), len(words[0])) and wanted[shared] == words[0][shared]:
        shared += 1
    return any(_begin(wanted[taken:], words[1:]) for taken in range(shared, 0, -1))
