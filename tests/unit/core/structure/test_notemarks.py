"""Footnotes and their marks, links and their words."""

from __future__ import annotations

import pytest

from briefer.core.document import Kind, Link, NoteMark, Span, Version
from briefer.core.structure.build import versions_of
from briefer.core.structure.lines import Anchor, Block, Line
from briefer.core.structure.links import links_in
from briefer.core.structure.notemarks import without_marks
from briefer.formats.text import read_text


def version(text: str) -> Version:
    (found,) = versions_of(read_text(text.encode(), "text").blocks)
    return found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("повестки дня*", "повестки дня"),
        ("Государств (СНГ)**", "Государств (СНГ)"),
        ("the agenda*, as issued", "the agenda, as issued"),
        ("E/CN.7/2025/L.4*", "E/CN.7/2025/L.4*"),
        ("2 * 3", "2 * 3"),
        ("the Assembly¹ and", "the Assembly and"),
        ("the Assembly ¹", "the Assembly"),
        ("the Assembly¹,² and", "the Assembly and"),
        ("the Assembly¹²", "the Assembly"),
        ("500 m² and", "500 m² and"),
        ("100 км²", "100 км²"),
        ("10² times", "10² times"),
        ("in 2024² it", "in 2024 it"),
        ("as said [1] before", "as said before"),
        ("as said [7] before", "as said [7] before"),
        ("[1] As said", "[1] As said"),
    ],
)
def test_marks_leave_the_text_and_what_is_none_stays(text: str, shown: str) -> None:
    assert without_marks(text, {"¹": 0, "²": 0})[0] == shown


def test_a_footnote_is_tied_to_the_place_of_its_mark() -> None:
    found = version("Report\n\n1. The item* was taken up** in Vienna.\n\n* E/CN.7/2025/1.\n\n** As issued.")
    assert found.paragraphs[1].text == "The item was taken up in Vienna."
    assert found.paragraphs[1].notes == (NoteMark(8, "*", 2), NoteMark(21, "**", 3))


def test_a_mark_without_its_footnote_is_told_all_the_same() -> None:
    [paragraph] = version("The item* was taken up.").paragraphs
    assert paragraph.notes == (NoteMark(8, "*", None),)


def test_of_footnotes_with_the_same_mark_the_one_on_the_page_counts() -> None:
    texts = (("One*.", 1), ("* First.", 1), ("Two*.", 2), ("* Second.", 2))
    blocks = [Block((Line(text),), page=page) for text, page in texts]
    [found] = versions_of(blocks)
    assert [[n.paragraph for n in p.notes] for p in found.paragraphs] == [[1], [], [3], []]


def test_plain_digits_are_a_footnote_where_a_mark_corresponds() -> None:
    found = version(
        "Report\n\n1. The Assembly took note of it.1\n\n2. It met in 2024.\n\n"
        "1 See resolution 79/1 of the Assembly."
    )
    assert found.paragraphs[1].text == "The Assembly took note of it."
    assert found.paragraphs[1].notes == (NoteMark(29, "¹", 3),)
    assert (found.paragraphs[3].kind, found.paragraphs[3].label) == (Kind.FOOTNOTE, "¹")
    assert found.paragraphs[3].text == "See resolution 79/1 of the Assembly."


def test_plain_digits_are_text_where_no_mark_corresponds() -> None:
    found = version("Report\n\n1. The Assembly took note of it.\n\n12 States took part in the meeting.")
    assert found.paragraphs[2].text == "12 States took part in the meeting."
    assert found.paragraphs[2].kind is Kind.BODY


@pytest.mark.parametrize(
    "line", ["3 March 2025", "3 March 2025, Vienna", "3 States were elected to the bureau"]
)
def test_a_symbols_digits_are_never_the_mark_of_what_begins_with_a_number(line: str) -> None:
    found = version(f"E/CN.7/2025/CRP.3\n\n{line}\n\nReport\n\n1. It met.\n\n2. It rose.3")
    assert found.paragraphs[0].text == "E/CN.7/2025/CRP.3"
    assert [p.text for p in found.paragraphs if p.text.startswith("3 March")] == [line] * ("March" in line)


def test_links_are_found_by_their_words_and_by_their_looks() -> None:
    anchors = (Anchor("the  report", "https://undocs.org/A/80/1"), Anchor("gone", "https://un.org"))
    text = "See the report, or (https://www.un.org/en/ga), or mailto:info@un.org."
    found = links_in(text, anchors)
    assert [(text[link.span.start : link.span.end], link.target) for link in found] == [
        ("the report", "https://undocs.org/A/80/1"),
        ("https://www.un.org/en/ga", "https://www.un.org/en/ga"),
        ("mailto:info@un.org", "mailto:info@un.org"),
    ]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "#place", "", "https://a b"])
def test_a_link_that_is_no_address_is_left_out(target: str) -> None:
    assert links_in("See the report", (Anchor("the report", target),)) == ()


def test_a_link_stands_where_its_words_do_after_label_and_marks_have_gone() -> None:
    block = Block((Line("1. The item* and the report."),), links=(Anchor("the report", "https://un.org"),))
    [found] = versions_of([block, Block((Line("* Note."),))])
    assert found.paragraphs[0].text == "The item and the report."
    assert found.paragraphs[0].links == (Link(Span(13, 23), "https://un.org"),)
