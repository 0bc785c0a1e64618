"""Work that lasts shows itself and can be stopped; work that does not, does not."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefer.app.model import Notice
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.core.errors import FileEmpty
from briefer.gui.jobs import Jobs
from briefer.gui.notices import NoticeBar, ProgressStrip


def test_work_that_lasts_is_shown_and_cancel_stops_it(qtbot: QtBot, texts: Texts) -> None:
    jobs = Jobs()
    strip = ProgressStrip(texts, jobs)
    qtbot.addWidget(strip)

    def work(progress: Progress) -> None:
        while True:
            progress.report(0.5)
            threading.Event().wait(0.01)

    jobs.start(Task("Reading something long", work), lambda _r: None, lambda _e: None)
    assert strip.isHidden()
    qtbot.waitUntil(lambda: not strip.isHidden())
    button = strip.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.idle)
    assert strip.isHidden()


def test_short_work_is_never_shown(qtbot: QtBot, texts: Texts) -> None:
    jobs = Jobs()
    strip = ProgressStrip(texts, jobs)
    qtbot.addWidget(strip)
    jobs.start(Task("short", lambda _progress: None), lambda _r: None, lambda _e: None)
    qtbot.waitUntil(lambda: jobs.idle)
    assert strip.isHidden()


def test_an_error_is_a_sentence_until_it_is_dismissed(qtbot: QtBot, texts: Texts) -> None:
    bar = NoticeBar(texts)
    qtbot.addWidget(bar)
    bar.say_error(FileEmpty(path="empty.txt"))
    assert "empty.txt" in bar.text
    assert not bar.isHidden()
    bar.clear()
    assert (bar.text, bar.isHidden()) == ("", True)


def test_an_unexpected_error_does_not_show_its_message(qtbot: QtBot, texts: Texts) -> None:
    bar = NoticeBar(texts)
    qtbot.addWidget(bar)
    bar.say_error(ValueError("words of a note"))
    assert bar.text
    assert "words of a note" not in bar.text


def test_several_notices_stand_below_each_other(qtbot: QtBot, texts: Texts) -> None:
    bar = NoticeBar(texts)
    qtbot.addWidget(bar)
    bar.say_notices((Notice("one-language", {"language": "ru"}), Notice("language-unknown")))
    assert len(bar.text.splitlines()) == 2
