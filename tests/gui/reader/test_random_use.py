"""Whatever a reader does, in whatever order: every frame is level, and what is under the eye stays there.

Seeded; `BRIEFER_RANDOM_STEPS` makes it longer.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.core.bitext import Bead
from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.pane import TextPane
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance, Theme
from tests.gui.reader.conftest import MIXED, Reader, bilingual
from tests.gui.reader.test_scrolling import turn_wheel

STEPS = int(os.environ.get("BRIEFER_RANDOM_STEPS", "40"))
BEADS = (*MIXED, *[(1, 1), (2, 1), (1, 1), (1, 2)] * 40, *[(1, 0)] * 12, *[(0, 1)] * 15, *MIXED)


def first_line(pane: TextPane, index: int) -> int:
    """Where Qt would have the caret before a paragraph, in pixels of the viewport."""
    return pane.cursorRect(QTextCursor(pane.document().findBlockByNumber(index))).top()


class Watch(QObject):
    """Looks at the panes whenever one of them is about to be painted."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self.frames = 0
        self.error = 0
        for pane in view._spread.panes:
            pane.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.frames += 1
            self.error = max(self.error, self.level_error())
        return False

    def level_error(self) -> int:
        """The greatest distance of first lines of a pair in sight."""
        spread = self._view._spread
        level = self._view.arrangement.layout is Layout.LEVEL
        if spread.rows is None or not level or not spread.lock.locked:
            return 0
        first, last = spread.in_sight()
        pairs = [bead for bead in spread.rows.beads[first : last + 1] if bead.matched]
        left, right = spread.panes
        return max(
            (abs(first_line(left, pair.left[0]) - first_line(right, pair.right[0])) for pair in pairs),
            default=0,
        )


class Hand:
    """Does one thing after another. What moves the text by itself must leave the eye's pair where it is."""

    def __init__(self, view: ReaderView, chance: random.Random) -> None:
        self.view, self.chance = view, chance
        self._appearance = Appearance()
        self.moving: tuple[Callable[[], None], ...] = (self.jump, self.step, self.wheel, self.drag, self.page)
        self.staying: tuple[Callable[[], None], ...] = (self.widen, self.dress, self.enlarge, self.arrange)

    def jump(self) -> None:
        assert self.view._spread.rows is not None
        self.view.go_to_bead(self.chance.randrange(len(self.view._spread.rows)))

    def step(self) -> None:
        self.view.next_pair()

    def wheel(self) -> None:
        pane = self.view._spread.panes[self.view._spread.active]
        turn_wheel(pane.viewport(), self.chance.choice((-300, -60, 60, 300, 900)))

    def drag(self) -> None:
        bar = self.view._spread._bars[1]
        bar.setValue(self.chance.randint(0, bar.maximum()))

    def page(self) -> None:
        pane = self.view._spread.panes[self.view._spread.active]
        QTest.keyClick(pane, self.chance.choice((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Down)))

    def widen(self) -> None:
        self.view.resize(self.chance.choice((900, 1200, 1920, 3000)), self.view.height())

    def dress(self) -> None:
        self._appearance = Appearance(self.chance.choice(tuple(Theme)), "", self._appearance.point_size)
        self.view.set_appearance(self._appearance)

    def enlarge(self) -> None:
        self._appearance = Appearance(self._appearance.theme, "", self.chance.choice((9.0, 12.0, 16.0)))
        self.view.set_appearance(self._appearance)

    def arrange(self) -> None:
        layout = self.chance.choice((Layout.LEVEL, Layout.LEVEL, *Layout))
        self.view.arrange(Arrangement(layout, self.chance.random() < 0.3))


def under_eye(view: ReaderView) -> tuple[Bead, int] | None:
    """The current pair if it begins in sight on the active side, and where; None near the ends of the text.

    There is nothing above or below them by which the text could be kept in its place.
    """
    spread = view._spread
    place, side = view.current_place(), spread.active
    if spread.rows is None or place is None or spread.rows.side_of(place.language) != side:
        return None
    bead = spread.rows.beads[spread.rows.row_of(side, place.index)]
    pane = spread.panes[side]
    top = first_line(pane, spread.rows.paragraphs(spread.rows.row_of(side, place.index), side)[0])
    bar = pane.verticalScrollBar()
    room = 2 * pane.viewport().height()
    inside = room < bar.value() < bar.maximum() - room
    return (bead, top) if bead.matched and inside and 0 <= top < pane.viewport().height() - 40 else None


@pytest.mark.parametrize("seed", range(3))
def test_every_frame_is_level_and_the_eye_stays(open_reader: Reader, qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same at every run, not a secret
    view = open_reader(bilingual(BEADS, words=40), 1200, 600)
    watch, hand = Watch(view), Hand(view, chance)
    kept = 0
    for _ in range(STEPS):
        chance.choice(hand.moving)()
        QApplication.processEvents()
        before = under_eye(view)
        chance.choice(hand.staying)()
        QApplication.processEvents()
        after = under_eye(view)
        if before and after and before[0] == after[0]:
            kept += 1
            assert abs(after[1] - before[1]) <= 1
        assert watch.error == 0
    qtbot.waitUntil(lambda: not view._spread.busy, timeout=30_000)
    assert watch.level_error() == 0
    assert watch.frames > STEPS
    assert kept > STEPS // 10
