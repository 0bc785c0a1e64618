"""Parsing processes that wait for their file, so that it need not wait for them.

Each reads one file and ends. They have imported what they need and are locked up already.
"""

from __future__ import annotations

import subprocess
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from briefer.formats.process import end

Process = subprocess.Popen[bytes]


class Pool:
    """Keeps `spare` processes ready. May be used from any thread.

    One thread starts them all and lives until `close`, because on Linux they end with the thread
    that started them: so none is left behind, however this process ends. (Elsewhere a waiting
    process ends when its input does.)
    """

    def __init__(self, start: Callable[[], Process], spare: int) -> None:
        self._start = start
        self._spare = spare
        self._ready: deque[Process] = deque()
        self._change = threading.Condition()
        self._keeper: threading.Thread | None = None
        self._closed = False

    def warm(self) -> None:
        """Begin to keep processes ready; comes back at once."""
        with self._change:
            if self._spare and self._keeper is None and not self._closed:
                self._keeper = threading.Thread(target=self._keep, name="parsers", daemon=True)
                self._keeper.start()

    def take(self) -> Process | None:
        """A process that is ready or about to be, now the caller's; None when there is none."""
        with self._change:
            while self._ready:
                process = self._ready.popleft()
                if process.poll() is None:
                    return process
                _end(process)
        return None

    def replace(self) -> None:
        """Start another for each one taken; to be called when those have done their work."""
        with self._change:
            self._change.notify()

    def close(self) -> None:
        """End what is ready; nothing is kept ready any more."""
        with self._change:
            self._closed = True
            self._change.notify()
            keeper = self._keeper
        if keeper is not None:
            keeper.join()
        while self._ready:
            _end(self._ready.popleft())

    def _keep(self) -> None:
        with self._change:
            while not self._closed:
                if len(self._ready) < self._spare and (process := self._started()):
                    self._ready.append(process)
                else:
                    self._change.wait()

    def _started(self) -> Process | None:
        try:
            return self._start()
        except OSError:  # too many processes, no memory: a file that comes will tell
            return None


def _end(process: Process) -> None:
    end(process)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
