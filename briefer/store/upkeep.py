"""What is reckoned once for documents that an older Briefer saved."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from briefer.store import schema
from briefer.store.annotations import AnnotationStore
from briefer.store.digests import beads_digest, document_digest
from briefer.store.documents import DocumentStore
from briefer.store.schema import documents


def fill_digests(connection: Connection, store: DocumentStore) -> None:
    """Give their digests to documents and annotations that have none. Raises ValueError on damaged rows."""
    lacking = select(documents.c.id).where(documents.c.digest.is_(None))
    for identity in connection.scalars(lacking).all():
        document = store.read(connection, identity, removed=True)
        if document is not None:
            values = {"digest": document_digest(document), "beads_digest": beads_digest(document.bitext)}
            connection.execute(update(documents).where(documents.c.id == identity).values(**values))
    without = select(schema.annotations.c.id).where(schema.annotations.c.digest.is_(None)).limit(1)
    if connection.scalar(without) is not None:
        AnnotationStore().seal(connection)
