"""The lines of a masthead, each recognised by itself, in Russian and in English."""

from __future__ import annotations

import datetime
import re

from briefer.core.dates import find_date, find_range
from briefer.core.structure.ordinals import ordinal
from briefer.core.structure.organs import organ_named
from briefer.core.symbols import parse_symbol
from briefer.core.values import dataclass

LONGEST = 160
_DISTRIBUTIONS = {
    "general": "general", "общая": "general", "limited": "limited", "ограниченная": "limited",
    "ограниченного распространения": "limited", "restricted": "restricted",
    "для ограниченного пользования": "restricted",
}  # fmt: skip
_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "russian": "ru", "spanish": "es",
    "арабск": "ar", "китайск": "zh", "английск": "en", "французск": "fr", "русск": "ru", "испанск": "es",
}  # fmt: skip
_PLACES = {
    "вена": "Vienna", "женева": "Geneva", "нью-йорк": "New York", "найроби": "Nairobi",
    "бангкок": "Bangkok", "гаага": "The Hague", "рим": "Rome", "париж": "Paris",
    "москва": "Moscow", "монреаль": "Montreal",
}  # fmt: skip
_DISTRIBUTION = re.compile(
    r"(?:Distr\.?|Distribution|Распространение|Распр\.)\s*:?\s*(?P<value>.*)", re.IGNORECASE
)
_ORIGINAL = re.compile(
    r"(?:Original(?: language)?|Оригинал|Подлинный текст|Язык оригинала)\s*:\s*(?P<value>.+)", re.IGNORECASE
)
_EDITION = re.compile(
    r"(?:(?:Arabic|Chinese|English|French|Russian|Spanish)(?:,?\s+and\s+|,\s*|\s+only|$)){1,6}"
)
_UNITED_NATIONS = re.compile(r"^(?:United Nations|Организация Объединенных Наций)(?:\s+|$)", re.IGNORECASE)
_SESSION = re.compile(
    r"(?P<before>[\w\s-]{1,60}?)[\s-]+(?:(?:очередная|возобновленная|специальная|resumed|regular|special)\s+)*"
    r"(?:сессия|session)\b(?P<after>.*)",
    re.IGNORECASE,
)
_SESSION_OF_YEAR = re.compile(
    r"(?:(?P<en>\d{4})\s+(?:substantive\s+)?session|сессия\s+(?P<ru>\d{4})\s+года)\b.*", re.IGNORECASE
)
_NUMBERED_ITEM = r"\d{1,3}(?:\s?\(?[a-zа-я]\))*"
_ITEM = re.compile(
    rf"(?:(?:Agenda\s+)?items?|Пункты?)\s+"
    rf"(?P<value>{_NUMBERED_ITEM}(?:(?:,\s*|\s+(?:and|и)\s+){_NUMBERED_ITEM})*)"
    r"\s?\*{0,3}(?:\s+(?:of the\s+)?(?:(?:provisional|предварительной|annotated|revised|пересмотренной)\s+)?"
    r"(?:agenda|повестки дня|(?:preliminary|provisional)\s+list"
    r"|(?:предварительного|первоначального)\s+перечня))?"
    r"(?:[\s*]+[A-Z]{1,2}/[\w./]+)?[\s*]*",  # the note to it, set in the line
    re.IGNORECASE,
)
_DATE_ENDS = re.compile(r"[\s,.]*(?:года|г\.)?[\s,.*]*")


@dataclass(frozen=True, slots=True)
class Field:
    """What a line says of the document.

    `name` is a field of `Masthead`, or "edition" for the bare name of the edition's language,
    or "heading" for the words "United Nations"; `value` is of that field's type, None where
    the line only announces it.
    """

    name: str
    value: object = None


def masthead_field(text: str) -> Field | None:
    """What the line or paragraph `text` says as a part of a masthead, None if it is no part."""
    line = " ".join(text.split())
    if not line or len(line) > LONGEST:
        return None
    for reader in (_organ, _symbol, _distribution, _original, _edition, _item, _session, _meeting, _date):
        if field := reader(line):
            return field
    return None


def _organ(line: str) -> Field | None:
    """An organ's name; with a comma behind it, it opens a sentence of the text instead."""
    organ = None if line.endswith(",") else organ_named(line)
    return Field("organ", organ) if organ else None


def _symbol(line: str) -> Field | None:
    """A symbol, or the heading "United Nations", which may stand before one."""
    written = _UNITED_NATIONS.sub("", line)
    if not written:
        return Field("heading")
    symbol = parse_symbol(written)
    return Field("symbol", str(symbol)) if symbol and len(symbol.parts) > 1 else None


def _distribution(line: str) -> Field | None:
    found = _DISTRIBUTION.fullmatch(line)
    if found is None:
        return None
    printed = found["value"].strip(" .*")
    return Field("distribution", _DISTRIBUTIONS.get(printed.lower(), printed or None))


def _original(line: str) -> Field | None:
    found = _ORIGINAL.fullmatch(line)
    return Field("original_languages", _languages(found["value"])) if found else None


def _languages(text: str) -> tuple[str, ...]:
    lowered = text.lower()
    found = sorted((lowered.find(name), code) for name, code in _LANGUAGES.items() if name in lowered)
    return tuple(dict.fromkeys(code for _, code in found))


def _edition(line: str) -> Field | None:
    return Field("edition", _languages(line)) if _EDITION.fullmatch(line) else None


def _item(line: str) -> Field | None:
    found = _ITEM.fullmatch(line)
    if found is None or not re.search(r"agenda|повестки|\blist\b|перечня", line, re.IGNORECASE):
        return None
    return Field("agenda_item", re.sub(r"(?<=\d)\s?\(?([a-zа-я])\)", r" (\1)", found["value"]))


def _session(line: str) -> Field | None:
    if found := _SESSION_OF_YEAR.fullmatch(line):
        return Field("session", found["en"] or found["ru"])
    found = _SESSION.fullmatch(line)
    if found is None:
        return None
    number = ordinal(found["before"])
    return Field("session", str(number)) if number else None


def _meeting(line: str) -> Field | None:
    found = find_range(line)
    if found is None or not _DATE_ENDS.fullmatch(line[found[3] :]):
        return None
    place = line[: found[2]].strip(" ,")
    if place and not (place[0].isupper() and len(place) < 40 and "," not in place):
        return None
    return Field("meeting", (_PLACES.get(place.lower(), place) or None, found[0], found[1]))


def _date(line: str) -> Field | None:
    found = find_date(line)
    whole = found is not None and found[1] == 0 and _DATE_ENDS.fullmatch(line[found[2] :])
    return Field("date", found[0]) if found and whole else None


def dateline(text: str) -> bool:
    """Whether `text` is a line of date and place such as "10 December 2024, Moscow"."""
    found = find_date(text)
    if found is None or len(text) > 80 or text[0].islower() or text.endswith((",", ";")):
        return False
    rest = text[: found[1]] + text[found[2] :]
    words = re.findall(r"[^\W\d_]+", rest)
    return len(words) <= 5 and all(
        word[0].isupper() or word in {"г", "года", "in", "at", "of"} for word in words
    )


def place_and_days(field: Field) -> tuple[str | None, datetime.date, datetime.date]:
    """The parts of a "meeting" field's value."""
    if isinstance(field.value, tuple):
        place, first, last = field.value
        return place, first, last
    raise TypeError(field)
