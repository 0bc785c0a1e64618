"""Going to places, what is shown when, languages and appearance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.document import Span
from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.measuring import Measurer
from briefer.gui.reader.place import Place
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance, Theme, palette
from tests.factories import sample_document
from tests.gui.reader.conftest import MIXED, Reader, bilingual, scrolled


def colors_in(image: QImage, names: Sequence[str]) -> set[str]:
    """Which of these colours occur in a picture."""
    wanted = {QColor(name).rgb(): name for name in names}
    places = product(range(image.width()), range(image.height()))
    return {wanted[pixel] for x, y in places if (pixel := image.pixel(x, y)) in wanted}


def visible(view: ReaderView, side: int, index: int) -> bool:
    pane = view._spread.panes[side]
    top, bottom = pane.blocks.extent((index,))
    return top >= 0 and bottom <= pane.viewport().height()


def test_steps_go_from_pair_to_pair_and_stay_at_the_ends(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    beads = []
    for _ in range(8):
        view.next_pair()
        place = view.current_place()
        assert place is not None
        beads.append(place.bead)
    assert beads == [2, 3, 4, 5, 6, 7, 7, 7]
    view.previous_pair()
    assert view.current_place() == Place(6, "ru", 5)


def test_a_step_scrolls_the_pair_into_view_in_both_panes(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=30), height=420)
    for _ in range(15):
        view.next_pair()
        place = view.current_place()
        assert place is not None
        assert place.bead is not None
        top, bottom = view._spread.panes[0].blocks.extent((place.index,))
        assert 0 < top < bottom < view.height()
    assert scrolled(view)[0] == scrolled(view)[1] > 0


def test_steps_stay_in_the_language_that_is_being_read(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view._spread.panes[1].setFocus()
    view.next_pair()
    assert view.current_place() == Place(2, "en", 1)


def test_going_to_a_passage_shows_and_marks_it(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=30), height=400)
    view.go_to("en", 25, (Span(0, 2), Span(4, 8)))
    place = view.current_place()
    assert place is not None
    assert (place.language, place.index) == ("en", 25)
    assert visible(view, 1, 25)
    assert [(m.start, m.end) for m in view._spread.panes[1].underlay.hits[25]] == [(0, 2), (4, 8)]
    assert not view._spread.panes[0].underlay.hits


def test_going_to_what_is_not_there_changes_nothing(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.next_pair()
    before = view.current_place()
    view.go_to("fr", 0)
    view.go_to("en", 999)
    view.go_to_bead(-1)
    view.go_to_bead(99)
    assert view.current_place() == before


def test_a_link_clicked_in_the_ribbon_makes_its_pair_current(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    ribbon = view._spread.ribbon
    top, bottom = view._spread.panes[0].blocks.extent((3,))
    point = ribbon.rect().center()
    point.setY(round((top + bottom) / 2))
    QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert view.current_place() == Place(4, "ru", 3)


def test_the_ribbon_tells_a_hand_made_pair_from_an_automatic_and_an_unmatched_one(
    open_reader: Reader,
) -> None:
    ribbon = open_reader(OpenDocument(sample_document()))._spread.ribbon
    assert [ribbon.describe(number) for number in (0, 2, 7)] == [
        "Stands in one language only",
        "Aligned automatically, sure: 95%",
        "Aligned by hand",
    ]


def test_without_a_document_the_reader_says_what_to_do(open_reader: Reader) -> None:
    view = open_reader(None)
    assert view._invitation.isVisible()
    assert "Open a session document" in view._invitation.text()
    view.next_pair()
    view.open_find()
    assert view.current_place() is None
    assert view.selected_targets() == ()


def test_another_document_starts_at_its_top_with_nothing_current(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(bilingual(MIXED, words=30))
    view.go_to_bead(20)
    with qtbot.waitSignal(view.current_changed) as told:
        view.show_document(OpenDocument(sample_document()))
    assert told.args == [None]
    assert scrolled(view) == (0, 0)
    assert view._spread.panes[0].toPlainText().startswith("Комиссия")


def test_panes_have_names_for_those_who_do_not_see_them(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    assert [pane.accessibleName() for pane in view._spread.panes] == ["Russian text", "English text"]
    assert view._spread.ribbon.accessibleName()


def test_a_change_of_language_reaches_every_part(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view._spread.panes[0].setAccessibleName("")
    view._bar.field.setPlaceholderText("")
    view._spread.ribbon.setAccessibleName("")
    QCoreApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view._spread.panes[0].accessibleName() == "Russian text"
    assert view._bar.field.placeholderText() == "Find in both languages"
    assert view._spread.ribbon.accessibleName() == "Links between the languages"


def test_a_theme_recolors_text_and_paper(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    for theme in (Theme.DARK, Theme.SEPIA, Theme.LIGHT):
        view.set_appearance(Appearance(theme=theme))
        colors = palette(theme)
        papers = [palette(each).paper for each in Theme]
        assert colors_in(view.grab().toImage(), papers) == {colors.paper}


def test_text_is_set_without_what_qt_would_take_for_another_block(open_reader: Reader) -> None:
    from briefer.gui.reader.setting import shown

    odd = "a\nb\r\nc\u2029d\x00e\ufdd0f\ufffcg𐐷\ud800"
    assert len(shown(odd)) == len(odd)
    assert not set(shown(odd)) & set("\n\r\u2029\x00\ufdd0\ufffc\ud800")


def test_words_that_answer_a_passage_gone_to_are_marked_opposite(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(sample_document()))
    view.go_to("ru", 3, (Span(33, 43),), ("Illicit", "drug trafficking"))
    text = sample_document().versions[1].paragraphs[3].text
    answers = view._spread.panes[1].underlay.answers
    assert [text[m.start : m.end] for m in answers[3]] == ["illicit", "drug trafficking"]
    assert not view._spread.panes[0].underlay.answers


@pytest.mark.parametrize("layout", [Layout.LEVEL, Layout.FLOW])
def test_nothing_is_followed_or_measured_while_only_one_of_two_texts_has_been_exchanged(
    open_reader: Reader, monkeypatch: pytest.MonkeyPatch, layout: Layout
) -> None:
    view = open_reader(bilingual([(1, 1)] * 60), height=300)
    view.arrange(Arrangement(layout))
    spread = view._spread
    halves: list[object] = []
    measure = Measurer.in_sight

    def watched(self: Measurer) -> None:
        shown = [pane.version for pane in spread.panes]
        if spread.rows is None or shown != list(spread.rows.versions):
            halves.append(shown)  # measured as it stands, it might never come to an end
            return
        measure(self)

    monkeypatch.setattr(Measurer, "in_sight", watched)
    bar = spread.panes[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    view.show_document(bilingual([(1, 1)] * 3))
    assert halves == []
    assert [pane.verticalScrollBar().value() for pane in spread.panes] == [0, 0]


def test_another_theme_leaves_all_heights_as_they_are(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED))
    stack = view._spread._standing.stack
    view.set_appearance(Appearance(Theme.DARK))
    assert view._spread._standing.stack is stack
    assert not view._spread.busy
    paper = palette(Theme.DARK).paper
    assert colors_in(view.grab().toImage(), [paper]) == {paper}
    view.set_appearance(Appearance(Theme.DARK, point_size=15))
    assert view._spread._standing.stack is not stack
