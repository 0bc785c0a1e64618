"""The library's column in a real window: everything that can be done there, and how it comes back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.model import OpenDocument
from briefer.app.settings import TRASH_DAYS, Settings
from briefer.gui.dialogs.line import LineDialog
from briefer.gui.jobs import Job
from briefer.gui.library.details_dialog import DetailsDialog
from briefer.gui.library.list_dialog import ListDialog
from briefer.gui.library.model import folder_at, summary_at
from briefer.gui.library.order import Order
from briefer.gui.library.rescue import RescueDialog
from briefer.gui.library.rows import KEY
from briefer.gui.main_window import MainWindow
from tests.factories import plain_document, sample_document
from tests.gui.window.conftest import LONG, MakeWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = """E/CN.7/2025/L.7

Draft resolution on precursors

The Commission on Narcotic Drugs,

1. Calls upon States parties to strengthen the control of {}precursors;
"""


@pytest.fixture
def saved(assembly: Assembly) -> list[str]:
    """Three documents: L.4, its revision, and one without symbol."""
    documents = [
        sample_document(),
        sample_document("E/CN.7/2025/L.4/Rev.1", "rev.txt"),
        plain_document({"en": ["Minutes of the meeting."]}, "minutes.txt"),
    ]
    return [assembly.library.save(OpenDocument(document)).id or "" for document in documents]


@pytest.fixture
def stocked(saved: list[str], make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    window = make_window()
    qtbot.waitUntil(lambda: len(window.frame.library.model.summaries) == len(saved), timeout=LONG)
    return window


def test_the_filter_is_left_by_keys(stocked: MainWindow, sample: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stocked.workspace.opened, timeout=LONG):
        stocked.open_files([sample])
    panel = stocked.frame.library
    stocked.acts["filter-library"].trigger()
    assert panel.filter.hasFocus()
    QTest.keyClicks(panel.filter, "minutes")
    QTest.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.view.hasFocus()
    panel.filter.setFocus()
    QTest.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    focused = stocked.focusWidget()
    assert focused is not None
    assert stocked.frame.reader.isAncestorOf(focused)


def listed(window: MainWindow) -> set[str]:
    return {each.id for each in window.frame.library.model.summaries}


def choose(window: MainWindow, document_id: str) -> None:
    window.frame.library.view.setCurrentIndex(window.frame.library.model.find(document_id))


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (found,) = (each for each in window.findChildren(kind) if each.isVisible())
    return found


def press(within: QDialog, words: str) -> None:
    (button,) = (each for each in within.findChildren(QPushButton) if each.text().replace("&", "") == words)
    button.click()


def settled(window: MainWindow, qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: window.parts.jobs.idle and condition(), timeout=LONG)


def test_the_head_of_a_superseded_text_says_so_and_leads_to_the_newer_one(
    stocked: MainWindow, saved: list[str], qtbot: QtBot
) -> None:
    stocked.workspace.open_saved(saved[0])
    header = stocked.frame.header
    settled(stocked, qtbot, lambda: header.standing.isVisible())
    assert header.standing.text() == "superseded by E/CN.7/2025/L.4/Rev.1"
    header.standing.click()
    settled(stocked, qtbot, lambda: not header.standing.isVisible())
    assert stocked.workspace.document is not None
    assert stocked.workspace.document.id == saved[1]


def test_removing_by_key_is_undone_from_the_notice(
    stocked: MainWindow, saved: list[str], qtbot: QtBot
) -> None:
    choose(stocked, saved[2])
    qtbot.keyClick(stocked.frame.library.view, Qt.Key.Key_Delete)
    settled(stocked, qtbot, lambda: listed(stocked) == set(saved[:2]))
    notices = stocked.frame.notices
    assert notices.text == "1 document was put into the trash."
    notices.offers[0].click()
    settled(stocked, qtbot, lambda: listed(stocked) == set(saved))
    assert not stocked.acts["library-undo"].isEnabled()
    qtbot.keyClick(stocked.frame.library.view, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settled(stocked, qtbot, lambda: listed(stocked) == set(saved[:2]))
    qtbot.keyClick(stocked.frame.library.view, Qt.Key.Key_Z, CONTROL)
    settled(stocked, qtbot, lambda: listed(stocked) == set(saved))
    stocked.acts["library-redo"].trigger()
    settled(stocked, qtbot, lambda: listed(stocked) == set(saved[:2]))


def test_what_was_removed_is_put_back_from_the_trash(
    stocked: MainWindow, saved: list[str], qtbot: QtBot
) -> None:
    stocked.parts.keeper.remove(saved[1:])
    stocked.acts["trash"].trigger()
    trash = dialog(stocked, ListDialog)
    assert isinstance(trash, ListDialog)
    assert trash.list.count() == 2
    trash.list.setCurrentRow(0)
    press(trash, "Put back")
    assert trash.list.count() == 1
    settled(stocked, qtbot, lambda: len(listed(stocked)) == 2)
    trash.close()


def test_what_has_been_in_the_trash_for_long_goes_if_that_is_wished_for(
    saved: list[str], assembly: Assembly, settings: Settings, make_window: MakeWindow, qtbot: QtBot
) -> None:
    assembly.keeper.remove(saved[:2])
    with assembly.library.store.database.writing() as connection:
        old = "UPDATE documents SET removed = '2020-01-01T00:00:00+00:00' WHERE id = ?"
        connection.exec_driver_sql(old, (saved[0],))
    window = make_window()
    settled(window, qtbot, lambda: listed(window) == {saved[2]})
    assert len(assembly.keeper.trash()) == 2
    settings.set(TRASH_DAYS, 30)
    window.after.library.care.daily()
    settled(window, qtbot, lambda: [each.id for each in assembly.keeper.trash()] == [saved[1]])


def test_details_are_edited_and_the_open_document_shows_them(
    stocked: MainWindow, saved: list[str], qtbot: QtBot
) -> None:
    stocked.workspace.open_saved(saved[2])
    settled(stocked, qtbot, lambda: stocked.workspace.document is not None)
    choose(stocked, saved[2])
    qtbot.keyClick(stocked.frame.library.view, Qt.Key.Key_F2)
    details = dialog(stocked, DetailsDialog)
    assert isinstance(details, DetailsDialog)
    details.lines["date"].setText("soon")
    details.accept()
    assert "not a date" in details.trouble.text()
    details.lines["date"].setText("2025-03-12")
    details.lines["title"].setText("Minutes & more")
    details.accept()
    settled(
        stocked, qtbot, lambda: "Minutes & more" in {s.title for s in stocked.frame.library.model.summaries}
    )
    assert stocked.workspace.document is not None
    assert stocked.workspace.document.document.title() == "Minutes & more"
    assert "Minutes & more" in stocked.windowTitle()


def test_documents_are_dropped_into_a_folder(stocked: MainWindow, saved: list[str], qtbot: QtBot) -> None:
    stocked.acts["new-folder"].trigger()
    line = dialog(stocked, LineDialog)
    assert isinstance(line, LineDialog)
    line.accept()
    assert "needs a name" in line.trouble.text()
    line.line.setText("Red lines")
    line.accept()
    panel = stocked.frame.library
    settled(stocked, qtbot, lambda: folder_at(panel.model.index(0, 0)) is not None)
    place = panel.view.visualRect(panel.model.index(0, 0)).center()
    data = panel.model.mimeData([panel.model.find(saved[2])])
    drop = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel.view.dropEvent(drop)
    settled(stocked, qtbot, lambda: panel.model.rowCount(panel.model.index(0, 0)) == 1)
    found = summary_at(panel.model.index(0, 0, panel.model.index(0, 0)))
    assert found is not None
    assert found.id == saved[2]


def test_the_context_menu_offers_what_can_be_done(
    stocked: MainWindow, saved: list[str], qtbot: QtBot
) -> None:
    panel = stocked.frame.library
    choose(stocked, saved[0])
    place = panel.view.visualRect(panel.view.currentIndex()).center()
    panel.view.customContextMenuRequested.emit(QPoint(place))
    (menu,) = (each for each in stocked.findChildren(QMenu) if each.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Open",
        "Show the file in its folder",
        "Export briefing note…",
        "Edit details…",
        "Put into folder",
        "Put into the trash",
    ]
    menu.close()


def test_importing_asks_about_another_text_of_a_symbol(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    one, two, three = (tmp_path / name for name in ("one.txt", "two.txt", "three.txt"))
    one.write_text(TEXT.format(""))
    two.write_text(TEXT.format("all "))
    three.write_bytes(b"")
    importing = window.after.library.importing
    importing.start([one])
    settled(window, qtbot, lambda: len(listed(window)) == 1)
    assert window.frame.notices.text == "Imported: new: 1."
    importing.start([two, three])
    settled(window, qtbot, lambda: importing.report is not None)
    report = importing.report
    assert report is not None
    rows = [line.split("\t")[1] for line in report.text().splitlines()]
    assert rows == ["refused", "refused"]
    assert report.table.rowCount() == 2
    assert "three.txt" in report.text()
    report.save_to(tmp_path / "report.csv")
    assert "refused" in (tmp_path / "report.csv").read_text("utf-8-sig")
    report.keep.click()
    settled(window, qtbot, lambda: len(listed(window)) == 2)
    assert importing.report is None


def test_the_column_comes_back_as_it_was_left(
    stocked: MainWindow, saved: list[str], make_window: MakeWindow, qtbot: QtBot
) -> None:
    panel = stocked.frame.library
    group = panel.model.find(saved[0]).parent()
    panel.sort(Order.TITLE)
    choose(stocked, saved[2])
    unfiled = panel.model.find(saved[2]).parent()
    group = panel.model.find(saved[0]).parent().parent()
    panel.view.setExpanded(group if group.isValid() else panel.model.find(saved[0]).parent(), False)
    assert unfiled.isValid()
    state = panel.state
    assert state.closed
    stocked.close()
    again = make_window()
    qtbot.waitUntil(lambda: len(again.frame.library.model.summaries) == 3, timeout=LONG)
    assert again.frame.library.state == state
    assert [each.id for each in again.frame.library.view.chosen] == [saved[2]]


def test_the_tab_key_leads_from_the_filter_into_the_list(stocked: MainWindow, qtbot: QtBot) -> None:
    library = stocked.frame.library
    stocked.activateWindow()
    library.filter.setFocus()
    qtbot.waitUntil(library.filter.hasFocus, timeout=LONG)
    QTest.keyClick(library.filter, Qt.Key.Key_Tab)
    assert library.view.hasFocus()
    QTest.keyClick(library.view, Qt.Key.Key_Backtab)
    assert library.filter.hasFocus()


def test_the_keyboard_shows_where_it_stands_in_the_list(
    stocked: MainWindow, saved: list[str], assembly: Assembly, qtbot: QtBot
) -> None:
    view, accent = stocked.frame.library.view, stocked.frame.library._delegate.colors.color("accent")

    def ringed() -> bool:
        image = view.viewport().grab(view.visualRect(view.currentIndex())).toImage()
        middle = image.height() // 2
        return any(image.pixelColor(x, middle).rgb() == accent.rgb() for x in range(4))

    for number in range(12):
        text = plain_document({"en": [f"Minutes of meeting {number}."]}, f"minutes {number}.txt")
        saved.append(assembly.library.save(OpenDocument(text)).id or "")
    qtbot.waitUntil(lambda: listed(stocked) == set(saved), timeout=LONG)
    stocked.activateWindow()
    choose(stocked, saved[-1])
    view.verticalScrollBar().setValue(0)
    stocked.frame.library.filter.setFocus()
    qtbot.waitUntil(stocked.frame.library.filter.hasFocus, timeout=LONG)
    assert not view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert ringed()
    QTest.keyClick(view, Qt.Key.Key_Home)  # a heading, which cannot be chosen
    assert not view.selectedIndexes()
    assert ringed()
    stocked.frame.library.filter.setFocus()
    assert not ringed()


def test_the_filter_narrows_the_list_and_says_when_nothing_is_left(
    stocked: MainWindow, saved: list[str], qtbot: QtBot
) -> None:
    panel = stocked.frame.library
    stocked.acts["filter-library"].trigger()
    panel.filter.setText("rev.1")
    qtbot.waitUntil(lambda: len(list(panel.model.indexes())) == 2)
    panel.filter.setText("nothing at all")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    panel.filter.clear()
    qtbot.waitUntil(lambda: panel.model.find(saved[0]).isValid())
    assert all(index.data(KEY) for index in panel.model.indexes())


ANOTHER = """
import sys
from pathlib import Path
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from tests.factories import plain_document
library = Library(Path(sys.argv[1]))
library.save(OpenDocument(plain_document({"en": ["From another program."]}, "other.txt")))
library.close()
"""


@pytest.mark.parametrize("outside", [False, True], ids=["here", "by another program"])
def test_an_open_document_that_is_removed_says_so_and_can_be_put_back(
    stocked: MainWindow, saved: list[str], outside: bool, qtbot: QtBot
) -> None:
    bar = stocked.frame.absence
    stocked.workspace.open_saved(saved[0])
    settled(stocked, qtbot, lambda: stocked.workspace.document is not None)
    assert not bar.isVisible()
    if outside:
        program = ["-m", "briefer", "--library", str(stocked.parts.library.folder), "library", "remove"]
        subprocess.run([sys.executable, *program, saved[0]], check=True, capture_output=True)
        stocked.after.library.noticing.look_for_changes()
    else:
        stocked.after.library.changing.remove([saved[0]])
    settled(stocked, qtbot, bar.isVisible)
    assert "in the trash" in bar.text
    stocked.workspace.open_saved(saved[2])
    settled(stocked, qtbot, lambda: not bar.isVisible())
    stocked.workspace.open_saved(saved[0])
    settled(stocked, qtbot, bar.isVisible)
    bar.back.click()
    settled(stocked, qtbot, lambda: not bar.isVisible() and saved[0] in listed(stocked))


def test_an_open_document_that_is_gone_for_good_can_be_saved_again_or_closed(
    stocked: MainWindow, saved: list[str], qtbot: QtBot
) -> None:
    bar = stocked.frame.absence
    stocked.workspace.open_saved(saved[0])
    settled(stocked, qtbot, lambda: stocked.workspace.document is not None)
    stocked.parts.keeper.remove([saved[0]])
    stocked.parts.keeper.empty_trash()
    settled(stocked, qtbot, lambda: "for good" in bar.text)
    bar.back.click()
    settled(stocked, qtbot, lambda: not bar.isVisible() and len(listed(stocked)) == 3)
    opened = stocked.workspace.document
    assert opened is not None
    assert opened.id in listed(stocked)
    stocked.parts.keeper.remove([opened.id or ""])
    settled(stocked, qtbot, bar.isVisible)
    bar.close_tab.click()
    settled(stocked, qtbot, lambda: not bar.isVisible())
    assert stocked.workspace.document is None


def test_what_another_program_saves_appears(stocked: MainWindow, qtbot: QtBot) -> None:
    folder = str(stocked.parts.library.folder)
    subprocess.run([sys.executable, "-c", ANOTHER, folder], check=True)
    stocked.after.library.noticing.look_for_changes()
    settled(stocked, qtbot, lambda: len(listed(stocked)) == 4)


def test_what_comes_into_a_watched_folder_appears_and_is_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "paper.txt").write_text(TEXT.format(""))
    window.parts.watched.add(folder)
    for _look in range(2):
        window.after.library.noticing.look_into_folders()
        settled(window, qtbot, lambda: True)
    settled(window, qtbot, lambda: len(listed(window)) == 1)
    assert window.frame.notices.text == "Imported: new: 1."


def test_a_damaged_library_is_restored_from_the_window(
    saved: list[str], assembly: Assembly, make_window: MakeWindow, qtbot: QtBot
) -> None:
    assembly.upkeep.back_up()
    assembly.library.close()
    (assembly.library.folder / "library.sqlite").write_bytes(b"these are no tables" * 1000)
    window = make_window()
    rescue = window.after.library.rescue
    settled(window, qtbot, lambda: rescue.dialog is not None)
    assert rescue.dialog is not None
    assert "holds 3 documents" in rescue.dialog.words.text()
    assert rescue.dialog.restore.isDefault()
    rescue.dialog.restore.click()
    settled(window, qtbot, lambda: listed(window) == set(saved))
    assert not [each for each in window.findChildren(RescueDialog) if each.isVisible()]
    assert list(assembly.library.folder.glob("library.sqlite.damaged-*"))


def test_without_a_backup_a_damaged_library_begins_anew(
    saved: list[str], assembly: Assembly, make_window: MakeWindow, qtbot: QtBot
) -> None:
    assembly.library.close()
    (assembly.library.folder / "library.sqlite").write_bytes(b"these are no tables" * 1000)
    window = make_window()
    rescue = window.after.library.rescue
    settled(window, qtbot, lambda: rescue.dialog is not None)
    assert rescue.dialog is not None
    assert not rescue.dialog.restore.isVisible()
    assert rescue.dialog.without.isDefault(), "Enter alone would put an empty library in its place"
    rescue.dialog.empty.click()
    settled(window, qtbot, lambda: not window.findChildren(RescueDialog))
    assert listed(window) == set()


@pytest.fixture
def known_file(assembly: Assembly, tmp_path: Path) -> Path:
    """A file whose text a library holds that was damaged since; there is a good backup."""
    path = tmp_path / "paper.txt"
    path.write_text(TEXT.format(""))
    assembly.library.save(assembly.opener.open([path]))
    assembly.upkeep.back_up()
    assembly.library.close()
    (assembly.library.folder / "library.sqlite").write_bytes(b"these are no tables" * 1000)
    return path


def test_a_file_opens_beside_a_damaged_library_and_comes_from_it_once_it_is_restored(
    known_file: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(paths=[known_file])
    settled(window, qtbot, lambda: window.after.library.rescue.dialog is not None)
    assert window.after.library.rescue.dialog is not None
    opened = window.workspace.document
    assert opened is not None
    assert opened.id is None
    window.after.library.rescue.dialog.restore.click()
    settled(window, qtbot, lambda: window.workspace.document is not opened)
    assert window.workspace.document is not None
    assert window.workspace.document.id is not None
    assert len(window.workspace.shelf.tabs) == 1
    assert not window.frame.notices.isVisible()


def test_without_the_library_the_file_stays_and_the_bar_offers_what_the_dialog_did(
    known_file: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(paths=[known_file])
    rescue, bar = window.after.library.rescue, window.frame.notices
    settled(window, qtbot, lambda: rescue.dialog is not None)
    assert rescue.dialog is not None
    rescue.dialog.without.click()
    settled(window, qtbot, lambda: not window.findChildren(RescueDialog))
    assert window.workspace.document is not None
    assert "briefer library" not in bar.text
    window.after.library.noticing.look_into_folders()
    settled(window, qtbot, lambda: window.parts.jobs.idle)
    assert not window.findChildren(RescueDialog), "asked again of what was declined"
    assert [button.text() for button in bar.offers] == ["Restore…"]
    bar.offers[0].click()
    settled(window, qtbot, lambda: rescue.dialog is not None)
    assert rescue.dialog is not None
    rescue.dialog.restore.click()
    settled(window, qtbot, lambda: bool(listed(window)))


def test_an_import_that_is_stopped_says_so_and_keeps_what_was_done(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(TEXT.format(f"{number} "))

    def watch(job: Job) -> None:
        job.told.connect(lambda told: job.cancel() if (told.fraction or 0) >= 2 / 40 else None)

    window.parts.jobs.started.connect(watch)
    window.after.library.importing.start([folder])
    settled(window, qtbot, lambda: bool(window.frame.notices.text))
    assert window.frame.notices.text.startswith("The import was stopped. Imported until then:")
    assert 0 < len(listed(window)) < 40
