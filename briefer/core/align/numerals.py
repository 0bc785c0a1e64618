"""Numbers written in words, by their value: "fifty-ninth" and "пятьдесят девятая" are both 59.

The words of each language and what they are worth are a table named by the language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_THOUSAND = 1000
_HUNDRED = 100


def parse_numerals(table: str) -> dict[str, int]:
    """The values of number words of a table "word, value" with a line of headings."""
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return {word: int(value) for word, value in rows}


def numeral(word: str) -> str:
    """A word as tables of numerals write it."""
    return word.lower().replace("ё", "е")


def values(words: Sequence[str], numerals: Mapping[str, int]) -> set[int]:
    """The values of the number words among `words`; neighbours that can are one number."""
    found: set[int] = set()
    number = _Number()
    for word in words:
        value = numerals.get(numeral(word))
        if value is None or not number.takes(value):
            found.update(number.read())
            number = _Number()
        if value is not None:
            number.take(value)
    found.update(number.read())
    return found


class _Number:
    """A number as it is read, word by word."""

    def __init__(self) -> None:
        self._thousands = self._part = 0
        self._begun = False

    def takes(self, value: int) -> bool:
        """Whether `value` can go on with this number."""
        if not self._begun or value >= _THOUSAND:
            return True
        if value == _HUNDRED and 0 < self._part < _HUNDRED // 10:
            return True
        return self._part % _place(value) == 0 and bool(self._part or self._thousands)

    def take(self, value: int) -> None:
        if value >= _THOUSAND:
            self._thousands += max(self._part, 1) * value
            self._part = 0
        elif value == _HUNDRED and 0 < self._part < _HUNDRED // 10:
            self._part *= _HUNDRED
        else:
            self._part += value
        self._begun = True

    def read(self) -> set[int]:
        return {self._thousands + self._part} if self._begun else set()


def _place(value: int) -> int:
    """What the number so far must be a multiple of for a smaller `value` to go on with it."""
    if value >= _HUNDRED:
        return _THOUSAND
    return _HUNDRED if value >= _HUNDRED // 10 else _HUNDRED // 10
