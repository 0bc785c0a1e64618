"""What a search over the library brings back, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from briefer.core.document import Kind, Span, Translation
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that answers a query.

    `marks` are spans in `text`; `counterpart` is the text opposite in the bitext (its
    paragraphs joined by newlines), None where there is none, with `counterpart_marks` in
    it. `literal` is False when only a translation of the query answers. Where an annotation
    answers by its note, the passage is what it is of, and `note` is what it says, with `note_marks`.
    `kind` and `translation` tell how it is to be cited.
    """

    language: str
    label: str | None
    index: int
    text: str
    marks: tuple[Span, ...]
    counterpart: str | None = None
    counterpart_marks: tuple[Span, ...] = ()
    literal: bool = True
    note: str | None = None
    note_marks: tuple[Span, ...] = ()
    kind: Kind | None = None
    translation: Translation | None = None


@dataclass(frozen=True, slots=True)
class DocumentHits:
    """The first hits of one saved document, in reading order, of `count` passages that answer.

    Without `titled`, the title is only the name of its file. `titles` are languages in which it is
    called otherwise, each with its title there.
    """

    id: str
    title: str
    symbol: str | None
    hits: tuple[Hit, ...]
    count: int = 0
    titled: bool = True
    titles: tuple[tuple[str, str], ...] = ()

    def called(self, language: str) -> str:
        """Its title in `language`, if it has one there."""
        return dict(self.titles).get(language, self.title)


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A briefing note that answers, with marks in its text; `document_id` is the first it is about."""

    id: str
    title: str
    text: str
    marks: tuple[Span, ...]
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Lacking:
    """A `value` of a field that a query asks for and that nothing in the library has.

    `near` are values that there are and that may be meant, the likeliest first; `known` are the most
    frequent ones, of dates the first and the last year.
    """

    field: str
    value: str
    near: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What a search brings back: the first documents, best first, and what is to be said of all.

    `total` documents answer, of which `literal` ones not only by a translation, with `passages`
    passages; where not all documents are among the first, both sides of a pair count. `facets` count
    the documents by organ, session, year, language and kind of passage: the name of the facet, then
    values with counts, the largest first. `suggestion` is a query with real words or values in place
    of unknown ones, or without a field that keeps everything out. Where nothing answers, `lacking`
    says what is asked for and exists nowhere. `behind` when the index is still being brought up to date.
    """

    documents: tuple[DocumentHits, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    total: int = 0
    literal: int = 0
    passages: int = 0
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    suggestion: str | None = None
    lacking: tuple[Lacking, ...] = ()
    behind: bool = False
