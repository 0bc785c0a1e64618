"""How well letters follow each other as they do in Russian or in English."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from briefer.core.values import dataclass
from briefer.formats.repair.pairs import ENGLISH, ENGLISH_PAIRS, RUSSIAN, RUSSIAN_PAIRS

# Bits, against letters thrown at random: what no language has.
FLOOR = -6.0
# Words longer than this are not kept for the next time.
LONGEST = 40
_RANDOM = math.log2(33)
_EDGE, _DIGIT, _FOREIGN, _IMPOSSIBLE = "_", "1", "?", "\0"
# Letters of neighbouring alphabets, by what stands in the same places of words.
_KIN = {
    **dict(zip("ёѐієїґўѝ", "ееиеигуи", strict=True)),
    **dict(zip("јљњћђџѕ", "йльчджз", strict=True)),
    **dict(zip("ßæœøðþłđı", "saeodtldi", strict=True)),
}
_TOKEN = re.compile(r"\S+")


def _table(letters: str, rows: tuple[str, ...]) -> dict[str, float]:
    return {
        first + second: _RANDOM - int(value, 36) / 2
        for first, row in zip(letters, rows, strict=True)
        for second, value in zip(letters, row, strict=True)
    }


# How words begin and end is each language's own, but the letter beside the edge tells which.
_ODDS = _table(ENGLISH, ENGLISH_PAIRS) | _table(RUSSIAN, RUSSIAN_PAIRS)
_LETTERS = frozenset(RUSSIAN + ENGLISH) - {_EDGE}


@dataclass(frozen=True, slots=True)
class Fit:
    """`mean` bits for each of `pairs` pairs of letters."""

    mean: float
    pairs: int

    @property
    def bits(self) -> float:
        return self.mean * self.pairs


def fit(text: str) -> Fit:
    """How well `text` fits Russian and English, each word by its own letters.

    Some 1.5 in either language, 0.2 to 1.3 in others of the same letters, below -0.5 where
    letters stand for other ones. Letters of other scripts do not count; what cannot be
    printed, a capital after a small letter and a digit at a letter count against the text.
    """
    total, count = 0.0, 0
    for token, times in Counter(_TOKEN.findall(text)).items():
        bits, pairs = _token(token) if len(token) <= LONGEST else _weighed(token)
        total += bits * times
        count += pairs * times
    return Fit(total / count if count else 0.0, count)


def _weighed(token: str) -> tuple[float, int]:
    odds = list(_odds(token))
    return sum(odds), len(odds)


# Words come back on every page.
_token = lru_cache(maxsize=20_000)(_weighed)


def _odds(token: str) -> Iterator[float]:
    last, small = _EDGE, False
    for character in f"{token} ":
        this = _sort(character)
        if _IMPOSSIBLE in (this, last):
            if this != last:
                yield FLOOR
        elif this in _LETTERS and last in _LETTERS and small and character.isupper():
            yield FLOOR / 2
        elif _DIGIT in (this, last):
            if this in _LETTERS or last in _LETTERS:
                yield FLOOR / 3
        elif _FOREIGN not in (this, last) and (this != last or this in _LETTERS):
            yield _ODDS.get(last + this, FLOOR)
        last, small = this, character.islower()


@cache
def _sort(character: str) -> str:
    """A letter of ours in small, or which other sort of character it is."""
    small = character.lower()
    if small in _LETTERS:
        return small
    if small in _KIN:
        return _KIN[small]
    if character.isdigit():
        return _DIGIT
    base = unicodedata.normalize("NFD", small)[0]
    if base in _LETTERS:
        return base
    category = unicodedata.category(character)
    if category in {"Cc", "Co", "Cn", "Cs"} or character == "\ufffd":
        return _IMPOSSIBLE
    return _FOREIGN if category[0] in "LM" else _EDGE
