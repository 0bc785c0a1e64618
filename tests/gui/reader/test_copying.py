"""A selection on the clipboard: its text, and the same with the looks of its paragraphs."""

from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.app.model import OpenDocument
from briefer.core.document import Document, Kind, Link, Paragraph, Span, Version
from briefer.core.masthead import Masthead
from briefer.gui.reader.copying import rich
from tests.gui.reader.conftest import Reader

VERSION = Version(
    "en",
    (
        Paragraph(Kind.TITLE, "A <title> & more"),
        Paragraph(Kind.PREAMBULAR, "Noting the text,", "PP1"),
        Paragraph(Kind.BODY, "See 𐐷 the page.", links=(Link(Span(6, 14), "https://undocs.org/?a=1&b=2"),)),
    ),
)


def whole(index: int) -> tuple[int, int, int]:
    return index, 0, len(VERSION.paragraphs[index].text)


def test_a_title_is_bold_and_what_looks_like_markup_is_text() -> None:
    assert "<p><b>A &lt;title&gt; &amp; more</b></p>" in rich(VERSION, [whole(0)])


def test_the_opening_word_of_a_preambular_paragraph_is_in_italics() -> None:
    assert "<p><i>Noting</i> the text,</p>" in rich(VERSION, [whole(1)])
    assert "<p><i>ting</i> the</p>" in rich(VERSION, [(1, 2, 10)])
    assert "<p>the</p>" in rich(VERSION, [(1, 7, 10)])


def test_a_link_leads_on_as_far_as_it_is_selected() -> None:
    assert 'See 𐐷 <a href="https://undocs.org/?a=1&amp;b=2">the page</a>.' in rich(VERSION, [whole(2)])
    assert '<a href="https://undocs.org/?a=1&amp;b=2">page</a></p>' in rich(VERSION, [(2, 10, 14)])
    assert 'lang="en"' in rich(VERSION, [whole(2)])


def test_copying_puts_text_and_looks_on_the_clipboard(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(Document((), Masthead(), (VERSION,))))
    pane = view._spread.panes[0]
    pane.setFocus()
    for _ in range(50):
        pane.selectAll()
        QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    gc.collect()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "A <title> & more\nNoting the text,\nSee 𐐷 the page."
    assert "<i>Noting</i>" in data.html()
    cursor = QTextCursor(pane.document().findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    view.copy()
    assert "Noting" not in QGuiApplication.clipboard().mimeData().html()
    QGuiApplication.clipboard().clear()
