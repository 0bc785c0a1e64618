"""Saved documents: from value to rows and back, equal to what was saved.

Documents in the trash are there for `write`, `state` and their own id's `read` only when asked for.
"""

import datetime
import secrets
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, delete, func, insert, select, update

from briefer.core.bitext import Bitext
from briefer.core.document import Document, Source
from briefer.core.wordforms import WordForms
from briefer.store import rows
from briefer.store.digests import beads_digest, document_digest
from briefer.store.lemmas import recall, remember
from briefer.store.schema import annotations, beads, documents, library, paragraphs, sources, versions

_GENERATION_BITS = 53  # what JSON can carry
LIVE = documents.c.removed.is_(None)


class DocumentStore:
    """Reads and writes documents over connections that the caller opens."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms

    def same_sources(
        self, connection: Connection, wanted: Iterable[Source], *, removed: bool = False
    ) -> str | None:
        """The id of the oldest document that came from all these files, perhaps among others.

        With `removed`, of those in the trash.
        """
        hashes = {source.sha256 for source in wanted}
        if not hashes:
            return None
        found = (
            select(sources.c.document_id)
            .join(documents, documents.c.id == sources.c.document_id)
            .where(sources.c.sha256.in_(hashes), documents.c.removed.is_not(None) if removed else LIVE)
            .group_by(sources.c.document_id)
            .having(func.count(sources.c.sha256.distinct()) == len(hashes))
            .order_by(documents.c.added, documents.c.id)
        )
        return connection.scalar(found)

    def exists(self, connection: Connection, document_id: str) -> bool:
        found = select(documents.c.id).where(documents.c.id == document_id, LIVE)
        return connection.scalar(found) is not None

    def write(
        self,
        connection: Connection,
        document: Document,
        document_id: str | None = None,
        kept: Mapping[str, bool] | None = None,
    ) -> str:
        """Save `document` under its id, in place of what is there; returns the id.

        `kept` tells by hash which original files are kept, as far as that is known now.
        """
        identity = document_id or uuid.uuid4().hex
        recall(connection, self._forms, rows.texts(document))
        values = rows.document_values(document, self._forms)
        values["generation"] = next_generation(connection)
        values["digest"] = document_digest(document)
        values["beads_digest"] = beads_digest(document.bitext)
        known = {row.sha256: row.kept for row in connection.execute(_kept(identity))} | dict(kept or {})
        if connection.scalar(select(documents.c.id).where(documents.c.id == identity)) is not None:
            connection.execute(update(documents).where(documents.c.id == identity).values(**values))
            for table in (sources, beads, versions):
                connection.execute(delete(table).where(table.c.document_id == identity))
        else:
            connection.execute(insert(documents).values(id=identity, added=moment(), **values))
        listed_sources = ({**row, "kept": known.get(row["sha256"])} for row in rows.source_rows(document))
        for table, listed in (
            (sources, listed_sources),
            (versions, rows.version_rows(document)),
            (paragraphs, rows.paragraph_rows(document, self._forms)),
            (beads, rows.bead_rows(document.bitext)),
        ):
            _insert_all(connection, table, identity, listed)
        remember(connection, self._forms)
        return identity

    def read(self, connection: Connection, document_id: str, *, removed: bool = False) -> Document | None:
        """The document with this id, None if there is none. Raises ValueError on damaged rows.

        With `removed`, it may be in the trash.
        """
        chosen = select(documents).where(documents.c.id == document_id)
        head = connection.execute(chosen if removed else chosen.where(LIVE)).mappings().first()
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
        digest = beads_digest(bitext)
        connection.execute(update(documents).where(documents.c.id == document_id).values(beads_digest=digest))

    def counts(self, connection: Connection) -> tuple[int, int, int]:
        """How many documents, paragraphs and annotations there are."""
        tables = (documents, paragraphs, annotations)
        columns = (documents.c.id, paragraphs.c.document_id, annotations.c.document_id)
        count = [
            connection.scalar(
                select(func.count()).select_from(table).where(column.in_(select(documents.c.id).where(LIVE)))
            )
            or 0
            for table, column in zip(tables, columns, strict=True)
        ]
        return count[0], count[1], count[2]


def next_generation(connection: Connection) -> int:
    """A new mark of the state of what is searched: by chance, so that no state gets it twice."""
    generation = secrets.randbits(_GENERATION_BITS)
    connection.execute(update(library).values(generation=generation))
    return generation


def moment() -> str:
    """Now, as times are kept."""
    return datetime.datetime.now(datetime.UTC).isoformat()


def _insert_all(
    connection: Connection, table: Table, document_id: str, listed: Iterator[dict[str, Any]]
) -> None:
    values = [{"document_id": document_id, **row} for row in listed]
    if values:
        connection.execute(insert(table), values)


def _kept(document_id: str) -> Select[tuple[str, bool | None]]:
    return select(sources.c.sha256, sources.c.kept).where(sources.c.document_id == document_id)


def _candidates() -> Select[tuple[str, str]]:
    chosen = select(documents.c.id, documents.c.title).where(LIVE)
    return chosen.order_by(documents.c.added, documents.c.id)


def _titles(found: Sequence[Row[tuple[str, str]]]) -> list[tuple[str, str]]:
    return [(row.id, row.title) for row in found]
