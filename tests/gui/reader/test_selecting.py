"""Selection becomes targets, in code points, one a paragraph; caret and keys make places current."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.place import Place
from tests.gui.reader.conftest import MIXED, Reader, bilingual

RUSSIAN = ("𐐷𐐷 первый абзац", "второй\nв две строки", "третий")
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENGLISH = ("𐐷 first paragraph", "second", "third")


def small() -> OpenDocument:
    left = tuple(Paragraph(Kind.BODY, text) for text in RUSSIAN)
    right = tuple(Paragraph(Kind.BODY, text) for text in ENGLISH)
    bitext = Bitext("ru", "en", tuple(Bead((i,), (i,), 0.9) for i in range(3)))
    return OpenDocument(Document((), Masthead(), (Version("ru", left), Version("en", right)), bitext))


def choose(pane: TextPane, start: int, end: int) -> None:
    """Select by Qt's positions in the whole text."""
    cursor = pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def test_letters_outside_the_basic_plane_do_not_shift_a_target(open_reader: Reader) -> None:
    view = open_reader(small())
    choose(view._spread.panes[0], 5, 11)
    (target,) = view.selected_targets()
    assert (target.language, target.index, target.start, target.end) == ("ru", 0, 3, 9)
    assert target.quote == "первый"


def test_a_selection_over_paragraphs_gives_one_target_for_each(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(small())
    with qtbot.waitSignal(view.selection_changed) as told:
        view._spread.panes[0].selectAll()
    targets = view.selected_targets()
    assert [target.quote for target in targets] == list(RUSSIAN)
    assert told.args == [targets]


def test_selections_of_one_pair_in_both_languages_stand_together(open_reader: Reader) -> None:
    view = open_reader(small())
    left, right = view._spread.panes
    choose(left, 5, 11)
    choose(right, 3, 8)
    assert [(target.language, target.quote) for target in view.selected_targets()] == [
        ("ru", "первый"),
        ("en", "first"),
    ]


def test_a_selection_in_another_pair_takes_the_place_of_the_one_opposite(open_reader: Reader) -> None:
    view = open_reader(small())
    left, right = view._spread.panes
    choose(left, 5, 11)
    choose(right, len(ENGLISH[0]) + 2, len(ENGLISH[0]) + 8)
    assert [target.quote for target in view.selected_targets()] == ["second"]


def test_giving_a_selection_up_is_told(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(small())
    choose(view._spread.panes[0], 5, 11)
    with qtbot.waitSignal(view.selection_changed) as told:
        view._spread.panes[0].moveCursor(QTextCursor.MoveOperation.End)
    assert told.args == [()]


def test_the_keyboard_selects_and_copies(open_reader: Reader) -> None:
    view = open_reader(small())
    pane = view._spread.panes[1]
    pane.setFocus()
    for _ in range(2):
        QTest.keyClick(
            pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
    assert [target.quote for target in view.selected_targets()] == ["𐐷 first"]
    view.copy()
    assert QApplication.clipboard().text().strip() == "𐐷 first"


def test_the_caret_coming_to_a_paragraph_makes_its_pair_current(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(small())
    pane = view._spread.panes[1]
    pane.setFocus()
    with qtbot.waitSignal(view.current_changed) as told:
        QTest.keyClick(pane, Qt.Key.Key_Down)
    assert told.args == [Place(1, "en", 1)]
    assert view.current_place() == Place(1, "en", 1)
    assert [each.underlay.current for each in view._spread.panes] == [(1,), (1,)]


def test_a_click_makes_the_paragraph_under_it_current(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED))
    pane = view._spread.panes[0]
    block = pane.document().findBlockByNumber(2)
    point = pane.blocks.rect(block).center().toPoint()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert view.current_place() == Place(1, "ru", 2)


def test_the_menu_asks_for_a_highlight_or_a_note(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(small())
    choose(view._spread.panes[0], 5, 11)
    menu = view.menu.made()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Copy", "Highlight", "Add note…"]
    with qtbot.waitSignals([view.highlight_requested, view.note_requested]):
        menu.actions()[2].trigger()
        menu.actions()[3].trigger()
