"""The help about queries shows queries that are read, and every field."""

from __future__ import annotations

import pytest

from briefer.app.lemmas import library_forms
from briefer.app.query_guide import query_guide, russian_fields
from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.core.query import FIELDS, parse_query


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_example_is_read_and_every_field_has_one(language: str) -> None:
    guide = query_guide(Texts(resource("locale"), language))
    forms = library_forms()
    for example in guide:
        parse_query(example.query, forms)
        assert example.meaning
    told = " ".join(example.query for example in guide)
    assert [name for name in FIELDS if f"{name}:" not in told] == []


def test_a_field_may_be_named_in_russian() -> None:
    forms = library_forms()
    for english, russian in russian_fields().items():
        value = {
            "year": "2025",
            "date": "2025",
            "kind": "title",
            "label": "1",
            "stance": "support",
            "lang": "ru",
        }
        asked = value.get(english, "x1")
        assert parse_query(f"{russian}:{asked}", forms) == parse_query(f"{english}:{asked}", forms)
