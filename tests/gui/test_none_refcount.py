"""The installed PySide6 keeps its references to None in order.

Some releases drop one with every call that returns nothing, until the interpreter aborts. The bounds in
pyproject.toml keep the known ones out; this shows whether a new one may be let in.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

CALLS = 1_000
# What the interpreter itself takes and gives meanwhile: far fewer than there are calls.
SLACK = 500


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_nothing_do_not_use_up_none(qtbot: QtBot) -> None:
    box = QSpinBox()
    qtbot.addWidget(box)
    document = QTextDocument()
    cursor = QTextCursor(document)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        box.setValue(number % 100)
        cursor.insertText("x")
        QCoreApplication.processEvents()
    assert before - sys.getrefcount(None) < SLACK
