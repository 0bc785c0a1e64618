"""Points at the place in a query where it cannot be understood: the query, and a sign beneath the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from briefer.core.errors import QueryWrong

_AROUND = 60  # code points of the query on either side of the place
_INDENT = "  "


@contextmanager
def pointing(query: str) -> Iterator[None]:
    """Tell what refuses `query` meanwhile what it was, so that its place can be shown."""
    try:
        yield
    except QueryWrong as wrong:
        raise QueryWrong(**{**wrong.params, "query": query}) from wrong


def pointed(wrong: QueryWrong) -> str:
    """Two lines: the query around the place, and the sign; nothing where no query is known."""
    query, place = wrong.params.get("query"), wrong.params.get("position")
    if not isinstance(query, str) or not isinstance(place, int) or not query.strip():
        return ""
    plain = "".join(" " if letter.isspace() or not letter.isprintable() else letter for letter in query)
    start = max(0, place - _AROUND)
    before = ("…" if start else "") + plain[start:place]
    end = place + _AROUND
    shown = before + plain[place:end] + ("…" if end < len(plain) else "")
    return f"{_INDENT}{shown.rstrip()}\n{_INDENT}{' ' * _width(before)}^"


def _width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)
