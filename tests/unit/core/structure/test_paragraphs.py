"""Lines and paragraphs of plain text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.structure.joining import joined
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
    ],
)
def test_hyphens_at_line_ends_are_resolved(lines: tuple[str, str], whole: str) -> None:
    assert joined(lines) == whole
