"""The order in which annotations are read: as their passages stand in the bitext."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.core.annotation import Annotation
from briefer.core.bitext import Bitext


def in_reading_order(
    annotations: Iterable[Annotation], bitexts: Mapping[str, Bitext | None]
) -> tuple[Annotation, ...]:
    """By document as `bitexts` lists them, then by bead, place in the paragraph, and age.

    The first target decides. Paragraphs of a document without a bitext follow each other by
    number; an annotation without a target comes last.
    """
    order = {document_id: position for position, document_id in enumerate(bitexts)}
    beads = {document_id: _bead_numbers(bitext) for document_id, bitext in bitexts.items()}

    def key(annotation: Annotation) -> tuple[object, ...]:
        document = order.get(annotation.document_id, len(order))
        if not annotation.targets:
            return (document, True, 0, 0, 0, annotation.created, annotation.id)
        first = annotation.targets[0]
        number = beads.get(annotation.document_id, {}).get((first.language, first.index), first.index)
        return (document, False, number, first.index, first.start, annotation.created, annotation.id)

    return tuple(sorted(annotations, key=key))


def _bead_numbers(bitext: Bitext | None) -> dict[tuple[str, int], int]:
    if bitext is None:
        return {}
    return {
        (language, index): number
        for number, bead in enumerate(bitext.beads)
        for language in (bitext.left, bitext.right)
        for index in bitext.side(bead, language)
    }
