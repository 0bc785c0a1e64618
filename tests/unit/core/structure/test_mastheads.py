"""What the masthead as a whole says, from paragraphs that are known to be its own."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "line",
    ["V.13-84742 (E) 200813 210813", "<>V1384742<><>V1384744<> <>A/68/126<>", "*1384742*", "A_68_126_ER"],
)
def test_numbers_of_print_jobs_are_no_title(line: str) -> None:
    assert read_masthead(masthead("A/68/126", "World drug problem", line)).title == "World drug problem"


def test_what_stands_above_the_masthead_is_a_title_only_where_there_is_no_other() -> None:
    assert read_masthead(masthead("A page of a site", "A/68/126", "World drug problem")).title == (
        "World drug problem"
    )
    assert read_masthead(masthead("World drug problem", "A/68/126")).title == "World drug problem"
