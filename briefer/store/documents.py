"""Saved documents: from value to rows and back, equal to what was saved."""

import datetime
import secrets
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, delete, func, insert, select, update

from briefer.core.bitext import Bitext
from briefer.core.document import Document, Source
from briefer.core.wordforms import WordForms
from briefer.store import rows
from briefer.store.schema import annotations, beads, documents, library, paragraphs, sources, versions

_GENERATION_BITS = 53  # what JSON can carry


class DocumentStore:
    """Reads and writes documents over connections that the caller opens."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms

    def same_sources(self, connection: Connection, wanted: Iterable[Source]) -> str | None:
        """The id of the oldest document that came from all these files, perhaps among others."""
        hashes = {source.sha256 for source in wanted}
        if not hashes:
            return None
        found = (
            select(sources.c.document_id)
            .join(documents, documents.c.id == sources.c.document_id)
            .where(sources.c.sha256.in_(hashes))
            .group_by(sources.c.document_id)
            .having(func.count(sources.c.sha256.distinct()) == len(hashes))
            .order_by(documents.c.added, documents.c.id)
        )
        return connection.scalar(found)

    def exists(self, connection: Connection, document_id: str) -> bool:
        return connection.scalar(select(documents.c.id).where(documents.c.id == document_id)) is not None

    def write(self, connection: Connection, document: Document, document_id: str | None = None) -> str:
        """Save `document` under its id, in place of what is there; returns the id."""
        identity = document_id or uuid.uuid4().hex
        values = rows.document_values(document, self._forms)
        values["generation"] = self._next_generation(connection)
        if self.exists(connection, identity):
            connection.execute(update(documents).where(documents.c.id == identity).values(**values))
            for table in (sources, beads, versions):
                connection.execute(delete(table).where(table.c.document_id == identity))
        else:
            added = datetime.datetime.now(datetime.UTC).isoformat()
            connection.execute(insert(documents).values(id=identity, added=added, **values))
        for table, listed in (
            (sources, rows.source_rows(document)),
            (versions, rows.version_rows(document)),
            (paragraphs, rows.paragraph_rows(document, self._forms)),
            (beads, rows.bead_rows(document.bitext)),
        ):
            _insert_all(connection, table, identity, listed)
        return identity

    def read(self, connection: Connection, document_id: str) -> Document | None:
        """The document with this id, None if there is none. Raises ValueError on damaged rows."""
        head = connection.execute(select(documents).where(documents.c.id == document_id)).mappings().first()
        if head is None:
            return None

        def listed(table: Table, *order: str) -> list[rows.Row]:
            query = select(table).where(table.c.document_id == document_id)
            found = connection.execute(query.order_by(*(table.c[name] for name in order)))
            return list(found.mappings())

        return rows.document(
            head,
            listed(sources, "position"),
            listed(versions, "position"),
            listed(paragraphs, "language", "number"),
            listed(beads, "number"),
        )

    def with_prefix(self, connection: Connection, prefix: str) -> list[tuple[str, str]]:
        """Id and title of the documents whose id begins with `prefix`."""
        beginning = func.substr(documents.c.id, 1, len(prefix)) == prefix
        return _titles(connection.execute(_candidates().where(beginning)).all())

    def with_symbol(self, connection: Connection, symbol: str) -> list[tuple[str, str]]:
        """Id and title of the documents with this symbol, however it is spelt."""
        key = rows.symbol_key(symbol)
        return _titles(connection.execute(_candidates().where(documents.c.symbol_key == key)).all())

    def bitext(self, connection: Connection, document_id: str) -> Bitext | None:
        """The alignment alone, None where there is none. Raises ValueError on damaged rows."""
        found = connection.execute(select(documents).where(documents.c.id == document_id)).mappings().first()
        listed = select(beads).where(beads.c.document_id == document_id).order_by(beads.c.number)
        return rows.bitext(found, list(connection.execute(listed).mappings())) if found else None

    def write_bitext(self, connection: Connection, document_id: str, bitext: Bitext) -> None:
        """Put the beads of `bitext` in place of those saved."""
        connection.execute(delete(beads).where(beads.c.document_id == document_id))
        _insert_all(connection, beads, document_id, rows.bead_rows(bitext))

    def counts(self, connection: Connection) -> tuple[int, int, int]:
        """How many documents, paragraphs and annotations there are."""
        tables = (documents, paragraphs, annotations)
        count = [connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables]
        return count[0], count[1], count[2]

    def _next_generation(self, connection: Connection) -> int:
        """A new mark of the state of what is searched: by chance, so that no state gets it twice."""
        generation = secrets.randbits(_GENERATION_BITS)
        connection.execute(update(library).values(generation=generation))
        return generation


def _insert_all(
    connection: Connection, table: Table, document_id: str, listed: Iterator[dict[str, Any]]
) -> None:
    values = [{"document_id": document_id, **row} for row in listed]
    if values:
        connection.execute(insert(table), values)


def _candidates() -> Select[tuple[str, str]]:
    return select(documents.c.id, documents.c.title).order_by(documents.c.added, documents.c.id)


def _titles(found: Sequence[Row[tuple[str, str]]]) -> list[tuple[str, str]]:
    return [(row.id, row.title) for row in found]
