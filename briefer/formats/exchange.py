"""The trusted side of the talk with a parsing process.

There goes a line of JSON (name of the file, how many bytes follow, what is asked) and then the
bytes. There come lines of JSON: any number of `{"progress": fraction, "steps": n}`, n being how
many steps (pages, say) are done, then one answer. The process may have been taken over by the
file that it reads: whatever it says is bounded in size and time here, and its answer is checked
by whoever asked.
"""

from __future__ import annotations

import json
import math
import subprocess
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from typing import IO, Any, Protocol

from briefer.core.values import dataclass
from briefer.formats.process import end

ANSWER_MEGABYTES = 64
_LONGEST_REPORT = 200
_POLL = 0.1
_PARTING = 2.0


class Stoppable(Protocol):
    """What hears how far the work is; both raise when it is to stop."""

    def check(self) -> None: ...

    def report(self, fraction: float, /) -> None: ...


class Nonsense(Exception):
    """The process ended without an answer, or what it said is none."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds an answer may take.

    It may take `total` in all, or up to `steady` as long as `pace` steps are done a second, and
    never more than `silence` between two reports.
    """

    total: float
    silence: float = math.inf
    steady: float = 0.0
    pace: float = math.inf

    def over(self, elapsed: float, silent: float, steps: int) -> bool:
        """Whether it is over after so many seconds in all and since the last report."""
        at_pace = elapsed <= self.steady and steps >= self.pace * elapsed
        return silent > self.silence or (elapsed > self.total and not at_pace)


def exchange(
    process: subprocess.Popen[bytes],
    header: Mapping[str, object],
    data: bytes,
    patience: Patience,
    progress: Stoppable | None = None,
) -> dict[str, Any]:
    """What `process` answers; it has ended, and is no zombie, when this returns or raises.

    Raises TimeoutError when patience is over, Nonsense, and whatever `progress` raises. Threads
    do the talking, for the process may stop to listen or to speak at any byte.
    """
    listener = _Listener(process)
    line = json.dumps({**header, "length": len(data)}).encode("utf-8") + b"\n"
    threads = (
        threading.Thread(target=_say, args=(process, line, data), daemon=True),
        threading.Thread(target=listener.listen, daemon=True),
    )
    for thread in threads:
        thread.start()
    try:
        answer = _wait(listener, patience, progress)
    finally:
        end(process)
        for thread, pipe in zip(threads, (process.stdin, process.stdout), strict=True):
            thread.join(_PARTING)
            if pipe is not None and not thread.is_alive():  # else somebody else holds the pipe's end
                _close(pipe)
    return _message(answer)  # only now: both sides together would take too much memory


def _message(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError, MemoryError):
        raise Nonsense from None
    if not isinstance(message, dict):
        raise Nonsense
    return message


def _wait(listener: _Listener, patience: Patience, progress: Stoppable | None) -> bytes:
    began = time.monotonic()
    told = -1.0
    while True:
        if progress is not None:
            progress.check()
            if listener.fraction != told:
                told = listener.fraction
                progress.report(told)
        try:
            return listener.answer.result(timeout=_POLL)
        except NotYet:
            now = time.monotonic()
            if patience.over(now - began, now - max(began, listener.heard), listener.steps):
                raise TimeoutError from None


def _say(process: subprocess.Popen[bytes], line: bytes, data: bytes) -> None:
    stream = process.stdin
    if stream is None:
        return
    with suppress(OSError):  # it has ended: the listener tells
        stream.write(line)
        stream.write(data)
        stream.flush()


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # what it did not read any more is still in the buffer
        pipe.close()


class _Listener:
    """Hears what the process says, in a thread of its own."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.answer: Future[bytes] = Future()
        self.fraction = 0.0
        self.steps = 0
        self.heard = 0.0

    def listen(self) -> None:
        try:
            self.answer.set_result(self._hear())
        except (OSError, ValueError, MemoryError, Nonsense):
            self.answer.set_exception(Nonsense())

    def _hear(self) -> bytes:
        """The first message that is no report, as it came."""
        stream = self._process.stdout
        most = ANSWER_MEGABYTES << 20
        while stream is not None and (line := stream.readline(most)).endswith(b"\n"):
            if len(line) > _LONGEST_REPORT:
                return line
            match _message(line):
                case {"progress": fraction, "steps": steps, **rest} if not rest:
                    self._note(fraction, steps)
                case _:
                    return line
        raise Nonsense

    def _note(self, fraction: object, steps: object) -> None:
        """Take a report down; both numbers only grow."""
        if isinstance(fraction, bool) or not isinstance(fraction, int | float) or not 0 <= fraction <= 1:
            raise Nonsense
        if isinstance(steps, bool) or not isinstance(steps, int):
            raise Nonsense
        self.heard = time.monotonic()
        self.fraction = max(self.fraction, float(fraction))
        self.steps = max(self.steps, steps)
