"""The sentence under the pointer or the caret lights up with what translates it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.app.settings import LIGHT_SENTENCES
from briefer.core.bitext import Bead, Bitext
from briefer.gui.main_window import MainWindow
from briefer.gui.theme import Theme, palette
from tests.factories import plain_document
from tests.gui.reader.test_view import colors_in
from tests.gui.window.conftest import LONG

RUSSIAN = (
    "Знак 𐐷 и ещё 𐐷 стоит в начале. Второе предложение говорит о 2026 годе.",
    "Здесь одно предложение.",
)
ENGLISH = (
    "The sign 𐐷 and 𐐷 stands first. The second sentence speaks of 2026.",
    "There is one sentence here.",
)


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> MainWindow:
    document = plain_document({"ru": RUSSIAN, "en": ENGLISH})
    window.workspace.show(OpenDocument(document))
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)
    return window


def lit(window: MainWindow) -> tuple[list[str], list[str]]:
    """The texts that are lit on the left and on the right."""
    left, right = (
        [
            pane.document().findBlockByNumber(index).text().encode("utf-16-le")[2 * m.start : 2 * m.end]
            .decode("utf-16-le").strip()
            for index, marks in pane.underlay.sentence.items() for m in marks
        ]
        for pane in window.frame.reader._spread.panes
    )  # fmt: skip
    return left, right


def point_at(window: MainWindow, side: int, words: str) -> None:
    """Move the pointer over the first of some words."""
    pane = window.frame.reader._spread.panes[side]
    cursor = pane.document().find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 1, QTextCursor.MoveMode.MoveAnchor)
    point = QPointF(pane.cursorRect(cursor).center() + QPoint(2, 0))
    # QTest moves the pointer only where it is not yet, and forgets nothing from test to test.
    nothing = (Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    around = QPointF(pane.viewport().mapToGlobal(point.toPoint()))
    QApplication.sendEvent(pane.viewport(), QMouseEvent(QEvent.Type.MouseMove, point, around, *nothing))


def test_the_sentence_that_one_goes_to_by_key_lights_up(shown: MainWindow, qtbot: QtBot) -> None:
    point_at(shown, 0, "предложение говорит")
    qtbot.waitUntil(lambda: lit(shown)[1] == ["The second sentence speaks of 2026."], timeout=LONG)
    for _step in range(2):
        shown.acts["next-pair"].trigger()
    alone = ([RUSSIAN[1]], [ENGLISH[1]])
    qtbot.waitUntil(lambda: lit(shown) == alone, timeout=LONG)
    shown.acts["previous-pair"].trigger()
    first = (["Знак 𐐷 и ещё 𐐷 стоит в начале."], ["The sign 𐐷 and 𐐷 stands first."])
    qtbot.waitUntil(lambda: lit(shown) == first, timeout=LONG)


def test_giving_a_search_up_puts_the_light_where_one_is(shown: MainWindow, qtbot: QtBot) -> None:
    shown.frame.reader.go_to("ru", 1)
    shown.acts["find"].trigger()
    field = shown.frame.reader.searching.bar.field
    QTest.keyClicks(field, "2026")
    qtbot.waitUntil(lambda: lit(shown)[1] == ["The second sentence speaks of 2026."], timeout=LONG)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: lit(shown) == ([RUSSIAN[1]], [ENGLISH[1]]), timeout=LONG)


def test_the_sentence_under_the_pointer_lights_up_on_both_sides(shown: MainWindow, qtbot: QtBot) -> None:
    point_at(shown, 0, "предложение говорит")
    second = (["Второе предложение говорит о 2026 годе."], ["The second sentence speaks of 2026."])
    qtbot.waitUntil(lambda: lit(shown) == second, timeout=LONG)
    point_at(shown, 1, "sign")
    qtbot.waitUntil(lambda: lit(shown)[0] == ["Знак 𐐷 и ещё 𐐷 стоит в начале."], timeout=LONG)
    assert lit(shown)[1] == ["The sign 𐐷 and 𐐷 stands first."]
    qtbot.waitUntil(lambda: shown.aligning.sentences.idle)


def test_the_caret_lights_up_the_sentence_that_it_comes_to(shown: MainWindow, qtbot: QtBot) -> None:
    pane = shown.frame.reader._spread.panes[1]
    pane.setFocus()
    pane.place_caret(0, len(ENGLISH[0]))
    QTest.keyClick(pane, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: lit(shown) == ([RUSSIAN[1]], [ENGLISH[1]]), timeout=LONG)
    qtbot.waitUntil(lambda: shown.aligning.sentences.idle)


def test_a_pointer_that_leaves_the_text_puts_the_light_out(shown: MainWindow, qtbot: QtBot) -> None:
    point_at(shown, 0, "Здесь")
    qtbot.waitUntil(lambda: lit(shown) == ([RUSSIAN[1]], [ENGLISH[1]]), timeout=LONG)
    qtbot.waitUntil(lambda: shown.aligning.sentences.idle)
    QApplication.sendEvent(shown.frame.reader._spread.panes[0].viewport(), QEvent(QEvent.Type.Leave))
    assert lit(shown) == ([], [])


def test_a_sentence_without_counterpart_lights_up_alone(shown: MainWindow, qtbot: QtBot) -> None:
    document = plain_document({"ru": RUSSIAN, "en": ENGLISH})
    beads = (Bead((0,), (0,), 0.9), Bead((1,), (), 0.9), Bead((), (1,), 0.9))
    apart = type(document)(document.sources, document.masthead, document.versions, Bitext("ru", "en", beads))
    shown.workspace.adopt(OpenDocument(apart))
    point_at(shown, 0, "Здесь")
    qtbot.waitUntil(lambda: lit(shown) == ([RUSSIAN[1]], []), timeout=LONG)
    qtbot.waitUntil(lambda: shown.aligning.sentences.idle)


def test_switched_off_nothing_lights_up_and_that_is_remembered(shown: MainWindow, qtbot: QtBot) -> None:
    point_at(shown, 0, "Здесь")
    qtbot.waitUntil(lambda: lit(shown) != ([], []), timeout=LONG)
    qtbot.waitUntil(lambda: shown.aligning.sentences.idle)
    shown.acts["sentences"].trigger()
    assert lit(shown) == ([], [])
    assert not shown.acts["sentences"].isChecked()
    assert shown.parts.settings.get(LIGHT_SENTENCES) is False
    with qtbot.assertNotEmitted(shown.frame.reader.lighting.wanted, wait=300):
        point_at(shown, 1, "There")


@pytest.mark.parametrize("theme", Theme)
def test_the_light_is_painted_in_every_theme(shown: MainWindow, qtbot: QtBot, theme: Theme) -> None:
    shown.parts.look.set_theme(theme)
    point_at(shown, 0, "Здесь")
    qtbot.waitUntil(lambda: lit(shown) != ([], []), timeout=LONG)
    qtbot.waitUntil(lambda: shown.aligning.sentences.idle)
    color = palette(theme).sentence
    for pane in shown.frame.reader._spread.panes:
        assert colors_in(pane.grab().toImage(), [color]) == {color}


def test_a_sentence_that_is_its_pair_is_left_to_the_frame_of_the_current_pair(
    shown: MainWindow, qtbot: QtBot
) -> None:
    color = palette(Theme.LIGHT).sentence
    alone = ([RUSSIAN[1]], [ENGLISH[1]])
    panes = shown.frame.reader._spread.panes
    shown.frame.reader.go_to("ru", 0)
    point_at(shown, 0, "одно предложение")
    qtbot.waitUntil(lambda: lit(shown) == alone, timeout=LONG)
    assert all(colors_in(pane.grab().toImage(), [color]) == {color} for pane in panes)
    shown.frame.reader.go_to("ru", 1)
    qtbot.waitUntil(lambda: all(pane.underlay.current == (1,) for pane in panes), timeout=LONG)
    qtbot.waitUntil(lambda: lit(shown) == alone, timeout=LONG)
    assert all(colors_in(pane.grab().toImage(), [color]) == set() for pane in panes)
    point_at(shown, 0, "Второе предложение")
    qtbot.waitUntil(lambda: lit(shown)[1] == ["The second sentence speaks of 2026."], timeout=LONG)
    shown.frame.reader.go_to("ru", 0)
    assert all(colors_in(pane.grab().toImage(), [color]) == {color} for pane in panes)
