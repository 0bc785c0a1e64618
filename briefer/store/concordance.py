"""What a concordance needs to know of the library: where words stand, and what stands opposite."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, literal_column, select, tuple_

from briefer.core.document import Kind, Translation
from briefer.store.database import Database
from briefer.store.schema import documents, paragraphs, versions

Place = tuple[str, int]  # language, paragraph
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


@dataclass(frozen=True, slots=True)
class Sides:
    """A bead seen from a paragraph: the paragraphs of its `own` side and of the other one.

    `left` tells whether the own side is the left one.
    """

    own: tuple[int, ...]
    other_language: str
    other: tuple[int, ...]
    left: bool


class ConcordanceView:
    """The library in one state of its database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def holders(self, needle: str, ids: Sequence[str]) -> list[Holder]:
        """The paragraphs of these documents that hold `needle` among their stems; running heads are left out.

        Document after document as in `ids`, each in the order of its versions.
        """
        by_document: dict[str, list[Holder]] = {document_id: [] for document_id in ids}
        for first in range(0, len(ids), _AT_ONCE):
            for holder in self._holders(needle, ids[first : first + _AT_ONCE]):
                by_document[holder.document_id].append(holder)
        return [holder for found in by_document.values() for holder in found]

    def sides(self, document_id: str, language: str, indices: Collection[int]) -> dict[int, Sides]:
        """Both sides of the beads of these paragraphs; without an alignment of the language nothing.

        Read by hand: of all the beads of a library only few are asked for.
        """
        head = self._connection.exec_driver_sql(
            "SELECT left_language, right_language FROM documents WHERE id = ?", (document_id,)
        ).first()
        if head is None or language not in tuple(head):
            return {}
        left, right = head
        own, other = ("left", "right") if language == left else ("right", "left")
        rows = self._connection.exec_driver_sql(
            f'SELECT "{own}", "{other}" FROM beads WHERE document_id = ?',  # noqa: S608 - two names of ours
            (document_id,),
        )
        wanted = set(indices)
        found: dict[int, Sides] = {}
        for ours, theirs in rows:
            for index in wanted.intersection(numbers := json.loads(ours)):
                opposite = right if language == left else left
                found[index] = Sides(tuple(numbers), opposite, tuple(json.loads(theirs)), language == left)
        return found

    def texts(self, document_id: str, places: Sequence[Place]) -> Mapping[Place, str]:
        """What stands at these places; those that are not there are left out."""
        found: dict[Place, str] = {}
        place = tuple_(paragraphs.c.language, paragraphs.c.number)
        columns = select(paragraphs.c.language, paragraphs.c.number, paragraphs.c.text)
        for first in range(0, len(places), _AT_ONCE):
            some = place.in_(places[first : first + _AT_ONCE])
            listed = columns.where(paragraphs.c.document_id == document_id, some)
            found |= {(row.language, row.number): row.text for row in self._connection.execute(listed)}
        return found

    def sample(self, language: str, most: int) -> tuple[list[str], int]:
        """The texts of about `most` paragraphs in `language`, evenly spread, and how many there are."""
        spoken: ColumnElement[bool] = paragraphs.c.language == language
        counted = select(func.count()).select_from(paragraphs).where(spoken)
        total = self._connection.scalar(counted) or 0
        step = max(1, total // max(1, most))
        row: ColumnElement[int] = literal_column("paragraphs.rowid")
        listed = select(paragraphs.c.text).where(spoken, row % step == 0).order_by(row).limit(most)
        return list(self._connection.scalars(listed)), total

    def _holders(self, needle: str, ids: Sequence[str]) -> Iterable[Holder]:
        names = ("document_id", "language", "number", "label", "text", "kind", "stems")
        about = (documents.c.title, documents.c.titles, documents.c.symbol, documents.c.method)
        columns = (paragraphs.c[name] for name in names)
        listed = (
            select(*columns, *about, versions.c.translation)
            .join(documents, documents.c.id == paragraphs.c.document_id)
            .join(
                versions,
                (versions.c.document_id == paragraphs.c.document_id)
                & (versions.c.language == paragraphs.c.language),
            )
            .where(
                paragraphs.c.document_id.in_(ids),
                func.instr(paragraphs.c.stems, needle) > 0,
                paragraphs.c.kind != Kind.FURNITURE,
            )
            .order_by(versions.c.position, paragraphs.c.number)
        )
        for row in self._connection.execute(listed):
            yield Holder(
                row.document_id,
                row.titles.get(row.language, row.title),
                row.symbol,
                row.language,
                row.number,
                row.label,
                row.text,
                Kind(row.kind),
                Translation(row.translation) if row.translation else None,
                row.stems,
                row.method,
            )


class ConcordanceStore:
    """Opens views for concordances."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def view(self) -> Iterator[ConcordanceView]:
        """The library as it is now. Raises LibraryError."""
        with self._database.reading() as connection:
            yield ConcordanceView(connection)
