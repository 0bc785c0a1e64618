"""What in a paragraph shows through translation: numbers, months, names, abbreviations."""

from __future__ import annotations

import re
from collections import Counter

from briefer.core.align.openings import openings

_NUMBER = re.compile(r"\d{1,3}(?:[\s\u00a0\u202f,]\d{3})+(?!\d)|\d+")
_WORD = re.compile(r"[^\W\d_]+")
_RUSSIAN_MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()
_ENGLISH_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_ABBREVIATIONS = {
    "оон": "un", "снг": "cis", "ес": "eu", "сша": "usa", "воз": "who", "мот": "ilo", "юнодк": "unodc",
    "мккн": "incb", "вич": "hiv", "спид": "aids", "цур": "sdgs", "нпо": "ngos", "шос": "sco", "одкб": "csto",
    "юнеско": "unesco", "юнисеф": "unicef", "магатэ": "iaea", "обсе": "osce", "вто": "wto", "мвф": "imf",
}  # fmt: skip
_TRANSLITERATION = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "z", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h", "ц": "s", "ч": "s", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "ь": "",
    "э": "e", "ю": "u", "я": "a",
})  # fmt: skip
_LATIN_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("ch", "h"), ("sh", "s"), ("ck", "k"), ("tion", "sia"), ("x", "ks"),
    ("qu", "kv"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("y", "i"), ("w", "v"), ("j", "z"),
)  # fmt: skip
COGNATE = 5


def evidence(text: str) -> Counter[str]:
    """The tokens of `text` that a translation keeps, each with how often it stands there.

    Numbers are by value ("2 000" is "2,000"); words are the first letters of their sound.
    """
    found = Counter("#" + re.sub(r"\D", "", number) for number in _NUMBER.findall(text))
    found.update(openings(text))
    for word in _WORD.findall(text):
        token = _month(word) or _abbreviation(word) or _sound(word)
        if token:
            found[token] += 1
    return found


def _month(word: str) -> str | None:
    lowered = word.lower()
    if lowered in _ENGLISH_MONTHS and word[0].isupper():
        return f"month {_ENGLISH_MONTHS.index(lowered)}"
    stem = re.sub(r"[аяеьй]$", "", lowered)
    return f"month {_RUSSIAN_MONTHS.index(stem)}" if stem in _RUSSIAN_MONTHS else None


def _abbreviation(word: str) -> str | None:
    if len(word) < 2 or not word.isupper():
        return None
    return "=" + _ABBREVIATIONS.get(word.lower(), word.lower().translate(_TRANSLITERATION))


def _sound(word: str) -> str | None:
    sound = word.lower().translate(_TRANSLITERATION)
    for letters, simpler in _LATIN_SOUNDS:
        sound = sound.replace(letters, simpler)
    sound = re.sub(r"(.)\1", r"\1", sound)
    return sound[:COGNATE] if len(sound) >= COGNATE else None
