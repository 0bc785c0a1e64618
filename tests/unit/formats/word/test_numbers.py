"""Automatic numbers as they are seen on the page, in the form that the structure reads."""

from __future__ import annotations

import pytest

from briefer.formats.numbering import roman
from briefer.formats.registry import read
from tests.unit.formats.word.specimens import raw


def level(place: int, form: str, template: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{template}"/></w:lvl>'
    )


def numbering(*levels: str, lists: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{lists}'
    )


def labels(part: str, items: list[tuple[int, int]], styles: str = "") -> list[str]:
    """The labels of paragraphs that are "x" in the given lists and levels."""
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
        for number, place in items
    )
    found = read("a.docx", raw(body, numbering=part, styles=styles)).blocks
    return [block.lines[0].text.removesuffix("x").rstrip() for block in found]


@pytest.mark.parametrize(
    ("form", "template", "expected"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimal", "%1", ["1.", "2.", "3."]),
        ("decimal", "(%1)", ["1)", "2)", "3)"]),
        ("lowerLetter", "(%1)", ["(a)", "(b)", "(c)"]),
        ("lowerLetter", "%1.", ["a)", "b)", "c)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("russianLower", "%1)", ["а)", "б)", "в)"]),
        ("russianUpper", "%1.", ["А.", "Б.", "В."]),
        ("decimal", "Статья %1.", ["Статья 1.", "Статья 2.", "Статья 3."]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("bullet", "–", ["–", "–", "–"]),
        ("none", "", ["", "", ""]),
        ("chineseCounting", "%1.", ["1.", "2.", "3."]),
    ],
)
def test_a_list_counts_in_its_own_way(form: str, template: str, expected: list[str]) -> None:
    assert labels(numbering(level(0, form, template)), [(1, 0)] * 3) == expected


def test_letters_double_beyond_the_alphabet() -> None:
    found = labels(numbering(level(0, "lowerLetter", "(%1)", start=26)), [(1, 0)] * 2)
    assert found == ["(z)", "(aa)"]


def test_deeper_levels_begin_again_and_show_what_they_are_under() -> None:
    part = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    items = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    assert labels(part, items) == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_level_can_go_on_counting_and_show_decimals_only() -> None:
    onward = level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>')
    part = numbering(level(0, "upperRoman", "%1."), onward)
    assert labels(part, [(1, 0), (1, 1), (1, 0), (1, 1)]) == ["I.", "1.1.", "II.", "2.2."]


def test_a_level_without_what_it_is_under_shows_where_that_starts() -> None:
    part = numbering(level(0, "decimal", "%1.", start=4), level(1, "decimal", "%1.%2"))
    assert labels(part, [(1, 1), (1, 1)]) == ["4.1.", "4.2."]


def test_lists_of_one_definition_count_on_unless_started_again() -> None:
    plain = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    again = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    part = numbering(level(0, "decimal", "%1."), lists=plain + again)
    assert labels(part, [(1, 0), (2, 0), (3, 0), (3, 0)]) == ["1.", "2.", "7.", "8."]


def test_a_list_may_redefine_a_level() -> None:
    other = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride></w:num>'
    )
    assert labels(numbering(level(0, "decimal", "%1."), lists=other), [(2, 0)]) == ["a)"]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_can_refuse() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="item"><w:basedOn w:val="base"/></w:style>'
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="item"/>{}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    refused = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled.format("") + styled.format(refused) + styled.format("")
    part = numbering(level(0, "decimal", "%1."))
    found = read("a.docx", raw(body, numbering=part, styles=styles)).blocks
    assert [block.lines[0].text for block in found] == ["1. x", "x", "2. x"]


@pytest.mark.parametrize("broken", ["", "-1", "a", "999999999999999999999", "²"])
def test_numbers_that_are_none_do_no_harm(broken: str) -> None:
    part = numbering(level(0, "lowerLetter", "%1)").replace('w:start w:val="1"', f'w:start w:val="{broken}"'))
    assert len(labels(part, [(1, 0)])) == 1


@pytest.mark.parametrize(
    ("number", "written"), [(4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (1990, "mcmxc")]
)
def test_roman_numerals(number: int, written: str) -> None:
    assert roman(number) == written
