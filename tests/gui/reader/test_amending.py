"""Another alignment of the same text: rows are level again at once, and the eye stays where it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.annotation import Annotation
from briefer.core.bitext import Bead
from briefer.gui.reader.view import ReaderView
from tests.factories import sample_annotation, sample_document, sample_target
from tests.gui.reader.conftest import MIXED, Reader, bilingual, in_sight_error, level_error


def realigned(opened: OpenDocument, beads: tuple[Bead, ...]) -> OpenDocument:
    document = opened.document
    assert document.bitext is not None
    bitext = replace(document.bitext, beads=beads)
    bitext.check(*(len(version.paragraphs) for version in document.versions))
    return replace(opened, document=replace(document, bitext=bitext))


def merged(opened: OpenDocument, first: int, last: int) -> OpenDocument:
    assert opened.document.bitext is not None
    beads = opened.document.bitext.beads
    held = beads[first : last + 1]
    one = Bead(tuple(i for b in held for i in b.left), tuple(i for b in held for i in b.right), 1.0)
    return realigned(opened, (*beads[:first], one, *beads[last + 1 :]))


def taken_apart(opened: OpenDocument, number: int) -> OpenDocument:
    assert opened.document.bitext is not None
    beads = opened.document.bitext.beads
    alone = [Bead((i,), (), 1.0) for i in beads[number].left]
    alone += [Bead((), (j,), 1.0) for j in beads[number].right]
    return realigned(opened, (*beads[:number], *alone, *beads[number + 1 :]))


def tops(view: ReaderView) -> list[list[float]]:
    """Where every paragraph begins on either side."""
    return [[pane.blocks.top(i) for i in range(pane.blocks.count)] for pane in view._spread.panes]


@pytest.mark.parametrize("seed", range(6))
def test_rows_stand_as_if_the_document_had_been_opened_so(open_reader: Reader, seed: int) -> None:
    opened = bilingual(MIXED)
    view = open_reader(opened)
    for step in range(4):
        assert opened.document.bitext is not None
        number = (7 * seed + 11 * step) % (len(opened.document.bitext.beads) - 3)
        if (seed + step) % 2:
            opened = merged(opened, number, number + 1 + seed % 3)
        else:
            opened = taken_apart(opened, number)
        view.amend(opened)
        assert level_error(view) == 0
    fresh = open_reader(opened)
    for now, then in zip(tops(view), tops(fresh), strict=True):
        assert now == pytest.approx(then, abs=1 / 16)


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("locked", [True, False])
def test_the_paragraph_at_hand_stays_where_it_is(open_reader: Reader, *, side: int, locked: bool) -> None:
    opened = bilingual(MIXED, words=40)
    view = open_reader(opened)
    view.set_locked(locked)
    index = 14
    view.go_to("en" if side else "ru", index)
    pane = view._spread.panes[side]
    before = pane.blocks.extent((index,))[0]
    place = view.current_place()
    assert place is not None
    assert place.bead is not None
    for later in (merged(opened, place.bead - 2, place.bead), taken_apart(opened, place.bead)):
        view.amend(later)
        assert pane.blocks.extent((index,))[0] == pytest.approx(before, abs=1)
        now = view.current_place()
        assert now is not None
        assert (now.language, now.index) == (place.language, index)


def test_in_a_long_document_only_what_changed_is_set_anew(open_reader: Reader) -> None:
    opened = bilingual([*MIXED, *[(1, 1)] * 500])
    view = open_reader(opened)
    view.go_to("ru", 400)
    bead = view.current_place()
    assert bead is not None
    assert bead.bead is not None
    assert view.amend(merged(opened, bead.bead, bead.bead + 1)) == (bead.bead, bead.bead + 1)
    assert not view._spread.busy
    assert in_sight_error(view) == 0
    assert level_error(view) == 0


def test_a_long_document_aligned_all_anew_is_level_in_the_end(open_reader: Reader, qtbot: QtBot) -> None:
    opened = bilingual([(1, 1)] * 520)
    view = open_reader(opened)
    view.go_to("en", 300)
    pairs = tuple(Bead((i, i + 1), (i, i + 1), 0.9) for i in range(0, 520, 2))
    view.amend(realigned(opened, pairs))
    qtbot.waitUntil(lambda: not view._spread.busy)
    assert level_error(view) == 0


def test_annotations_stay_painted_and_the_same_alignment_moves_nothing(open_reader: Reader) -> None:
    opened = OpenDocument(sample_document(), "d1")
    view = open_reader(opened)
    note: Annotation = sample_annotation(opened.document, "d1", targets=[sample_target(opened.document)])
    view.set_annotations((note,))
    assert view.amend(opened) is None
    assert view.amend(merged(opened, 2, 3)) == (2, 3)
    assert 5 in view._spread.panes[1].underlay.highlights


def test_an_open_find_bar_follows_the_new_rows(open_reader: Reader) -> None:
    opened = bilingual(MIXED)
    view = open_reader(opened)
    view.open_find()
    view._bar.field.setText("слово")
    said = view._bar.status.text()
    view.amend(merged(opened, 3, 5))
    assert view._spread.panes[0].underlay.hits
    assert view._bar.status.text() == said
    view._bar.close_bar()
