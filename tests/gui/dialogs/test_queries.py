"""The examples that explain searches are searches, and name every field."""

from __future__ import annotations

from briefer.app.texts import Texts
from briefer.core.query import FIELDS, parse_query
from briefer.core.wordforms import WordForms
from briefer.gui.dialogs.queries import examples, fields


def test_every_example_is_a_query(texts: Texts) -> None:
    forms = WordForms()
    for query, meaning in (*examples(texts), *fields(texts)):
        parse_query(f"drug {query}" if query.startswith("in:") else query, forms)
        assert meaning


def test_every_field_is_explained(texts: Texts) -> None:
    assert [query.split(":")[0] for query, _meaning in fields(texts)] == list(FIELDS)
