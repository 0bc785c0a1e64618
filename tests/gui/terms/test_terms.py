"""The terms of the pair at hand: listed, lit in both texts, and told of the word under the pointer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.model import OpenDocument
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.core.document import Span
from briefer.core.lexicon_table import DOMAINS
from briefer.core.terms import Occurrence, PairTerm
from briefer.gui.main_window import MainWindow
from briefer.gui.reader.hinting import markup
from briefer.gui.terms.model import TermsModel
from briefer.gui.terms.words import domain_words
from tests.factories import plain_document
from tests.gui.window.conftest import LONG, assembly, make_windows, settings

__all__ = ["assembly", "settings"]

RUSSIAN = ("Комиссия по наркотическим средствам призывает усилить контроль над прекурсорами.", "Вторая пара.")
ENGLISH = ("The Commission on Narcotic Drugs calls for stricter control of chemicals.", "A second pair.")
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, assembly: Assembly, settings: Settings) -> Iterator[MainWindow]:
    with make_windows(qapp, qtbot, assembly, settings) as make:
        made = make()
        made.workspace.show(OpenDocument(plain_document({"ru": RUSSIAN, "en": ENGLISH})))
        qtbot.waitUntil(lambda: not made.frame.reader._spread.busy)
        yield made


def listed(window: MainWindow) -> list[tuple[bool, str, str]]:
    model = window.after.around.terms.panel.model
    terms = [model.term(row) for row in range(model.rowCount())]
    return [(term.answered, term.left, term.right) for term in terms if term is not None]


def marked(window: MainWindow, side: int) -> list[str]:
    pane = window.frame.reader._spread.panes[side]
    return [
        pane.document().findBlockByNumber(index).text()[mark.start : mark.end]
        for index, marks in pane.underlay.hits.items()
        for mark in marks
    ]


@pytest.fixture
def listing(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the terms of its first pair."""
    window.frame.reader.go_to("ru", 0)
    window.acts["terms"].trigger()
    qtbot.waitUntil(lambda: bool(listed(window)), timeout=LONG)
    qtbot.waitUntil(lambda: window.after.around.terms.idle)
    return window


def test_the_terms_of_the_pair_are_listed_with_whether_they_match(listing: MainWindow) -> None:
    terms = listed(listing)
    assert (True, "Комиссия по наркотическим средствам", "Commission on Narcotic Drugs") in terms
    assert (False, "контроль над прекурсорами", "precursor control") in terms
    assert listing.acts["terms"].isChecked()


def test_terms_follow_the_reader_to_another_pair(listing: MainWindow, qtbot: QtBot) -> None:
    listing.frame.reader.go_to("ru", 1)
    qtbot.waitUntil(lambda: not any("прекурсор" in str(term) for term in listed(listing)), timeout=LONG)
    qtbot.waitUntil(lambda: listing.after.around.terms.idle)


def test_a_chosen_term_is_lit_in_both_texts(listing: MainWindow, qtbot: QtBot) -> None:
    view, model = listing.after.around.terms.panel.view, listing.after.around.terms.panel.model
    row = [term[1] for term in listed(listing)].index("Комиссия по наркотическим средствам")
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, NONE, view.visualRect(model.index(row, 0)).center()
    )
    assert marked(listing, 0) == ["Комиссия по наркотическим средствам"]
    assert marked(listing, 1) == ["Commission on Narcotic Drugs"]


def test_terms_are_gone_through_by_keys(listing: MainWindow, qtbot: QtBot) -> None:
    view = listing.after.around.terms.panel.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert marked(listing, 0) + marked(listing, 1)


def test_everyday_words_are_listed_only_when_wanted(listing: MainWindow) -> None:
    before = listed(listing)
    listing.after.around.terms.panel.everyday.click()
    after = listed(listing)
    assert set(before) < set(after)


def test_the_column_gives_way_to_what_stood_there_before(listing: MainWindow, qtbot: QtBot) -> None:
    listing.acts["terms"].trigger()
    assert listing.frame.side.currentWidget() is listing.frame.annotations
    assert not listing.acts["terms"].isChecked()
    listing.acts["terms"].trigger()
    listing.frame.show_results()
    assert not listing.acts["terms"].isChecked()
    qtbot.waitUntil(lambda: listing.after.around.terms.idle)


def test_another_document_leaves_no_terms_behind(listing: MainWindow, qtbot: QtBot) -> None:
    listing.workspace.show(OpenDocument(plain_document({"ru": ("Один.",)})))
    assert listed(listing) == []
    qtbot.waitUntil(lambda: not listing.frame.reader._spread.busy and listing.after.around.terms.idle)


def hover(window: MainWindow, side: int, words: str) -> tuple[str, ...]:
    """Let the pointer rest on the first of some words; what is shown."""
    pane = window.frame.reader._spread.panes[side]
    cursor = pane.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1, QTextCursor.MoveMode.MoveAnchor)
    point = pane.cursorRect(cursor).center() + QPoint(2, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, point, pane.viewport().mapToGlobal(point))
    QApplication.sendEvent(pane.viewport(), event)
    return window.frame.reader.surface.hints.shown


def test_a_word_under_the_pointer_shows_its_counterpart_the_longest_phrase_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    hints = window.frame.reader.surface.hints
    assert hover(window, 0, "наркотическим") == ()  # the lexicon is being read
    qtbot.waitUntil(lambda: bool(hints.shown) and window.after.around.terms.idle, timeout=LONG)
    assert hover(window, 0, "наркотическим") == (
        "Комиссия по наркотическим средствам – Commission on Narcotic Drugs",
        "drugs",
    )
    assert "Commission" in QToolTip.text()
    assert hover(window, 1, "Narcotic")[0] == (
        "Commission on Narcotic Drugs – Комиссия по наркотическим средствам"
    )
    assert hover(window, 0, "прекурсорами")[0] == "контроль над прекурсорами – precursor control"
    QToolTip.hideText()


def test_what_a_document_says_cannot_become_markup() -> None:
    assert markup(("<b>x</b>", "a & b")).count("<b>") == 1
    assert "&lt;b&gt;" in markup(("<b>x</b>",))
    assert markup(()) == ""


def term(left: str, right: str, *, answered: bool) -> PairTerm:
    place = (Occurrence(0, Span(0, 1)),)
    return PairTerm(left, right, "law", place, place if answered else ())


def test_the_model_keeps_to_the_rules_and_says_in_words_what_a_sign_means(
    texts: Texts, qtmodeltester: ModelTester
) -> None:
    model = TermsModel(texts)
    qtmodeltester.check(model)
    model.show_terms((term("право", "right", answered=True), term("норма", "norm", answered=False)))
    qtmodeltester.check(model)
    said = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert said == [
        "право – right: found in both languages",
        "норма: the other language has none of: norm",
    ]


def test_every_domain_has_words(texts: Texts) -> None:
    assert all(domain_words(domain, texts) != domain or domain.isalpha() for domain in DOMAINS)
    assert domain_words("else", texts) == "else"
