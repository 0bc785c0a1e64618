"""Language, theme and text size act at once, everywhere, and are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefer.app.settings import FONT_SIZE, LANGUAGE, THEME, Settings
from briefer.app.texts import Texts
from briefer.gui.look import Look
from briefer.gui.main_window import MainWindow
from briefer.gui.notices import NoticeBar
from briefer.gui.theme import Theme, palette


@pytest.fixture
def bracketed(tmp_path: Path) -> Texts:
    """Texts whose Russian catalogue puts what it knows in brackets."""
    catalog = Catalog(locale="ru")
    for message in ("Library", "Save to library", "Dismiss", "Not saved", "Search the library…", "&File"):
        catalog.add(message, f"[{message}]")
    folder = tmp_path / "locale" / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "briefer.mo").open("wb") as file:
        write_mo(file, catalog)
    return Texts(tmp_path / "locale", "en")


def test_switching_the_language_says_everything_anew_at_once(
    opened: MainWindow, settings: Settings, bracketed: Texts, qtbot: QtBot
) -> None:
    speak_with(opened, bracketed)
    opened.acts["language-ru"].trigger()
    qtbot.waitUntil(lambda: opened.acts["save"].text().replace("&", "") == "[Save to library]")
    assert opened.acts.menu("file").title() == "[&File]"
    assert opened.search_field.placeholderText() == "[Search the library…]"
    assert "[Not saved]" in opened.status.text
    assert "[Library]" in {label.text() for label in opened.frame.library.findChildren(QLabel)}
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
    assert settings.get(LANGUAGE) == "ru"
    opened.acts["language-en"].trigger()
    qtbot.waitUntil(lambda: opened.acts["save"].text().replace("&", "") == "Save to library")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def speak_with(window: MainWindow, texts: Texts) -> None:
    """Let the window's texts, which every widget holds, use another folder of catalogues."""
    window.parts.texts.__dict__.update(texts.__dict__)


def test_every_action_has_words(window: MainWindow) -> None:
    for name in window.acts:
        assert window.acts[name].text()
        assert window.acts[name].toolTip()


def test_every_control_that_takes_the_keyboard_has_a_name(opened: MainWindow) -> None:
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    frame = opened.frame
    editor = frame.annotations.editor
    controls = (
        opened.search_field,
        frame.library.view,
        frame.annotations.view,
        frame.results.view,
        frame.reader,
    )
    fields = (editor.scope, editor.note, editor.stance, editor.tags, *editor.color_buttons.values())
    for control in (*controls, *fields):
        assert control.accessibleName(), control
    for button in (editor.save_button, editor.cancel_button, frame.header.symbol):
        assert button.text()


def test_themes_change_the_colours_at_once(
    opened: MainWindow, settings: Settings, qapp: QApplication
) -> None:
    light = qapp.palette().window().color()
    opened.acts["theme-dark"].trigger()
    assert qapp.palette().window().color().lightness() < light.lightness()
    assert settings.get(THEME) == "dark"


def turn(widget: QWidget, delta: int) -> None:
    """Turn the wheel over a widget while Ctrl is held."""
    point = QPointF(widget.rect().center())
    held, none = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.NoButton
    around = QPointF(widget.mapToGlobal(point.toPoint()))
    wheel = (QPoint(), QPoint(0, delta), none, held, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, QWheelEvent(point, around, *wheel))


def test_the_wheel_with_ctrl_sets_the_text_larger_and_smaller(opened: MainWindow, settings: Settings) -> None:
    spread, usual = opened.frame.reader._spread, settings.get(FONT_SIZE)
    fonts = [pane.font() for pane in spread.panes]
    places = [pane.verticalScrollBar().value() for pane in spread.panes]
    turn(spread.panes[1].viewport(), 120)
    turn(spread.panes[0].viewport(), 60)
    assert settings.get(FONT_SIZE) == usual + 1
    turn(spread.ribbon, 60)
    assert settings.get(FONT_SIZE) == usual + 2
    turn(spread.panes[0].viewport(), -360)
    assert settings.get(FONT_SIZE) == usual - 1
    assert [pane.font() for pane in spread.panes] == fonts, "Qt's own way sets nothing"
    assert [pane.verticalScrollBar().value() for pane in spread.panes] == places


def test_one_key_brings_back_the_ordinary_size(opened: MainWindow, settings: Settings) -> None:
    for _step in range(3):
        opened.acts["larger"].trigger()
    QTest.keyClick(opened, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert settings.get(FONT_SIZE) == FONT_SIZE.default


def test_larger_and_smaller_text_stay_within_bounds(window: MainWindow, settings: Settings) -> None:
    window.acts["larger"].trigger()
    assert settings.get(FONT_SIZE) == 13
    for _ in range(60):
        window.acts["smaller"].trigger()
    assert settings.get(FONT_SIZE) == 7


def test_the_lock_action_follows_the_reader(opened: MainWindow) -> None:
    assert opened.acts["lock"].isChecked()
    opened.acts["lock"].trigger()
    assert not opened.frame.reader.locked
    opened.frame.reader.set_locked(True)
    assert opened.acts["lock"].isChecked()


def test_columns_can_be_hidden_and_the_keyboard_goes_round(opened: MainWindow, qtbot: QtBot) -> None:
    opened.acts["show-library"].trigger()
    assert not opened.frame.library.isVisible()
    opened.search_field.setFocus()
    opened.acts["next-column"].trigger()
    assert opened.frame.reader.isAncestorOf(opened.focusWidget())
    opened.acts["next-column"].trigger()
    assert opened.focusWidget() is opened.frame.annotations.view


def test_the_window_fits_a_small_laptop_in_both_languages(opened: MainWindow) -> None:
    opened.frame.reader.next_pair()
    opened.acts["note"].trigger()
    opened.resize(1366, 768)
    opened.acts["language-ru"].trigger()
    QApplication.processEvents()
    assert opened.minimumSizeHint().width() <= 1366
    assert opened.minimumSizeHint().height() <= 768


def test_a_notice_is_said_in_the_new_language(
    qapp: QApplication, settings: Settings, bracketed: Texts, qtbot: QtBot
) -> None:
    bar = NoticeBar(bracketed)
    qtbot.addWidget(bar)
    look = Look(qapp, settings, bracketed)
    bar.say(lambda texts: texts.gettext("Not saved"))
    assert bar.text == "Not saved"
    look.speak("ru")
    label = bar.findChild(QLabel)
    assert label is not None
    qtbot.waitUntil(lambda: label.text() == "[Not saved]")
    look.speak("en")
    look.close()


@pytest.mark.parametrize("theme", Theme)
def test_what_an_empty_field_asks_for_is_as_readable_as_other_small_text(
    window: MainWindow, theme: Theme
) -> None:
    window.parts.look.set_theme(theme)
    editor = window.frame.annotations.editor
    fields = (window.search_field, window.frame.library.filter, editor.tags, editor.note)
    for field in fields:
        field.ensurePolished()
        assert field.palette().placeholderText().color() == palette(theme).color("muted"), field
