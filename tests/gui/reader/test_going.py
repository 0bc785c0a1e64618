"""Going to a place in a long document: in view at once, and staying there while rows are levelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.document import Span
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance
from tests.gui.reader.conftest import (
    MIXED,
    Reader,
    bilingual,
    in_sight_error,
    level_error,
    measured,
    scrolled,
)
from tests.gui.reader.test_scrolling import turn_wheel

SIDES = {"ru": 0, "en": 1}
WORDY_LEFT = ((2, 1), (1, 1), (1, 0), (3, 1), (1, 1), (1, 0))
WORDY_RIGHT = ((1, 2), (1, 1), (0, 1), (1, 3), (1, 1), (0, 1))
# The texts part further and further, and come together again as their rows are levelled.
UNEVEN = (*MIXED, *WORDY_LEFT * 40, *WORDY_RIGHT * 75)

STILL = 1.5  # pixels: panes scroll by whole ones, and rows begin between them


def place(view: ReaderView, language: str, index: int) -> tuple[float, float]:
    """Top and bottom of a paragraph, in pixels below the pane's upper edge."""
    return view._spread.panes[SIDES[language]].blocks.extent((index,))


def in_view(view: ReaderView, language: str, index: int) -> bool:
    top, bottom = place(view, language, index)
    return top >= 0 and bottom <= view._spread.panes[0].viewport().height()


def last(document: OpenDocument, language: str) -> int:
    return len(document.document.versions[SIDES[language]].paragraphs) - 1


def opened(open_reader: Reader, document: OpenDocument) -> ReaderView:
    """A reader that has this moment been given a document, and has not yet levelled it."""
    view = open_reader(bilingual([(1, 1)] * 3))
    view.show_document(document)
    assert view._spread.busy
    return view


def drift(view: ReaderView, qtbot: QtBot, language: str, index: int) -> float:
    """How far a paragraph strays from where it stands until all rows are level."""
    at = place(view, language, index)[0]
    strays: list[float] = []

    def settled() -> bool:
        strays.append(abs(place(view, language, index)[0] - at))
        assert in_sight_error(view) == 0
        return not view._spread.busy

    qtbot.waitUntil(settled, timeout=60_000)
    return max(strays)


@pytest.mark.parametrize("part", [0.05, 0.6, 0.95, 1.0])
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("beads", [UNEVEN, [*MIXED, *WORDY_LEFT * 90]])
def test_a_passage_gone_to_at_once_is_in_view_and_stays_where_it_is(
    open_reader: Reader, qtbot: QtBot, beads: Sequence[tuple[int, int]], language: str, part: float
) -> None:
    document = bilingual(beads, words=40)
    index = round(last(document, language) * part)
    view = opened(open_reader, document)
    view.go_to(language, index, (Span(0, 2),))
    assert in_view(view, language, index)
    assert drift(view, qtbot, language, index) <= STILL
    assert in_view(view, language, index)
    assert index in view._spread.panes[SIDES[language]].underlay.hits
    assert level_error(view) == 0


def test_so_it_is_in_long_documents(open_reader: Reader, qtbot: QtBot) -> None:
    document = bilingual((WORDY_LEFT + WORDY_RIGHT) * 160, words=12)
    view = opened(open_reader, document)
    index = last(document, "ru") - 200
    view.go_to("ru", index)
    assert in_view(view, "ru", index)
    assert drift(view, qtbot, "ru", index) <= STILL


@pytest.mark.parametrize("number", [500, len(UNEVEN) - 1])
def test_a_pair_gone_to_at_once_is_in_view_on_both_sides(
    open_reader: Reader, qtbot: QtBot, number: int
) -> None:
    document = bilingual(UNEVEN, words=40)
    view = opened(open_reader, document)
    view.go_to_bead(number)
    rows = view._spread.rows
    assert rows is not None
    wanted = [(lang, own[0]) for lang, side in SIDES.items() if (own := rows.paragraphs(number, side))]
    assert all(in_view(view, *each) for each in wanted)
    assert all(drift(view, qtbot, *each) <= STILL for each in wanted)
    assert all(in_view(view, *each) for each in wanted)


def test_going_on_from_place_to_place_meanwhile_ends_at_the_last(open_reader: Reader, qtbot: QtBot) -> None:
    document = bilingual(UNEVEN, words=40)
    view = opened(open_reader, document)
    for language, index in (("ru", 600), ("en", 90), ("ru", 10), ("en", last(document, "en"))):
        view.go_to(language, index)
        assert in_view(view, language, index)
    assert drift(view, qtbot, "en", last(document, "en")) <= STILL


def test_a_passage_gone_to_between_slices_stays_where_it_is(open_reader: Reader, qtbot: QtBot) -> None:
    view = opened(open_reader, bilingual(UNEVEN, words=40))
    qtbot.waitUntil(lambda: measured(view) > 300)
    view.go_to("ru", 660)
    assert view._spread.busy
    assert in_view(view, "ru", 660)
    assert drift(view, qtbot, "ru", 660) <= STILL


def test_unlocked_the_pane_gone_to_stays_where_it_is(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual([(1, 1)] * 3))
    view.set_locked(False)
    view.show_document(bilingual(UNEVEN, words=40))
    view.go_to("en", 700)
    at = place(view, "en", 700)[0]
    qtbot.waitUntil(lambda: not view._spread.busy)
    assert abs(place(view, "en", 700)[0] - at) <= STILL
    assert scrolled(view)[0] == 0


def wheel(view: ReaderView) -> None:
    turn_wheel(view._spread.panes[1].viewport(), -360)


def bar(view: ReaderView) -> None:
    shown = view._spread._bars[1]
    shown.setValue(shown.value() - 180)


def key(view: ReaderView) -> None:
    QTest.keyClick(view._spread.panes[1], Qt.Key.Key_PageUp)


@pytest.mark.parametrize("scroll", [wheel, bar, key])
def test_whoever_scrolls_meanwhile_is_not_pulled_back(
    open_reader: Reader, qtbot: QtBot, scroll: Callable[[ReaderView], None]
) -> None:
    view = opened(open_reader, bilingual(UNEVEN, words=40))
    view.go_to("ru", 640)
    qtbot.waitUntil(lambda: measured(view) > 60)
    before = place(view, "ru", 640)[0]
    scroll(view)
    assert view._spread.busy
    assert place(view, "ru", 640)[0] >= before + 170
    first = view._spread.panes[0].blocks.visible()[0] + 1
    assert drift(view, qtbot, "ru", first) <= STILL
    assert place(view, "ru", 640)[0] >= before + 170


def test_a_wheel_turned_at_once_after_going_wins_too(open_reader: Reader, qtbot: QtBot) -> None:
    view = opened(open_reader, bilingual(UNEVEN, words=40))
    view.go_to("en", 640)
    before = place(view, "en", 640)[0]
    turn_wheel(view._spread.panes[1].viewport(), 120)
    assert round(place(view, "en", 640)[0] - before) == -60
    assert drift(view, qtbot, "en", 640) <= STILL


def test_a_passage_gone_to_stays_in_view_when_size_and_font_change_meanwhile(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = opened(open_reader, bilingual(UNEVEN, words=40))
    view.go_to("ru", 640)
    view.resize(700, 480)
    qtbot.waitUntil(lambda: view._spread.panes[0].width() < 350)
    view.set_appearance(Appearance(point_size=14))
    qtbot.waitUntil(lambda: not view._spread.busy)
    assert in_view(view, "ru", 640)
    assert level_error(view) == 0


def test_focus_goes_to_the_pane_that_was_active_last(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual(MIXED, words=30))
    left, right = view._spread.panes
    view.setFocus()
    assert left.hasFocus()
    right.setFocus()
    view.open_find()
    assert not right.hasFocus()
    view.setFocus()
    assert right.hasFocus()
    turn_wheel(left.viewport(), 30)
    view.open_find()
    view.setFocus()
    assert left.hasFocus()
    view.go_to("en", 3)
    view.setFocus()
    assert right.hasFocus()
    view.show_document(bilingual(MIXED))
    view.setFocus()
    assert left.hasFocus()


def test_the_reader_is_no_stop_of_its_own_on_the_way_of_the_tab_key(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=30))
    left, right = view._spread.panes
    left.setFocus()
    QTest.keyClick(left, Qt.Key.Key_Tab)
    assert right.hasFocus()
    QTest.keyClick(right, Qt.Key.Key_Backtab)
    assert left.hasFocus()
    QTest.keyClick(left, Qt.Key.Key_Backtab)
    assert not left.hasFocus()
