"""A document as the JSON value of `briefer read --format json` (schema: read.json)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Paragraph, Source, Version
from briefer.core.masthead import Masthead

SCHEMA = 1


def document_value(document: Document) -> dict[str, Any]:
    """The document with all its keys, null where it does not say."""
    bitext = document.bitext
    return {
        "schema": SCHEMA,
        "source": [_source(source) for source in document.sources],
        "masthead": _masthead(document.masthead),
        "versions": [_version(version) for version in document.versions],
        "beads": [_bead(bitext, bead) for bead in bitext.beads] if bitext else [],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "path": source.path,
        "format": source.format,
        "sha256": source.sha256,
        "pages": source.pages,
        "encoding": source.encoding,
        "repairs": list(source.repairs),
    }


def _masthead(masthead: Masthead) -> dict[str, Any]:
    dates = masthead.meeting_dates
    return {
        "organ": masthead.organ,
        "symbol": masthead.symbol,
        "distribution": masthead.distribution,
        "date": masthead.date.isoformat() if masthead.date else None,
        "original_languages": list(masthead.original_languages),
        "session": masthead.session,
        "place": masthead.place,
        "meeting_dates": [day.isoformat() for day in dates] if dates else None,
        "agenda_item": masthead.agenda_item,
        "title": masthead.title,
    }


def _version(version: Version) -> dict[str, Any]:
    return {
        "language": version.language,
        "translation": version.translation,
        "paragraphs": [_paragraph(index, paragraph) for index, paragraph in enumerate(version.paragraphs)],
    }


def _paragraph(index: int, paragraph: Paragraph) -> dict[str, Any]:
    return {
        "index": index,
        "kind": paragraph.kind,
        "label": paragraph.label,
        "text": paragraph.text,
        "page": paragraph.page,
        "boxes": [
            {"page": box.page, "left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}
            for box in paragraph.boxes
        ],
        "notes": [
            {"at": note.at, "mark": note.mark, "paragraph": note.paragraph} for note in paragraph.notes
        ],
        "links": [
            {"start": link.span.start, "end": link.span.end, "target": link.target}
            for link in paragraph.links
        ],
    }


def _bead(bitext: Bitext, bead: Bead) -> Mapping[str, Any]:
    return {
        bitext.left: list(bead.left),
        bitext.right: list(bead.right),
        "confidence": bead.confidence,
        "origin": bead.origin,
    }
