"""Find in the window: forms and counterparts known to the program's own dictionaries, kept per tab."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from briefer.core.text_index import Needle
from briefer.gui.main_window import MainWindow

LONG = 20_000


def find(window: MainWindow, needle: str, qtbot: QtBot) -> None:
    window.acts["find"].trigger()
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    window.frame.reader._bar.field.setText(needle)


def test_the_counterpart_of_a_hit_is_lit(opened: MainWindow, qtbot: QtBot) -> None:
    find(opened, "прекурсоров", qtbot)
    panes = opened.frame.reader._spread.panes
    found = [n for n in range(panes[0].blocks.count) if panes[0].underlay.hits.get(n)]
    answered = [n for n in range(panes[1].blocks.count) if panes[1].underlay.answers.get(n)]
    assert found
    assert answered
    qtbot.waitUntil(lambda: any(panes[1].underlay.sentence.values()), timeout=LONG)
    qtbot.waitUntil(lambda: opened.aligning.sentences.idle, timeout=LONG)


def test_a_search_stays_with_its_tab(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    find(opened, "precursors", qtbot)
    other = tmp_path / "other.txt"
    other.write_text("The Commission calls upon States to strengthen control.\n")
    with qtbot.waitSignal(opened.workspace.opened, timeout=LONG):
        opened.open_files([other])
    bar = opened.frame.reader._bar
    bar.field.setText("control")
    bar.whole.click()
    opened.acts["previous-tab"].trigger()
    assert bar.needle == Needle("precursors")
    opened.acts["next-tab"].trigger()
    assert bar.needle == Needle("control", whole=True)
    assert bar.status.text() == "1 of 1 match"
    qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=LONG)
