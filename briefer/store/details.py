"""How saved documents are described: what was entered by hand outlives a new reading of the text."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select, update

from briefer.core.details import DETAILS, Details, details_of, title_in_text, with_details
from briefer.core.document import Document
from briefer.store.documents import DocumentStore
from briefer.store.schema import documents


class DetailsStore:
    """Keeps, beside what a document goes by, what its text itself says. The caller opens connections."""

    def __init__(self, store: DocumentStore) -> None:
        self._documents = store

    def as_read(self, connection: Connection, document_id: str, document: Document) -> Details:
        """What the text says, whatever was entered by hand."""
        edited = self._edited(connection, document_id)
        read = {name: value for name, value in edited.items() if name != "title"}
        return replace(details_of(document), **read, title=title_in_text(document))

    def write(
        self, connection: Connection, document_id: str, document: Document, details: Details
    ) -> Document:
        """Describe the saved `document` by `details`; returns it as it is then."""
        read = self.as_read(connection, document_id, document)
        changed = with_details(document, details)
        if changed != document:
            self._documents.write(connection, changed, document_id)
            self._remember(connection, document_id, read, details)
        return changed

    def kept(self, connection: Connection, document_id: str, read: Document) -> Document:
        """`read`, a new reading of a saved document, under the details that were entered by hand.

        To be called before it is written, and remembers what the new reading says.
        """
        edited = self._edited(connection, document_id)
        saved = self._documents.read(connection, document_id) if edited else None
        if saved is None:
            return read
        by_hand = {name: getattr(details_of(saved), name) for name in edited}
        found = details_of(replace(read, called=None))
        # What was joined of the saved document bears what was entered: the text need not say so.
        said = {name: value for name, value in edited.items() if getattr(found, name) == by_hand[name]}
        details = replace(found, **by_hand)
        self._remember(connection, document_id, replace(found, **said), details)
        return with_details(read, details)

    def _edited(self, connection: Connection, document_id: str) -> dict[str, Any]:
        found = connection.scalar(select(documents.c.edited).where(documents.c.id == document_id))
        return {name: _to_value(name, value) for name, value in (found or {}).items() if name in DETAILS}

    def _remember(self, connection: Connection, document_id: str, read: Details, details: Details) -> None:
        edited = {
            name: _from_value(getattr(read, name))
            for name in DETAILS
            if getattr(read, name) != getattr(details, name)
        }
        connection.execute(update(documents).where(documents.c.id == document_id).values(edited=edited))


def _from_value(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _to_value(name: str, value: Any) -> Any:
    return datetime.date.fromisoformat(value) if name == "date" and value else value
