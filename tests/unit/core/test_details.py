"""Descriptions of documents, and documents under another one."""

from __future__ import annotations

import datetime
from dataclasses import replace

from briefer.core.details import Details, details_of, with_details
from tests.factories import plain_document, sample_document

TITLE = "Проект резолюции об обмене данными о прекурсорах"


def test_a_document_is_described_by_its_text_and_masthead() -> None:
    assert details_of(sample_document()) == Details(
        title=TITLE,
        symbol="E/CN.7/2025/L.4",
        organ="Commission on Narcotic Drugs",
        session="68",
        agenda_item="6",
        date=datetime.date(2025, 3, 3),
        place="Vienna",
        distribution="limited",
    )
    assert details_of(plain_document({"en": ["Text."]})) == Details()


def test_its_own_description_changes_nothing() -> None:
    document = sample_document()
    assert with_details(document, details_of(document)) == document


def test_a_given_title_counts_in_every_language_and_can_be_taken_back() -> None:
    document = sample_document()
    given = replace(details_of(document), title="Precursors", session="69")
    changed = with_details(document, given)
    assert {changed.title(), changed.title("ru"), changed.title("en")} == {"Precursors"}
    assert details_of(changed) == given
    assert with_details(changed, details_of(document)) == document


def test_a_document_without_title_is_called_after_its_file_again() -> None:
    document = plain_document({"en": ["Text."]})
    assert document.title() == "plain.txt"
    named = with_details(document, Details(title="Minutes"))
    assert named.title() == "Minutes"
    assert with_details(named, Details()).title() == "plain.txt"
