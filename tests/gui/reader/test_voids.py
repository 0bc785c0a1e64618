"""A side that is empty as far as one sees says how much stands on the other side only."""

from __future__ import annotations

from briefer.gui.reader.view import ReaderView
from briefer.gui.reader.voids import Voids
from tests.gui.reader.conftest import Reader, bilingual, scrolled

ONE_SIDED = [(1, 1)] * 3 + [(1, 0)] * 90 + [(1, 1)] * 3


def voids(view: ReaderView) -> Voids:
    found = view._spread.findChild(Voids)
    assert isinstance(found, Voids)
    return found


def test_in_a_long_gap_the_number_of_paragraphs_is_said(open_reader: Reader) -> None:
    view = open_reader(bilingual(ONE_SIDED, words=30))
    assert [voids(view).words(side) for side in (0, 1)] == ["", ""]
    view.go_to("ru", 50)
    assert voids(view).words(0) == ""
    assert voids(view).words(1) == "90 paragraphs stand in the other language only."
    before = view._spread.panes[1].viewport().grab().toImage()
    view._spread.lock.scroll_to(0, scrolled(view)[0] + 40)
    assert view._spread.panes[1].viewport().grab().toImage() == before
    paper = before.pixel(0, 0)
    middle = before.height() // 2
    assert any(before.pixel(x, middle + y) != paper for x in range(before.width()) for y in (-3, 0, 3))


def test_where_one_side_ends_long_before_the_other_it_is_said_too(open_reader: Reader) -> None:
    view = open_reader(bilingual([(1, 1), *[(0, 1)] * 80], words=30))
    view.go_to("en", 78)
    assert voids(view).words(0) == "80 paragraphs stand in the other language only."


def test_an_empty_document_says_nothing(open_reader: Reader) -> None:
    view = open_reader(None)
    assert [voids(view).words(side) for side in (0, 1)] == ["", ""]
