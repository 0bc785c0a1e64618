"""Files that are parsed before anybody waits for them."""

from __future__ import annotations

import threading
from pathlib import Path

from briefer.core.errors import BrieferError
from briefer.formats.exchange import Stoppable
from briefer.formats.parser import File, Parser

_POLL = 0.05


class Ahead:
    """The file at `path`, read and parsed in a thread of its own from now on, as it is by itself."""

    def __init__(self, parser: Parser, path: Path) -> None:
        self._parser = parser
        self._path = path
        self._data = b""
        self._file: File | None = None
        self._thread = threading.Thread(target=self._read, name="ahead", daemon=True)
        self._thread.start()

    def file(self, data: bytes, progress: Stoppable) -> File | None:
        """What was read, if it was of these very bytes. Raises whatever `progress` raises."""
        while self._thread.is_alive():
            progress.check()
            self._thread.join(_POLL)
        return self._file if self._data == data else None

    def result(self) -> File | None:
        """What was read, waited for; None when it could not be."""
        self._thread.join()
        return self._file

    def _read(self) -> None:
        try:
            data = self._parser.read_bytes(self._path)
            file = self._parser.parse(self._path, data)
        except BrieferError:  # whoever asks for the file is told when it is read anew
            return
        self._data, self._file = data, file
