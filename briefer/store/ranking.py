"""Which documents speak most of what a query asks for. Nothing else knows Whoosh.

One entry a document: the stems of all its paragraphs, and of its title, symbol and organs, which
count three times, without positions. Whoosh is only asked for positive words (its NOT
fails at times) and only for the order; what answers is decided in `briefer.store.answers`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from struct import pack
from typing import NamedTuple

from whoosh import fields, index, reading
from whoosh.analysis import RegexTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import And, Or, Term
from whoosh.query import Query as WhooshQuery
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

from briefer.core.query.values import All, AnyOf, Near, Place, Query, Some, Words

_MEMORY = 256  # megabytes; larger batches index faster
_LONGEST_STEM = 200  # longer ones are no words, and Whoosh has limits
_HEAD = 3  # times that the words of title, symbol and organs count
_MOST_STEMS = 4  # of a beginning; the others hardly change the order
_SMALL = 24  # documents; smaller parts of the index are joined when there are many
_MANY = 12


class Entry(NamedTuple):
    """A document as strings of stems."""

    id: str
    head: str
    stems: str


class Ranking:
    """Whoosh's index in `folder`. Its methods raise OSError and whatever Whoosh raises."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: FileIndex | None = None
        self._searcher: Searcher | None = None
        self._ids: dict[int, str] = {}

    def create(self) -> None:
        """Make an empty index in place of what is there."""
        self.close()
        index.create_in(str(self._folder), _schema()).close()

    def write(self, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        """Put `entries` in, after those of the documents `gone` are taken out."""
        self.close()
        opened = self._opened_index()
        writer = opened.writer(timeout=0, limitmb=_MEMORY)
        try:
            for document_id in gone:
                writer.delete_by_term("id", document_id)
            for entry in entries:
                writer.add_document(id=entry.id, stems=f"{entry.head * _HEAD}{entry.stems}")
        except BaseException:
            writer.cancel()
            raise
        finally:
            opened.close()
        writer.commit(mergetype=_merged)

    def scored(self, query: Query, limit: int | None) -> list[tuple[float, str]]:
        """At most `limit` documents that hold what `query` asks for, with their scores, best first."""
        question = _positive(query)
        if question is None:
            return []
        searcher = self._opened()
        found = searcher.search(question, limit=limit).top_n
        return [(score, self._id(searcher, number)) for score, number in found]

    def close(self) -> None:
        """Let go of its files; the next question opens them again."""
        if self._searcher is not None:
            self._searcher.close()
        if self._index is not None:
            self._index.close()
        self._searcher = self._index = None
        self._ids.clear()

    def _opened(self) -> Searcher:
        if self._searcher is None:
            self._index = self._opened_index()
            self._searcher = self._index.searcher()
        return self._searcher

    def _opened_index(self) -> FileIndex:
        # Never mapped into memory: a mapped file that somebody cuts short kills the process.
        return FileStorage(str(self._folder), supports_mmap=False).open_index(schema=_schema())

    def _id(self, searcher: Searcher, number: int) -> str:
        known = self._ids.get(number)
        if known is None:
            known = self._ids[number] = str(searcher.stored_fields(number)["id"])
        return known


class _Counted(fields.TEXT):
    """A field whose words are cut at spaces and counted in one go, which Whoosh does one by one."""

    def index(self, value: str, **_options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for stem, count in Counter(value.split()).items():
            if len(stem) <= _LONGEST_STEM:
                yield stem.encode("utf-8", "replace"), count, float(count), pack("!I", count)


def _schema() -> fields.Schema:
    words = RegexTokenizer(r"[^ ]+")
    return fields.Schema(
        id=fields.ID(stored=True, unique=True),
        stems=_Counted(analyzer=words, phrase=False),
    )


def _merged(writer: SegmentWriter, segments: Sequence[reading.Segment]) -> list[reading.Segment]:
    """Join the small parts of the index once there are many; large ones take too long."""
    small = [segment for segment in segments if segment.doc_count_all() <= _SMALL]
    if len(small) < _MANY:
        return list(segments)
    for segment in small:
        reader = reading.SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment.doc_count_all() > _SMALL]


def _positive(query: Query) -> WhooshQuery | None:
    """What raises the rank of an answer to `query`, None if that is nothing in particular."""
    match query:
        case Words(stems):
            return _joined(And, (_place(place) for place in stems))
        case Near(one, other):
            return _joined(And, (_positive(one), _positive(other)))
        case All(parts):
            return _joined(And, map(_positive, parts))
        case Some(parts):
            return _joined(Or, map(_positive, parts))
        case _:
            return None


def _place(place: Place) -> WhooshQuery | None:
    stems = [place] if isinstance(place, str) else sorted(place.stems) if isinstance(place, AnyOf) else []
    terms = [Term("stems", stem) for stem in stems[:_MOST_STEMS] if len(stem) <= _LONGEST_STEM]
    return Or(terms) if len(terms) > 1 else next(iter(terms), None)


def _joined(
    kind: Callable[[Sequence[WhooshQuery]], WhooshQuery], parts: Iterable[WhooshQuery | None]
) -> WhooshQuery | None:
    known = [part for part in parts if part is not None]
    return kind(known) if len(known) > 1 else next(iter(known), None)
