"""Search over the library from the window: results in both languages, and the way to the passage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.app.searching import FEW
from briefer.gui.dialogs.line import LineDialog
from briefer.gui.main_window import MainWindow
from briefer.gui.search.guide import QueryGuide
from briefer.gui.search.saved import SEARCH
from briefer.store.library import LibraryStore
from tests.factories import plain_document
from tests.gui.window.conftest import MakeWindow

LONG = 20_000


@pytest.fixture
def saved(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(opened.workspace.amended, timeout=LONG):
        opened.acts["save"].trigger()
    return opened


def search(window: MainWindow, query: str, qtbot: QtBot) -> str:
    """Type a query and wait; what the results panel shows."""
    window.search_field.setText(query)  # QTest types ASCII only
    QTest.keyClick(window.search_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    return window.frame.results.text


def test_results_come_while_typing_and_show_both_languages(saved: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(saved.search_field, "messengers")
    qtbot.waitUntil(lambda: "messengers" in saved.frame.results.text, timeout=LONG)
    assert saved.frame.results.isVisible()
    assert "мессенджеров" in saved.frame.results.text
    qtbot.waitUntil(lambda: saved.parts.jobs.idle)


def test_what_is_offered_while_typing_is_what_a_person_would_write(saved: MainWindow, qtbot: QtBot) -> None:
    suggestion = saved.frame.results.suggestion
    QTest.keyClicks(saved.search_field, "lang:ru messengers")
    qtbot.waitUntil(lambda: suggestion.isVisible() and suggestion.toolTip() == "messengers", timeout=LONG)
    suggestion.click()
    assert saved.search_field.text() == "messengers"
    qtbot.waitUntil(lambda: "мессенджеров" in saved.frame.results.text, timeout=LONG)
    qtbot.waitUntil(lambda: saved.parts.jobs.idle)


def test_brackets_of_a_persons_own_stay_in_what_is_offered(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "lang:ru (messengers OR messeng*)", qtbot)
    assert saved.frame.results.suggestion.toolTip() == "(messengers OR messeng*)"


def test_word_forms_of_both_languages_find_the_passage(saved: MainWindow, qtbot: QtBot) -> None:
    assert "мессенджеров" in search(saved, "мессенджер", qtbot)
    assert "messengers" in search(saved, "messenger", qtbot)


def test_a_click_on_a_result_goes_to_the_passage(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "messengers", qtbot)
    assert saved.frame.reader.current_place() is None
    assert saved.after.search.handlers()["next-hit"]()
    place = saved.frame.reader.current_place()
    assert place is not None
    assert saved.workspace.document is not None
    version = saved.workspace.document.document.version(place.language)
    assert version is not None
    assert "messengers" in version.paragraphs[place.index].text


def test_a_result_in_another_document_opens_it_at_the_passage(
    saved: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    first = saved.workspace.document
    other = tmp_path / "other.txt"
    other.write_text("The Commission calls upon States to strengthen control.\n")
    with qtbot.waitSignal(saved.workspace.opened, timeout=LONG):
        saved.open_files([other])
    search(saved, "messengers", qtbot)
    with qtbot.waitSignal(saved.after.search.arrived, timeout=LONG):
        QTest.keyClick(saved.frame.results.view, Qt.Key.Key_Down)
        QTest.keyClick(saved.frame.results.view, Qt.Key.Key_Return)
    assert first is not None
    assert saved.workspace.document is not None
    assert saved.workspace.document.id == first.id
    assert saved.frame.reader.current_place() is not None


def test_markup_in_a_document_is_shown_as_it_stands(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "markup.txt"
    path.write_text("The text <b>bold</b> & <img src='x'> zebra stands here.\n")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([path])
    with qtbot.waitSignal(window.workspace.amended, timeout=LONG):
        window.acts["save"].trigger()
    assert "<b>bold</b> & <img src='x'> zebra" in search(window, "zebra", qtbot)


def test_nothing_found_is_a_sentence(saved: MainWindow, qtbot: QtBot) -> None:
    assert "Nothing found" in search(saved, "zebra", qtbot)


def test_a_query_that_does_not_parse_is_a_sentence(saved: MainWindow, qtbot: QtBot) -> None:
    assert "never closed" in search(saved, '"drug', qtbot)


def test_escape_ends_the_search_and_goes_back_to_the_text(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "drug", qtbot)
    saved.search_field.setFocus()
    QTest.keyClick(saved.search_field, Qt.Key.Key_Escape)
    assert saved.search_field.text() == ""
    assert saved.frame.annotations.isVisible()
    assert not saved.frame.results.isVisible()
    focused = saved.focusWidget()
    assert focused is not None
    assert saved.frame.reader.isAncestorOf(focused)


def test_down_goes_from_the_field_to_what_was_found(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "drug", qtbot)
    field, results = saved.search_field, saved.frame.results
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert results.view.hasFocus()
    search(saved, "zebra", qtbot)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.hasFocus(), "there is nothing to go to"


def test_what_is_wrong_is_told_under_the_field_while_one_types(saved: MainWindow, qtbot: QtBot) -> None:
    saved.search_field.enter()
    saved.search_field.setText('drug "abuse')
    trouble = saved.search_field.trouble
    assert trouble is not None
    assert trouble.isVisible()
    assert "never closed" in trouble.text()
    assert "<u><b>&quot;</b></u>" in trouble.text()
    assert "never closed" in saved.search_field.accessibleDescription()
    saved.search_field.setText('drug "abuse"')
    assert not trouble.isVisible()
    qtbot.waitUntil(lambda: saved.parts.jobs.idle and not saved.after.search._pause.isActive(), timeout=LONG)


def test_the_place_of_what_is_wrong_is_marked_in_the_field(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, '  𐐷 drug "abuse', qtbot)
    assert saved.search_field.selectedText() == '"'
    search(saved, "drug OR", qtbot)
    assert (saved.search_field.selectedText(), saved.search_field.cursorPosition()) == ("", len("drug OR"))


@pytest.mark.parametrize("damage", ["deleted", "emptied", "cut short", "scrambled"])
def test_whatever_becomes_of_the_index_the_results_are_the_same(
    saved: MainWindow, damage: str, qtbot: QtBot
) -> None:
    folder = saved.parts.library.folder / "index"
    expected = search(saved, "drug", qtbot)
    assert "in 1 document" in expected
    for name in sorted({path.suffix for path in folder.iterdir()}):
        path = next(path for path in folder.iterdir() if path.suffix == name)
        content = path.read_bytes()
        if damage == "deleted":
            path.unlink()
        else:
            path.write_bytes(
                {"emptied": b"", "cut short": content[: len(content) // 2]}.get(damage, content[::-1])
            )
        QTest.keyClicks(saved.search_field, " ")
        assert search(saved, "drug", qtbot) == expected, path.name
    assert not saved.frame.results.behind


def test_a_search_that_is_stopped_says_so(saved: MainWindow, qtbot: QtBot) -> None:
    stop = saved.parts.jobs.started.connect(lambda job: job.cancel())
    assert "The search was stopped." in search(saved, "drug", qtbot)
    saved.parts.jobs.started.disconnect(stop)
    assert "in 1 document" in search(saved, "drug", qtbot)


def test_a_library_without_index_is_searched_while_it_is_made(
    saved: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(FEW + 5):
        document = plain_document({"en": [f"drug number {number}"]}, f"{number}.txt")
        saved.parts.library.save(OpenDocument(document))
    told: list[str] = []
    jobs: list[str] = []
    saved.parts.jobs.started.connect(lambda job: jobs.append(job.name))
    saved.after.search._catching_up.moved.connect(lambda _: told.append(saved.frame.results.text))
    assert f"in {FEW + 6} documents" in search(saved, "drug", qtbot)
    assert any("%" in words for words in told)
    assert not any("index" in name for name in jobs), "told above the text as well"
    assert "brought up to date" not in saved.frame.results.text


def test_stems_of_an_older_method_are_renewed_while_the_window_searches(
    saved: MainWindow, qtbot: QtBot
) -> None:
    store = LibraryStore(saved.parts.library.folder, 5.0)  # by Snowball's stems
    for number in range(FEW + 5):
        store.save(plain_document({"ru": ["Люди и дети."], "en": [f"Women {number}"]}, f"{number}.txt"), None)
    store.close()
    for query in ("дети", "человек", "woman", "ребёнок"):
        search(saved, query, qtbot)
        results = saved.frame.results._results
        assert results is not None
        assert results.total >= FEW + 5, query
    assert saved.parts.library.store.search.lacking() == 0


def test_one_document_alone_is_searched_until_that_is_switched_off(
    saved: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The Commission calls upon States to strengthen control.\n")
    saved.parts.library.save(saved.parts.opener.open([other]))
    assert "in 2 documents" in search(saved, "states", qtbot)
    saved.frame.results.here.click()
    qtbot.waitUntil(lambda: saved.parts.jobs.idle, timeout=LONG)
    assert "in 1 document" in saved.frame.results.text
    saved.frame.results.here.click()
    qtbot.waitUntil(lambda: saved.parts.jobs.idle, timeout=LONG)
    assert "in 2 documents" in saved.frame.results.text


def test_hits_are_gone_through_by_key(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "drug", qtbot)
    places = []
    for action in ("next-hit", "next-hit", "previous-hit"):
        saved.acts[action].trigger()
        places.append(saved.frame.reader.current_place())
    assert places[0] == places[2] != places[1]


def test_a_search_is_kept_in_the_library_column_and_asked_again(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "messengers", qtbot)
    saved.frame.results.save.click()
    qtbot.waitUntil(saved.frame.saved.isVisible, timeout=LONG)
    saved.search_field.clear()
    saved.frame.saved.view.chosen.emit(saved.frame.saved.model.index(0, 0))
    qtbot.waitUntil(lambda: saved.parts.jobs.idle, timeout=LONG)
    assert saved.search_field.text() == "messengers"
    assert "мессенджеров" in saved.frame.results.text
    saved.frame.saved.view.setCurrentIndex(saved.frame.saved.model.index(0, 0))
    QTest.keyClick(saved.frame.saved.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(saved.frame.saved.isHidden, timeout=LONG)


def test_a_saved_search_is_there_at_the_next_start_under_its_new_name(
    saved: MainWindow, make_window: MakeWindow, qtbot: QtBot
) -> None:
    saved.after.search.keeping.keep("messengers OR platforms")
    qtbot.waitUntil(saved.frame.saved.isVisible, timeout=LONG)
    saved.frame.saved.rename_wanted.emit(saved.frame.saved.model.index(0, 0).data(SEARCH))
    (dialog,) = saved.findChildren(LineDialog)
    dialog.line.setText("Technology")
    dialog.accept()
    qtbot.waitUntil(lambda: saved.parts.jobs.idle, timeout=LONG)
    again = make_window()
    qtbot.waitUntil(again.frame.saved.isVisible, timeout=LONG)
    assert again.frame.saved.model.index(0, 0).data() == "Technology"
    again.frame.saved.wanted.emit(again.frame.saved.model.index(0, 0).data(SEARCH).query)
    assert again.search_field.text() == "messengers OR platforms"
    qtbot.waitUntil(lambda: again.parts.jobs.idle, timeout=LONG)


def test_earlier_queries_are_offered(saved: MainWindow, qtbot: QtBot) -> None:
    for query in ("messengers", "precursors"):
        search(saved, query, qtbot)
    completer = saved.search_field.completer()

    def offered() -> bool:
        completer.setCompletionPrefix("mes")
        return completer.currentCompletion() == "messengers"

    qtbot.waitUntil(offered, timeout=LONG)
    assert [past.query for past in saved.parts.searches().past()] == ["precursors", "messengers"]


def test_the_guide_to_queries_can_be_tried(saved: MainWindow, qtbot: QtBot) -> None:
    saved.search_field.help_wanted.emit()
    (guide,) = saved.findChildren(QueryGuide)
    for row in range(guide.table.rowCount()):
        assert saved.after.search._check(guide._examples[row].query) is None, row
    guide.table.cellActivated.emit(0, 0)
    assert saved.search_field.text() == guide._examples[0].query
    qtbot.waitUntil(lambda: saved.parts.jobs.idle, timeout=LONG)


def test_a_word_half_typed_finds_what_begins_so(saved: MainWindow, qtbot: QtBot) -> None:
    saved.search_field.setText("мессендж")
    qtbot.waitUntil(lambda: "мессенджеров" in saved.frame.results.text, timeout=LONG)
    assert saved.search_field.text() == "мессендж"
    qtbot.waitUntil(lambda: saved.parts.jobs.idle, timeout=LONG)


def test_a_briefing_note_leads_to_the_document_it_is_about(
    saved: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = saved.workspace.document
    assert opened is not None
    assert opened.id is not None
    notes = saved.parts.notes()
    header = replace(notes.header(opened), subject="Zibeline")
    saved.parts.records().keep(notes.compose(opened, [], header, "both"), opened, tmp_path / "note.md")
    saved.tabs.handlers()["close-tab"]()
    search(saved, "zibeline", qtbot)
    with qtbot.waitSignal(saved.workspace.opened, timeout=LONG):
        saved.frame.results.view.chosen.emit(saved.frame.results.model.index(0))
    assert saved.workspace.document is not None
    assert saved.workspace.document.id == opened.id


def test_after_a_search_the_column_shows_again_what_it_showed_before(saved: MainWindow, qtbot: QtBot) -> None:
    saved.acts["terms"].trigger()
    search(saved, "messengers", qtbot)
    assert saved.frame.side.currentWidget() is saved.frame.results
    saved.search_field.clear()
    assert saved.frame.side.currentWidget() is saved.after.around.terms.panel
    assert saved.acts["terms"].isChecked()


def test_a_note_begun_while_results_are_shown_stays_when_they_go(saved: MainWindow, qtbot: QtBot) -> None:
    search(saved, "messengers", qtbot)
    saved.frame.reader.next_pair()
    saved.acts["note"].trigger()
    saved.search_field.clear()
    assert saved.frame.side.currentWidget() is saved.frame.annotations
    saved.annotations.discard()
