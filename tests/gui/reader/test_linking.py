"""Links in the text are underlined and told when clicked, by mouse or from the menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.document import Document, Kind, Link, Paragraph, Span, Version
from briefer.core.masthead import Masthead
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.view import ReaderView
from tests.gui.reader.conftest import Reader

TEXT = "𐐷 Recalling the report of the Secretary-General and the site of the Commission"
REPORT = Link(Span(12, 22), "https://undocs.org/A/80/590")
SITE = Link(Span(56, 60), "https://www.unodc.org/")


def linked(kind: Kind = Kind.BODY) -> OpenDocument:
    paragraphs = (Paragraph(kind, TEXT, links=(REPORT, SITE)), Paragraph(Kind.BODY, "No link here."))
    return OpenDocument(Document((), Masthead(), (Version("en", paragraphs),)))


def point_of(pane: TextPane, position: int) -> QPoint:
    """The middle of the letter at a position of Qt's."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(position)
    before = pane.cursorRect(cursor)
    cursor.setPosition(position + 1)
    after = pane.cursorRect(cursor)
    return QPoint((before.left() + after.left()) // 2, before.center().y())


def underlined(view: ReaderView) -> str:
    """The letters of the first paragraph that have a line below."""
    pane = view._spread.panes[0]
    block = pane.document().firstBlock()
    units = block.text().encode("utf-16-le")
    return "|".join(
        units[2 * run.start : 2 * (run.start + run.length)].decode("utf-16-le")
        for run in pane.blocks.lines(block).formats()
        if run.format.fontUnderline()
    )


def test_the_words_of_a_link_are_underlined_and_no_others(open_reader: Reader) -> None:
    assert TEXT[12:22] == "the report"
    assert underlined(open_reader(linked())) == "the report|site"
    assert underlined(open_reader(linked(Kind.PREAMBULAR))) == "the report|site"


def test_a_link_over_the_opening_of_a_paragraph_keeps_the_text(open_reader: Reader) -> None:
    paragraph = Paragraph(Kind.PREAMBULAR, "Recalling this", links=(Link(Span(4, 14), "https://a.org/"),))
    view = open_reader(OpenDocument(Document((), Masthead(), (Version("en", (paragraph,)),))))
    assert view._spread.panes[0].toPlainText() == "Recalling this"
    assert underlined(view).replace("|", "") == "lling this"


def test_a_click_on_a_link_is_told(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(linked())
    pane = view._spread.panes[0]
    with qtbot.waitSignal(view.link_activated) as told:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, 16))
    assert told.args == [REPORT]


def test_a_click_beside_a_link_or_a_selection_over_it_opens_nothing(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(linked())
    viewport, pane = view._spread.panes[0].viewport(), view._spread.panes[0]
    with qtbot.assertNotEmitted(view.link_activated):
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point_of(pane, 5))
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point_of(pane, 5))
        QTest.mouseMove(viewport, point_of(pane, 16))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point_of(pane, 16))


def test_the_pointer_tells_a_link(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(linked())
    pane = view._spread.panes[0]

    def shape() -> Qt.CursorShape:
        return pane.viewport().cursor().shape()

    # A real pointer's movement is told some time after it was moved.
    QTest.mouseMove(pane.viewport(), point_of(pane, 16))
    qtbot.waitUntil(lambda: shape() is Qt.CursorShape.PointingHandCursor)
    QTest.mouseMove(pane.viewport(), point_of(pane, 5))
    qtbot.waitUntil(lambda: shape() is Qt.CursorShape.IBeamCursor)


def test_the_menu_offers_the_links_of_the_paragraph_the_one_at_the_caret_first(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(linked())
    view._spread.panes[0].place_caret(0, 57)
    menu = view.menu.made()
    offered = [action for action in menu.actions() if "Open the link" in action.text()]
    assert [action.text() for action in offered] == [
        f"Open the link {link.target}…" for link in (SITE, REPORT)
    ]
    with qtbot.waitSignal(view.link_activated) as told:
        offered[0].trigger()
    assert told.args == [SITE]
    view._spread.panes[0].place_caret(1)
    assert not any("Open the link" in action.text() for action in view.menu.made().actions())
