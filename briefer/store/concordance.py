"""What a concordance needs to know of the library: where words stand, and what stands opposite."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from briefer.core.document import Kind, Translation
from briefer.store.database import Database
from briefer.store.engine import tuples
from briefer.store.pairs import KnownPairs, Pairs
from briefer.store.passages import Place, paragraphs_at

_AT_ONCE = 500  # documents in one question to the database


@dataclass(frozen=True, slots=True)
class Holder:
    """A paragraph that holds the words; `stems` as in `WordForms.stems`, made by a `method` of it."""

    document_id: str
    title: str
    symbol: str | None
    language: str
    index: int
    label: str | None
    text: str
    kind: Kind
    translation: Translation | None
    stems: str
    method: int


class ConcordanceView:
    """The library in one state of its database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def holders_in(self, needle: str, document_id: str) -> list[Holder]:
        """The paragraphs of a document that hold `needle` among their stems; running heads are left out.

        In the order of its versions.
        """
        rows = tuples(
            self._connection,
            "SELECT p.document_id, p.language, p.number, p.label, p.text, p.kind, p.stems FROM paragraphs p"
            " JOIN versions v ON v.document_id = p.document_id AND v.language = p.language"
            " WHERE p.document_id = ? AND instr(p.stems, ?) > 0 AND p.kind != ?"
            " ORDER BY v.position, p.number",
            (document_id, needle, Kind.FURNITURE),
        )
        return self._made(rows, [document_id])

    def holders_at(self, language: str, places: Mapping[str, Sequence[int]]) -> list[Holder]:
        """These paragraphs of documents in a language, in this order; what is not there is left out."""
        wanted = [(identity, language, number) for identity, numbers in places.items() for number in numbers]
        columns = ("label", "text", "kind", "stems")
        found = {row[:3]: row for row in paragraphs_at(self._connection, columns, wanted)}
        return self._made([found[place] for place in wanted if place in found], list(places))

    def _made(self, rows: Iterable[tuple[Any, ...]], ids: Sequence[str]) -> list[Holder]:
        about = {row[0]: row for row in self._of(ids, "documents", "id, title, titles, symbol, method")}
        versions = self._of(ids, "versions", "document_id, language, translation")
        translations = {(identity, language): value for identity, language, value in versions}
        made = []
        for identity, language, number, label, text, kind, stems in rows:
            if (head := about.get(identity)) is None:
                continue
            _, title, titles, symbol, method = head
            translation = translations.get((identity, language))
            made.append(
                Holder(
                    identity,
                    json.loads(titles).get(language, title),
                    symbol,
                    language,
                    number,
                    label,
                    text,
                    Kind(kind),
                    Translation(translation) if translation else None,
                    stems,
                    method,
                )
            )
        return made

    def _of(self, ids: Sequence[str], table: str, columns: str) -> Iterator[tuple[Any, ...]]:
        """Rows of a table of these documents; the first of the `columns` names the document."""
        key = columns.split(",", 1)[0]
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE]
            marks = ",".join("?" * len(some))
            yield from tuples(
                self._connection,
                f"SELECT {columns} FROM {table} WHERE {key} IN ({marks})",  # noqa: S608 - names of ours
                some,
            )

    def pairs(self, ids: Sequence[str]) -> dict[str, Pairs]:
        """What stands opposite what, of the documents that have an alignment."""
        known = KnownPairs()
        found: dict[str, Pairs] = {}
        for first in range(0, len(ids), _AT_ONCE):
            found |= known.of(self._connection, ids[first : first + _AT_ONCE])
        return found

    def texts(self, places: Sequence[Place]) -> dict[Place, str]:
        """What stands at these places; those that are not there are left out."""
        rows = paragraphs_at(self._connection, ("text",), places)
        return {(identity, language, number): text for identity, language, number, text in rows}

    def sample(self, language: str, most: int) -> tuple[list[str], int]:
        """The texts of about `most` paragraphs in `language`, evenly spread, and how many there are."""
        counted = "SELECT count(*) FROM paragraphs WHERE language = ?"
        ((total,),) = tuples(self._connection, counted, (language,))
        step = max(1, total // max(1, most))
        # Of many rows only those that are taken are looked at.
        listed = tuples(
            self._connection,
            "WITH RECURSIVE wanted (r) AS (SELECT :step UNION ALL SELECT r + :step FROM wanted"
            " WHERE r + :step <= (SELECT max(rowid) FROM paragraphs))"
            " SELECT text FROM wanted CROSS JOIN paragraphs p ON p.rowid = r"
            " WHERE p.language = :language ORDER BY r LIMIT :most",
            {"step": step, "language": language, "most": most},
        )
        return [text for (text,) in listed], total


class ConcordanceStore:
    """Opens views for concordances."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def view(self) -> Iterator[ConcordanceView]:
        """The library as it is now. Raises LibraryError."""
        with self._database.reading() as connection:
            yield ConcordanceView(connection)
