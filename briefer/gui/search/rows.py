"""The rows of search results as values: documents, their hits, what more there is, briefing notes."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.core.document import Span
from briefer.core.hits import DocumentHits, Hit, NoteHit, SearchResults
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a result leads, and the words that answer it in the other language."""

    document_id: str
    language: str
    index: int
    marks: tuple[Span, ...]
    opposite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document; its hits follow."""

    found: DocumentHits


@dataclass(frozen=True, slots=True)
class HitRow:
    """A passage of a document."""

    found: DocumentHits
    hit: Hit

    @property
    def passage(self) -> Passage:
        hit = self.hit
        text = hit.counterpart or ""
        words = dict.fromkeys(text[mark.start : mark.end] for mark in hit.counterpart_marks)
        return Passage(self.found.id, hit.language, hit.index, hit.marks, tuple(words))


@dataclass(frozen=True, slots=True)
class MoreRow:
    """So many passages of a document more than are shown."""

    found: DocumentHits
    count: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A briefing note that answers."""

    found: NoteHit


Row = DocumentRow | HitRow | MoreRow | NoteRow


def rows_of(results: SearchResults) -> tuple[Row, ...]:
    """All rows in the order in which they are shown."""
    return tuple(_rows(results))


def _rows(results: SearchResults) -> Iterator[Row]:
    for found in results.documents:
        yield DocumentRow(found)
        yield from (HitRow(found, hit) for hit in found.hits)
        if found.count > len(found.hits):
            yield MoreRow(found, found.count - len(found.hits))
    yield from (NoteRow(note) for note in results.notes)
