"""The questions asked at every start: what is saved, and is this file saved?

Answered with plain sqlite3 and read-only, because importing SQLAlchemy takes longer than
`briefer list` may. A library that is not there yet is empty, and is not made by asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefer.store.faults import translated
from briefer.store.revisions import read_revision, reading, stored_revision

_ENTRIES = """
    SELECT id, title, symbol, date, organ, session, agenda_item,
        (SELECT group_concat(language, ' ') FROM
            (SELECT language FROM versions WHERE document_id = documents.id ORDER BY position)),
        (SELECT count(*) FROM annotations WHERE document_id = documents.id)
    FROM documents ORDER BY added DESC, id
"""
_BY_SOURCE = """
    SELECT document_id FROM sources JOIN documents ON documents.id = document_id
    WHERE sha256 = ? ORDER BY added DESC, id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A saved document as it is listed; `date` is ISO 8601."""

    id: str
    title: str
    symbol: str | None
    date: str | None
    organ: str | None
    session: str | None
    agenda_item: str | None
    languages: tuple[str, ...]
    annotations: int


class Catalogue:
    """Looks into the database at `path`. Its methods raise LibraryError."""

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self._path = path
        self._busy_seconds = busy_seconds

    def entries(self) -> list[Entry]:
        """All saved documents, newest first."""
        return [_entry(row) for row in self._rows(_ENTRIES)]

    def by_source(self, sha256: str) -> str | None:
        """The id of the newest document that was read from the file with this hash."""
        found = self._rows(_BY_SOURCE, (sha256,))
        return str(found[0][0]) if found else None

    def _rows(self, query: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        with translated(self._path):
            if stored_revision(self._path, self._busy_seconds) is None:
                return []
            with reading(self._path, self._busy_seconds) as connection:
                read_revision(connection, self._path)
                return connection.execute(query, values).fetchall()


def _entry(row: Sequence[Any]) -> Entry:
    identity, title, symbol, date, organ, session, agenda_item, languages, annotations = row
    return Entry(
        identity,
        title,
        symbol,
        date,
        organ,
        session,
        agenda_item,
        tuple((languages or "").split()),
        annotations,
    )
