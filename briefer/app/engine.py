"""Reads and aligns in a process of its own, so that the window's thread never waits for it.

Python runs one thread at a time: a document of some hundred pairs, aligned in a thread,
makes the window stutter. Here the work is done by `briefer.app.engine_process`.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from briefer.app.engine_messages import (
    Align,
    Aligned,
    Answer,
    Done,
    Expect,
    Failed,
    Index,
    Indexed,
    Join,
    Pair,
    Paired,
    Read,
    Request,
    Stop,
    Stopped,
    Told,
    answer_in,
    line_of,
    with_paths,
    without_paths,
)
from briefer.app.engine_start import start_engine
from briefer.app.model import Choices, OpenDocument
from briefer.app.task import Cancelled, Progress
from briefer.core.align.teaching import Taught, untaught
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Version
from briefer.core.errors import BrieferError, EngineFailed, error_called
from briefer.core.sentence_beads import SentenceBead

_POLL = 0.05
_PATIENCE = 2.0


class Engine:
    """A `Reader` whose work is done elsewhere. Keeps one idle process for the next request.

    `taught` says what documents already aligned teach. `process` is the first one, if it is started already.
    """

    def __init__(
        self,
        taught: Callable[[str | None], Taught] = untaught,
        process: subprocess.Popen[bytes] | None = None,
    ) -> None:
        self._taught = taught
        self._idle = [_Process(process)] if process else []
        self._busy = 0
        self._lock = threading.Lock()
        self._closed = False

    def read(self, paths: Sequence[Path], choices: Choices, progress: Progress) -> OpenDocument:
        names = [str(path) for path in paths]
        request = Read(tuple(os.fsencode(path.absolute()) for path in paths), choices, self._taught(None))
        return with_paths(_opened(self._ask(request, progress, names)), names)

    def join(self, first: Document, added: Document, progress: Progress) -> OpenDocument:
        names = [source.path for source in (*first.sources, *added.sources)]
        request = Join(without_paths(first), without_paths(added), self._taught(None))
        return with_paths(_opened(self._ask(request, progress, names)), names)

    def align(
        self,
        left: Version,
        right: Version,
        anchors: Sequence[Bead],
        progress: Progress,
        *,
        apart_from: str | None = None,
    ) -> Bitext:
        answer = self._ask(Align(left, right, tuple(anchors), self._taught(apart_from)), progress, ())
        if not isinstance(answer, Aligned):
            raise EngineFailed
        return answer.bitext

    def sentences(
        self, left: Version, right: Version, beads: Sequence[Bead], progress: Progress
    ) -> tuple[tuple[SentenceBead, ...], ...]:
        answer = self._ask(Pair(left, right, tuple(beads)), progress, ())
        if not isinstance(answer, Paired):
            raise EngineFailed
        return answer.sentences

    def index(self, folder: Path, progress: Progress) -> None:
        """Bring the index of the library in `folder` up to date.

        Raises LibraryError, EngineFailed, Cancelled. The process goes, for what it holds of the library, and
        another gets ready for the next document.
        """
        answer = self._ask(Index(os.fsencode(folder.absolute())), progress, (), again=False)
        self.warm()
        if not isinstance(answer, Indexed):
            raise EngineFailed

    def warm(self) -> None:
        with self._lock:
            if not self._idle and not self._busy and not self._closed:
                self._idle.append(_Process())

    def expect(self, paths: Sequence[Path]) -> None:
        with self._lock, suppress(EngineFailed):
            if self._idle:
                self._idle[-1].say(Expect(tuple(os.fsencode(path.absolute()) for path in paths)))

    def foresee(self) -> None:
        """The reading process does by itself."""

    def close(self) -> None:
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for process in idle:
            process.end()

    def _ask(
        self, request: Request, progress: Progress, names: Sequence[str], *, again: bool = True
    ) -> Answer:
        """The answer. The process is ended if it is not to be asked `again`."""
        progress.check()
        process, sound = self._take(), False
        try:
            answer = process.ask(request, progress)
            sound = True
        except Cancelled:
            sound = process.stop()
            raise
        finally:
            if not self._keep(process, sound=sound and again):
                process.end()
        if isinstance(answer, Failed):
            raise _error(answer, names)
        if isinstance(answer, Stopped):
            raise Cancelled
        return answer

    def _take(self) -> _Process:
        with self._lock:
            process = self._idle.pop() if self._idle else _Process()
            self._busy += 1
        return process

    def _keep(self, process: _Process, *, sound: bool) -> bool:
        with self._lock:
            self._busy -= 1
            if not sound or self._closed or self._idle:
                return False
            self._idle.append(process)
        return True


class _Process:
    """The reading process and a thread that listens to it."""

    def __init__(self, process: subprocess.Popen[bytes] | None = None) -> None:
        self._process = process or start_engine()
        self._heard: SimpleQueue[Answer | None] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="engine", daemon=True)
        self._listener.start()

    def ask(self, request: Request, progress: Progress) -> Answer:
        """The last answer to `request`. Raises EngineFailed, Cancelled."""
        self.say(request)
        while True:
            progress.check()
            with suppress(Empty):
                answer = self._heard.get(timeout=_POLL)
                if answer is None:
                    raise EngineFailed
                if not isinstance(answer, Told):
                    return answer
                progress.report(answer.fraction)

    def stop(self) -> bool:
        """Have it give up; whether it did in time and can be asked again."""
        with suppress(EngineFailed):
            self.say(Stop())
            until = time.monotonic() + _PATIENCE
            with suppress(Empty):
                while (left := until - time.monotonic()) > 0:
                    answer = self._heard.get(timeout=left)
                    if not isinstance(answer, Told):
                        return answer is not None
        return False

    def end(self) -> None:
        """End it: it goes by itself when nobody speaks to it any more, else it is made to."""
        with suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        if self._process.stdout:
            self._process.stdout.close()

    def say(self, request: Request) -> None:
        try:
            if self._process.stdin:
                self._process.stdin.write(line_of(request))
                self._process.stdin.flush()
        except OSError as error:
            raise EngineFailed from error

    def _listen(self) -> None:
        with suppress(ValueError, OSError):
            for line in self._process.stdout or ():
                self._heard.put(answer_in(line))
        self._heard.put(None)


def _opened(answer: Answer) -> OpenDocument:
    if not isinstance(answer, Done):
        raise EngineFailed
    return answer.opened


def _error(failed: Failed, names: Sequence[str]) -> BrieferError:
    params: dict[str, object] = dict(failed.params)
    if failed.file is not None:
        params["path"] = names[failed.file]
    error = error_called(failed.code, params)
    return error if error is not None else EngineFailed()
