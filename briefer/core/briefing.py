"""The briefing note as a value: what it says, gathered from a document and its annotations.

Words of its own (headings, citations) are put to it in `briefer.app.wording`; how it looks
is the business of the writers in `briefer.formats`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefer.core.annotation import Anchor, Annotation, Stance, Status, Target
from briefer.core.citation import Citation, cite
from briefer.core.document import Document, Kind


@dataclass(frozen=True, slots=True)
class NoteHeader:
    """What stands above a note; empty means that the line is left out.

    `language` is the language of the note's own words ("en" or "ru"); `mark` the handling
    mark, such as "Confidential", as it is to be printed on every page.
    """

    mark: str = ""
    subject: str = ""
    session: str = ""
    agenda_item: str = ""
    symbols: tuple[str, ...] = ()
    author: str = ""
    date: datetime.date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage word for word. `context` means: not annotated itself, but what stands opposite."""

    text: str
    citation: Citation
    context: bool = False


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """A note that the delegate made, with what it rests on."""

    text: str
    citations: tuple[Citation, ...]
    stance: Stance | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextRow:
    """A line of the text analysis: `cells` are the quotations of each language of the note.

    An empty cell means that nothing stands opposite in that language. `kind` says what a
    passage without a label is.
    """

    label: str | None
    kind: Kind | None
    cells: tuple[tuple[Quotation, ...], ...]
    comment: str = ""
    stance: Stance | None = None
    tags: tuple[str, ...] = ()
    status: Status = Status.OPEN


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A version that the note quotes from: `citation` names it, `title` is always there."""

    citation: Citation
    title: str


@dataclass(frozen=True, slots=True)
class BriefingNote:
    """A note with the sections of the full brief that are made from annotations.

    `languages` are those quoted, in the order of the cells of each row.
    """

    header: NoteHeader
    languages: tuple[str, ...]
    talking_points: tuple[TalkingPoint, ...]
    rows: tuple[TextRow, ...]
    sources: tuple[SourceEntry, ...]


def compose(
    document: Document, annotations: Iterable[Annotation], header: NoteHeader, languages: Sequence[str]
) -> BriefingNote:
    """The note of a document: annotations in reading order, quoted in `languages`."""
    ordered = sorted(annotations, key=_reading_order(document))
    points = tuple(_point(document, a, languages) for a in ordered if a.note.strip())
    cited = (citation.language for point in points for citation in point.citations)
    return BriefingNote(
        header=header,
        languages=tuple(languages),
        talking_points=points,
        rows=tuple(_row(document, annotation, languages) for annotation in ordered),
        sources=tuple(
            SourceEntry(cite(document, lang), document.title(lang))
            for lang in dict.fromkeys([*languages, *cited])
        ),
    )


def _reading_order(document: Document) -> Callable[[Annotation], tuple[object, ...]]:
    """Sort by the place in the bitext, then within the paragraph, then by age."""
    places: dict[tuple[str, int], int] = {}
    if document.bitext is not None:
        for number, bead in enumerate(document.bitext.beads):
            for language in (document.bitext.left, document.bitext.right):
                places.update({(language, i): number for i in document.bitext.side(bead, language)})
    last = len(places)

    def place(target: Target) -> tuple[int, int, int]:
        number = places.get((target.language, target.index), target.index if not places else last)
        return number, target.index, target.start

    def key(annotation: Annotation) -> tuple[object, ...]:
        first = min((place(target) for target in annotation.targets), default=(last, 0, 0))
        return *first, annotation.created, annotation.id

    return key


def _point(document: Document, annotation: Annotation, languages: Sequence[str]) -> TalkingPoint:
    targets = [t for t in annotation.targets if t.language in languages] or annotation.targets
    citations = dict.fromkeys(_citation(document, annotation, target) for target in targets)
    return TalkingPoint(annotation.note.strip(), tuple(citations), annotation.stance, annotation.tags)


def _row(document: Document, annotation: Annotation, languages: Sequence[str]) -> TextRow:
    labels = [target.label for target in annotation.targets if target.label]
    return TextRow(
        label=labels[0] if labels else None,
        kind=next((_citation(document, annotation, t).kind for t in annotation.targets), None),
        cells=tuple(_quotations(document, annotation, language) for language in languages),
        comment=annotation.note.strip(),
        stance=annotation.stance,
        tags=annotation.tags,
        status=annotation.status,
    )


def _quotations(document: Document, annotation: Annotation, language: str) -> tuple[Quotation, ...]:
    """What is annotated in `language`, or else the paragraphs opposite, as context."""
    own = [t for t in annotation.targets if t.language == language]
    if own:
        return tuple(Quotation(t.quote, _citation(document, annotation, t)) for t in own)
    version, bitext = document.version(language), document.bitext
    if version is None or bitext is None or annotation.anchor is Anchor.LOST:
        return ()
    opposite = dict.fromkeys(
        index
        for target in annotation.targets
        if bitext.other(target.language) == language and target.language in (bitext.left, bitext.right)
        for index in _counterpart(document, target)
    )
    return tuple(
        Quotation(version.paragraphs[index].text, cite(document, language, index), context=True)
        for index in sorted(opposite)
    )


def _counterpart(document: Document, target: Target) -> tuple[int, ...]:
    try:
        return document.bitext.counterpart(target.language, target.index) if document.bitext else ()
    except LookupError:  # the annotation is older than the text at hand
        return ()


def _citation(document: Document, annotation: Annotation, target: Target) -> Citation:
    """Of a passage that was not found again, no place is claimed."""
    lost = annotation.anchor is Anchor.LOST
    return cite(document, target.language, None if lost else target.index)
