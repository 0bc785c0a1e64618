"""The JSON values of list, search and import, on which scripts may rely (resources/schemas)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from briefer.app.messages import describe
from briefer.app.model import DocumentSummary, Imported
from briefer.app.texts import Texts
from briefer.core.document import Span
from briefer.core.hits import DocumentHits, Hit


def summaries_value(summaries: Iterable[DocumentSummary]) -> list[dict[str, Any]]:
    """The documents of the library."""
    return [
        {
            "id": summary.id,
            "title": summary.title,
            "symbol": summary.symbol,
            "date": summary.date.isoformat() if summary.date else None,
            "languages": list(summary.languages),
            "organ": summary.organ,
            "session": summary.session,
            "agenda_item": summary.agenda_item,
        }
        for summary in summaries
    ]


def imported_value(imported: Iterable[Imported], texts: Texts) -> list[dict[str, Any]]:
    """What became of each path; `message` says why one was refused."""
    return [
        {
            "path": str(item.path),
            "id": item.id,
            "status": item.status,
            "message": describe(item.error, texts) if item.error else None,
        }
        for item in imported
    ]


def hits_value(found: Iterable[DocumentHits]) -> list[dict[str, Any]]:
    """The documents found, best first, with their hits."""
    return [
        {
            "id": document.id,
            "title": document.title,
            "symbol": document.symbol,
            "hits": [_hit(hit) for hit in document.hits],
        }
        for document in found
    ]


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "language": hit.language,
        "label": hit.label,
        "index": hit.index,
        "text": hit.text,
        "marks": _marks(hit.marks),
        "counterpart": hit.counterpart,
        "counterpart_marks": _marks(hit.counterpart_marks),
        "literal": hit.literal,
    }


def _marks(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
