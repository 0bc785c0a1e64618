"""The fields of a query, and how their values are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefer.core.annotation import Stance
from briefer.core.document import Kind
from briefer.core.errors import QueryWrong
from briefer.core.labels import canonical_label
from briefer.core.query.dates import read_days
from briefer.core.query.headings import heading_asked
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
_LANGUAGES = {
    written: code
    for code, names in (("ru", "рус русский russian rus"), ("en", "англ английский english eng"))
    for written in names.split()
}
_LANGUAGE = re.compile(r"[a-z]{2,3}")


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
    language = _LANGUAGES.get(fold(value), fold(value))
    if language != ANY and not _LANGUAGE.fullmatch(language):
        raise QueryWrong(position=position, reason="language-wrong", value=value)
    return Field(name, language)


def _symbol(name: str, value: str, position: int, forms: WordForms) -> Query:  # noqa: ARG001
    return Field(name, fold_look_alikes("".join(value.split()).upper()).upper())


def _label(name: str, value: str, position: int, forms: WordForms) -> Query:
    label = canonical_label(value)
    if label is None and (heading := heading_asked(value, forms)):
        return heading
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
    try:
        return Dates(*read_days(value))
    except ValueError as error:
        raise QueryWrong(position=position, reason="date-wrong", value=value) from error


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
