"""A version is set so that block and paragraph numbers agree, whatever the paragraphs are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from briefer.core.document import Kind, Link, Paragraph, Span, Version
from briefer.gui.reader.setting import Setting, plain_document, right_to_left, shown
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
def test_every_paragraph_is_one_block_with_its_text_and_looks(made: list[Paragraph]) -> None:
    assert QApplication.instance() is not None or QApplication([])
    owner, typography, version = QObject(), Typography(Appearance()), Version("ru", tuple(made))
    document, setting = plain_document(version, owner), Setting(version, typography)
    assert document.blockCount() == len(made)
    for number, paragraph in enumerate(made):
        block = document.findBlockByNumber(number)
        assert block.text() == shown(paragraph.text)
        runs = setting.formats(number)
        units = len(paragraph.text.encode("utf-16-le")) // 2
        covered = [place for run in runs for place in range(run.start, run.start + run.length)]
        assert covered == list(range(units))
        underlined = any(run.format.fontUnderline() for run in runs)
        assert underlined == any(link.span.end > link.span.start for link in paragraph.links)
        assert setting.gaps()[number] >= round(typography.gap(paragraph.kind))


def test_the_script_says_from_which_hand_a_language_is_read() -> None:
    typography = Typography(Appearance())
    directions = [
        Setting(Version(tag, (Paragraph(Kind.BODY, "1"),)), typography).direction
        for tag in ("ar", "he-IL", "fa", "ru", "zh")
    ]
    noting = Setting(Version("ar", (Paragraph(Kind.PREAMBULAR, "إذ تلاحظ"),)), typography)
    assert not any(run.format.fontItalic() for run in noting.formats(0))
    rtl = Qt.LayoutDirection.RightToLeft
    assert directions == [rtl, rtl, rtl, None, None]
    assert right_to_left("ar-EG")


def test_each_letter_that_qt_would_misread_is_replaced_wherever_it_stands() -> None:
    misread = [code for code in range(0x110000) if shown(f"a{chr(code)}b") != f"a{chr(code)}b"]
    assert set(range(0xD800, 0xE000)) < set(misread)
    assert [code for code in misread if not 0xD800 <= code < 0xE000] == [
        *(0, 0xA, 0xB, 0xC, 0xD, 0x1C, 0x1D, 0x1E, 0x85, 0x2029, 0xFDD0, 0xFDD1, 0xFFFC)
    ]
