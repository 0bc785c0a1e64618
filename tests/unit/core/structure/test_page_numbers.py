"""Page numbers and running heads of plain text."""

from __future__ import annotations

from briefer.core.document import Kind, Paragraph
from briefer.core.structure.build import versions_of
from briefer.formats.text import read_text

TEXT = "The Commission decided to consider this question at its next session, which is to be held in Vienna."


def paragraphs(*parts: str) -> tuple[Paragraph, ...]:
    [version] = versions_of(read_text("\n\n".join(parts).encode(), "text").blocks)
    return version.paragraphs


def furniture(*parts: str) -> list[str]:
    return [p.text for p in paragraphs(*parts) if p.kind is Kind.FURNITURE]


def test_bare_numbers_that_count_on_are_page_numbers() -> None:
    assert furniture(TEXT, "2", TEXT, "3", TEXT, "4", TEXT) == ["2", "3", "4"]


def test_numbers_with_signs_or_words_need_be_only_two() -> None:
    assert furniture(TEXT, "- 2 -", TEXT, "- 3 -", TEXT) == ["- 2 -", "- 3 -"]
    assert furniture(TEXT, "Page 1 of 9", TEXT, "Page 2 of 9", TEXT) == ["Page 1 of 9", "Page 2 of 9"]


def test_numbers_that_do_not_count_on_or_have_no_text_between_are_none() -> None:
    assert furniture(TEXT, "7", TEXT, "3", TEXT, "12", TEXT) == []
    assert furniture(TEXT, "1", "2", "3", "4", TEXT) == []


def test_what_stands_beside_every_page_number_is_a_running_head() -> None:
    parts = [part for page in ("2", "3", "4") for part in (TEXT, "A/80/590", page)]
    assert furniture(*parts, TEXT) == ["A/80/590", "2", "A/80/590", "3", "A/80/590", "4"]


def test_a_paragraph_over_a_page_number_is_made_whole() -> None:
    start, end = TEXT[:69], TEXT[70:]
    found = paragraphs(TEXT, "2", start, "3", end, TEXT, "4", TEXT)
    assert [p.text for p in found] == [TEXT, "2", f"{start} {end}", "3", TEXT, "4", TEXT]
