"""Type is chosen for all documents, or for one alone; kinds of paragraphs look different."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.app.settings import FONT_FAMILY, FONT_SIZE, LINE_SPACING, SANS, THEME
from briefer.core.document import Kind
from briefer.gui.main_window import MainWindow
from briefer.gui.reader.typography import SANS as SANS_FAMILIES
from briefer.gui.reader.typography import SERIFS, Typography, family
from briefer.gui.theme import Appearance, Theme
from tests.gui.window.conftest import LONG, MakeWindow


def open_text(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    if not path.exists():
        path.write_text(f"A text of {path.stem}.", encoding="utf-8")
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([path])
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)


def size(window: MainWindow) -> float:
    return window.frame.reader._spread.typography.appearance.point_size


def test_type_set_for_one_document_leaves_the_others_alone(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    open_text(window, one, qtbot)
    window.acts["own-look"].trigger()
    for name in ("larger", "larger", "sans", "wider-lines"):
        window.acts[name].trigger()
    appearance = window.frame.reader._spread.typography.appearance
    assert (appearance.family, appearance.point_size, appearance.line_spacing) == (SANS, 14, 1.25)
    assert window.parts.settings.get(FONT_SIZE) == 12
    open_text(window, other, qtbot)
    assert size(window) == 12
    open_text(window, one, qtbot)
    assert size(window) == 14
    window.acts["own-look"].trigger()
    assert size(window) == 12
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)


def test_the_documents_own_type_is_there_in_the_next_window(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    first, path = make_window(), tmp_path / "one.txt"
    open_text(first, path, qtbot)
    first.acts["own-look"].trigger()
    first.acts["smaller"].trigger()
    second = make_window()
    open_text(second, path, qtbot)
    assert size(second) == 11
    assert second.parts.look.own
    for window in (first, second):
        qtbot.waitUntil(lambda w=window: not w.frame.reader._spread.busy)  # type: ignore[misc]


def test_without_a_look_of_its_own_type_is_set_for_all(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    open_text(window, tmp_path / "one.txt", qtbot)
    for name in ("sans", "closer-lines", "theme-contrast"):
        window.acts[name].trigger()
    settings = window.parts.settings
    assert (settings.get(FONT_FAMILY), settings.get(LINE_SPACING)) == (SANS, 1.05)
    assert settings.get(THEME) == Theme.CONTRAST
    window.acts["closer-lines"].trigger()
    assert settings.get(LINE_SPACING) == 1.05
    window.viewing.check()
    assert window.acts["sans"].isChecked()
    assert window.acts["theme-contrast"].isChecked()
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)


def test_a_font_that_is_not_there_gives_way_to_one_like_it(window: MainWindow) -> None:
    assert family("No such font") == family()
    assert family(SANS) == family("No such font", SANS_FAMILIES)
    assert family(SANS) != family()
    assert set(SERIFS).isdisjoint(SANS_FAMILIES)


@pytest.mark.parametrize(
    "kind", [Kind.TITLE, Kind.HEADING, Kind.FOOTNOTE, Kind.CELL, Kind.MASTHEAD, Kind.NOTE]
)
def test_kinds_are_told_apart_from_the_text_of_the_body(window: MainWindow, kind: Kind) -> None:
    typography = Typography(Appearance())
    body, other = typography.letters(Kind.BODY), typography.letters(kind)
    assert body != other or typography.gap(kind) != typography.gap(Kind.BODY)
