"""The fields of a query, and how their values are read."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from briefer.core.annotation import Stance
from briefer.core.document import Kind
from briefer.core.errors import QueryWrong
from briefer.core.labels import canonical_label
from briefer.core.query.values import Dates, Field, Query, Words
from briefer.core.symbols import fold as fold_look_alikes
from briefer.core.wordforms import WordForms, fold

NEAR = 10  # words, where NEAR says no number
MOST_APART = 50
ANY = "any"
# What a field is called in a query, in English and in Russian.
FIELDS: Mapping[str, str] = {
    "lang": "язык",
    "symbol": "символ",
    "organ": "орган",
    "session": "сессия",
    "item": "повестка",
    "year": "год",
    "date": "дата",
    "kind": "вид",
    "label": "пункт",
    "tag": "метка",
    "stance": "позиция",
    "note": "заметка",
    "in": "где",
}
_NAMES = {name: english for english, russian in FIELDS.items() for name in (english, russian)}
_RANGE = re.compile(r"\.\.|…")
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_FIRST, _LAST = datetime.date(1800, 1, 1), datetime.date(2199, 12, 31)


def field_name(written: str) -> str | None:
    """The English name of a field, None if it is no field's."""
    return _NAMES.get(written.casefold())


def read_field(name: str, value: str, position: int, forms: WordForms) -> Query:
    """What `name:value` asks for. Raises QueryWrong at `position`, the place of the value."""
    if not value.strip():
        raise QueryWrong(position=position, reason="value-missing")
    return _READERS[name](name, value.strip(), position, forms)


def _plain(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    return Field(name, " ".join(fold(part) for part in value.split()))


def _worded(name: str, value: str, position: int, forms: WordForms) -> Query:
    stems = tuple(token.stem for token in forms.tokens(value) if not token.whole_symbol)
    if not stems:
        raise QueryWrong(position=position, reason="value-missing")
    return Field(name, value, Words(stems))


def _language(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    language = {"рус": "ru", "англ": "en", "русский": "ru", "английский": "en"}.get(fold(value), fold(value))
    if language != ANY and not _LANGUAGE.fullmatch(language):
        raise QueryWrong(position=position, reason="language-wrong", value=value)
    return Field(name, language)


def _symbol(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    return Field(name, fold_look_alikes("".join(value.split()).upper()).upper())


def _label(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    label = canonical_label(value)
    if label is None:
        raise QueryWrong(position=position, reason="label-wrong", value=value)
    return Field(name, label)


def _kind(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    kinds = [str(kind) for kind in Kind]
    if _bare(value) not in kinds:
        raise QueryWrong(position=position, reason="kind-wrong", value=value, known=tuple(kinds))
    return Field(name, _bare(value))


def _stance(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    stances = [str(stance) for stance in Stance]
    if _bare(value) not in stances:
        raise QueryWrong(position=position, reason="stance-wrong", value=value, known=tuple(stances))
    return Field(name, _bare(value))


def _bare(value: str) -> str:
    return re.sub(r"[\s_-]", "", fold(value))


def _dates(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    first, _, last = (part.strip() for part in _RANGE.sub("..", value, count=1).partition(".."))
    ranged = bool(_RANGE.search(value))
    try:
        low = _day(first, last=False) if first else _FIRST
        high = _day((last if ranged else first), last=True) if (last or not ranged) else _LAST
    except ValueError as error:
        raise QueryWrong(position=position, reason="date-wrong", value=value) from error
    if high < low or not (first or last):
        raise QueryWrong(position=position, reason="date-wrong", value=value)
    return Dates(low, high)


def _day(written: str, *, last: bool) -> datetime.date:
    """The day, or the first or `last` one of a year or month. Raises ValueError."""
    if _YEAR.fullmatch(written):
        return datetime.date(int(written), 12, 31) if last else datetime.date(int(written), 1, 1)
    if re.fullmatch(r"\d{4}-\d{2}", written):
        month = datetime.date.fromisoformat(f"{written}-01")
        after = (month + datetime.timedelta(days=31)).replace(day=1)
        return after - datetime.timedelta(days=1) if last else month
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", written):
        day, month_number, year = map(int, written.split("."))
        return datetime.date(year, month_number, day)
    return datetime.date.fromisoformat(written)


_READERS: Mapping[str, Callable[[str, str, int, WordForms], Query]] = {
    "lang": _language,
    "symbol": _symbol,
    "organ": _worded,
    "session": _plain,
    "item": _plain,
    "year": _dates,
    "date": _dates,
    "kind": _kind,
    "label": _label,
    "tag": _plain,
    "stance": _stance,
    "note": _worded,
    "in": _plain,
}
