"""A box that is too narrow for its words shortens them, and says them whole when asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QToolTip
from pytestqt.qtbot import QtBot

from briefer.gui.eliding import ElidingBox

WORDS = "On the pair in both languages"
STYLE = "QComboBox { border: 1px solid #888888; padding: 4px 7px; }"


def picture(box: QComboBox, words: str, width: int, qtbot: QtBot) -> QImage:
    qtbot.addWidget(box)
    box.setStyleSheet(STYLE)
    box.addItem(words)
    box.resize(width, 30)
    box.show()
    return box.grab().toImage()


def test_words_without_room_end_in_dots(qtbot: QtBot) -> None:
    box = ElidingBox()
    narrow = picture(box, WORDS, 150, qtbot)
    assert box.shown.endswith("…")
    assert WORDS.startswith(box.shown.removesuffix("…"))
    assert box.currentText() == WORDS
    assert narrow == picture(QComboBox(), box.shown, 150, qtbot)
    assert narrow != picture(QComboBox(), WORDS, 150, qtbot)


def test_words_with_room_are_whole(qtbot: QtBot) -> None:
    box = ElidingBox()
    assert picture(box, WORDS, 400, qtbot) == picture(QComboBox(), WORDS, 400, qtbot)
    assert box.shown == WORDS


def test_shortened_words_are_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    box = ElidingBox()
    picture(box, WORDS, 150, qtbot)
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(box, event)
    assert QToolTip.text() == WORDS
    QToolTip.hideText()
