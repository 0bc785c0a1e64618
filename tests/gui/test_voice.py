"""What is said by itself is said in its order, and nothing is said for a widget that is gone."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.voice import Voice


def test_what_is_told_again_is_said_once(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    voice = Voice(widget)
    said: list[str] = []
    voice.said.connect(said.append)
    for words in ("3 hits", "3 hits", " ", "4 hits"):
        voice.tell(words)
    QApplication.processEvents()
    assert said == ["3 hits", "4 hits"]


def test_a_widget_that_goes_takes_what_is_unsaid_along(qtbot: QtBot) -> None:
    widget = QWidget()
    Voice(widget).say("Saved")
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    with qtbot.captureExceptions() as exceptions:
        QApplication.processEvents()
    assert exceptions == []
