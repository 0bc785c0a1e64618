"""Documents that were removed: out of sight, and everything of them kept until the trash is emptied."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from briefer.store.documents import LIVE, moment, next_generation
from briefer.store.originals import Originals
from briefer.store.schema import briefing_note_documents, briefing_notes, documents, freed_files, sources
from briefer.store.transactions import Transactions


@dataclass(frozen=True, slots=True)
class Removed:
    """A document in the trash; `removed` is when it came there."""

    id: str
    title: str
    symbol: str | None
    removed: datetime.datetime
    titles: tuple[tuple[str, str], ...] = ()

    def called(self, language: str) -> str:
        """Its title in `language`, if it has one there."""
        return dict(self.titles).get(language, self.title)


class Trash:
    """Every method has its changes on disk when it returns, and raises LibraryError.

    Originals go only when neither a document, those in the trash included, nor a backup needs
    them: `backed_up` names those that backups need.
    """

    def __init__(
        self, transactions: Transactions, originals: Originals, backed_up: Callable[[], Collection[str]]
    ) -> None:
        self._transactions = transactions
        self._originals = originals
        self._backed_up = backed_up

    def remove(self, document_ids: Sequence[str]) -> tuple[str, ...]:
        """Put documents into the trash; the ids of those that were not in it."""
        return self._turn(document_ids, moment())

    def restore(self, document_ids: Sequence[str]) -> tuple[str, ...]:
        """Take documents out of the trash again; the ids of those that were in it."""
        return self._turn(document_ids, None)

    def holds(self, document_id: str) -> bool | None:
        """Whether a document is in the trash, None if there is none of this id."""
        found = select(documents.c.removed).where(documents.c.id == document_id)
        with self._transactions.reading() as connection:
            row = connection.execute(found).first()
        return None if row is None else row.removed is not None

    def entries(self) -> list[Removed]:
        """What is in the trash, removed last first."""
        columns = (documents.c[name] for name in ("id", "title", "symbol", "removed", "titles"))
        listed = select(*columns).where(~LIVE).order_by(documents.c.removed.desc(), documents.c.id)
        with self._transactions.reading() as connection:
            found = connection.execute(listed).all()
            return [
                Removed(
                    row.id,
                    row.title,
                    row.symbol,
                    datetime.datetime.fromisoformat(row.removed),
                    tuple(row.titles.items()),
                )
                for row in found
            ]

    def empty(self, before: datetime.datetime | None = None) -> int:
        """Delete for good what was removed, or removed before a moment; how many documents.

        Briefing notes on nothing else go with them.
        """
        until = (before or datetime.datetime.now(datetime.UTC)).astimezone(datetime.UTC).isoformat()
        old = and_(~LIVE, documents.c.removed <= until)
        with self._transactions.writing() as connection:
            _note(connection, connection.scalars(select(sources.c.sha256).join(documents).where(old)))
            noted = _notes_on(connection)
            gone = connection.execute(delete(documents).where(old)).rowcount
            if gone:
                next_generation(connection)
                connection.execute(
                    delete(briefing_notes).where(briefing_notes.c.id.in_(noted - _notes_on(connection)))
                )
        self.sweep()
        return gone

    def free(self, hashes: Collection[str]) -> None:
        """Note originals that something needs no more, for the next `sweep`."""
        with self._transactions.reading() as connection:
            freed = set(hashes) - referenced(connection)
        if freed:
            with self._transactions.writing() as connection:
                _note(connection, freed)

    def sweep(self) -> None:
        """Delete those of the noted originals that neither a document nor a backup needs.

        What a killed program has noted and not deleted goes with them.
        """
        with self._transactions.reading() as connection:
            if connection.scalar(select(freed_files).limit(1)) is None:
                return
        # Within a transaction no other program comes to need a file that is about to go.
        with self._transactions.writing() as connection:
            freed = set(connection.scalars(select(freed_files.c.sha256)))
            self._originals.sweep(freed, {*referenced(connection), *self._backed_up()})
            connection.execute(delete(freed_files))

    def _turn(self, document_ids: Sequence[str], when: str | None) -> tuple[str, ...]:
        there = LIVE if when else ~LIVE
        with self._transactions.writing() as connection:
            listed = select(documents.c.id).where(documents.c.id.in_(list(document_ids)), there)
            found = set(connection.scalars(listed))
            turned = tuple(each for each in document_ids if each in found)
            if turned:
                chosen = documents.c.id.in_(turned)
                connection.execute(update(documents).where(chosen).values(removed=when))
                next_generation(connection)
            return turned


def _note(connection: Connection, hashes: Iterable[str]) -> None:
    values = [{"sha256": sha256} for sha256 in set(hashes)]
    if values:
        connection.execute(insert(freed_files).on_conflict_do_nothing(), values)


def _notes_on(connection: Connection) -> set[str]:
    """The briefing notes on documents."""
    return set(connection.scalars(select(briefing_note_documents.c.note_id)))


def referenced(connection: Connection) -> set[str]:
    """The hashes of all original files that documents were read from, those in the trash included."""
    return set(connection.scalars(select(sources.c.sha256)))
