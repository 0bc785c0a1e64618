"""A random walk over everything that can be done in the window: nothing breaks, and memory stays flat.

`pytest -rP tests/gui/window/test_walk.py --steps 60000 --seed 3` walks for about half an hour and shows what
was measured. pytest-qt fails the test on any exception in Qt's loop, and on any warning of Qt; with `-s` it
would not look at the warnings.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.logging import _QtMessageCapture
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG
from tests.gui.window.test_leaving import resident

# They end the walk, or start programs of the system to look at them.
LEFT_OUT = frozenset({"quit", "diagnostics"})
KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_Space),
)
SIZES = (QSize(1366, 768), QSize(683, 384), QSize(910, 512), QSize(1920, 1080))
WORDS = ("drug", "наркотик", "PP6", "pair", '"', "zzz", "12 (a)", "year:2025")
WARM = 60  # steps until everything is loaded that stays
MEGABYTES = 0.25  # a step at most; a document that stays takes more
# After so many steps all that some hundred actions load is there, and what the allocator keeps for later.
# From then on it is looked at so often, and the last looks may be so many megabytes above the first.
SETTLED, OFTEN, LOOKS, FLAT = 5_000, 1_000, 5, 25


class Walker:
    """Takes one step after the other; the same seed takes the same ones."""

    def __init__(self, window: MainWindow, files: list[Path], seed: int) -> None:
        self.window = window
        self.files = files
        self.random = Random(seed)  # noqa: S311 - a walk, and no secret
        self.done: deque[str] = deque(maxlen=12)  # all of them would be memory that grows

    def step(self) -> None:
        """Do one thing, and put away what it opened."""
        steps: tuple[tuple[Callable[[], str], int], ...] = (
            (self.act, 10),
            (self.press, 5),
            (self.click, 5),
            (self.search, 1),
            (self.resize, 1),
            (self.open, 1),
        )
        deeds, weights = zip(*steps, strict=True)
        self.done.append(self.random.choices(deeds, weights)[0]())
        self.settle()

    def act(self) -> str:
        acts = self.window.acts
        names = [name for name in acts if acts[name].isEnabled() and name not in LEFT_OUT]
        name = self.random.choice(names)
        acts[name].trigger()
        return name

    def press(self) -> str:
        focused = QApplication.focusWidget() or self.window
        key = self.random.choice(KEYS)
        QTest.keyClick(focused, key)
        return f"press {key.name} in {type(focused).__name__}"

    def click(self) -> str:
        frame = self.window.frame
        panes = [pane.viewport() for pane in frame.reader._spread.panes]
        others = (frame.tabs, frame.library.view.viewport(), frame.outline.view.viewport())
        places: list[QWidget] = [each for each in (*panes, *others) if each.isVisible()]
        if not places:
            return "click nothing"
        place = self.random.choice(places)
        spot = QPoint(self.random.randrange(place.width() or 1), self.random.randrange(place.height() or 1))
        QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=spot)
        return f"click {spot.toTuple()} in {type(place).__name__} {place.objectName()}"

    def search(self) -> str:
        words = self.random.choice(WORDS)
        self.window.search_field.setText(words)
        return f"search {words}"

    def resize(self) -> str:
        size = self.random.choice(SIZES)
        self.window.resize(size)
        return f"resize {size.toTuple()}"

    def open(self) -> str:
        path = self.random.choice(self.files)
        self.window.open_files([path])
        return f"open {path.name}"

    def settle(self) -> None:
        """Let what is under way go on a little; of a dialog, try something and put it away."""
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.close()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                focused = dialog.focusWidget() or dialog
                QTest.keyClick(focused, self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_A, Qt.Key.Key_Tab)))
                dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def files(sample: Path, tmp_path: Path) -> list[Path]:
    """Two languages, one language, hardly anything, and nothing that can be read."""
    weather, short, broken = tmp_path / "weather.txt", tmp_path / "short.txt", tmp_path / "broken.pdf"
    weather.write_text("\n\n".join(f"{n}. Day {n} was fair." for n in range(1, 80)), encoding="utf-8")
    short.write_text("Текст.", encoding="utf-8")
    broken.write_bytes(b"%PDF-1.7\n" + bytes(50))
    return [sample, weather, short, broken]


def test_a_random_walk_ends_well(
    window: MainWindow,
    files: list[Path],
    qtbot: QtBot,
    qtlog: _QtMessageCapture,
    request: pytest.FixtureRequest,
) -> None:
    steps, seed = request.config.getoption("--steps"), request.config.getoption("--seed")
    walker = Walker(window, files, seed)
    warm = 0.0
    seen: list[float] = []
    try:
        for number in range(steps):
            walker.step()
            if number % 10 == 0:
                qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=3 * LONG)
                qtlog._records[:] = [each for each in qtlog._records if not each.ignored]  # they would grow
            if number == min(WARM, steps // 2):
                gc.collect()
                warm = resident()
            if number >= SETTLED and number % OFTEN == 0:
                gc.collect()
                seen.append(resident())
        qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=3 * LONG)
    except BaseException:
        print(f"seed {seed}, the last steps: {list(walker.done)}")  # noqa: T201 - for who repairs it
        raise
    gc.collect()
    walked = steps - min(WARM, steps // 2)
    assert resident() - warm < 30 + MEGABYTES * walked, "memory grows"
    print(f"megabytes: warm {warm:.0f}, then {[round(each) for each in seen]}")  # noqa: T201 - shown by -rP
    if len(seen) >= 2 * LOOKS:
        assert median(seen[-LOOKS:]) - median(seen[:LOOKS]) < FLAT, "memory goes on growing"
    shown = [tab.kept for tab in window.workspace.shelf.tabs]
    assert len(shown) == len(set(shown)), "one document stands in two tabs"
