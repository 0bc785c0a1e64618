"""Listens for second starts, and passes on what they want."""

from __future__ import annotations

import logging
import os
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from briefer.gui.instance.message import ANSWER, MOST_BYTES, read_wanted

PATIENCE = 1_500  # milliseconds for a whole message
MOST_AT_ONCE = 8

log = logging.getLogger(__name__)


class Answering(QObject):
    """Listens at `where`. `wanted` carries a `Wanted`; what is none is not answered."""

    wanted = Signal(object)

    def __init__(self, where: str, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_AT_ONCE)
        self._server.newConnection.connect(self._take)
        # Qt would push another window's socket aside without a word.
        self.listening = not _answers(where) and self._server.listen(where)
        if not self.listening:
            log.warning("second starts cannot be taken: %s", self._server.errorString() or "taken already")

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(MOST_BYTES + 1)
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(socket.deleteLater)
            end = QTimer(socket)
            end.setSingleShot(True)
            end.timeout.connect(partial(self._hang_up, socket))
            end.start(PATIENCE)

    def _hang_up(self, socket: QLocalSocket) -> None:
        socket.abort()

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            wanted = read_wanted(bytes(socket.readLine().data()))
            if wanted is None:
                socket.abort()
                return
            socket.write(ANSWER)
            socket.disconnectFromServer()
            if wanted.token:
                os.environ["XDG_ACTIVATION_TOKEN"] = wanted.token  # where Qt looks for it
            self.wanted.emit(wanted)


def _answers(where: str) -> bool:
    """Whether a window listens there; what one left behind that ended suddenly is taken away."""
    probe = QLocalSocket()
    probe.connectToServer(where)
    alive = probe.waitForConnected(PATIENCE)
    probe.abort()
    if not alive:
        QLocalServer.removeServer(where)
    return alive
