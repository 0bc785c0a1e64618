"""Finding as one types, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import Entry
from briefer.core.text_index import Needle
from briefer.core.wordforms import WordForms
from briefer.gui.reader.answers import Answers
from briefer.gui.reader.hits import Extent, Hits
from briefer.gui.reader.place import Place, Rows
from briefer.gui.reader.view import ReaderView
from tests.factories import plain_document, sample_document
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
    assert view._bar.status.text() == "1 of 2 matches · ru 1 · en 1"
    assert view.current_place() == Place(5, "ru", 4)
    press(view, Qt.Key.Key_Return)
    assert view.current_place() == Place(5, "en", 4)


def test_one_hit_is_counted_in_the_singular(view: ReaderView) -> None:
    view._bar.field.setText("precursors")
    assert view._bar.status.text() == "1 of 1 match · ru 0 · en 1"


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


def test_going_on_after_the_field_was_emptied_goes_nowhere(view: ReaderView) -> None:
    view._bar.field.setText("63/1")
    view._bar.field.clear()
    place = view.current_place()
    view.find_next()
    assert view.current_place() == place
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
    assert view._bar.status.text().startswith("1 of 1 match")


def test_next_without_an_open_bar_opens_it(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.find_next()
    assert view._bar.isVisible()


def test_the_hit_gone_to_is_scrolled_into_view(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual([(1, 1)] * 40, words=90), height=400)
    view.open_find()
    view._bar.field.setText("37: word")
    pane = view._spread.panes[1]
    qtbot.waitUntil(lambda: view.current_place() == Place(37, "en", 37))
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
    assert hits.prepare(60)
    total = hits.search(Needle("и"), str)
    found = [hits.hit(number) for number in range(total)]
    assert len(set(found)) == total > 10
    rows = Rows(sample_document())
    keys = [(rows.row_of(each.side, each.index), each.side, each.index, each.span.start) for each in found]
    assert keys == sorted(keys)


def searched(beads: Sequence[tuple[int, int]], needle: str) -> Hits:
    document = bilingual(beads).document
    hits = Hits(Rows(document))
    assert hits.prepare(60)
    hits.search(Needle(needle), str)
    return hits


def test_what_was_found_is_counted_by_pairs_and_by_paragraphs_alone() -> None:
    assert searched(((1, 1), (2, 1), (2, 0), (0, 1)), "deed").extent == Extent(15, 2, 1)
    assert searched(((1, 1), (2, 1), (2, 0), (0, 1)), "0:").extent == Extent(2, 1, 0)
    assert searched(((1, 1), (2, 1), (2, 0), (0, 1)), "4:").extent == Extent(1, 0, 1)
    assert searched(((1, 1), (2, 1), (2, 0), (0, 1)), "nothing").extent == Extent(0, 0, 0)


def test_where_nothing_is_aligned_paragraphs_are_counted() -> None:
    hits = Hits(Rows(plain_document({"en": ("A word.", "Another word, a word.", "Nothing.")})))
    assert hits.prepare(60)
    hits.search(Needle("word"), str)
    assert hits.extent == Extent(3, 0, 2)


@settings(deadline=None)
@given(st.lists(st.sampled_from(((1, 1), (2, 1), (1, 0), (0, 1), (1, 2))), min_size=1, max_size=9), st.data())
def test_each_row_with_hits_begins_once_and_is_found_from_every_row_before(
    beads: list[tuple[int, int]], data: st.DataObject
) -> None:
    hits = searched(beads, data.draw(st.sampled_from(("слово", "d", "1", "и", "zebra"))))
    at = [hits.rows.row_of(found.side, found.index) for found in map(hits.hit, range(hits.total))]
    begun = [row for number, row in enumerate(at) if hits.begins(number)]
    assert begun == sorted(set(at))
    assert len(hits.heights) == len(begun)
    for row in range(len(hits.rows)):
        after = [number for number, own in enumerate(at) if own >= row]
        assert hits.first_from(row) == (after[0] if after else 0)


def test_a_long_document_is_read_between_events_and_then_searched(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual([(1, 1)] * 500, words=90))
    view.open_find()
    view._bar.field.setText("deed")
    waited = view._bar.status.text()
    qtbot.waitUntil(lambda: "matches" in view._bar.status.text())
    assert waited == "…"
    assert marked(view, 1) > 500
    qtbot.waitUntil(lambda: not view._spread.busy)


def test_a_word_is_found_in_its_other_forms_unless_that_is_switched_off(view: ReaderView) -> None:
    view._bar.field.setText("прекурсор")
    assert marked(view, 0) == 1
    view._bar.field.setText("наркотические")
    assert marked(view, 0) == 2
    view._bar.forms.click()
    assert marked(view, 0) == 0
    assert view._bar.status.text() == "No matches"


def test_whole_words_and_case_narrow_what_is_found(view: ReaderView) -> None:
    view._bar.forms.click()
    view._bar.field.setText("state")
    assert marked(view, 1) == 1
    view._bar.whole.click()
    assert marked(view, 1) == 0
    view._bar.whole.click()
    view._bar.case.click()
    assert marked(view, 1) == 0
    view._bar.field.setText("State")
    assert marked(view, 1) == 1
    assert not view._bar.forms.isEnabled()


def test_going_round_the_end_is_said_once(view: ReaderView) -> None:
    view._bar.field.setText("63/1")
    press(view, Qt.Key.Key_Return)
    assert "on from" not in view._bar.status.text()
    press(view, Qt.Key.Key_Return)
    assert "on from the beginning" in view._bar.status.text()
    press(view, Qt.Key.Key_Return, shift=True)
    assert "on from the end" in view._bar.status.text()
    press(view, Qt.Key.Key_Return, shift=True)
    assert "on from" not in view._bar.status.text()


def test_escape_goes_back_to_where_one_was(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual([(1, 1)] * 40, words=90), height=400)
    view.go_to("ru", 3)
    place, tops = view.current_place(), view.whereabouts().tops
    view.open_find()
    view._bar.field.setText("37: word")
    qtbot.waitUntil(lambda: view.current_place() == Place(37, "en", 37))
    press(view, Qt.Key.Key_Escape)
    assert (view.current_place(), view.whereabouts().tops) == (place, tops)


def test_escape_stays_at_a_hit_that_was_gone_on_to(open_reader: Reader) -> None:
    view = open_reader(bilingual([(1, 1)] * 40, words=90), height=400)
    view.go_to("ru", 3)
    view.open_find()
    view._bar.field.setText("word")
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Return)
    found, tops = view.current_place(), view.whereabouts().tops
    press(view, Qt.Key.Key_Escape)
    assert (view.current_place(), view.whereabouts().tops) == (found, tops)
    view.open_find()
    view._bar.field.setText("37: word")
    press(view, Qt.Key.Key_Escape)
    assert view.current_place() == found, "a new search begins where the last one ended"


def test_closing_the_bar_otherwise_stays_at_the_hit(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.go_to("ru", 1)
    view.open_find()
    view._bar.field.setText("precursors")
    found = view.current_place()
    view._bar._close.click()
    assert view.current_place() == found != Place(2, "ru", 1)


def test_escape_stays_where_the_reader_went_by_hand(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.open_find()
    view._bar.field.setText("precursors")
    view._current.go(0, 6)
    press(view, Qt.Key.Key_Escape)
    assert view.current_place() == Place(7, "ru", 6)


def test_hits_are_marked_in_the_scroll_bars(view: ReaderView) -> None:
    view._bar.field.setText("63/1")
    bar = view._spread._bars[1]
    assert len(bar.places) == 1
    assert 0 < bar.places[0] < 1
    press(view, Qt.Key.Key_Escape)
    assert not bar.places


def test_what_answers_a_hit_is_marked_opposite(view: ReaderView) -> None:
    forms = WordForms()
    lexicon = Lexicon((Entry("прекурсор", "precursor", "drugs"),), ("ru", "en"), forms)
    view.searching.know(forms.stem, Answers(lexicon, forms))
    view._bar.field.setText("прекурсоров")
    english = view._spread.panes[1].underlay.answers
    text = sample_document().versions[1].paragraphs[1].text
    assert [text[mark.start : mark.end] for mark in english[1]] == ["precursors"]
    assert not english[3]
    assert not view._spread.panes[0].underlay.answers[1]


def test_a_hit_gone_to_asks_for_its_sentence(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.lighting.wanted) as wanted:
        view._bar.field.setText("precursors")
    assert (wanted.args[0].language, wanted.args[0].index) == ("en", 1)


def test_a_search_comes_back_as_it_stood(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.open_find()
    view._bar.field.setText("63/1")
    view._bar.whole.click()
    press(view, Qt.Key.Key_Return)
    where = view.whereabouts()
    view.show_document(bilingual([(1, 1)] * 3))
    view.searching.close()
    view._bar.field.setText("deed")
    view.show_document(OpenDocument(sample_document()))
    view.return_to(where)
    assert view._bar.isVisible()
    assert view._bar.needle == Needle("63/1", whole=True)
    assert view._bar.status.text().startswith("2 of 2")


def test_every_control_of_the_bar_has_a_name(view: ReaderView) -> None:
    bar = view._bar
    for control in (bar.field, bar.forms, bar.whole, bar.case, bar._next, bar._previous, bar._close):
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
