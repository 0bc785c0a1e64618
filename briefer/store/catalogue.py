"""The questions asked at every start: what is saved, and is this file saved?

Answered with plain sqlite3 and read-only, because importing SQLAlchemy takes longer than
`briefer list` may. A library that is not there yet is empty, and is not made by asking.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefer.core.folders import Folder
from briefer.store.faults import translated
from briefer.store.revisions import CURRENT, read_revision, reading, stored_revision

_ENTRIES = """
    SELECT id, title, symbol, date, organ, session, agenda_item, titled, added, place,
        meeting_first, meeting_last, distribution, titles,
        (SELECT group_concat(language, ' ') FROM
            (SELECT language FROM versions WHERE document_id = documents.id ORDER BY position)),
        (SELECT count(*) FROM annotations WHERE document_id = documents.id),
        (SELECT group_concat(folder_id, ' ') FROM folder_documents WHERE document_id = documents.id)
    FROM documents WHERE removed IS NULL ORDER BY added DESC, id
"""
_NONE = "{}"
_FOLDERS = "SELECT id, name, parent_id FROM folders ORDER BY name, id"
_BY_SOURCE = """
    SELECT document_id FROM sources JOIN documents ON documents.id = document_id
    WHERE sha256 = ? AND removed IS {} ORDER BY added DESC, id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A saved document as it is listed; dates are ISO 8601.

    `titled` tells whether `title` is one; else it is the file's name. `folders` are ids.
    """

    id: str
    title: str
    symbol: str | None
    date: str | None
    organ: str | None
    session: str | None
    agenda_item: str | None
    titled: bool
    added: str
    place: str | None
    meeting: tuple[str, str] | None
    distribution: str | None
    titles: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    annotations: int
    folders: tuple[str, ...]


class Catalogue:
    """Looks into the database at `path`. Its methods raise LibraryError.

    `renew` is called first where the database is an older Briefer's.
    """

    def __init__(self, path: Path, busy_seconds: float, renew: Callable[[], None]) -> None:
        self._path = path
        self._busy_seconds = busy_seconds
        self._renew = renew

    def entries(self) -> list[Entry]:
        """All saved documents, newest first, without those in the trash."""
        return [_entry(row) for row in self._rows(_ENTRIES)]

    def folders(self) -> list[Folder]:
        """The person's own folders by name."""
        return [Folder(identity, name, parent) for identity, name, parent in self._rows(_FOLDERS)]

    def by_source(self, sha256: str, *, removed: bool = False) -> str | None:
        """The id of the newest document that was read from the file with this hash.

        With `removed`, of those in the trash.
        """
        found = self._rows(_BY_SOURCE.format("NOT NULL" if removed else "NULL"), (sha256,))
        return str(found[0][0]) if found else None

    def _rows(self, query: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        with translated(self._path):
            revision = stored_revision(self._path, self._busy_seconds)
            if revision is None:
                return []
            if revision != CURRENT:
                self._renew()
            with reading(self._path, self._busy_seconds) as connection:
                read_revision(connection, self._path)
                return connection.execute(query, values).fetchall()


def _entry(row: Sequence[Any]) -> Entry:
    identity, title, symbol, date, organ, session, item, titled, added, *rest = row
    place, first, last, distribution, titles, languages, annotations, folders = rest
    return Entry(
        identity,
        title,
        symbol,
        date,
        organ,
        session,
        item,
        bool(titled),
        added,
        place,
        (first, last) if first and last else None,
        distribution,
        () if titles == _NONE else tuple(json.loads(titles).items()),
        tuple((languages or "").split()),
        annotations,
        tuple((folders or "").split()),
    )
