"""The concordance from the window: looking for a term, choosing, sorting, going there, exporting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.core.concordance.lines import Order
from briefer.gui.concordance.models import LINE
from briefer.gui.concordance.window import ConcordanceWindow
from briefer.gui.main_window import MainWindow

LONG = 20_000


@pytest.fixture
def shown(opened: MainWindow, qtbot: QtBot) -> Iterator[ConcordanceWindow]:
    """The window of a concordance over a library that holds the sample document."""
    with qtbot.waitSignal(opened.workspace.amended, timeout=LONG):
        opened.acts["save"].trigger()
    opened.acts["concordance"].trigger()
    window = opened.after.concordance.window
    assert window is not None
    yield window
    opened.after.concordance.close()


def look_for(window: ConcordanceWindow, main: MainWindow, term: str, qtbot: QtBot) -> list[str]:
    """The lines of a term as they are shown."""
    window.look_for(term)
    qtbot.waitUntil(lambda: main.parts.jobs.idle, timeout=LONG)
    return written(window)


def written(window: ConcordanceWindow) -> list[str]:
    model = window.lines
    return [model.index(row).data(LINE).written for row in range(model.rowCount())]


def test_places_are_shown_and_counted_by_counterpart(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    assert look_for(shown, opened, "страна", qtbot) == ["стран"] * 3
    assert shown.sorting.said.text().startswith("3 places in 1 document")
    terms = [shown.terms.index(row).data() for row in range(shown.terms.rowCount())]
    assert terms[0] == "3× All places"
    assert any("countries" in term for term in terms)


def test_a_counterpart_term_chooses_its_lines(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    everything = look_for(shown, opened, "drug", qtbot)
    shown.terms_view.setCurrentIndex(shown.terms.index(1))
    some = written(shown)
    assert 0 < len(some) < len(everything)
    assert {shown.lines.index(row).data(LINE).counterpart_term for row in range(len(some))} == {
        shown.terms.index(1).data(Qt.ItemDataRole.ToolTipRole)
    }
    shown.terms_view.setCurrentIndex(shown.terms.index(0))
    assert len(written(shown)) == len(everything)


def test_what_completes_the_lines_leaves_the_one_that_one_looks_at(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    look_for(shown, opened, "drug", qtbot)
    whole = shown.concordance
    assert whole is not None
    begun = replace(
        whole,
        lines=tuple(replace(line, counterpart_term=None, counterpart_marks=()) for line in whole.lines),
        counts=(),
    )
    shown.show_concordance(begun, whole=False)
    assert not shown.sorting.export.isEnabled()
    assert shown.terms.rowCount() == 1
    shown.lines_view.setCurrentIndex(shown.lines.index(2))
    shown.complete(whole)
    assert shown.lines_view.currentIndex().data(LINE) == whole.lines[2]
    assert shown.terms.rowCount() > 1
    assert shown.sorting.export.isEnabled()


def test_sorting_keeps_the_line_that_one_looks_at(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    look_for(shown, opened, "drug", qtbot)
    shown.lines_view.setCurrentIndex(shown.lines.index(4))
    looked_at = shown.lines.index(4).data(LINE)
    shown.sorting.orders[Order.RIGHT].click()
    assert shown.lines_view.currentIndex().data(LINE) == looked_at
    contexts = [shown.lines.index(row).data(LINE).right(12).lower() for row in range(3)]
    assert contexts == sorted(contexts)


def test_enter_on_a_line_goes_to_its_passage(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    look_for(shown, opened, "мессенджер", qtbot)
    QTest.keyClick(shown.lines_view, Qt.Key.Key_Return)
    place = opened.frame.reader.current_place()
    line = shown.lines.index(0).data(LINE)
    assert place is not None
    assert (place.language, place.index) == (line.language, line.index)


def test_the_selected_words_are_the_term(opened: MainWindow, qtbot: QtBot) -> None:
    pane = opened.frame.reader._spread.panes[1]
    cursor = pane.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    opened.acts["concordance"].trigger()
    window = opened.after.concordance.window
    assert window is not None
    assert window.asking.term.text() == cursor.selectedText()
    qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=LONG)
    assert "nowhere" in window.sorting.said.text()  # it is not saved
    window.close()


def test_one_document_can_be_chosen_only_when_it_is_saved(opened: MainWindow, qtbot: QtBot) -> None:
    opened.acts["concordance"].trigger()
    window = opened.after.concordance.window
    assert window is not None
    assert not window.asking.scope.isEnabled()
    with qtbot.waitSignal(opened.workspace.amended, timeout=LONG):
        opened.acts["save"].trigger()
    assert window.asking.scope.isEnabled()
    window.asking.scope.setCurrentIndex(1)
    assert opened.workspace.document is not None
    assert window.asking.document_id == opened.workspace.document.id
    window.close()


def test_a_term_that_is_none_gets_a_sentence(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    assert look_for(shown, opened, "***", qtbot) == []
    assert "Type a word" in shown.sorting.said.text()
    look_for(shown, opened, "zebra", qtbot)
    assert "“zebra” stands nowhere" in shown.sorting.said.text()


def test_the_lines_are_exported_as_they_are_sorted(
    shown: ConcordanceWindow, opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    look_for(shown, opened, "drug", qtbot)
    shown.sorting.orders[Order.LEFT].click()
    shown.export_wanted.emit(tmp_path / "drug.csv")
    assert "drug.csv" in shown.sorting.said.text()
    assert (tmp_path / "drug.csv").read_text("utf-8-sig").count("\n") == 1 + shown.lines.rowCount()
    shown.export_wanted.emit(tmp_path / "drug.xls")
    assert "xls" in shown.sorting.said.text()


def test_the_window_speaks_the_language_at_once(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    look_for(shown, opened, "страна", qtbot)
    opened.parts.look.speak("ru")
    qtbot.waitUntil(lambda: shown.windowTitle() == "Конкорданс")
    assert shown.sorting.said.text().startswith("3 места")


def test_the_window_closes_with_the_one_it_belongs_to(shown: ConcordanceWindow, opened: MainWindow) -> None:
    assert shown.isVisible()
    opened.close()
    assert opened.after.concordance.window is None
    assert not [each for each in opened.findChildren(ConcordanceWindow) if each.isVisible()]


def test_every_control_has_a_name_for_a_screen_reader(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    look_for(shown, opened, "страна", qtbot)
    controls = (
        shown.asking.term, shown.asking.scope, shown.asking.button, *shown.sorting.orders.values(),
        shown.sorting.export, shown.terms_view, shown.lines_view,
    )  # fmt: skip
    for control in controls:
        assert spoken(control).text(QAccessible.Text.Name), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
    row = spoken(shown.lines_view).child(0)
    assert row is not None
    assert "стран" in row.text(QAccessible.Text.Name)


def spoken(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def test_the_key_to_quit_works_here_too(shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot) -> None:
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    QTest.keyClick(shown, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(opened.isHidden)


def test_nothing_is_cut_in_a_narrow_window(
    shown: ConcordanceWindow, opened: MainWindow, qtbot: QtBot
) -> None:
    opened.acts["language-ru"].trigger()
    shown.resize(440, 340)
    bar = shown.sorting
    buttons = [*bar.orders.values(), bar.export]

    def whole() -> bool:
        return all(
            each.width() >= each.sizeHint().width()
            and each.mapTo(shown, each.rect().topRight()).x() <= shown.width()
            for each in buttons
        )

    qtbot.waitUntil(lambda: shown.width() == 440 and whole())
