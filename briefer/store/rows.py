"""Documents as rows of the library's tables, and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.details import details_of
from briefer.core.document import (
    Box,
    Document,
    Kind,
    Link,
    NoteMark,
    Paragraph,
    Source,
    Span,
    Translation,
    Version,
)
from briefer.core.masthead import Masthead
from briefer.core.symbols import fold, parse_symbol
from briefer.core.wordforms import WordForms

Row = RowMapping


def symbol_key(symbol: str) -> str:
    """What two spellings of one symbol have in common."""
    parsed = parse_symbol(symbol)
    return fold("".join((str(parsed) if parsed else symbol).split()).upper()).upper()


def document_values(document: Document, forms: WordForms) -> dict[str, Any]:
    """The columns of `documents` but for id and generation."""
    masthead = document.masthead
    first, last = masthead.meeting_dates or (None, None)
    values = {
        "title": document.title(),
        "titles": document.other_titles,
        "titled": details_of(document).title is not None,
        "called": document.called,
        "symbol": masthead.symbol,
        "symbol_key": symbol_key(masthead.symbol) if masthead.symbol else None,
        "organ": masthead.organ,
        "parent_organ": masthead.parent_organ,
        "distribution": masthead.distribution,
        "date": _from_date(masthead.date),
        "original_languages": list(masthead.original_languages),
        "session": masthead.session,
        "place": masthead.place,
        "meeting_first": _from_date(first),
        "meeting_last": _from_date(last),
        "agenda_item": masthead.agenda_item,
        "masthead_title": masthead.title,
        "left_language": document.bitext.left if document.bitext else None,
        "right_language": document.bitext.right if document.bitext else None,
    }
    return {**values, "head": forms.stems(head_text(values)), "method": forms.method}


def texts(document: Document) -> Iterator[str]:
    """All of a document whose words are stemmed."""
    masthead = document.masthead
    head = (document.title(), masthead.title, masthead.organ, masthead.parent_organ)
    yield from (text for text in (*head, masthead.symbol) if text)
    for version in document.versions:
        yield from (paragraph.text for paragraph in version.paragraphs)


def head_text(head: Mapping[str, Any]) -> str:
    """What of a row of `documents` is searched: symbol, titles and organs, a line each."""
    names = ("symbol", "title", "masthead_title", "organ", "parent_organ")
    return "\n".join(head[name] for name in names if head[name])


def source_rows(document: Document) -> Iterator[dict[str, Any]]:
    """The rows of `sources`, but for the id of the document."""
    for position, source in enumerate(document.sources):
        yield {
            "position": position,
            "sha256": source.sha256,
            "path": source.path,
            "format": source.format,
            "pages": source.pages,
            "encoding": source.encoding,
            "repairs": list(source.repairs),
        }


def version_rows(document: Document) -> Iterator[dict[str, Any]]:
    """The rows of `versions`, but for the id of the document."""
    for position, version in enumerate(document.versions):
        yield {"language": version.language, "position": position, "translation": version.translation}


def paragraph_rows(document: Document, forms: WordForms) -> Iterator[dict[str, Any]]:
    """The rows of `paragraphs`, but for the id of the document."""
    for version in document.versions:
        for number, paragraph in enumerate(version.paragraphs):
            yield {
                "language": version.language,
                "number": number,
                "kind": paragraph.kind,
                "label": paragraph.label,
                "text": paragraph.text,
                "page": paragraph.page,
                "boxes": [[b.page, b.left, b.top, b.right, b.bottom] for b in paragraph.boxes],
                "stems": forms.stems(paragraph.text),
                "notes": [[note.at, note.mark, note.paragraph] for note in paragraph.notes],
                "links": [[link.span.start, link.span.end, link.target] for link in paragraph.links],
            }


def bead_rows(bitext: Bitext | None) -> Iterator[dict[str, Any]]:
    """The rows of `beads`, but for the id of the document."""
    for number, bead in enumerate(bitext.beads if bitext else ()):
        yield {
            "number": number,
            "left": list(bead.left),
            "right": list(bead.right),
            "confidence": bead.confidence,
            "origin": bead.origin,
        }


def document(
    head: Row,
    sources: Sequence[Row],
    versions: Sequence[Row],
    paragraphs: Sequence[Row],
    beads: Sequence[Row],
) -> Document:
    """The document that these rows hold, all of them in order. Raises ValueError on damaged rows."""
    return Document(
        sources=tuple(_source(row) for row in sources),
        masthead=_masthead(head),
        versions=tuple(_version(row, paragraphs) for row in versions),
        bitext=bitext(head, beads),
        called=head["called"],
    )


def bitext(head: Row, beads: Sequence[Row]) -> Bitext | None:
    """The alignment, None where the document has none."""
    if head["left_language"] is None:
        return None
    return Bitext(
        left=head["left_language"],
        right=head["right_language"],
        beads=tuple(
            Bead(tuple(row["left"]), tuple(row["right"]), row["confidence"], Origin(row["origin"]))
            for row in beads
        ),
    )


def _source(row: Row) -> Source:
    return Source(
        path=row["path"],
        format=row["format"],
        sha256=row["sha256"],
        pages=row["pages"],
        encoding=row["encoding"],
        repairs=tuple(row["repairs"]),
    )


def _version(row: Row, paragraphs: Sequence[Row]) -> Version:
    return Version(
        language=row["language"],
        paragraphs=tuple(_paragraph(p) for p in paragraphs if p["language"] == row["language"]),
        translation=Translation(row["translation"]) if row["translation"] else None,
    )


def _paragraph(row: Row) -> Paragraph:
    return Paragraph(
        kind=Kind(row["kind"]),
        text=row["text"],
        label=row["label"],
        page=row["page"],
        boxes=tuple(Box(*box) for box in row["boxes"]),
        notes=tuple(NoteMark(*note) for note in row["notes"]),
        links=tuple(Link(Span(start, end), target) for start, end, target in row["links"]),
    )


def _masthead(head: Row) -> Masthead:
    first, last = _to_date(head["meeting_first"]), _to_date(head["meeting_last"])
    return Masthead(
        organ=head["organ"],
        parent_organ=head["parent_organ"],
        symbol=head["symbol"],
        distribution=head["distribution"],
        date=_to_date(head["date"]),
        original_languages=tuple(head["original_languages"]),
        session=head["session"],
        place=head["place"],
        meeting_dates=(first, last) if first and last else None,
        agenda_item=head["agenda_item"],
        title=head["masthead_title"],
    )


def _from_date(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _to_date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
