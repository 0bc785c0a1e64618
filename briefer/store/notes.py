"""Briefing notes in the library's database."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from briefer.core.saved_notes import SavedNote
from briefer.store.documents import next_generation
from briefer.store.schema import briefing_note_documents, briefing_notes, documents
from briefer.store.transactions import Transactions


class NoteText(NamedTuple):
    """A note as it is searched; `about` is the first document that it is about."""

    id: str
    title: str
    text: str
    about: str | None


def note_texts(connection: Connection) -> list[NoteText]:
    """Those of all notes, changed last first."""
    found = connection.exec_driver_sql(
        "SELECT id, title, text, (SELECT document_id FROM briefing_note_documents"
        " WHERE note_id = id ORDER BY position LIMIT 1) FROM briefing_notes ORDER BY modified DESC, id"
    )
    return [NoteText(*row) for row in found]


class NoteStore:
    """Every method has its changes on disk when it returns, and raises LibraryError."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def save(self, note: SavedNote) -> None:
        """Save a note, in place of the one with its id; documents that are not there are left out."""
        with self._transactions.writing() as connection:
            known = briefing_notes.c.id == note.id
            values = _values(note)
            if connection.execute(update(briefing_notes).where(known).values(**values)).rowcount == 0:
                connection.execute(insert(briefing_notes).values(id=note.id, **values))
            of_note = briefing_note_documents.c.note_id == note.id
            connection.execute(delete(briefing_note_documents).where(of_note))
            there = set(connection.scalars(select(documents.c.id)))
            rows = [
                {"note_id": note.id, "position": position, "document_id": document_id}
                for position, document_id in enumerate(note.document_ids)
                if document_id in there
            ]
            if rows:
                connection.execute(insert(briefing_note_documents), rows)
            next_generation(connection)

    def all(self) -> list[SavedNote]:
        """All notes, changed last first."""
        with self._transactions.reading() as connection:
            order = (briefing_notes.c.modified.desc(), briefing_notes.c.id)
            rows = connection.execute(select(briefing_notes).order_by(*order)).mappings().all()
            return [_note(connection, row) for row in rows]

    def delete(self, note_id: str) -> bool:
        """Whether there was such a note."""
        with self._transactions.writing() as connection:
            gone = connection.execute(delete(briefing_notes).where(briefing_notes.c.id == note_id)).rowcount
            if gone:
                next_generation(connection)
            return bool(gone)


def _values(note: SavedNote) -> dict[str, Any]:
    return {
        "title": note.title,
        "language": note.language,
        "author": note.author,
        "created": note.created.astimezone(datetime.UTC).isoformat(),
        "modified": note.modified.astimezone(datetime.UTC).isoformat(),
        "text": note.text,
        "content": dict(note.content),
    }


def _note(connection: Connection, row: RowMapping) -> SavedNote:
    order = briefing_note_documents.c.position
    listed = select(briefing_note_documents.c.document_id).order_by(order)
    ids = connection.scalars(listed.where(briefing_note_documents.c.note_id == row["id"]))
    return SavedNote(
        id=row["id"],
        title=row["title"],
        language=row["language"],
        author=row["author"],
        created=datetime.datetime.fromisoformat(row["created"]),
        modified=datetime.datetime.fromisoformat(row["modified"]),
        text=row["text"],
        content=row["content"],
        document_ids=tuple(ids),
    )
