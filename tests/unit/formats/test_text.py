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


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("*Recalling* its resolution", "Recalling its resolution"),
        ("1. *Urges* Members to _act_ __now__", "1. Urges Members to act now"),
        ("the agenda*, as issued*", "the agenda*, as issued*"),
        ("* E/CN.7/2025/1.", "* E/CN.7/2025/1."),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("file_name_here", "file_name_here"),
    ],
)
def test_italics_are_taken_off_and_footnote_marks_are_not(marked: str, shown: str) -> None:
    assert plain_lines([marked])[0].text == shown


def test_indented_first_lines_begin_paragraphs() -> None:
    rows = "   The Assembly,|   Recalling the|Charter,|   Noting the|report,|   1. Decides|to act.".split("|")
    texts = [[line.text for line in block.lines] for block in blocks("\n".join(rows))]
    assert texts == [
        ["The Assembly,"],
        ["Recalling the Charter,"],
        ["Noting the report,"],
        ["1. Decides to act."],
    ]


def test_centred_titles_are_no_indented_paragraphs() -> None:
    found = blocks("      Joint Statement\n  of the Heads of the Member States\n        of the Community")
    assert len(found) == 1


def test_columns_of_a_masthead_are_lines_of_their_own() -> None:
    (block,) = blocks("General Assembly            Distr.: Limited")
    assert [line.text for line in block.lines] == ["General Assembly", "Distr.: Limited"]


def test_wide_gaps_in_other_rows_stay() -> None:
    (block,) = blocks("Name        Country")
    assert len(block.lines) == 1


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
