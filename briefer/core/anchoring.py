"""From a passage to the selectors that find it again, and back.

A target carries its quotation, what stands around it, its place and its label; finding it
in a changed text tries them in the order of what they prove.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.core.annotation import Anchor, Annotation, Target
from briefer.core.document import Document, Paragraph, Span
from briefer.core.errors import IndexUnknown, LanguageAbsent

CONTEXT = 32


def span_targets(
    document: Document, language: str, spans: Sequence[tuple[int, int, int]]
) -> tuple[Target, ...]:
    """Targets for stretches of one version, each (paragraph index, start, end).

    White space at the ends of a stretch is left out, and stretches without any text too.
    Raises LanguageAbsent or IndexUnknown.
    """
    targets = []
    for index, start, end in spans:
        text = _paragraph(document, language, index).text
        start, end = max(0, start), min(len(text), end)
        chosen = text[start:end]
        start += len(chosen) - len(chosen.lstrip())
        end -= len(chosen) - len(chosen.rstrip())
        if start < end:
            targets.append(_target(document, language, index, Span(start, end)))
    return tuple(targets)


def paragraph_target(document: Document, language: str, index: int) -> Target:
    """The whole paragraph as a target. Raises LanguageAbsent or IndexUnknown."""
    text = _paragraph(document, language, index).text
    return _target(document, language, index, Span(0, len(text)))


def bead_targets(document: Document, bead_number: int) -> tuple[Target, ...]:
    """All paragraphs of a bead, left side first. Raises IndexUnknown.

    In a document with one version a paragraph stands for its bead.
    """
    bitext = document.bitext
    if bitext is None:
        return (paragraph_target(document, document.versions[0].language, bead_number),)
    if not 0 <= bead_number < len(bitext.beads):
        raise IndexUnknown(index=bead_number, count=len(bitext.beads))
    bead = bitext.beads[bead_number]
    left = [paragraph_target(document, bitext.left, index) for index in bead.left]
    return (*left, *(paragraph_target(document, bitext.right, index) for index in bead.right))


def find_again(document: Document, target: Target) -> tuple[Target | None, Anchor]:
    """The target's place in a document that may have been read anew.

    Tried in order: the quotation at its old place and label; in a paragraph of the same label,
    or elsewhere in the old one; with its surroundings anywhere; anywhere, if it stands there only once.
    """
    version = document.version(target.language)
    if version is None:
        return None, Anchor.LOST
    paragraphs = version.paragraphs
    if target.index < len(paragraphs):
        paragraph = paragraphs[target.index]
        same_place = paragraph.text[target.start : target.end] == target.quote
        if same_place and paragraph.label == target.label:
            return _target(
                document, target.language, target.index, Span(target.start, target.end)
            ), Anchor.EXACT
    found = _near(paragraphs, target) or _anywhere(paragraphs, target)
    if found is None:
        return None, Anchor.LOST
    return _target(document, target.language, *found), Anchor.MOVED


def anchored_again(document: Document, annotation: Annotation) -> Annotation:
    """The annotation in its document as it is now, which may have been read anew.

    Targets that are not found keep what they said; one such makes the annotation lost.
    """
    found = [find_again(document, target) for target in annotation.targets]
    targets = tuple(
        again or target for (again, _anchor), target in zip(found, annotation.targets, strict=True)
    )
    anchors = [anchor for _again, anchor in found]
    worst = next((anchor for anchor in (Anchor.LOST, Anchor.MOVED) if anchor in anchors), Anchor.EXACT)
    return replace(annotation, targets=targets, anchor=worst)


def _near(paragraphs: Sequence[Paragraph], target: Target) -> tuple[int, Span] | None:
    labelled = [i for i, p in enumerate(paragraphs) if target.label is not None and p.label == target.label]
    for index in dict.fromkeys((*labelled, target.index)):
        places = _places(paragraphs[index].text, target.quote) if index < len(paragraphs) else []
        if places:
            start = min(places, key=lambda place: abs(place - target.start))
            return index, Span(start, start + len(target.quote))
    return None


def _anywhere(paragraphs: Sequence[Paragraph], target: Target) -> tuple[int, Span] | None:
    around = target.prefix + target.quote + target.suffix
    for wanted, lead in ((around, len(target.prefix)), (target.quote, 0)):
        found = [(index, place) for index, p in enumerate(paragraphs) for place in _places(p.text, wanted)]
        if len(found) == 1:
            index, place = found[0]
            return index, Span(place + lead, place + lead + len(target.quote))
    return None


def _places(text: str, quote: str) -> list[int]:
    places, place = [], text.find(quote)
    while place >= 0 and quote:
        places.append(place)
        place = text.find(quote, place + 1)
    return places


def _paragraph(document: Document, language: str, index: int) -> Paragraph:
    version = document.version(language)
    if version is None:
        raise LanguageAbsent(language=language)
    if not 0 <= index < len(version.paragraphs):
        raise IndexUnknown(index=index, count=len(version.paragraphs))
    return version.paragraphs[index]


def _target(document: Document, language: str, index: int, span: Span) -> Target:
    paragraph = _paragraph(document, language, index)
    text = paragraph.text
    return Target(
        language=language,
        index=index,
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        label=paragraph.label,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )
