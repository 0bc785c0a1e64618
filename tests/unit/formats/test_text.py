"""Plain text and Markdown as blocks of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.structure.lines import Block, Line
from briefer.formats.emphasis import plain_lines
from briefer.formats.text import read_text


def blocks(text: str, format_name: str = "text") -> tuple[Block, ...]:
    return read_text(text.encode(), format_name).blocks


def test_blank_lines_part_blocks() -> None:
    assert blocks("a\nb\n\n\nc") == (Block((Line("a"), Line("b"))), Block((Line("c"),)))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0c"])
def test_any_line_end_ends_a_line(end: str) -> None:
    assert blocks(f"a{end}b") == (Block((Line("a"), Line("b"))),)


def test_bold_over_lines_is_taken_off() -> None:
    assert plain_lines(["**Joint", "Statement**"]) == [Line("Joint", True), Line("Statement", True)]


def test_a_footnote_mark_behind_bold_is_kept() -> None:
    assert plain_lines(["**Государств (СНГ)****"]) == [Line("Государств (СНГ)**", True)]


def test_a_footnote_is_not_bold() -> None:
    rows = ["** Настоящий документ воспроизводится."]
    assert plain_lines(rows) == [Line(rows[0])]


def test_bold_within_a_line_leaves_it_ordinary() -> None:
    assert plain_lines(["The **Commission** decides"]) == [Line("The Commission decides")]


def test_headings_of_markdown_are_blocks_of_their_own() -> None:
    assert blocks("# Title\nText", "markdown") == (
        Block((Line("Title", True),), heading=1),
        Block((Line("Text"),)),
    )


def test_escapes_are_taken_off_in_markdown_alone() -> None:
    assert blocks(r"1\. One", "markdown")[0].lines[0].text == "1. One"
    assert blocks(r"C:\*.txt")[0].lines[0].text == r"C:\*.txt"


def test_marks_that_turn_the_direction_are_removed_and_told() -> None:
    parsed = read_text("pay \u202e00001\u202c dollars".encode(), "text")
    assert parsed.blocks[0].lines[0].text == "pay 00001 dollars"
    assert "invisible-removed" in parsed.repairs


@given(st.lists(st.text("ab* \u0301я", min_size=0, max_size=20), min_size=1, max_size=5))
def test_nothing_but_asterisks_and_spaces_is_ever_lost(rows: list[str]) -> None:
    def kept(text: str) -> str:
        return text.replace("*", "").replace(" ", "").replace("\n", "")

    assert kept("".join(line.text for line in plain_lines(rows))) == kept("".join(rows))
