"""Lines and paragraphs of plain text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.document import Box
from briefer.core.structure.joining import joined
from briefer.core.structure.lines import Block, Line
from briefer.core.structure.paragraphs import pieces
from briefer.formats.text import read_text

WORDS = st.lists(
    st.sampled_from("the Commission requests States parties to exchange data about".split()),
    min_size=40,
    max_size=90,
)


def texts(source: str) -> list[str]:
    return [piece.text for piece in pieces(read_text(source.encode(), "text").blocks)]


def test_numbered_paragraphs_on_adjacent_lines_are_apart() -> None:
    assert texts("1. One;\n2. Two;\n3. Three.") == ["1. One;", "2. Two;", "3. Three."]


def test_a_title_over_several_lines_is_one_paragraph() -> None:
    assert texts("Joint Statement\nof the Heads of the\nMember States") == [
        "Joint Statement of the Heads of the Member States"
    ]


def test_lines_of_a_cover_page_are_apart() -> None:
    source = "Commission on Narcotic Drugs\nSixty-eighth session\nVienna, 10–14 March 2025"
    assert texts(source) == source.split("\n")


def test_clauses_that_begin_in_small_letters_are_apart_where_the_line_had_room() -> None:
    lines = [
        ("ссылаясь на свою резолюцию о воде, в которой она признала право на безопасную воду и", True),
        ("санитарию,", False),
        ("отмечая с озабоченностью, что многие общины зависят от воды, поступающей из горных", True),
        ("районов,", False),
    ]
    block = Block(tuple(Line(text, filled=filled) for text, filled in lines))
    assert [piece.text for piece in pieces([block])] == [
        f"{lines[0][0]} {lines[1][0]}",
        f"{lines[2][0]} {lines[3][0]}",
    ]


def test_preambular_paragraphs_on_adjacent_lines_are_apart() -> None:
    first = (
        "Recalling the Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol thereto,"
    )
    assert texts(f"{first}\nNoting the report,") == [first, "Noting the report,"]


@given(st.lists(WORDS, min_size=2, max_size=5), st.integers(50, 100))
def test_wrapping_never_changes_the_paragraphs(paragraphs: list[list[str]], width: int) -> None:
    whole = [" ".join(words).capitalize() + "." for words in paragraphs]
    wrapped = "\n\n".join("\n".join(textwrap.wrap(text, width)) for text in whole)
    assert texts(wrapped) == whole


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("наркоти-", "ков и"), "наркотиков и"),
        (("информационно-", "телекоммуникационных"), "информационно-телекоммуникационных"),
        (("soft\u00ad", "ware"), "software"),
        (("so called", "States"), "so called States"),
        (("Нью-", "Йорк"), "Нью-Йорк"),
        (("life-", "and limb-saving"), "life- and limb-saving"),
        (("self-", "sustainment"), "self-sustainment"),
        (("at its eighty-", "second session"), "at its eighty-second session"),
    ],
)
def test_hyphens_at_line_ends_are_resolved(lines: tuple[str, str], whole: str) -> None:
    assert joined(lines) == whole


def test_what_is_known_of_margins_counts_more_than_the_width_in_characters() -> None:
    lines = (
        Line("A short line", filled=True),
        Line("that goes on.", filled=False),
        Line("Another one", filled=False),
    )
    found = [piece.text for piece in pieces([Block(lines)])]
    assert found == ["A short line that goes on.", "Another one"]


def test_a_label_at_the_head_of_a_line_is_text_when_the_line_before_is_full() -> None:
    lines = (Line("The balance reflects", filled=True), Line("(a) reduced requirements.", filled=False))
    assert [piece.text for piece in pieces([Block(lines)])] == [
        "The balance reflects (a) reduced requirements."
    ]


def test_a_piece_has_a_box_on_each_page_of_its_lines() -> None:
    boxes = (Box(1, 72, 700, 500, 712), Box(1, 72, 714, 510, 726), Box(2, 72, 80, 300, 92))
    lines = tuple(Line("words", filled=True, box=box) for box in boxes)
    [piece] = pieces([Block(lines, page=1)])
    assert (piece.page, piece.boxes) == (1, (Box(1, 72, 700, 510, 726), boxes[2]))


def test_a_hyphen_at_a_line_end_stays_in_a_compound_that_stands_elsewhere() -> None:
    lines = (Line("contingent-", filled=True), Line("owned equipment", filled=False))
    other = Block((Line("The contingent-owned equipment was sold.", filled=False),))
    assert pieces([other, Block(lines)])[1].text == "contingent-owned equipment"
    assert pieces([Block(lines)])[0].text == "contingentowned equipment"


def test_where_hardly_a_line_ends_in_a_hyphen_those_that_do_end_in_a_real_one() -> None:
    plain = [Block((Line("Contingents brought equipment that they owned.", filled=False),))] * 100
    lines = (Line("equipment-", filled=True), Line("heavy contingents", filled=False))
    assert pieces([*plain, Block(lines)])[-1].text == "equipment-heavy contingents"
    divided = [Block((Line("contin-", filled=True), Line("gents", filled=False)))]
    assert pieces([*plain, *divided, Block(lines)])[-1].text == "equipmentheavy contingents"
