"""The layout is chosen in the View menu, for the document at hand, and outlasts the window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from briefer.app.settings import DOCUMENT_LAYOUTS, LAYOUT, SWAPPED, Settings
from briefer.gui.main_window import MainWindow
from briefer.gui.reader.arranging import Arrangement, Layout
from tests.gui.window.conftest import LONG, MakeWindow

ACTIONS = ("layout-level", "layout-flow", "layout-left", "layout-right")


def checked(window: MainWindow) -> list[str]:
    return [name for name in ACTIONS if window.acts[name].isChecked()]


def open_in(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([path])


def test_a_chosen_layout_is_shown_checked_and_there_again_in_the_next_window(
    make_window: MakeWindow, sample: Path, settings: Settings, qtbot: QtBot
) -> None:
    window = make_window()
    open_in(window, sample, qtbot)
    assert checked(window) == ["layout-level"]
    window.acts["layout-flow"].trigger()
    window.acts["swap-sides"].trigger()
    assert window.frame.reader.arrangement == Arrangement(Layout.FLOW, swapped=True)
    assert checked(window) == ["layout-flow"]
    assert list(settings.get(DOCUMENT_LAYOUTS).values()) == [["flow", True]]
    again = make_window()
    open_in(again, sample, qtbot)
    assert again.frame.reader.arrangement == Arrangement(Layout.FLOW, swapped=True)
    assert again.acts["swap-sides"].isChecked()


def test_the_settings_count_where_nothing_was_chosen_for_the_document(
    opened: MainWindow, settings: Settings
) -> None:
    settings.set(LAYOUT, "right")
    assert opened.frame.reader.arrangement == Arrangement(Layout.RIGHT)
    settings.set(SWAPPED, value=True)
    assert opened.frame.reader.arrangement == Arrangement(Layout.RIGHT, swapped=True)
    opened.acts["layout-level"].trigger()
    settings.set(SWAPPED, value=False)
    assert opened.frame.reader.arrangement == Arrangement(Layout.LEVEL, swapped=True)


def test_what_was_chosen_is_forgotten_when_it_is_what_the_settings_say(
    opened: MainWindow, settings: Settings
) -> None:
    opened.acts["layout-left"].trigger()
    opened.acts["layout-level"].trigger()
    assert settings.get(DOCUMENT_LAYOUTS) == {}


def test_with_one_language_there_is_nothing_to_choose(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("The weather of the week was fine.\n\nNothing else is known.", encoding="utf-8")
    open_in(window, path, qtbot)
    assert not any(window.acts[name].isEnabled() for name in (*ACTIONS, "swap-sides"))
