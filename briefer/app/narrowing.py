"""Narrows a query by one more thing that is asked of documents or passages, and widens it again;
takes a query as it is while it is being typed.

Works on what is typed, so that a person sees in the field what a chip has done.
"""

from __future__ import annotations

import re

# The fields of queries by which the facets of results narrow.
FIELDS_OF_FACETS = {
    "organ": "organ",
    "session": "session",
    "year": "year",
    "language": "lang",
    "kind": "kind",
}
_LAST = re.compile(r"(?<![^\s(])[^\W\d_]{3,}$")  # a word at the end, neither quoted nor of a field
_UNFINISHED = re.compile(r"\((\S+) OR \S+\*\)$")
_OPERATORS = {"AND", "NOT", "NEAR"}
_BARE = re.compile(r"[\w.\-/]+")
_OR = re.compile(r"(?<!\S)OR(?!\S)")


def clause(facet: str, value: str) -> str:
    """What asks for a value of a facet: ``year:2025``, ``organ:"Commission on Narcotic Drugs"``."""
    return f"{FIELDS_OF_FACETS[facet]}:{written_value(value)}"


def written_value(value: str) -> str:
    """A value as it follows the colon of a field, between quotation marks if need be."""
    plain = value.replace('"', " ").strip()
    return plain if _BARE.fullmatch(plain) else f'"{plain}"'


def narrows(query: str, asked: str) -> bool:
    """Whether a clause stands in a query."""
    return _place(query, asked) is not None


def narrowed(query: str, asked: str) -> str:
    """The query with a clause added; alternatives are put into brackets, so that it counts for all."""
    query = query.strip()
    if narrows(query, asked):
        return query
    if _OR.search(query) and not _bracketed(query):
        query = f"({query})"
    return f"{query} {asked}".strip()


def widened(query: str, asked: str) -> str:
    """The query without a clause."""
    place = _place(query, asked)
    if place is None:
        return query
    rest = " ".join(f"{query[: place[0]]} {query[place[1] :]}".split())
    return rest[1:-1].strip() if _bracketed(rest) else rest


def unfinished(query: str) -> str:
    """The query with its last word taken for the beginning of a word, too: it may not be typed to its end."""
    last = _LAST.search(query)
    if last is None or last.group() in _OPERATORS or query.count('"') % 2:
        return query
    return f"{query[: last.start()]}({last.group()} OR {last.group()}*)"


def finished(query: str) -> str:
    """A query made of an unfinished one as a person would write it: its last word once, put right or not."""
    return _UNFINISHED.sub(r"\1", query)


def _place(query: str, asked: str) -> tuple[int, int] | None:
    found = re.search(rf"(?<!\S){re.escape(asked)}(?!\S)", query, re.IGNORECASE)
    return found.span() if found else None


def _bracketed(query: str) -> bool:
    """Whether one pair of brackets holds the whole query."""
    if not (query.startswith("(") and query.endswith(")")):
        return False
    depth = 0
    for place, sign in enumerate(query):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and place < len(query) - 1:
            return False
    return depth == 0
