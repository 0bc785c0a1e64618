"""The ribbon under a real pointer: ends are taken hold of, dragged, shown, let go and given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.corrections import Correction, Operation
from briefer.gui.reader.grips import PAD
from briefer.gui.reader.ribbon import Ribbon
from briefer.gui.reader.ribbon_words import bead_words
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance, Theme
from tests.gui.reader.conftest import Reader, bilingual

LEFT, RIGHT = 0, 1
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(open_reader: Reader) -> ReaderView:
    """Pairs of one and one, but for number 2, which has two paragraphs on the left."""
    return open_reader(bilingual(((1, 1), (1, 1), (2, 1), (1, 1), (1, 1))), 900, 700)


def end_of(view: ReaderView, side: int, index: int, *, lower: bool) -> QPoint:
    """Where the end of a link is that is at an edge of a paragraph."""
    extent = view._spread.panes[side].blocks.extent((index,))
    ribbon = view._spread.ribbon
    return QPoint(6 if side == LEFT else ribbon.width() - 6, round(extent[lower] + (PAD if lower else -PAD)))


def send(ribbon: Ribbon, kind: QEvent.Type, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    moving = kind is QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, QPointF(at), QPointF(ribbon.mapToGlobal(at)), button, Qt.MouseButton.LeftButton, modifiers
    )
    QApplication.sendEvent(ribbon, event)


def drag(
    view: ReaderView, start: QPoint, *stops: QPoint, modifiers: Qt.KeyboardModifier = NONE, drop: bool = True
) -> list[tuple[int, Correction]]:
    """Drag from a point over others; what the ribbon tells."""
    told: list[tuple[int, Correction]] = []
    ribbon = view._spread.ribbon
    connection = ribbon.pulled.connect(lambda row, correction: told.append((row, correction)))
    send(ribbon, QEvent.Type.MouseButtonPress, start, modifiers)
    for stop in stops:
        send(ribbon, QEvent.Type.MouseMove, stop, modifiers)
    if drop:
        send(ribbon, QEvent.Type.MouseButtonRelease, stops[-1] if stops else start, modifiers)
    ribbon.pulled.disconnect(connection)
    return told


@pytest.mark.parametrize("side", [LEFT, RIGHT])
def test_an_end_dragged_over_the_next_pair_merges_with_it(view: ReaderView, side: int) -> None:
    told = drag(view, end_of(view, side, 0, lower=True), end_of(view, side, 1, lower=True))
    assert told == [(0, Correction(Operation.MERGE, (0, 1), (0, 1)))]


def test_an_end_dragged_up_over_the_previous_pair_merges_with_it(view: ReaderView) -> None:
    told = drag(view, end_of(view, RIGHT, 1, lower=False), end_of(view, RIGHT, 0, lower=False))
    assert told == [(1, Correction(Operation.MERGE, (0, 1), (0, 1)))]


def test_an_end_dragged_inwards_splits_the_pair_a_paragraph_at_a_time(view: ReaderView) -> None:
    told = drag(view, end_of(view, LEFT, 3, lower=True), end_of(view, LEFT, 3, lower=False))
    assert told == [(2, Correction(Operation.SPLIT, (3,), ()))]


def test_an_end_dragged_over_part_of_the_next_pair_takes_that_part(view: ReaderView) -> None:
    told = drag(view, end_of(view, LEFT, 1, lower=True), end_of(view, LEFT, 2, lower=True))
    assert told == [(1, Correction(Operation.BACK, (2,), ()))]


def test_with_shift_what_is_left_out_goes_to_the_neighbour(view: ReaderView) -> None:
    told = drag(
        view,
        end_of(view, LEFT, 3, lower=True),
        end_of(view, LEFT, 3, lower=False),
        modifiers=Qt.KeyboardModifier.ShiftModifier,
    )
    assert told == [(2, Correction(Operation.FORWARD, (3,), ()))]


def test_while_an_end_is_dragged_what_would_belong_together_is_shown(view: ReaderView) -> None:
    ribbon, panes = view._spread.ribbon, view._spread.panes
    assert drag(view, end_of(view, LEFT, 0, lower=True), end_of(view, LEFT, 1, lower=True), drop=False) == []
    assert [pane.underlay.chosen for pane in panes] == [(0, 1), (0, 1)]
    send(ribbon, QEvent.Type.MouseMove, end_of(view, LEFT, 0, lower=True))
    assert [pane.underlay.chosen for pane in panes] == [(), ()]
    send(ribbon, QEvent.Type.MouseButtonRelease, end_of(view, LEFT, 0, lower=True))


def test_escape_gives_a_drag_up(view: ReaderView) -> None:
    ribbon = view._spread.ribbon
    start, stop = end_of(view, LEFT, 0, lower=True), end_of(view, LEFT, 1, lower=True)
    assert drag(view, start, stop, drop=False) == []
    QTest.keyClick(ribbon, Qt.Key.Key_Escape)
    assert ribbon.pulling.plan is None
    assert view._spread.panes[0].underlay.chosen == ()
    told: list[object] = []
    ribbon.pulled.connect(lambda *all_of_it: told.append(all_of_it))
    ribbon.link_clicked.connect(told.append)
    send(ribbon, QEvent.Type.MouseButtonRelease, stop)
    assert told == []
    assert ribbon.keyboardGrabber() is None


def test_with_the_sides_swapped_ends_are_on_the_other_hand(view: ReaderView) -> None:
    ribbon = view._spread.ribbon
    ribbon.set_mirrored(mirrored=True)
    start, stop = (end_of(view, RIGHT, index, lower=True) for index in (1, 3))
    for point, index in ((start, 1), (stop, 2)):
        point.setY(end_of(view, LEFT, index, lower=True).y())
    assert drag(view, start, stop) == [(1, Correction(Operation.BACK, (2,), ()))]


def test_dragged_far_aside_an_end_comes_to_nothing(view: ReaderView) -> None:
    aside = end_of(view, LEFT, 1, lower=True) + QPoint(400, 0)
    assert drag(view, end_of(view, LEFT, 0, lower=True), aside) == []


def test_a_link_that_is_only_pressed_becomes_current(view: ReaderView) -> None:
    assert drag(view, end_of(view, LEFT, 3, lower=True)) == []
    place = view.current_place()
    assert place is not None
    assert place.bead == 2


def test_the_link_under_the_pointer_lights_up_with_its_ends(view: ReaderView) -> None:
    ribbon = view._spread.ribbon
    before = ribbon.grab().toImage()
    at = end_of(view, LEFT, 1, lower=True)
    nothing = (Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE)
    QApplication.sendEvent(
        ribbon,
        QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(ribbon.mapToGlobal(at)), *nothing),
    )
    assert ribbon.cursor().shape() == Qt.CursorShape.SizeVerCursor
    assert ribbon.grab().toImage() != before
    QApplication.sendEvent(ribbon, QEvent(QEvent.Type.Leave))
    assert ribbon.grab().toImage() == before


def one_pair(confidence: float, origin: Origin) -> OpenDocument:
    opened = bilingual(((1, 1),))
    bitext = Bitext("ru", "en", (Bead((0,), (0,), confidence, origin),))
    return replace(opened, document=replace(opened.document, bitext=bitext))


def grey(view: ReaderView) -> list[int]:
    """The ribbon's row of pixels through the middle and along the edge of its link, without colour."""
    image = view._spread.ribbon.grab().toImage()
    top, bottom = view._spread.panes[0].blocks.extent((0,))
    return [
        image.pixelColor(x, y).lightness() // 4
        for y in range(round(top) - 4, round(bottom) + 5)
        for x in range(image.width())
    ]


@pytest.mark.parametrize("theme", Theme)
def test_sure_fair_doubtful_and_by_hand_differ_without_colour(open_reader: Reader, theme: Theme) -> None:
    looks = []
    kinds: Sequence[tuple[float, Origin]] = (
        (0.95, Origin.AUTOMATIC), (0.8, Origin.AUTOMATIC), (0.3, Origin.AUTOMATIC), (1.0, Origin.HAND)
    )  # fmt: skip
    for confidence, origin in kinds:
        view = open_reader(one_pair(confidence, origin), 700, 300)
        view.set_appearance(Appearance(theme))
        view.close()
        looks.append(grey(view))
    for number, look in enumerate(looks):
        for other in looks[:number]:
            assert sum(a != b for a, b in zip(look, other, strict=True)) > 20


def test_confidence_and_origin_are_told_in_words(view: ReaderView, qtbot: QtBot) -> None:
    texts = view._texts
    assert bead_words(Bead((0,), (0,), 0.75), texts) == "Aligned automatically, fairly sure: 75%"
    assert bead_words(Bead((0,), (0,), 0.4), texts) == "Aligned automatically, doubtful: 40%"
    assert bead_words(Bead((0,), (), 1.0, Origin.HAND), texts).endswith("set so by hand")


def test_the_text_scrolls_while_an_end_is_dragged_past_its_edge(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual(((1, 1),) * 60), 900, 400)
    ribbon, bar = view._spread.ribbon, view._spread.panes[0].verticalScrollBar()
    below = QPoint(6, ribbon.height() + 40)
    drag(view, end_of(view, LEFT, 0, lower=True), below, drop=False)
    qtbot.waitUntil(lambda: bar.value() > 3 * ribbon.height())
    plan = ribbon.pulling.plan
    assert plan is not None
    last = plan.correction.left[-1]
    assert last > view._spread.panes[0].blocks.visible()[0]
    qtbot.waitUntil(
        lambda: ribbon.pulling.plan is not None and ribbon.pulling.plan.correction.left[-1] > last
    )
    ribbon.give_up()
    assert not ribbon.drift.on


def test_the_text_stands_still_once_the_pointer_is_back_or_too_far_beside(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(bilingual(((1, 1),) * 60), 900, 400)
    ribbon = view._spread.ribbon
    for still in (QPoint(6, ribbon.height() // 2), QPoint(-200, ribbon.height() + 40)):
        drag(view, end_of(view, LEFT, 0, lower=True), QPoint(6, ribbon.height() + 40), still, drop=False)
        assert not ribbon.drift.on
        ribbon.give_up()
