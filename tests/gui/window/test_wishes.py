"""What is wished for by mouse at a widget that is there before its desk is done all the same, and once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMetaMethod, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.document import Document, Kind, Link, NoteMark, Paragraph, Span, Version
from briefer.core.masthead import Masthead
from briefer.gui.links import LinkDialog
from briefer.gui.main_window import MainWindow
from briefer.gui.search.guide import QueryGuide
from briefer.gui.wishes import late_wishes
from tests.gui.window.conftest import LONG

Signals = dict[tuple[QObject, str], int]
NONE = Qt.KeyboardModifier.NoModifier
LINKED = Paragraph(
    Kind.BODY,
    "The Commission decided to see this page.",
    notes=(NoteMark(14, "1", 1),),
    links=(Link(Span(35, 39), "https://undocs.org/x"),),
)
# What tells of a state, which a desk takes up when it is made; and what Qt does within.
TOLD = {
    *("opened(PyObject)", "amended(PyObject)", "current_changed(PyObject)", "changed()", "scrolled()"),
    *("listed()", "textChanged(QString)", "began()", "currentChanged(int)", "destroyed()"),
    *("destroyed(QObject*)", "enabledChanged(bool)", "listed_changed(bool)", "searched()", "moved()"),
}


def heard(window: MainWindow) -> Signals:
    """How many listen to each signal in the window."""
    found: Signals = {}
    for each in (window, *window.findChildren(QObject), window.parts.look):
        kind = each.metaObject()
        for number in range(kind.methodCount()):
            method = kind.method(number)
            if method.methodType() == QMetaMethod.MethodType.Signal:
                name = method.methodSignature().toStdString()
                found[each, name] = each.receivers(f"2{name}")
    return found


def test_every_signal_that_only_a_late_desk_hears_is_a_wish(begun: MainWindow) -> None:
    """A new one that somebody connects to in a late desk has to be declared, or taken up by the desk."""
    watched = heard(begun)
    begun.wishes.end()
    before = heard(begun)
    wishes = {signal for signal, count in before.items() if count < watched[signal]}
    named = {(of, name.partition("(")[0]) for of, name in wishes}  # what has a default stands there twice
    assert len(named) == len(late_wishes(begun.frame, begun.search_field))
    assert {before[signal] for signal in wishes} == {0}  # nobody hears one twice
    assert begun.after
    after = heard(begun)
    late = {signal for signal, count in before.items() if after.get(signal, 0) > count}
    assert {name for _of, name in late - wishes} <= TOLD
    assert wishes <= late


def drop(onto: QWidget, point: QPoint, path: Path) -> None:
    """Drop a file on a place of a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    entering = QDragEnterEvent(point, *held)
    QApplication.sendEvent(onto, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(onto, QDropEvent(QPointF(point), *held))


def complete(window: MainWindow) -> bool:
    return "after" in vars(window)


@pytest.fixture
def reading(begun: MainWindow, qtbot: QtBot) -> MainWindow:
    """A document with a footnote and a link has just come, and nothing else has."""
    lines = (LINKED, Paragraph(Kind.FOOTNOTE, "The first footnote.", label="1"))
    begun.workspace.show(OpenDocument(Document((), Masthead(), (Version("en", lines),), None)))
    qtbot.waitUntil(lambda: not begun.frame.reader._spread.busy)
    assert not complete(begun)
    return begun


@pytest.mark.parametrize("of", ["tree", "empty"])
def test_files_dropped_on_the_column_are_imported_once(
    begun: MainWindow, sample: Path, of: str, qtbot: QtBot
) -> None:
    library, began = begun.frame.library, []
    begun.parts.jobs.started.connect(lambda job: began.append(job.name))
    assert not complete(begun)
    drop(library.view.viewport() if of == "tree" else library, QPoint(20, 10), sample)
    qtbot.waitUntil(lambda: complete(begun))
    assert began == ["Importing into the library…"]
    qtbot.waitUntil(lambda: begun.parts.jobs.idle, timeout=LONG)
    assert len(begun.parts.library.summaries()) == 1
    assert begun.workspace.document is None


def test_a_click_on_a_link_asks_before_it_is_followed(reading: MainWindow, qtbot: QtBot) -> None:
    pane = reading.frame.reader._spread.panes[0]
    cursor = QTextCursor(pane.document())
    cursor.setPosition(37)
    point = pane.cursorRect(cursor).center()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: complete(reading))
    (dialog,) = reading.findChildren(LinkDialog)
    dialog.reject()


def test_a_click_on_a_footnote_mark_shows_the_footnote(reading: MainWindow, qtbot: QtBot) -> None:
    surface = reading.frame.reader.surface
    point = surface.note_rect(0, 0, LINKED.notes[0]).center().toPoint()
    QTest.mouseClick(surface.viewport(0), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: complete(reading))
    assert reading.after.around.footnotes.popup.words == ("1\u2002The first footnote.",)


def test_the_menu_of_the_column_opens(begun: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(begun.frame.library.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: complete(begun))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_the_button_in_the_search_field_explains(begun: MainWindow, qtbot: QtBot) -> None:
    begun.search_field.actions()[-1].trigger()
    qtbot.waitUntil(lambda: complete(begun))
    (guide,) = begun.findChildren(QueryGuide)
    guide.reject()
    qtbot.waitUntil(lambda: begun.parts.jobs.idle, timeout=LONG)


def test_enter_searches_at_once(begun: MainWindow, qtbot: QtBot) -> None:
    begun.search_field.setText("treaty")
    QTest.keyClick(begun.search_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: complete(begun))
    assert begun.frame.side.currentWidget() is begun.frame.results
    qtbot.waitUntil(lambda: begun.parts.jobs.idle, timeout=LONG)


def test_a_search_in_the_text_that_was_begun_before_goes_by_word_forms(
    begun: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(begun.workspace.opened, timeout=LONG):
        begun.open_files([sample])
    begun.acts["find"].trigger()
    assert not complete(begun)
    assert begun.after
    qtbot.waitUntil(lambda: begun.parts.jobs.idle, timeout=LONG)
    stem = begun.frame.reader.searching._stem
    assert stem("решений") == stem("решениями") != "решений"


def test_a_window_that_is_closed_before_hears_no_wishes_any_more(begun: MainWindow) -> None:
    begun.frame.library.import_wanted.emit()
    begun.close()
    begun.frame.library.import_wanted.emit()
    QApplication.processEvents()
    assert not complete(begun)
