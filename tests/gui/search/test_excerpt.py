"""Excerpts show the hit, mark it, and let no markup of a document through."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from briefer.core.document import Span
from briefer.gui.search.excerpt import LENGTH, excerpt_html

OPENING = '<span style="background-color:#fff">'


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(alphabet="ab <>&\"'я\n", max_size=900))
    places = st.integers(0, len(text))
    marks = draw(st.lists(st.tuples(places, places), max_size=4))
    return text, [Span(min(pair), max(pair)) for pair in marks]


@given(marked())
def test_without_its_marks_an_excerpt_is_a_piece_of_the_text(case: tuple[str, list[Span]]) -> None:
    text, marks = case
    shown = excerpt_html(text, marks, "#fff").removeprefix("… ").removesuffix(" …")
    plain = shown.replace(OPENING, "").replace("</span>", "").replace("<br>", "\n")
    assert "<" not in plain
    assert ">" not in plain
    assert unescape(plain) in text


@given(marked())
def test_the_first_mark_is_always_shown_whole(case: tuple[str, list[Span]]) -> None:
    text, marks = case
    marks = [mark for mark in marks if mark.start < mark.end][:1]
    shown = excerpt_html(text, marks, "#fff")
    for mark in marks:
        _before, _opening, rest = shown.partition(OPENING)
        inside = rest.partition("</span>")[0].replace("<br>", "\n")
        assert unescape(inside) == text[mark.start : mark.end]


def test_a_long_text_is_cut_between_words_around_its_mark() -> None:
    text = "word " * 200 + "needle " + "word " * 200
    start = text.index("needle")
    shown = excerpt_html(text, [Span(start, start + 6)], "#fff")
    assert shown.startswith("… word")
    assert shown.endswith("word …")
    assert len(shown) < LENGTH + 120
