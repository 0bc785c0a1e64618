"""Level, flowing, one language alone, sides swapped: what is under the eye stays under it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance
from tests.factories import sample_document
from tests.gui.reader.conftest import MIXED, Reader, bilingual, in_sight_error, level_error, scrolled

ALL = [Arrangement(layout, swapped) for layout in Layout for swapped in (False, True)]
FLOW = Arrangement(Layout.FLOW)


def top(view: ReaderView, side: int, row: int) -> float:
    rows = view._spread.rows
    assert rows is not None
    return view._spread.panes[side].blocks.extent(rows.paragraphs(row, side))[0]


def left_edge(view: ReaderView, side: int) -> int:
    return view._spread.panes[side].x()


@pytest.mark.parametrize("arrangement", ALL)
def test_the_sides_shown_and_their_hands(open_reader: Reader, arrangement: Arrangement) -> None:
    view = open_reader(bilingual(MIXED))
    view.arrange(arrangement)
    panes, ribbon = view._spread.panes, view._spread.ribbon
    alone = {Layout.LEFT: 0, Layout.RIGHT: 1}.get(arrangement.layout)
    if alone is None:
        assert all(pane.isVisible() for pane in panes)
        assert ribbon.isVisible()
        assert (left_edge(view, 0) < ribbon.x() < left_edge(view, 1)) is not arrangement.swapped
    else:
        shown = alone ^ arrangement.swapped
        assert panes[shown].isVisible()
        assert not panes[1 - shown].isVisible()
        assert not ribbon.isVisible()
        assert panes[shown].width() > 0.9 * view.width()
        assert view.focusProxy() is panes[shown]


def test_the_current_pair_stays_where_it_is(open_reader: Reader) -> None:
    view = open_reader(bilingual([*MIXED, *MIXED], words=30))
    view.go_to_bead(46)
    for before, after in permutations(ALL, 2):
        view.arrange(before)
        was = top(view, view._spread.active, 46)
        view.arrange(after)
        assert abs(top(view, view._spread.active, 46) - was) <= 1
        if after.layout is Layout.LEVEL:
            assert in_sight_error(view) == 0


def test_level_again_after_flowing_rows_are_level(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=40))
    view.arrange(FLOW)
    assert level_error(view) > 0
    view.arrange(Arrangement())
    assert level_error(view) == 0


def test_flowing_sides_scroll_together_and_never_jump(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual([*MIXED, *MIXED, *MIXED], words=40))
    view.arrange(FLOW)
    qtbot.waitUntil(lambda: not view._spread.busy)
    left, right = (pane.verticalScrollBar() for pane in view._spread.panes)
    before = scrolled(view)
    while left.value() < left.maximum():
        left.setValue(left.value() + 20)
        after = scrolled(view)
        assert 0 <= after[1] - before[1] < 400
        before = after
    assert before == (left.maximum(), right.maximum())
    right.setValue(0)
    assert scrolled(view) == (0, 0)


def test_flowing_a_pair_gone_to_stands_nearly_alike_on_both_sides(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual([*MIXED, *MIXED, *MIXED], words=40))
    view.arrange(FLOW)
    qtbot.waitUntil(lambda: not view._spread.busy)
    for row in (45, 60, 30):
        view.go_to_bead(row)
        assert abs(top(view, 0, row) - top(view, 1, row)) < 60


def test_scrolling_freely_then_together_meets_at_the_pair_under_the_eye(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(bilingual([*MIXED, *MIXED, *MIXED], words=40))
    view.arrange(FLOW)
    qtbot.waitUntil(lambda: not view._spread.busy)
    view.set_locked(False)
    view.go_to("en", 50)
    assert scrolled(view)[0] == 0
    view.set_locked(True)
    row = view._spread.rows.row_of(1, 50) if view._spread.rows else 0
    assert abs(top(view, 0, row) - top(view, 1, row)) < 80


def test_alone_the_other_language_brings_what_stands_opposite(open_reader: Reader) -> None:
    view = open_reader(bilingual([*MIXED, *MIXED], words=40))
    view.arrange(Arrangement(Layout.LEFT))
    view.go_to("en", 50)
    rows = view._spread.rows
    assert rows is not None
    own = rows.near(rows.row_of(1, 50), 0)
    start, _ = view._spread.panes[0].blocks.extent((own,))
    assert 0 <= start < view.height()
    assert view._spread.active == 0


def test_one_version_takes_no_notice_of_the_layout(open_reader: Reader) -> None:
    both = bilingual(MIXED)
    view = open_reader(
        replace(both, document=replace(both.document, versions=both.document.versions[:1], bitext=None))
    )
    for arrangement in ALL:
        view.arrange(arrangement)
        assert view._spread.panes[0].isVisible()
        assert not view.bilingual


@pytest.mark.parametrize("width", [900, 1366, 1920, 3000])
def test_lines_are_no_longer_than_the_measure_and_the_columns_stand_in_the_middle(
    open_reader: Reader, width: int
) -> None:
    view = open_reader(OpenDocument(sample_document()), width)
    spread = view._spread
    columns = [pane.column() for pane in spread.panes]
    typography = spread.typography
    for column in columns:
        assert column.right - column.left <= typography.column
    left = spread.panes[0].x() + columns[0].left
    right = spread.panes[1].x() + columns[1].right
    assert abs((left + right) / 2 - width / 2) <= 2
    view.arrange(Arrangement(Layout.RIGHT))
    alone = spread.panes[1].column()
    assert alone.right - alone.left <= typography.column
    assert abs(spread.panes[1].x() + (alone.left + alone.right) / 2 - width / 2) < 2.5 * typography.em


def test_sides_and_layout_outlast_size_theme_and_another_document(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED))
    view.arrange(Arrangement(Layout.FLOW, swapped=True))
    view.set_appearance(Appearance(point_size=15))
    view.resize(1000, 600)
    view.show_document(bilingual(MIXED))
    assert view.arrangement == Arrangement(Layout.FLOW, swapped=True)
    assert left_edge(view, 1) < left_edge(view, 0)
