"""A version is set so that block and paragraph numbers agree, whatever the paragraphs are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from briefer.core.document import Kind, Link, Paragraph, Span, Version
from briefer.gui.reader.setting import set_version, shown
from briefer.gui.reader.typography import Typography
from briefer.gui.theme import Appearance

KINDS = (Kind.BODY, Kind.TITLE, Kind.PREAMBULAR, Kind.FOOTNOTE)
TEXTS = st.text(st.sampled_from(" aж𐐷\n\r\u2028\u2029\x0b\x0c\ufdd0\ufdd1\ufffc\x00"), max_size=8)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    links = (Link(Span(start, len(text)), "https://a.org/"),) if draw(st.booleans()) and start else ()
    return Paragraph(draw(st.sampled_from(KINDS)), text, links=links)


@settings(max_examples=150, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=8))
def test_every_paragraph_is_one_block_with_its_text_and_format(made: list[Paragraph]) -> None:
    assert QApplication.instance() is not None or QApplication([])
    owner, typography = QObject(), Typography(Appearance())
    document = set_version(Version("ru", tuple(made)), typography, owner)
    assert document.blockCount() == len(made)
    for number, paragraph in enumerate(made):
        block = document.findBlockByNumber(number)
        assert block.text() == shown(paragraph.text)
        wanted = typography.block(paragraph.kind)
        assert block.blockFormat().alignment() == wanted.alignment()
        assert block.blockFormat().topMargin() == wanted.topMargin()
        underlined = sum(run.length for run in block.textFormats() if run.format.fontUnderline())
        linked = sum(link.span.end - link.span.start for link in paragraph.links)
        assert bool(underlined) == bool(linked)
