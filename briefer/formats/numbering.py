"""How the numbers of automatic lists are written, whatever the format of the file.

Labels come in the form that the structure reads: `a.` as `a)`, `(1)` as `1)`, any bullet as `•`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

LONGEST_TEMPLATE = 100
HIGHEST = 32_767
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DASHES = "–—-"
_BARE_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_BRACKETED_NUMBER = re.compile(r"\((\d+(?:\.\d+)*)\)\.?")
_BARE_ITEM = re.compile(r"[a-zа-я]{1,4}\.?")


def roman(number: int) -> str:
    """`number` in small Roman numerals."""
    written = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        written += letters * count
    return written


def lettered(letters: str) -> Callable[[int], str]:
    """What writes 1, 2, 3 as the first, second and third of `letters`, doubled beyond the last."""

    def written(number: int) -> str:
        if number < 1:
            return str(number)
        turn, place = divmod(number - 1, len(letters))
        return letters[place] * min(turn + 1, 9)

    return written


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": lettered(_LATIN),
    "upperLetter": lettered(_LATIN.upper()),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "russianLower": lettered(_RUSSIAN),
    "russianUpper": lettered(_RUSSIAN.upper()),
    "none": lambda _: "",
}


def readable(label: str, form: str) -> str:
    """The label in the form that the structure reads; `form` is a key of FORMATS or "bullet"."""
    label = label.strip()
    if form == "bullet":
        return "" if not label else label if label in _DASHES else "•"
    if _BARE_NUMBER.fullmatch(label):
        return label + "."
    if found := _BRACKETED_NUMBER.fullmatch(label):
        return found[1] + ")"
    if form in {"lowerLetter", "lowerRoman", "russianLower"} and _BARE_ITEM.fullmatch(label):
        return label.removesuffix(".") + ")"
    return label
