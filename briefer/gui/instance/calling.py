"""Hands files to a window that runs already."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from briefer.gui.instance.message import ANSWER, address, wanted_now

PATIENCE = 1_500  # milliseconds for each step; whoever takes longer does not count as running


def hand_over(files: Sequence[Path], library: Path) -> bool:
    """Whether a running window took the files; if not, whoever asks opens them itself."""
    where = address(library)
    # Qt is loaded only where something may be listening.
    if where is None or (sys.platform != "win32" and not Path(where).exists()):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(wanted_now(files).written())
    answer = b""
    while len(answer) < len(ANSWER) and socket.waitForReadyRead(PATIENCE):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == ANSWER
