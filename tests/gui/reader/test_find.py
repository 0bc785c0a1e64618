"""Finding as one types, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.gui.reader.hits import Hits
from briefer.gui.reader.place import Place, Rows
from briefer.gui.reader.view import ReaderView
from tests.factories import sample_document
from tests.gui.reader.conftest import Reader, bilingual


@pytest.fixture
def view(open_reader: Reader) -> ReaderView:
    opened = open_reader(OpenDocument(sample_document()))
    opened.open_find()
    return opened


def marked(view: ReaderView, side: int) -> int:
    """How many hits are marked in a pane."""
    pane = view._spread.panes[side]
    return sum(len(pane.underlay.hits.get(index, ())) for index in range(pane.blocks.count))


def press(view: ReaderView, key: Qt.Key, *, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view._bar.field, key, modifier)


def test_hits_are_marked_and_counted_while_one_types(view: ReaderView) -> None:
    counts = []
    for letter in "рос":
        view._bar.field.insert(letter)
        counts.append((marked(view, 0), view._bar.status.text()))
    assert counts[0][0] > counts[2][0] > 0
    assert counts[2][1].startswith("1 of ")


def test_both_languages_are_searched_in_reading_order(view: ReaderView) -> None:
    view._bar.field.setText("cn.7/2025/1")
    assert (marked(view, 0), marked(view, 1)) == (1, 1)
    assert view._bar.status.text() == "1 of 2 matches"
    assert view.current_place() == Place(5, "ru", 4)
    press(view, Qt.Key.Key_Return)
    assert view.current_place() == Place(5, "en", 4)


def test_one_hit_is_counted_in_the_singular(view: ReaderView) -> None:
    view._bar.field.setText("precursors")
    assert view._bar.status.text() == "1 of 1 match"


def test_going_on_wraps_round_both_ends(view: ReaderView) -> None:
    view._bar.field.setText("63/1")
    numbers = [view._bar.status.text()]
    for shift in (False, False, True, True):
        press(view, Qt.Key.Key_Return, shift=shift)
        numbers.append(view._bar.status.text())
    assert [text[0] for text in numbers] == ["1", "2", "1", "2", "1"]


def test_no_hits_are_said_calmly_and_nothing_moves(view: ReaderView) -> None:
    view._bar.field.setText("xyzzy")
    assert view._bar.status.text() == "No matches"
    assert view.current_place() is None
    press(view, Qt.Key.Key_Return)
    assert view.current_place() is None


def test_an_emptied_field_marks_nothing(view: ReaderView) -> None:
    view._bar.field.setText("63/1")
    view._bar.field.clear()
    assert (marked(view, 0), marked(view, 1)) == (0, 0)
    assert view._bar.status.text() == ""


def test_escape_closes_the_bar_and_gives_the_focus_back(view: ReaderView, qtbot: QtBot) -> None:
    view._bar.field.setText("63/1")
    press(view, Qt.Key.Key_Escape)
    assert not view._bar.isVisible()
    assert (marked(view, 0), marked(view, 1)) == (0, 0)
    qtbot.waitUntil(view._spread.panes[0].hasFocus)


def test_finding_starts_at_the_current_pair(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.go_to("en", 5)
    view.open_find()
    view._bar.field.setText("the")
    place = view.current_place()
    assert place is not None
    assert place.bead is not None
    assert place.bead >= 6


def test_the_bar_opens_with_what_is_selected(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    pane = view._spread.panes[1]
    cursor = pane.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    view.open_find()
    assert view._bar.field.text() == "Unofficial"
    assert view._bar.status.text() == "1 of 1 match"


def test_next_without_an_open_bar_opens_it(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.find_next()
    assert view._bar.isVisible()


def test_the_hit_gone_to_is_scrolled_into_view(open_reader: Reader) -> None:
    view = open_reader(bilingual([(1, 1)] * 40, words=90), height=400)
    view.open_find()
    view._bar.field.setText("37: word")
    pane = view._spread.panes[1]
    assert view.current_place() == Place(37, "en", 37)
    top, bottom = pane.blocks.line(37, 0)
    scrolled = pane.verticalScrollBar().value()
    assert scrolled < top < bottom < scrolled + pane.viewport().height()


def test_a_document_shown_while_the_bar_is_open_is_searched(view: ReaderView) -> None:
    view._bar.field.setText("слово")
    assert view._bar.status.text() == "No matches"
    view.show_document(bilingual([(1, 1)] * 3))
    assert view._bar.status.text().startswith("1 of ")
    assert view.current_place() is None


def test_every_hit_is_numbered_once() -> None:
    hits = Hits(Rows(sample_document()))
    total = hits.search("и")
    found = [hits.hit(number) for number in range(total)]
    assert len(set(found)) == total > 10
    rows = Rows(sample_document())
    keys = [(rows.row_of(each.side, each.index), each.side, each.index, each.span.start) for each in found]
    assert keys == sorted(keys)
