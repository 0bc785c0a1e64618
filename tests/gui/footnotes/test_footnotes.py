"""A footnote is shown where its mark stands: under the pointer, by a click, by a key; Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.model import OpenDocument
from briefer.app.settings import Settings
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, NoteMark, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.gui.footnotes.desk import REST
from briefer.gui.main_window import MainWindow
from briefer.gui.reader.painting import x_of
from tests.gui.window.conftest import LONG, assembly, make_windows, settings

__all__ = ["assembly", "settings"]

LAST = 8  # the paragraph that is the footnote, far enough away for going there to be a jump
NONE = Qt.KeyboardModifier.NoModifier
RUSSIAN = (
    Paragraph(Kind.BODY, "𐐷 Комиссия решила.", notes=(NoteMark(10, "1", LAST), NoteMark(18, "2", None))),
    *[Paragraph(Kind.BODY, "Без сносок.")] * (LAST - 1),
    Paragraph(Kind.FOOTNOTE, "Сноска <b>первая</b>.", label="1"),
)
ENGLISH = (
    Paragraph(Kind.BODY, "The Commission decided.", notes=(NoteMark(14, "1", LAST),)),
    *[Paragraph(Kind.BODY, "No notes.")] * (LAST - 1),
    Paragraph(Kind.FOOTNOTE, "The first footnote.", label="1"),
)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, assembly: Assembly, settings: Settings) -> Iterator[MainWindow]:
    bitext = Bitext("ru", "en", tuple(Bead((n,), (n,), 0.9) for n in range(LAST + 1)))
    document = Document((), Masthead(), (Version("ru", RUSSIAN), Version("en", ENGLISH)), bitext)
    with make_windows(qapp, qtbot, assembly, settings) as make:
        made = make()
        made.workspace.show(OpenDocument(document))
        qtbot.waitUntil(lambda: not made.frame.reader._spread.busy)
        yield made


def words(window: MainWindow) -> tuple[str, ...]:
    return window.after.around.footnotes.popup.words


def point_of(window: MainWindow, side: int, note: NoteMark) -> QPoint:
    return window.frame.reader.surface.note_rect(side, 0, note).center().toPoint()


def move(window: MainWindow, side: int, point: QPoint) -> None:
    viewport = window.frame.reader.surface.viewport(side)
    nothing = (Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE)
    around = QPointF(viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, QPointF(point), around, *nothing))


FIRST = ("1\u2002Сноска <b>первая</b>.", "1\u2002The first footnote.")


def test_marks_are_painted_and_stand_in_the_text_of_nobody(window: MainWindow) -> None:
    pane = window.frame.reader._spread.panes[0]
    assert "1" not in pane.toPlainText().split("\n")[0]
    rect = window.frame.reader.surface.note_rect(0, 0, RUSSIAN[0].notes[0])
    image = pane.viewport().grab(rect.adjusted(-1, -1, 2, 2).toRect()).toImage()
    accent = window.parts.look.colors.color("accent")
    near = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(abs(c.red() - accent.red()) < 60 and c.blue() > c.red() + 30 for c in near)


def test_marks_have_room_of_their_own_in_the_line(window: MainWindow) -> None:
    pane, surface = window.frame.reader._spread.panes[0], window.frame.reader.surface
    block = pane.document().firstBlock()
    line, origin = block.layout().lineAt(0), pane.blocks.rect(block).left()
    for note in RUSSIAN[0].notes:
        rect, at = surface.note_rect(0, 0, note), note.at + 1  # Qt counts the first letter twice
        before, after = (origin + x_of(line.cursorToX(place)) for place in (at - 1, at))
        assert before < rect.left() < rect.right() <= after + 0.5
        assert rect.left() - before > 3


def test_the_footnote_under_the_pointer_is_shown_in_both_languages_and_goes_with_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    move(window, 0, point_of(window, 0, RUSSIAN[0].notes[0]))
    qtbot.waitUntil(lambda: words(window) == FIRST, timeout=LONG)
    assert window.after.around.footnotes.popup.hasFocus() is False
    move(window, 0, QPoint(300, 300))
    assert words(window) == ()
    move(window, 1, point_of(window, 1, ENGLISH[0].notes[0]))
    qtbot.waitUntil(lambda: words(window) == FIRST[::-1], timeout=LONG)
    QApplication.sendEvent(window.frame.reader.surface.viewport(1), QEvent(QEvent.Type.Leave))
    assert words(window) == ()


def test_a_pointer_that_only_passes_over_a_mark_shows_nothing(window: MainWindow, qtbot: QtBot) -> None:
    move(window, 0, point_of(window, 0, RUSSIAN[0].notes[0]))
    move(window, 0, QPoint(300, 300))
    assert not window.after.around.footnotes._rest.isActive()
    assert REST > 0
    assert words(window) == ()


def test_a_click_on_a_mark_shows_the_footnote_until_escape(window: MainWindow, qtbot: QtBot) -> None:
    viewport = window.frame.reader.surface.viewport(0)
    point = point_of(window, 0, RUSSIAN[0].notes[0])
    move(window, 0, point)
    assert viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, point)
    assert words(window) == FIRST
    popup = window.after.around.footnotes.popup
    assert popup.hasFocus()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert words(window) == ()
    assert window.frame.reader._spread.panes[0].hasFocus()


def test_by_key_footnotes_of_the_paragraph_come_one_after_the_other(window: MainWindow, qtbot: QtBot) -> None:
    window.frame.reader.go_to("ru", 0)
    window.acts["footnote"].trigger()
    assert words(window) == FIRST
    window.acts["footnote"].trigger()
    assert words(window) == ("2\u2002—",)
    window.acts["footnote"].trigger()
    assert words(window) == FIRST


def test_enter_goes_to_the_footnote_and_back_returns(window: MainWindow, qtbot: QtBot) -> None:
    window.frame.reader.go_to("ru", 0)
    window.acts["footnote"].trigger()
    QTest.keyClick(window.after.around.footnotes.popup, Qt.Key.Key_Return)
    place = window.frame.reader.current_place()
    assert place is not None
    assert (place.language, place.index) == ("ru", LAST)
    assert window.frame.reader._spread.panes[0].hasFocus()
    window.acts["back"].trigger()
    place = window.frame.reader.current_place()
    assert place is not None
    assert (place.language, place.index) == ("ru", 0)


def test_a_paragraph_without_footnotes_says_so(window: MainWindow) -> None:
    window.frame.reader.go_to("ru", 1)
    window.acts["footnote"].trigger()
    assert "no footnote" in window.frame.notices.text
    assert words(window) == ()


def test_a_footnote_is_no_markup_and_is_told_to_screen_readers(window: MainWindow) -> None:
    window.frame.reader.go_to("ru", 0)
    window.acts["footnote"].trigger()
    popup = window.after.around.footnotes.popup
    assert popup.accessibleName() == "Footnote"
    assert "<b>" in popup.accessibleDescription()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in popup._labels)
    assert window.frame.reader.rect().contains(popup.geometry())
