"""The process that reads and aligns for the window: requests in on standard input, answers out.

It lives as long as somebody speaks to it. What parses is a process further, one for each
file; this one is trusted and has the window's rights. In a bundle it starts by a hidden
argument of the program itself.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from briefer.app.collecting import release, settle
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
    line_of,
    request_in,
    without_paths,
)
from briefer.app.knowledge import known_languages
from briefer.app.model import OpenDocument
from briefer.app.reader import Reader
from briefer.app.reading import LocalReader
from briefer.app.task import Cancelled, Progress
from briefer.core.align.teaching import Taught
from briefer.core.document import Kind, Paragraph, Version
from briefer.core.errors import BrieferError, EngineFailed
from briefer.core.values import dataclass

_BETWEEN_REPORTS = 0.05
_LESS_URGENT = 10  # of 19


def main() -> int:
    """Answer requests until standard input ends."""
    from briefer.formats.parser import Parser
    from briefer.formats.worker import answers_alone

    answers = answers_alone()
    lessons = Lessons()
    reader = LocalReader(Parser(spare=1), known_languages(lambda _: lessons.taught))
    reader.warm()
    server = Server(reader, sys.stdin.buffer, answers, lessons)
    _rehearse(reader)
    settle()
    release()
    server.serve()
    reader.close()
    return 0


def _rehearse(reader: Reader) -> None:
    """Import and read now what the first request would have to wait for."""
    paragraphs = (Paragraph(Kind.BODY, "1."),)
    reader.align(Version("ru", paragraphs), Version("en", paragraphs), (), Progress())


@dataclass
class Lessons:
    """What the library teaches, as the request that is being answered says."""

    taught: Taught = field(default_factory=Taught)


class Server:
    """Answers one request after the other; a thread listens meanwhile for a wish to stop."""

    def __init__(
        self, reader: Reader, requests: BinaryIO, answers: BinaryIO, lessons: Lessons | None = None
    ) -> None:
        self._reader = reader
        self._lessons = lessons or Lessons()
        self._requests = requests
        self._answers = answers
        self._waiting: SimpleQueue[Request | None] = SimpleQueue()
        self._current = Progress()
        self._told = 0.0
        threading.Thread(target=self._listen, name="requests", daemon=True).start()

    def serve(self) -> None:
        """Come back when the requests have ended."""
        while (request := self._waiting.get()) is not None:
            if isinstance(request, Expect):
                self._reader.foresee()
            elif not isinstance(request, Stop):
                self._say(self._answer(request))

    def _listen(self) -> None:
        with suppress(ValueError):
            for line in self._requests:
                request = request_in(line)
                if isinstance(request, Stop):
                    self._current.cancel()
                elif isinstance(request, Expect):
                    self._reader.expect([Path(os.fsdecode(path)) for path in request.paths])
                    self._waiting.put(request)
                else:
                    self._current = Progress(self._tell)
                    self._waiting.put(request)
        self._current.cancel()
        self._waiting.put(None)

    def _answer(self, request: Read | Join | Align | Pair | Index) -> Answer:
        paths = [Path(os.fsdecode(path)) for path in request.paths] if isinstance(request, Read) else []
        if not isinstance(request, Pair | Index):
            self._lessons.taught = request.taught
        try:
            if isinstance(request, Index):
                _index(Path(os.fsdecode(request.folder)), self._current)
                return Indexed()
            if isinstance(request, Align):
                return Aligned(
                    self._reader.align(request.left, request.right, request.anchors, self._current)
                )
            if isinstance(request, Pair):
                return Paired(
                    self._reader.sentences(request.left, request.right, request.beads, self._current)
                )
            if isinstance(request, Read):
                opened = self._reader.read(paths, request.choices, self._current)
            else:
                opened = self._reader.join(request.first, request.added, self._current)
        except Cancelled:
            return Stopped()
        except BrieferError as error:
            return _failed(error, paths)
        except Exception:  # noqa: BLE001 - the window tells the reader; no word of the text leaves
            return Failed(EngineFailed.code, {})
        return Done(_travelling(opened))

    def _tell(self, fraction: float) -> None:
        now = time.monotonic()
        if fraction >= 1.0 or now - self._told >= _BETWEEN_REPORTS:
            self._told = now
            self._say(Told(fraction))

    def _say(self, answer: Answer) -> None:
        self._answers.write(line_of(answer))
        self._answers.flush()


def _index(folder: Path, progress: Progress) -> None:
    """After all else that the machine has to do: nobody waits for this process any more."""
    from briefer.app.indexing import index_here
    from briefer.app.library import Library

    if hasattr(os, "nice"):
        os.nice(_LESS_URGENT)
    library = Library(folder)
    try:
        index_here(library, progress)
    finally:
        library.close()


def _travelling(opened: OpenDocument) -> OpenDocument:
    return replace(opened, document=without_paths(opened.document))


def _failed(error: BrieferError, paths: list[Path]) -> Failed:
    names = [str(path) for path in paths]
    params = {
        name: value if isinstance(value, str | int | float | bool | None) else str(value)
        for name, value in error.params.items()
    }
    path = params.pop("path", None)
    return Failed(error.code, params, names.index(path) if path in names else None)
