"""The JSON of documents and annotations."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema

from briefer.app.resources import resource
from briefer.core.document import Box, Kind, Link, NoteMark, Paragraph, Span
from briefer.core.masthead import Masthead
from briefer.formats.writers.annotations_json import annotations_value
from briefer.formats.writers.document_json import document_value
from tests.factories import plain_document, sample_annotation, sample_document


def check(name: str, value: object) -> None:
    schema = json.loads(resource("schemas", f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(value)))


def test_a_document_answers_the_schema_with_all_its_keys() -> None:
    value = document_value(sample_document())
    check("read", value)
    assert value["schema"] == 1
    assert value["masthead"]["meeting_dates"] == ["2025-03-10", "2025-03-14"]
    assert [version["translation"] for version in value["versions"]] == [None, "unofficial"]


def test_every_bead_has_both_languages_as_keys() -> None:
    beads = document_value(sample_document())["beads"]
    assert beads[0] == {"ru": [0], "en": [], "confidence": 0.9, "origin": "automatic"}
    assert beads[7]["origin"] == "hand"


def test_a_document_that_says_nothing_has_nulls_and_no_beads() -> None:
    document = replace(plain_document({"und": ["x"]}), masthead=Masthead())
    value = document_value(document)
    check("read", value)
    assert value["beads"] == []
    assert value["masthead"]["symbol"] is None


def test_indices_count_from_nought_and_boxes_are_told() -> None:
    document = plain_document({"en": ["a", "b"]})
    boxed = Paragraph(Kind.BODY, "a", page=2, boxes=(Box(2, 1, 2, 3, 4),))
    document = replace(document, versions=(replace(document.versions[0], paragraphs=(boxed, boxed)),))
    value = document_value(document)
    check("read", value)
    paragraphs = value["versions"][0]["paragraphs"]
    assert [paragraph["index"] for paragraph in paragraphs] == [0, 1]
    assert paragraphs[0]["boxes"] == [{"page": 2, "left": 1, "top": 2, "right": 3, "bottom": 4}]


def test_notes_and_links_of_a_paragraph_are_told() -> None:
    document = plain_document({"en": ["a", "b"]})
    linked = Paragraph(
        Kind.BODY, "see a", notes=(NoteMark(5, "¹", 1),), links=(Link(Span(4, 5), "https://un.org"),)
    )
    document = replace(document, versions=(replace(document.versions[0], paragraphs=(linked,)),))
    value = document_value(document)
    check("read", value)
    [paragraph] = value["versions"][0]["paragraphs"]
    assert paragraph["notes"] == [{"at": 5, "mark": "¹", "paragraph": 1}]
    assert paragraph["links"] == [{"start": 4, "end": 5, "target": "https://un.org"}]


def test_annotations_answer_their_schema() -> None:
    value = annotations_value([sample_annotation(sample_document(), "document-1", annotation_id="a" * 32)])
    check("annotations", value)
    assert value[0]["targets"][0]["label"] == "1"
    assert value[0]["created"] == "2025-03-11T09:30:00+00:00"
