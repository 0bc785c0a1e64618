"""Paragraphs read from the database by their places, many with one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from briefer.store.engine import tuples

Place = tuple[str, str, int]  # document, language, paragraph
_AT_ONCE = 250  # passages in one question to the database


def paragraphs_at(
    connection: Connection, columns: Sequence[str], places: Sequence[Place]
) -> Iterator[tuple[Any, ...]]:
    """Document, language and number of each paragraph that is there, then its `columns`; in no order."""
    for first in range(0, len(places), _AT_ONCE):
        some = places[first : first + _AT_ONCE]
        yield from tuples(
            connection,
            f"WITH wanted (d, l, n) AS (VALUES {','.join(['(?,?,?)'] * len(some))}) "  # noqa: S608 - names of ours
            f"SELECT d, l, n, {', '.join(columns)} FROM wanted"
            " JOIN paragraphs p ON p.document_id = d AND p.language = l AND p.number = n",
            [value for place in some for value in place],
        )
