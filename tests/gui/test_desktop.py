"""The window fits its screen; an error nobody expected is survived, and the log does not quote the reader."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.gui.desktop import fit, surviving


def test_an_unexpected_error_is_told_and_logged_without_its_message(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[BaseException] = []
    hook = surviving(told.append)
    with pytest.raises(ValueError, match="red line") as caught:
        raise ValueError("INSERT INTO annotations VALUES ('red line: not three')")
    with caplog.at_level(logging.ERROR):
        hook(caught.type, caught.value, caught.tb)
    assert told == [caught.value]
    assert "ValueError" in caplog.text
    assert "test_desktop.py" in caplog.text
    assert "red line" not in caplog.text


@pytest.mark.parametrize(
    ("room", "filling"),
    [
        (QSize(1920, 1040), False),
        (QSize(1366, 768), True),  # the title bar has no room beside it
        (QSize(1366, 728), True),
        (QSize(1280, 1024), True),
    ],
)
def test_a_window_with_its_title_bar_stays_on_the_screen(qtbot: QtBot, room: QSize, filling: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    fit(window, room)
    assert window.isMaximized() == filling
    assert window.width() <= room.width()
    assert window.height() <= room.height()
