"""What is reckoned once for documents that an older Briefer saved."""

from __future__ import annotations

from sqlalchemy import Connection, func, select, update

from briefer.core.document import Kind
from briefer.store import rows, schema
from briefer.store.annotations import AnnotationStore
from briefer.store.digests import beads_digest, document_digest
from briefer.store.documents import DocumentStore
from briefer.store.schema import documents, paragraphs, versions


def fill(connection: Connection, store: DocumentStore) -> None:
    """Add what is not there yet. Raises ValueError on damaged rows."""
    _fill_digests(connection, store)
    _fill_titles(connection)


def _fill_digests(connection: Connection, store: DocumentStore) -> None:
    """Give their digests to documents and annotations that have none."""
    lacking = select(documents.c.id).where(documents.c.digest.is_(None))
    for identity in connection.scalars(lacking).all():
        document = store.read(connection, identity, removed=True)
        if document is not None:
            values = {"digest": document_digest(document), "beads_digest": beads_digest(document.bitext)}
            connection.execute(update(documents).where(documents.c.id == identity).values(**values))
    without = select(schema.annotations.c.id).where(schema.annotations.c.digest.is_(None)).limit(1)
    if connection.scalar(without) is not None:
        AnnotationStore().seal(connection)


def _fill_titles(connection: Connection) -> None:
    """Say what documents in several languages are called in each. Only their headings are read."""
    several = select(versions.c.document_id).group_by(versions.c.document_id).having(func.count() > 1)
    unknown = (documents.c.called.is_(None), documents.c.titles == {}, documents.c.id.in_(several))
    for head in connection.execute(select(documents).where(*unknown)).mappings().all():
        chosen = paragraphs.c.document_id == head["id"], paragraphs.c.kind.in_((Kind.TITLE, Kind.HEADING))
        listed = select(paragraphs).where(*chosen).order_by(paragraphs.c.language, paragraphs.c.number)
        spoken = select(versions).where(versions.c.document_id == head["id"]).order_by(versions.c.position)
        document = rows.document(
            head,
            (),
            connection.execute(spoken).mappings().all(),
            connection.execute(listed).mappings().all(),
            (),
        )
        if titles := document.other_titles:
            changed = update(documents).where(documents.c.id == head["id"])
            connection.execute(changed.values(titles=titles))
