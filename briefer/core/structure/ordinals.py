"""Ordinal numbers in words, as sessions are counted: sixty-eighth, шестьдесят восьмая."""

from __future__ import annotations

import re

_ENGLISH_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_RUSSIAN_UNITS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
).split()
_RUSSIAN_TENS = {
    "двадцат": 20, "тридцат": 30, "сороков": 40, "сорок": 40, "пятидесят": 50, "пятьдесят": 50,
    "шестидесят": 60, "шестьдесят": 60, "семидесят": 70, "семьдесят": 70, "восьмидесят": 80,
    "восемьдесят": 80, "девяност": 90, "девяносто": 90,
}  # fmt: skip
_RUSSIAN_ENDING = re.compile(r"(?:ая|яя|ья|ой|ый|ий|ье|ое|ей|ую|ью|ого|ому|ом|ым)$")


def ordinal(words: str) -> int | None:
    """The number that `words` name ("sixty-eighth", "68th", "68-я"), None if they name none."""
    text = words.strip().lower().replace("ё", "е")
    if found := re.fullmatch(r"(\d{1,3})\s*-?\s*(?:st|nd|rd|th|я|ая|й|ый)?", text):
        return int(found[1])
    parts = re.split(r"[\s-]+", text)
    hundred = 0
    if parts[:3] == ["one", "hundred", "and"]:
        hundred, parts = 100, parts[3:]
    elif parts[0] == "сто" and len(parts) > 1:
        hundred, parts = 100, parts[1:]
    values = [_english(part) or _russian(part) for part in parts]
    if not values or len(values) > 2 or None in values:
        return None
    numbers = [value for value in values if value is not None]
    if len(numbers) == 2 and not (numbers[0] % 10 == 0 and numbers[0] >= 20 and numbers[1] < 10):
        return None
    return hundred + sum(numbers)


def _english(word: str) -> int | None:
    if word in _ENGLISH_UNITS:
        return _ENGLISH_UNITS.index(word) + 1
    tens = word.removesuffix("ieth") + "y" if word.endswith("ieth") else word
    return (_ENGLISH_TENS.index(tens) + 2) * 10 if tens in _ENGLISH_TENS else None


def _russian(word: str) -> int | None:
    if word in _RUSSIAN_TENS:
        return _RUSSIAN_TENS[word]
    stem = _RUSSIAN_ENDING.sub("", word)
    if stem in _RUSSIAN_UNITS:
        return _RUSSIAN_UNITS.index(stem) + 1
    return _RUSSIAN_TENS.get(stem)
