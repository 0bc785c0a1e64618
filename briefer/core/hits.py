"""What a search over saved documents brings back, as values."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.core.document import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that answers a query.

    `marks` are spans in `text`; `counterpart` is the text opposite in the bitext (its
    paragraphs joined by newlines), None where there is none, with `counterpart_marks` in
    it. `literal` is False when only the counterpart language answers the query.
    """

    language: str
    label: str | None
    index: int
    text: str
    marks: tuple[Span, ...]
    counterpart: str | None = None
    counterpart_marks: tuple[Span, ...] = ()
    literal: bool = True


@dataclass(frozen=True, slots=True)
class DocumentHits:
    """The hits of one saved document, in reading order."""

    id: str
    title: str
    symbol: str | None
    hits: tuple[Hit, ...]
