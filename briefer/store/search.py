"""What searching needs to know of the library: which documents may answer, and their passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, or_, select, tuple_

from briefer.core.bitext import Bitext
from briefer.core.document import Kind
from briefer.core.errors import LibraryBusy
from briefer.core.query import Query, Words
from briefer.store.database import Database
from briefer.store.documents import DocumentStore
from briefer.store.index import SearchIndex
from briefer.store.schema import documents, library, paragraphs, versions

Place = tuple[str, int]  # language, paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that holds a word of the query; `stems` as in `WordForms.stems`."""

    language: str
    index: int
    kind: Kind
    stems: str


@dataclass(frozen=True, slots=True)
class PassageText:
    """A paragraph as it is shown."""

    label: str | None
    text: str
    stems: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may answer. `head` are the stems of title, symbol and organs."""

    id: str
    title: str
    symbol: str | None
    head: str
    passages: tuple[Passage, ...]


class SearchView:
    """The library in one state of its database."""

    def __init__(
        self, connection: Connection, store: DocumentStore, index: SearchIndex | None, folder: Path
    ) -> None:
        self._folder = folder
        self._connection = connection
        self._store = store
        self._index = index

    @property
    def generation(self) -> int:
        """As `briefer.store.index.Contents` has it, like the next two."""
        return int(self._connection.execute(select(library.c.generation)).scalar_one())

    def generations(self) -> dict[str, int]:
        """By document id, newest first."""
        listed = select(documents.c.id, documents.c.generation).where(documents.c.removed.is_(None))
        found = self._connection.execute(listed.order_by(documents.c.added.desc(), documents.c.id))
        return {row.id: row.generation for row in found}

    def stems(self, document_id: str) -> tuple[str, str]:
        """Of the head and of all paragraphs."""
        head = self._connection.scalar(select(documents.c.head).where(documents.c.id == document_id))
        listed = select(paragraphs.c.stems).where(paragraphs.c.document_id == document_id)
        return head or "", "".join(self._connection.scalars(listed))

    def ranked(self, query: Query) -> list[str]:
        """The ids of all documents that may answer, best first.

        If the index cannot be used or made at the moment, these are all documents, newest
        first: a full disk is no reason to find nothing.
        """
        if self._index is None:
            return list(self.generations())
        try:
            return self._index.ranked(query, self)
        except Exception:  # noqa: BLE001 - Whoosh fails in many ways, and none may hide documents
            return list(self.generations())

    def refresh(self) -> None:
        """Bring the index up to date ahead of the next query, if it can be."""
        if self._index is not None:
            with suppress(Exception):  # as in `ranked`
                self._index.refresh(self)

    def indexed(self) -> dict[str, int]:
        """By the id of what is in the index, the state in which it is there; nothing of a damaged one.

        Raises LibraryBusy while another program holds the index.
        """
        try:
            return self._free().indexed()
        except LibraryBusy:
            raise
        except Exception:  # noqa: BLE001 - damage shows itself in any way there is
            return {}

    def rebuild(self) -> None:
        """Make the index anew. Raises LibraryBusy, OSError and whatever Whoosh raises."""
        index = self._free()
        index.clear()
        index.refresh(self)

    def _free(self) -> SearchIndex:
        if self._index is None:
            raise LibraryBusy(path=str(self._folder))
        return self._index

    def candidates(self, ids: Sequence[str], words: Iterable[Words]) -> list[Candidate]:
        """The documents with these ids, in this order, with the paragraphs that hold any of `words`."""
        listed = select(documents.c.id, documents.c.title, documents.c.symbol, documents.c.head)
        heads = {row.id: row for row in self._connection.execute(listed.where(documents.c.id.in_(ids)))}
        columns = (paragraphs.c[name] for name in ("document_id", "language", "number", "kind", "stems"))
        holding = or_(*(func.instr(paragraphs.c.stems, entry.needle) > 0 for entry in words))
        found = select(*columns).where(paragraphs.c.document_id.in_(ids), holding)
        passages: dict[str, list[Passage]] = {document_id: [] for document_id in ids}
        for row in self._connection.execute(found):
            passages[row.document_id].append(Passage(row.language, row.number, Kind(row.kind), row.stems))
        return [
            Candidate(head.id, head.title, head.symbol, head.head, tuple(passages[head.id]))
            for head in (heads[document_id] for document_id in ids if document_id in heads)
        ]

    def texts(self, document_id: str, places: Sequence[Place]) -> dict[Place, PassageText]:
        """What stands at these places; those that are not there are left out."""
        place = tuple_(paragraphs.c.language, paragraphs.c.number)
        columns = (paragraphs.c[name] for name in ("language", "number", "label", "text", "stems"))
        listed = select(*columns).where(paragraphs.c.document_id == document_id, place.in_(places))
        found = self._connection.execute(listed)
        return {(row.language, row.number): PassageText(row.label, row.text, row.stems) for row in found}

    def opening(self, document_id: str) -> Place | None:
        """The paragraph to go to for the document as a whole: its first title, else its first one."""
        listed = select(paragraphs.c.language, paragraphs.c.number).join(versions)
        order = (paragraphs.c.kind != Kind.TITLE, versions.c.position, paragraphs.c.number)
        found = listed.where(paragraphs.c.document_id == document_id).order_by(*order).limit(1)
        row = self._connection.execute(found).first()
        return (row.language, row.number) if row else None

    def bitext(self, document_id: str) -> Bitext | None:
        """The alignment, None where there is none."""
        return self._store.bitext(self._connection, document_id)


class SearchStore:
    """Opens views for searching, one at a time."""

    def __init__(self, database: Database, store: DocumentStore, folder: Path, busy_seconds: float) -> None:
        self._database = database
        self._store = store
        self._folder = folder
        self._index = SearchIndex(folder, busy_seconds)

    @contextmanager
    def view(self) -> Iterator[SearchView]:
        """The library as it is now, with its index if that is free. Raises LibraryError."""
        with ExitStack() as stack:
            index: SearchIndex | None = self._index
            try:
                # Before the database is read, so that the index never goes back in time.
                stack.enter_context(self._index.locked())
            except (OSError, LibraryBusy):
                index = None
            connection = stack.enter_context(self._database.reading())
            yield SearchView(connection, self._store, index, self._folder)
