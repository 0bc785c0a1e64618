"""The panel of search results: what it says, offers and asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.core.hits import Lacking, SearchResults
from briefer.gui.keys import Keys
from briefer.gui.search.results import ResultsPanel
from briefer.gui.search.rows import Passage
from briefer.gui.theme import Theme, palette
from tests.gui.search.results import sample_results


@pytest.fixture
def panel(texts: Texts, tmp_path: Path, qtbot: QtBot) -> ResultsPanel:
    keys = Keys((), Settings(tmp_path / "settings.json"))
    made = ResultsPanel(texts, keys, palette(Theme.LIGHT), "Serif")
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    made.show_results(sample_results(), "measures")
    return made


def test_the_panel_counts_and_shows_what_was_found(panel: ResultsPanel) -> None:
    assert "5 passages in 2 documents" in panel.text
    assert "Меры <b>контроля</b>" in panel.text
    assert not panel._hint.isVisible()


def test_the_keyboard_goes_from_hit_to_hit_and_opens_one(panel: ResultsPanel, qtbot: QtBot) -> None:
    panel.view.setCurrentIndex(QModelIndex())
    for _ in range(2):
        QTest.keyClick(panel.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.passage_wanted) as wanted:
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert wanted.args == [Passage("1" * 32, "en", 4, (), ("Оборот",))]
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert panel.view.currentIndex().row() == 1


def test_what_there_was_is_shown_while_the_index_is_made(panel: ResultsPanel) -> None:
    panel.show_results(replace(sample_results(), behind=True), "measures")
    assert "5 passages in 2 documents" in panel.text
    for fraction in (0.2, 0.431):
        panel.set_progress(fraction)
    assert "brought up to date: 43 %. There may be more." in panel.text
    panel.show_results(sample_results(), "measures")
    assert "brought up to date" not in panel.text
    panel.show_results(SearchResults(behind=True), "measures")
    assert "Results come when it is through." in panel.text
    assert "Nothing found" not in panel.text


def test_where_nothing_is_so_it_is_named(panel: ResultsPanel) -> None:
    panel.show_results(SearchResults(lacking=(Lacking("tag", "urgnt", ("urgent",)),)), "tag:urgnt")
    assert "No annotation in the library has the tag “urgnt”. Perhaps you mean: “urgent”." in panel.text


def test_stepping_stops_at_the_last_hit(panel: ResultsPanel) -> None:
    assert [panel.step(1) for _ in range(4)] == [True, True, True, False]
    assert panel.step(-1)


def test_what_more_there_is_in_a_document_can_be_asked_for(panel: ResultsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.more_wanted) as wanted:
        panel.view.chosen.emit(panel.model.index(3))
    assert wanted.args == ["1" * 32]


def test_a_long_suggestion_ends_in_dots_and_is_whole_where_there_is_room(panel: ResultsPanel) -> None:
    query = 'organ:"Commission on Narcotic Drugs" trafficking by sea'
    for width, whole in ((220, False), (900, True), (190, False)):
        panel.resize(width, 600)
        panel.show_results(replace(sample_results(), suggestion=query), query)
        shown = panel.suggestion.text().split("\n")[1]
        assert (shown == query) == whole
        assert whole or shown.endswith("…")
        panel.resize(1100 - width, 600)
        assert (panel.suggestion.text().split("\n")[1] == query) != whole
        assert panel.minimumSizeHint().width() < 220
        assert panel.suggestion.toolTip() == query


def test_a_suggestion_is_one_press_away(panel: ResultsPanel, qtbot: QtBot) -> None:
    assert panel.suggestion.text() == "Did you mean:\nmeasures && more"
    with qtbot.waitSignal(panel.query_wanted) as wanted:
        panel.suggestion.click()
    assert wanted.args == ["measures & more"]


def test_a_chip_tells_what_it_stands_for(panel: ResultsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.chip_toggled) as toggled:
        panel.chips.buttons[1].click()
    assert toggled.args == ["organ:Council"]


def test_nothing_found_comes_with_advice(panel: ResultsPanel) -> None:
    panel.show_results(SearchResults(), "zebra")
    assert "Nothing found in the library." in panel.text
    assert panel._hint.isVisible()
    panel.set_here(possible=True, on=True)
    panel.show_results(SearchResults(), "zebra")
    assert "Nothing found in this document." in panel.text


def test_results_that_are_behind_say_so(panel: ResultsPanel) -> None:
    panel.show_results(replace(sample_results(), behind=True), "measures")
    assert "being brought up to date" in panel.text


def test_chips_break_into_lines_within_the_panel(panel: ResultsPanel) -> None:
    buttons = panel.chips.buttons
    assert {button.y() for button in buttons} != {buttons[0].y()}
    assert all(button.geometry().right() <= panel.chips.width() for button in buttons)


def test_every_control_has_a_name(panel: ResultsPanel) -> None:
    controls = (panel.view, panel.here, panel.save, panel.help, panel._close, *panel.chips.buttons)
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


@pytest.mark.parametrize("theme", list(Theme))
def test_the_rows_paint_in_every_theme(panel: ResultsPanel, theme: Theme) -> None:
    panel.set_colors(palette(theme))
    assert not panel.view.grab().isNull()


def test_an_empty_library_says_what_is_searched(panel: ResultsPanel) -> None:
    panel.show_results(SearchResults(), "zebra", bare=True)
    assert panel.text.startswith("The library is empty.")
    assert "saved documents" in panel._hint.text()


def test_a_search_under_way_leaves_what_was_found_before(panel: ResultsPanel) -> None:
    before = panel.text
    panel.wait()
    assert panel.text == before
    panel.say(lambda _texts: "Something is wrong.")
    panel.wait()
    assert panel.text.startswith("Searching the library…")


def test_a_briefing_note_can_be_asked_for(panel: ResultsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.note_wanted) as wanted:
        panel.view.chosen.emit(panel.model.index(6))
    assert wanted.args is not None
    assert wanted.args[0].id == "n"
