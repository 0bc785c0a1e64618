"""The order in which annotations are read."""

from __future__ import annotations

import datetime
from dataclasses import replace

from briefer.core.annotation import Annotation
from briefer.core.ordering import in_reading_order
from tests.factories import plain_document, sample_annotation, sample_document, sample_target


def annotation(name: str, language: str, index: int, start: int = 0, document_id: str = "d") -> Annotation:
    document = sample_document()
    target = sample_target(document, language, index, start)
    return sample_annotation(document, document_id, annotation_id=name, targets=(target,))


def order(*annotations: Annotation) -> str:
    bitexts = {"d": sample_document().bitext, "e": None}
    return "".join(found.id for found in in_reading_order(annotations, bitexts))


def test_beads_decide_over_paragraph_numbers() -> None:
    footnote, last, first = annotation("c", "ru", 7), annotation("b", "en", 6), annotation("a", "ru", 0)
    assert order(footnote, last, first) == "abc"


def test_places_in_a_paragraph_decide_then() -> None:
    assert order(annotation("b", "en", 3, 9), annotation("a", "en", 3, 2)) == "ab"


def test_age_decides_last() -> None:
    older = annotation("b", "en", 3)
    newer = replace(older, id="a", created=older.created + datetime.timedelta(seconds=1))
    assert order(newer, older) == "ba"


def test_documents_stay_together_in_their_order() -> None:
    assert order(annotation("b", "en", 1, document_id="e"), annotation("a", "en", 6)) == "ab"


def test_without_a_bitext_paragraphs_are_counted() -> None:
    document = plain_document({"en": ["one", "two"]})
    late, early = (
        sample_annotation(document, "e", annotation_id=name, targets=(sample_target(document, "en", index),))
        for name, index in (("b", 1), ("a", 0))
    )
    assert order(late, early) == "ab"


def test_what_has_no_target_comes_last_in_its_document() -> None:
    bare = replace(annotation("b", "en", 0), targets=())
    assert order(bare, annotation("a", "en", 6), annotation("c", "en", 0, document_id="e")) == "abc"
