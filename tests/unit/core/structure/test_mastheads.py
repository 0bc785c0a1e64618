"""What the masthead as a whole says, from paragraphs that are known to be its own."""

from __future__ import annotations

from briefer.core.document import Kind, Paragraph
from briefer.core.structure.mastheads import read_masthead


def masthead(*lines: str) -> list[Paragraph]:
    return [Paragraph(Kind.MASTHEAD, line) for line in lines]


def test_the_last_line_that_is_no_field_is_the_title() -> None:
    read = read_masthead(masthead("General Assembly", "A/68/126", "2 July 2013", "World drug problem"))
    assert read.title == "World drug problem"
    assert read.symbol == "A/68/126"


def test_marks_without_letters_are_no_title() -> None:
    assert read_masthead(masthead("A/68/126", "World drug problem", "<><>", "* * *")).title == (
        "World drug problem"
    )
    assert read_masthead(masthead("A/68/126", "<><>")).title is None
