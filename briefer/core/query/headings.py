"""Headings that are asked for as labels are: "Article 3", "Глава II"."""

from __future__ import annotations

import re

from briefer.core.query.values import All, Field, Query, Some, Words
from briefer.core.wordforms import WordForms, fold

# What stands for what: the words before and after each other are the same in English and in Russian.
_NAMES = (
    ("article", "art", "статья", "ст"),
    ("chapter", "глава"),
    ("part", "часть"),
    ("section", "раздел"),
    ("annex", "приложение"),
    ("appendix", "добавление"),
)
_WRITTEN = re.compile(
    r"(?P<name>[^\W\d_]+)\.?\s*(?P<number>\d{1,3}(?:\s*(?:bis|ter|бис|тер))?|[IVXLC]+|[A-ZА-Я])\.?"
)


def heading_asked(value: str, forms: WordForms) -> Query | None:
    """What finds the headings of this name and number in either language, None if `value` is no such name."""
    found = _WRITTEN.fullmatch(value.strip())
    names = next((names for names in _NAMES if found and fold(found["name"]) in names), None)
    if found is None or names is None:
        return None
    either = Some(tuple(_phrase(f"{name} {found['number']}", forms) for name in names))
    return All((Field("kind", "heading"), either))


def _phrase(text: str, forms: WordForms) -> Words:
    return Words(tuple(token.stem for token in forms.tokens(text)))
