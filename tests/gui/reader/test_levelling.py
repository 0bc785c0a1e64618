"""Rows are level: to the pixel, at every width and size, also while the rest is still to come."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefer.gui.theme import Appearance
from tests.gui.reader.conftest import MIXED, Reader, bilingual, in_sight_error, level_error


@pytest.mark.parametrize("width", [480, 767, 1000, 1811])
@pytest.mark.parametrize("size", [9.0, 12.5, 20.0])
def test_first_lines_of_a_bead_are_level(open_reader: Reader, width: int, size: float) -> None:
    view = open_reader(bilingual(MIXED), width)
    view.set_appearance(Appearance(point_size=size, line_spacing=1.3))
    assert level_error(view) == 0


def test_rows_are_level_again_after_each_resize(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual(MIXED))
    before = view._spread.panes[0].blocks.top(20)
    view.resize(560, 500)
    qtbot.waitUntil(lambda: not view._spread.busy)
    assert view._spread.panes[0].blocks.top(20) != before
    assert level_error(view) == 0


def test_no_row_begins_above_the_end_of_the_one_before(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED))
    rows, panes = view._spread.rows, view._spread.panes
    assert rows is not None
    end = 0.0
    for bead in rows.beads:
        sides = list(zip(panes, (bead.left, bead.right), strict=True))
        assert all(pane.blocks.top(own[0]) > end for pane, own in sides if own)
        end = max(pane.blocks.bottom(own[-1]) for pane, own in sides if own)


def test_a_bead_with_an_empty_side_leaves_a_gap_opposite(open_reader: Reader) -> None:
    view = open_reader(bilingual([(1, 1), (0, 1), (1, 1)]))
    left, right = (pane.blocks for pane in view._spread.panes)
    assert left.top(1) == right.top(2)
    assert left.top(1) > right.bottom(1)


def test_a_document_that_begins_on_one_side_leaves_the_other_free_above(open_reader: Reader) -> None:
    view = open_reader(bilingual([(3, 0), (1, 1)]))
    left, right = (pane.blocks for pane in view._spread.panes)
    assert right.top(0) == left.top(3) > left.bottom(2)


LONG = [*MIXED, *[(1, 1)] * 500]


def test_what_is_in_sight_of_a_long_document_is_level_at_once_and_soon_the_rest(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(bilingual([(1, 1)]))
    view.show_document(bilingual([(1, 2), *LONG], words=30))
    assert view._spread.busy
    assert in_sight_error(view) == 0
    qtbot.waitUntil(lambda: not view._spread.busy)
    assert level_error(view) == 0


def test_rows_scrolled_to_before_their_turn_are_levelled_and_stay_under_the_eye(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(bilingual([(1, 1)]))
    view.show_document(bilingual(LONG, words=30))
    pane, _ = view._spread.panes
    assert view._spread.busy
    view._spread.lock.scroll_to(0, 40_000)
    assert view._spread.in_sight()[0] > 150
    assert in_sight_error(view) == 0
    index = pane.blocks.visible()[0] + 1
    place = pane.blocks.extent((index,))[0]
    drifts, errors = set(), set()

    def settled() -> bool:
        drifts.add(round(pane.blocks.extent((index,))[0] - place))
        errors.add(in_sight_error(view))
        return not view._spread.busy

    qtbot.waitUntil(settled)
    assert drifts <= {-1, 0, 1}
    assert errors == {0.0}
    assert level_error(view) == 0


def test_every_paragraph_of_a_long_document_is_laid_out(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual(LONG, words=30))
    view.resize(640, 500)
    qtbot.waitUntil(lambda: not view._spread.busy)
    for pane in view._spread.panes:
        blank = [i for i in range(pane.blocks.count) if pane.blocks.bottom(i) <= pane.blocks.top(i)]
        assert blank == []


def test_the_current_pair_stays_where_it_is_when_the_window_is_resized(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(bilingual(MIXED, words=60), width=1000)
    view.go_to_bead(20)
    rows, pane = view._spread.rows, view._spread.panes[0]
    assert rows is not None
    own = rows.beads[20].left
    place = pane.blocks.extent(own)[0]
    for width in (700, 850, 500, 1000):
        view.resize(width, 500)
        qtbot.waitUntil(lambda: not view._spread.busy)
        assert abs(pane.blocks.extent(own)[0] - place) <= 1


def test_a_font_that_changes_keeps_caret_selection_and_place(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=60))
    view.go_to_bead(20)
    pane = view._spread.panes[0]
    place = pane.blocks.extent((pane.caret,))[0]
    cursor = pane.textCursor()
    cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 5)
    pane.setTextCursor(cursor)
    chosen = view.selected_targets()
    view.set_appearance(Appearance(point_size=17))
    assert view.selected_targets() == chosen != ()
    assert abs(pane.blocks.extent((pane.caret,))[0] - place) <= 1


def test_hiding_a_reader_that_is_still_levelling_and_closing_it_leaves_no_timer(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(bilingual([(1, 1)]))
    view.show_document(bilingual([(1, 1)] * 500))
    assert view._spread.busy
    view.show_document(None)
    assert not view._spread.busy


def test_one_version_alone_is_set_in_one_pane(open_reader: Reader) -> None:
    from dataclasses import replace

    both = bilingual(MIXED)
    document = replace(both.document, versions=both.document.versions[:1], bitext=None)
    view = open_reader(replace(both, document=document))
    left, right = view._spread.panes
    assert left.isVisible()
    assert not right.isVisible()
    assert not view._spread.ribbon.isVisible()
    margins = left.viewportMargins()
    assert abs(margins.left() - margins.right()) <= 1
