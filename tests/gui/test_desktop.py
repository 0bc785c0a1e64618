"""An error that nobody expected is told and survived, and the log does not quote the reader."""

from __future__ import annotations

import logging

import pytest

from briefer.gui.desktop import surviving


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
