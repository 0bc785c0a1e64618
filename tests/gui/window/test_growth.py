"""What is done again and again in a window leaves next to nothing behind each time.

The random walk (`test_walk`) bounds the whole; here each deed has its own bound, exact enough to tell a
few hundred bytes, so that what leaks is known by its name.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from briefer.gui.main_window import MainWindow
from tests.gui.heap import allocated
from tests.gui.window.conftest import LONG

WARM, TIMES = 6, 15  # rounds until everything is there that stays, and rounds of a stretch that is measured
KILOBYTES = 5  # a round; a document, a panel or a set of connections that stays takes ten and more
# Qt's style sheets remember a little of every box and spin box that was in a dialog.
QUESTIONS = 14


@pytest.mark.parametrize(
    ("deeds", "most"),
    [
        (("theme-dark", "theme-light"), KILOBYTES),
        (("language-ru", "language-en"), KILOBYTES),
        (("close-tab", "reopen-tab"), KILOBYTES),
        (("larger", "smaller"), KILOBYTES),
        (("settings",), QUESTIONS),
    ],
    ids=lambda each: "-".join(each) if isinstance(each, tuple) else None,
)
def test_a_deed_done_again_leaves_nothing(
    opened: MainWindow, deeds: tuple[str, ...], most: float, qtbot: QtBot
) -> None:
    def round_of_all() -> None:
        for name in deeds:
            opened.acts[name].trigger()
            QApplication.processEvents()
            for dialog in opened.findChildren(QDialog):
                if dialog.isVisible():
                    dialog.reject()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qtbot.waitUntil(lambda: opened.parts.jobs.idle, timeout=LONG)

    qtbot.waitUntil(lambda: opened._complete, timeout=LONG)
    for _ in range(WARM):
        round_of_all()
    grown = []
    for _ in range(3):  # something may come to stay in one of them, but not in each
        before = allocated()
        for _ in range(TIMES):
            round_of_all()
        grown.append((allocated() - before) / TIMES / 1024)
    assert min(grown) < most, f"{grown} KB more each time"
