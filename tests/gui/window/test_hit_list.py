"""The list of all matches beside the text: it follows the find bar, and the text follows it."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.settings import Settings
from briefer.gui.hits.model import LINE
from briefer.gui.hits.panel import HitsPanel
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG, MakeWindow, make_windows
from tests.gui.window.test_ears import tree, unnamed
from tests.gui.window.test_finding import find

Key = Qt.Key
SIDES = {"ru": 0, "en": 1}


@pytest.fixture
def listing(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with what it has found of “1972” in a list."""
    find(opened, "1972", qtbot)
    opened.acts["find-list"].trigger()
    return opened


def panel(window: MainWindow) -> HitsPanel:
    return window.after.hits.panel


def listed(window: MainWindow) -> list[str]:
    """What each row marks."""
    model = panel(window).model
    lines = [model.index(row).data(LINE) for row in range(model.rowCount())]
    return [line.text[line.place.start : line.place.end] for line in lines]


def current(window: MainWindow) -> int:
    return panel(window).view.currentIndex().row()


def marked(window: MainWindow) -> tuple[int, int] | None:
    """Side and index of the paragraph in which the current hit is marked."""
    panes = window.frame.reader._spread.panes
    hits = [(side, pane.underlay.hit[0]) for side, pane in enumerate(panes) if pane.underlay.hit]
    return hits[0] if hits else None


def at_hand(window: MainWindow) -> bool:
    """Whether row, mark in the text and count in the bar are about one hit."""
    searching = window.frame.reader.searching
    assert searching.hits is not None
    found = searching.hits.hit(current(window))
    number = searching.bar.status.text().split(" ", 1)[0]
    return marked(window) == (found.side, found.index) and number == str(current(window) + 1)


def test_all_that_is_found_is_listed_in_both_languages(listing: MainWindow) -> None:
    assert panel(listing).isVisible()
    assert listed(listing) == ["1972", "1972"]
    assert panel(listing).heading.text() == "2 matches in 1 pair"
    assert listing.acts["find-list"].isChecked()
    assert at_hand(listing)


def test_the_list_follows_typing_at_once(listing: MainWindow) -> None:
    bar = listing.frame.reader.searching.bar
    counts = []
    for words in ("drug", "drug a", "drug abuse", "drug abusezzz"):
        bar.field.setText(words)
        counts.append(len(listed(listing)))
    assert counts[0] > counts[1] >= counts[2] > counts[3] == 0
    assert panel(listing).hint.text().startswith("Nothing in this document matches.")
    bar.field.clear()
    assert "will be listed here" in panel(listing).hint.text()
    assert panel(listing).view.isHidden()


def test_going_on_in_the_bar_moves_the_current_row_along(listing: MainWindow) -> None:
    bar = listing.frame.reader.searching.bar
    bar.field.setText("drug")
    start, total = current(listing), len(listed(listing))
    QTest.keyClick(bar.field, Key.Key_Return)
    assert current(listing) == start + 1
    listing.acts["find-previous"].trigger()
    listing.acts["find-previous"].trigger()
    assert current(listing) == (start - 1) % total
    assert at_hand(listing)


def test_arrows_and_enter_go_through_the_hits_and_keep_the_list(listing: MainWindow, qtbot: QtBot) -> None:
    bar, view = listing.frame.reader.searching.bar, panel(listing).view
    bar.field.setText("drug")
    QTest.keyClick(bar.field, Key.Key_Down)
    qtbot.waitUntil(view.hasFocus)
    for key, row in ((Key.Key_Home, 0), (Key.Key_Down, 1), (Key.Key_Down, 2), (Key.Key_Up, 1)):
        QTest.keyClick(view, key)
        assert current(listing) == row
        assert at_hand(listing)
    QTest.keyClick(view, Key.Key_End)
    assert current(listing) == len(listed(listing)) - 1
    listing.frame.reader._spread.lock.scroll_to(0, 0)
    QTest.keyClick(view, Key.Key_Return)
    assert listing.frame.reader._spread.panes[0].verticalScrollBar().value() > 0, "brought into sight again"
    assert view.hasFocus()
    QTest.keyClick(view, Key.Key_D)  # no search through all rows
    assert current(listing) == len(listed(listing)) - 1


def test_a_click_goes_to_a_hit(listing: MainWindow) -> None:
    listing.frame.reader.searching.bar.field.setText("drug")
    view = panel(listing).view
    spot = view.visualRect(panel(listing).model.index(3)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert current(listing) == 3
    assert at_hand(listing)
    place = listing.frame.reader.current_place()
    assert place is not None
    assert (SIDES[place.language], place.index) == marked(listing)


def test_escape_in_the_list_puts_it_away_and_in_the_bar_everything(listing: MainWindow, qtbot: QtBot) -> None:
    bar, view = listing.frame.reader.searching.bar, panel(listing).view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Escape)
    assert listing.frame.side.currentWidget() is listing.frame.annotations
    assert bar.isVisible()
    qtbot.waitUntil(bar.field.hasFocus)
    assert (bar.list.isChecked(), listing.acts["find-list"].isChecked()) == (False, False)
    bar.list.click()
    assert panel(listing).isVisible()
    assert bar.list.isChecked()
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible()
    assert listing.frame.side.currentWidget() is listing.frame.annotations
    listing.acts["find"].trigger()
    assert not panel(listing).isVisible(), "it comes when it is wanted"


def test_the_action_opens_the_bar_too(opened: MainWindow, qtbot: QtBot) -> None:
    opened.acts["find-list"].trigger()
    assert opened.frame.reader.searching.bar.isVisible()
    assert panel(opened).isVisible()
    assert opened.frame.reader.searching.bar.field.hasFocus()
    qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=LONG)


def test_it_can_be_wanted_before_all_else_is_there(
    make_window: MakeWindow, sample: Path, qtbot: QtBot
) -> None:
    window = make_window(paths=[sample])
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        pass
    assert "after" not in vars(window)
    window.acts["find"].trigger()
    bar = window.frame.reader.searching.bar
    bar.field.setText("1972")
    qtbot.waitUntil(lambda: not bar.waiting)
    bar.list.click()
    assert panel(window).isVisible()
    assert listed(window) == ["1972", "1972"]
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)


def test_where_nothing_is_found_the_keyboard_stays_in_the_bar(listing: MainWindow, qtbot: QtBot) -> None:
    field = listing.frame.reader.searching.bar.field
    field.setText("zebra")
    QTest.keyClick(field, Key.Key_Down)
    field.setText("1972")
    assert panel(listing).view.isVisible()
    QApplication.processEvents()
    assert field.hasFocus()


def test_it_gives_way_to_a_note_and_to_the_results_of_a_search(listing: MainWindow, qtbot: QtBot) -> None:
    bar = listing.frame.reader.searching.bar
    listing.frame.reader.next_pair()
    listing.acts["note"].trigger()
    assert listing.frame.side.currentWidget() is listing.frame.annotations
    assert not bar.list.isChecked()
    listing.annotations.discard()
    listing.search_field.setText("drug")
    qtbot.waitUntil(lambda: listing.frame.results.isVisible() and listing.parts.jobs.idle, timeout=LONG)
    bar.list.click()
    assert panel(listing).isVisible()
    listing.search_field.clear()
    assert panel(listing).isVisible()
    bar.list.click()
    assert listing.frame.side.currentWidget() is listing.frame.annotations


def test_a_hidden_column_takes_the_list_with_it(listing: MainWindow) -> None:
    listing.acts["show-notes"].trigger()
    assert not listing.frame.reader.searching.bar.list.isChecked()
    listing.acts["find-list"].trigger()
    assert panel(listing).isVisible()
    listing.acts["quiet"].trigger()
    listing.acts["quiet"].trigger()
    assert panel(listing).isVisible()


def test_each_tab_keeps_its_list_and_its_place_in_it(
    listing: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bar = listing.frame.reader.searching.bar
    bar.field.setText("drug")
    panel(listing).chosen.emit(9)
    other = tmp_path / "other.txt"
    other.write_text("The Commission calls upon States to strengthen control of a drug.\n")
    with qtbot.waitSignal(listing.workspace.opened, timeout=LONG):
        listing.open_files([other])
    assert listed(listing) == ["drug"]
    assert panel(listing).heading.text() == "1 match in 1 paragraph"
    bar.close_bar()
    listing.acts["previous-tab"].trigger()
    assert panel(listing).isVisible()
    assert current(listing) == 9
    view = panel(listing).view
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert at_hand(listing)
    listing.acts["next-tab"].trigger()
    assert not panel(listing).isVisible()
    qtbot.waitUntil(lambda: listing.parts.jobs.idle, timeout=LONG)


def test_it_goes_with_the_document(listing: MainWindow) -> None:
    listing.acts["close-tab"].trigger()
    assert listing.frame.side.currentWidget() is listing.frame.annotations
    assert not listing.frame.reader.searching.bar.listed


def test_a_corrected_alignment_leaves_the_list_true(listing: MainWindow, qtbot: QtBot) -> None:
    searching = listing.frame.reader.searching
    searching.bar.field.setText("drug")
    hits = searching.hits
    assert hits is not None
    rows = {hits.rows.row_of(each.side, each.index) for each in map(hits.hit, range(hits.total))}
    assert panel(listing).heading.text() == f"{hits.total} matches in {len(rows)} pairs"
    listing.frame.reader.go_to_bead(next(row for row in sorted(rows) if row + 1 in rows))
    listing.acts["merge-next"].trigger()
    qtbot.waitUntil(lambda: listing.aligning.idle, timeout=LONG)
    assert panel(listing).heading.text() == f"{hits.total} matches in {len(rows) - 1} pairs"
    assert at_hand(listing)


def test_it_speaks_the_language_of_the_window_and_wears_its_colours(
    listing: MainWindow, qtbot: QtBot
) -> None:
    before = panel(listing).grab().toImage()
    listing.acts["language-ru"].trigger()
    qtbot.waitUntil(lambda: panel(listing).heading.text() == "2 совпадения в 1 паре")
    assert listing.frame.reader.searching.bar.list.text() == "Список"
    listing.acts["theme-dark"].trigger()
    assert panel(listing).grab().toImage() != before


def test_a_screen_reader_is_told_of_list_and_rows(listing: MainWindow) -> None:
    assert unnamed(listing) == []
    found = QAccessible.queryAccessibleInterface(panel(listing).view)
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Matches in the document"
    rows = [
        at.text(QAccessible.Text.Name)
        for at in tree(panel(listing).view)
        if at.role() is QAccessible.Role.Cell
    ]
    assert len(rows) == 2
    assert " · Russian\n" in rows[0]
    assert "1972" in rows[0]
    assert " · English\n" in rows[1]


def test_the_keyboard_reaches_it_as_it_does_every_column(listing: MainWindow, qtbot: QtBot) -> None:
    listing.frame.reader.setFocus()
    listing.acts["next-column"].trigger()
    qtbot.waitUntil(panel(listing).view.hasFocus)
    QTest.keyClick(panel(listing).view, Key.Key_Tab)
    assert not panel(listing).view.hasFocus()


def test_on_a_small_screen_it_stands_in_the_place_of_the_text_until_a_hit_is_chosen(
    listing: MainWindow, qtbot: QtBot
) -> None:
    bar = listing.frame.reader.searching.bar
    bar.list.click()
    size = QSize(listing.minimumSizeHint().width(), 300)
    listing.resize(size)
    qtbot.waitUntil(lambda: listing.width() <= size.width() + 20)
    bar.list.click()
    view = panel(listing).view
    assert view.isVisible()
    assert not bar.isVisible()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Key.Key_Down)
    assert view.isVisible()
    QTest.keyClick(view, Key.Key_Return)
    assert not view.isVisible()
    assert bar.isVisible()
    assert bar.field.hasFocus()
    bar.list.click()
    assert view.isVisible()
    panel(listing)._close.click()
    assert bar.isVisible()
    assert not view.isVisible()


def test_a_list_of_very_many_hits_makes_only_the_rows_in_sight(
    listing: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many.txt"
    many.write_text("\n\n".join(f"{n}. Drugs and more drugs, and drug abuse." for n in range(1, 2_000)))
    with qtbot.waitSignal(listing.workspace.opened, timeout=LONG):
        listing.open_files([many])
    searching, made = listing.frame.reader.searching, set[int]()
    qtbot.waitUntil(lambda: listing.parts.jobs.idle and not searching.bar.waiting, timeout=LONG)
    line = panel(listing).model._line

    def noted(number: int) -> object:
        made.add(number)
        return line(number)

    monkeypatch.setattr(panel(listing).model, "_line", noted)
    searching.bar.field.setText("drug")
    qtbot.waitUntil(lambda: panel(listing).model.rowCount() > 5_000 and bool(made), timeout=LONG)
    searching.step(-1)
    QApplication.processEvents()
    assert panel(listing).model.rowCount() - 1 in made
    assert len(made) < 200


def test_nothing_of_it_outlives_the_window(
    qapp: QApplication, qtbot: QtBot, sample: Path, settings: Settings, assembly: Assembly
) -> None:
    known: list[weakref.ref[QObject]] = []

    def open_list_and_close() -> None:
        with make_windows(qapp, qtbot, assembly, settings) as make:
            window = make()
            with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
                window.open_files([sample])
            find(window, "drug", qtbot)
            window.acts["find-list"].trigger()
            QTest.mouseMove(panel(window).view.viewport(), QPoint(60, 60))
            own = (window, window.after.hits, panel(window), panel(window).view, panel(window).model)
            known.extend(map(weakref.ref, own))

    open_list_and_close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert len(known) == 5
    assert [ref() for ref in known if ref() is not None] == []
