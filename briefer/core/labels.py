"""Paragraph labels: read off the head of a paragraph, and the ways people write them.

The canonical form is `12`, `12 (a)`, `12 (a) (iii)`, `4 bis`, `PP7`.
"""

from __future__ import annotations

import re

from briefer.core.values import dataclass

CYRILLIC_ITEMS = "абвгдежзиклмнопрстуфхцчшщэюя"
LATIN_ITEMS = "abcdefghijklmnopqrstuvwxyz"

_BIS = r"(?:\s+(?:bis|ter|quater|бис|тер))?"
_YEAR = r"(?:1[89]|20)\d\d"
# Four figures are a label unless they may be a year that ends a sentence begun before.
_COUNT = rf"(?:\d{{1,3}}|(?!{_YEAR})[1-9]\d{{3}})"
_NUMBERED = re.compile(rf"(?P<number>{_COUNT}(?:\.\d{{1,3}})*{_BIS})(?P<end>[.)])\s+(?=\S)", re.IGNORECASE)
_NUMBERED_LIKE_YEAR = re.compile(rf"(?P<number>{_YEAR})(?P<end>[.)])\s+(?=\S)")
# How far a count may leap from one paragraph to the next: some have no number of their own.
_FARTHEST = 20
_QUANTITY = (
    r"(?:per\b|percent|million|billion|trillion|thousand|times|points?\b|hours?\b|degrees?\b|[kc]?m\b|km|kg|"
    r"процент|млн|млрд|трлн|тыс|миллион|миллиард|тысяч|раза?\b|пункта?\b|час|км\b|кг\b|см\b|м\b|т\b|г\b|руб|долл|[$%€])"
)
# Two numbers and small letters may be an amount; three are a clause.
_DECIMAL = re.compile(
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{2,}}|\d{{1,3}}\.\d{{1,3}}(?!\s+{_QUANTITY}))\s+(?=[A-Za-zА-ЯЁа-яё«“\"])"
)
_BARE_BIS = re.compile(r"(?P<number>\d{1,3}\s+(?:bis|ter|quater|бис|тер))\s+(?=[A-ZА-ЯЁ])")
_COMPOUND = re.compile(
    rf"(?P<number>{_COUNT}(?:\.\d{{1,3}})*)\.?\s?(?P<open>\()?(?P<letter>[a-zа-я])\)\s+(?=\S)"
)
_TIGHT = re.compile(r"(?P<number>\d{1,3})\.(?=[A-ZА-ЯЁ][\w-]*[a-zа-яё])")
_BRACKETED = re.compile(r"\[(?P<mark>\d{1,3})\]\s*(?=\S)")
_OPERATIVE = re.compile(
    rf"(?:OP|ПП|п\.\s?)\s?(?P<number>\d{{1,3}}{_BIS})(?:[.:)]\s+|\s+)(?=\S)", re.IGNORECASE
)
_PREAMBULAR = re.compile(rf"PP\s?(?P<number>\d{{1,3}}{_BIS})(?:[.:)]\s+|\s+)(?=\S)")
_LETTERED = re.compile(r"\(?(?P<letter>[a-zа-я]{1,2})\)\s+(?=\S)")
_ROMAN = re.compile(r"\(?(?P<roman>x{0,2}(?:ix|iv|v?i{0,3}))\)\s+(?=\S)")
_BULLET = re.compile(r"[•●▪◦‣○■□▫➢✓·∙–—-]\s+(?=\S)")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖᵛˣ"
_FOOTNOTE = re.compile(rf"(?P<mark>\*{{1,4}}|[{RAISED}]{{1,6}}|[†‡])\s*(?=[^\s*{RAISED}])")
_RAISING = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph's text.

    `sort` is "number", "letter", "roman", "compound" (12 (a)), "bullet", "footnote" or
    "preambular"; `label` the canonical label as far as the paragraph alone tells; `length` in
    code points. `bracket` when the number is written "1)", as items below a number may be.
    """

    sort: str
    label: str
    length: int
    bracket: bool = False


def read_mark(text: str, after: str | None = None) -> Mark | None:
    """The label, bullet or footnote mark that `text` begins with, if it does.

    `after` is the number of the numbered paragraph before, where it is known: 2019 is a label
    behind 2018, and a year elsewhere.
    """
    if found := _PREAMBULAR.match(text):
        return Mark("preambular", "PP" + _number(found["number"]), found.end())
    if (found := _COMPOUND.match(text)) and (letter := latin_item(found["letter"])):
        return Mark("compound", f"{found['number']} ({letter})", found.end())
    for pattern in (_NUMBERED, _DECIMAL, _TIGHT, _OPERATIVE, _BARE_BIS):
        if found := pattern.match(text):
            bracket = found.groupdict().get("end") == ")"
            return Mark("number", _number(found["number"]), found.end(), bracket)
    if (found := _NUMBERED_LIKE_YEAR.match(text)) and _goes_on(after, found["number"]):
        return Mark("number", found["number"], found.end(), found["end"] == ")")
    if (found := _ROMAN.match(text)) and found["roman"]:
        return Mark("roman", f"({found['roman']})", found.end())
    if found := _LETTERED.match(text):
        letter = latin_item(found["letter"])
        return Mark("letter", f"({letter})", found.end()) if letter else None
    if found := _BRACKETED.match(text) or _FOOTNOTE.match(text):
        return Mark("footnote", raised(found["mark"]), found.end())
    if found := _BULLET.match(text):
        return Mark("bullet", "", found.end())
    return None


def _goes_on(before: str | None, number: str) -> bool:
    return before is not None and before.isdecimal() and 0 < int(number) - int(before) <= _FARTHEST


def raised(mark: str) -> str:
    """A footnote's mark as a label: numbers raised, so that no paragraph has the same."""
    return mark.translate(_RAISING)


def latin_item(letter: str) -> str | None:
    """The Latin letter that a Russian list item answers to: а is a, б is b, в is c.

    Letters double beyond the alphabet ("aa"). None for what no list would use.
    """
    if len(set(letter)) != 1:
        return None
    if letter[0] in LATIN_ITEMS:
        return letter
    place = CYRILLIC_ITEMS.find(letter[0])
    return LATIN_ITEMS[place] * len(letter) if 0 <= place < len(LATIN_ITEMS) else None


def russian_item(letter: str) -> str:
    """The Russian letter that stands for a Latin list item: c is в."""
    place = LATIN_ITEMS.find(letter[:1])
    return CYRILLIC_ITEMS[place] * len(letter) if place >= 0 else letter


_ASKED = re.compile(
    r"\s*(?P<head>PP|OP|ПП|п\.?|пп\.?|paragraphs?|paras?\.?|пункт|абзац)?\s*(?P<number>\d{1,4}(?:\.\d{1,3})*)?"
    r"(?P<bis>(?:\s*(?:bis|ter|quater|бис|тер))?)\.?"
    r"(?P<items>(?:\s*\([a-zа-я]{1,4}\)|\s*[a-zа-я]{1,4}\)|\s*\(\d{1,3}\))*|\s?[a-zа-я])\s*",
    re.IGNORECASE,
)


def canonical_label(text: str) -> str | None:
    """The canonical form of a label as a person may write it, None if it is none.

    "OP4 bis" and "4 bis." are "4 bis", "12 а)" and "12(a)" are "12 (a)", "pp7" is "PP7".
    Footnote marks are labels of their own.
    """
    if re.fullmatch(rf"\*{{1,4}}|[{RAISED}]{{1,6}}|[†‡]", text.strip()):
        return text.strip()
    found = _ASKED.fullmatch(text)
    if found is None or not (found["number"] or found["items"]):
        return None
    items: list[str] = []
    for item in re.findall(r"[a-zа-я]+|\d+", found["items"].lower()):
        roman = items and re.fullmatch(r"x{0,2}(?:ix|iv|v?i{0,3})", item)
        letter = item if roman else latin_item(item) or item
        items.append(f"({letter})")
    if not found["number"]:
        return " ".join(items)
    prefix = "PP" if (found["head"] or "").upper() == "PP" else ""
    return " ".join([prefix + _number(f"{found['number']} {found['bis']}"), *items])


def _number(written: str) -> str:
    number = " ".join(written.split()).lower()
    return number.replace("бис", "bis").replace("тер", "ter")
