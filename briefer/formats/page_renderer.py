"""The trusted side of drawing pages: asks a jailed process for them and checks what it says.

One process serves one file and is killed when it does not answer in time, when nobody has asked for a
while (`rest`), and at the end. A page on which a process was lost is not asked for again.
"""

from __future__ import annotations

import json
import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Full, Queue
from typing import IO, Any

from briefer.core.errors import BrieferError, FileError, PageLost, ParserFailed, error_called
from briefer.formats.exchange import Nonsense, Stoppable
from briefer.formats.page_bounds import LEAST_POINTS, MOST_PAGES, MOST_PIXELS, MOST_POINTS, MOST_SCALE
from briefer.formats.pool import Process
from briefer.formats.process import command, end, start
from briefer.formats.worker import PAGES

OPENING_SECONDS, SECONDS = 12.0, 8.0
_LONGEST_LINE = 1 << 12
_POLL = 0.1
_PARTING = 2.0
_MOST_UNHEARD = 3

Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page: its place among the pixels of the page, and three bytes a pixel."""

    left: int
    top: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file whose pages can be drawn; `read` gives its bytes and is asked when they are needed.

    `format` is that of its `Source`, `path` names it in errors.
    """

    path: str
    format: str
    read: Callable[[], bytes]
    password: str | None = None


class PageRenderer:
    """Draws the pages of one file. May be used from any thread; requests are answered one by one.

    A process is started when it is needed. `seconds` bounds one answer, `launch` is the command for a
    process, the program's own when it is None.
    """

    def __init__(self, file: PageFile, seconds: float = SECONDS, launch: Sequence[str] | None = None) -> None:
        self._file = file
        self._seconds = seconds
        self._launch = launch
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._count = 0
        self._sizes: dict[int, tuple[float, float]] = {}
        self._lost: set[int] = set()
        # On Linux a process ends with the thread that started it: so one thread lives as long as this.
        self._starter = ThreadPoolExecutor(1, "pages")

    def count(self, progress: Stoppable | None = None) -> int:
        """How many pages the file has. Raises FileError, and whatever `progress` raises."""
        with self._lock:
            if not self._count:
                self._running(progress)
            return self._count

    def size(self, page: int, progress: Stoppable | None = None) -> tuple[float, float]:
        """Width and height in points of a page, counted from 1. Raises PageLost, and as `count`."""
        with self._lock:
            if page not in self._sizes:
                answer, _ = self._ask(page, {}, progress)
                self._sizes[page] = _size(answer)
            return self._sizes[page]

    def draw(self, page: int, scale: float, area: Area, progress: Stoppable | None = None) -> Picture:
        """A part of a page at `scale` pixels a point; `area` is left, top, right and bottom in pixels.

        Raises ValueError for more than MOST_PIXELS, PageLost, and as `count`.
        """
        left, top, right, bottom = area
        wanted = max(0, right - left) * max(0, bottom - top)
        if not 0 < wanted <= MOST_PIXELS or not 0 < scale <= MOST_SCALE:
            raise ValueError("more than is drawn at once")
        with self._lock:
            answer, pixels = self._ask(page, {"scale": scale, "area": area}, progress)
        if "left" not in answer:
            raise PageLost(page=page)
        return Picture(answer["left"], answer["top"], answer["width"], answer["height"], pixels)

    def rest(self) -> None:
        """Let go of the process; the next request starts another."""
        with self._lock:
            self._end()

    def close(self) -> None:
        """Let go of everything; nothing is drawn any more."""
        self.rest()
        self._starter.shutdown()

    @property
    def process(self) -> int | None:
        """The number that the system gives the process at work, None where there is none."""
        return self._process.pid if self._process else None

    def _ask(
        self, page: int, wish: Mapping[str, object], progress: Stoppable | None
    ) -> tuple[dict[str, Any], bytes]:
        if page in self._lost:
            raise PageLost(page=page)
        process = self._running(progress)
        sound = False
        try:
            process.say({"page": page, **wish})
            answer, pixels = process.hear(self._seconds, progress)
            sound = True
        except (Nonsense, TimeoutError):
            self._lost.add(page)
            raise PageLost(page=page) from None
        finally:
            if not sound:
                self._end()
        if "failed" in answer:
            self._lost.add(page)
            raise PageLost(page=page)
        return answer, pixels

    def _running(self, progress: Stoppable | None) -> _Process:
        if self._process is not None and self._process.alive:
            return self._process
        self._end()
        data = self._file.read()
        header = {"format": self._file.format, "password": self._file.password}
        launch = self._launch or command(PAGES)
        process = _Process(self._starter.submit(start, launch).result(), header, data)
        answer: dict[str, Any] = {}
        try:
            answer, _ = process.hear(OPENING_SECONDS, progress)
            count = answer.get("pages")
            if isinstance(count, bool) or not isinstance(count, int) or not 0 < count <= MOST_PAGES:
                raise Nonsense
        except (Nonsense, TimeoutError):
            process.end()
            raise _error(answer, self._file.path) from None
        except BaseException:
            process.end()
            raise
        self._process, self._count = process, count
        return process

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


class _Process:
    """A process that draws, with a thread that speaks the file to it and one that listens."""

    def __init__(self, process: Process, header: Mapping[str, object], data: bytes) -> None:
        self._process = process
        self.pid = process.pid
        # One answer is due at a time: whoever says much more unasked is not listened to any longer.
        self._heard: Queue[tuple[dict[str, Any], bytes]] = Queue(_MOST_UNHEARD)
        self._deaf = threading.Event()
        line = json.dumps({**header, "length": len(data)}).encode("utf-8") + b"\n"
        self._threads = (
            threading.Thread(target=self._send, args=(line, data), daemon=True),
            threading.Thread(target=self._listen, daemon=True),
        )
        for thread in self._threads:
            thread.start()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def say(self, request: Mapping[str, object]) -> None:
        """Ask for something; the file must have been answered. Raises Nonsense."""
        self._write(json.dumps(request).encode("utf-8") + b"\n")

    def hear(self, seconds: float, progress: Stoppable | None) -> tuple[dict[str, Any], bytes]:
        """The next answer. Raises TimeoutError, Nonsense, and whatever `progress` raises."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if progress is not None:
                progress.check()
            over = self._deaf.is_set()
            with suppress(Empty):
                return self._heard.get(timeout=0 if over else _POLL)
            if over:
                raise Nonsense
        raise TimeoutError

    def end(self) -> None:
        end(self._process)
        for thread, pipe in zip(self._threads, (self._process.stdin, self._process.stdout), strict=True):
            thread.join(_PARTING)
            if pipe is not None and not thread.is_alive():
                with suppress(OSError):
                    pipe.close()

    def _send(self, line: bytes, data: bytes) -> None:
        with suppress(Nonsense):  # it has ended: the listener tells
            self._write(line)
            self._write(data)

    def _write(self, data: bytes) -> None:
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(data)
                self._process.stdin.flush()
        except (OSError, ValueError):
            raise Nonsense from None

    def _listen(self) -> None:
        stream = self._process.stdout
        with suppress(OSError, ValueError, RecursionError, MemoryError, Nonsense, Full):
            while stream is not None and (line := stream.readline(_LONGEST_LINE)).endswith(b"\n"):
                self._heard.put_nowait(_answer(line, stream))
        self._deaf.set()


def _answer(line: bytes, stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """A line of an answer with the pixels that follow it. Raises Nonsense, ValueError."""
    answer = json.loads(line)
    if not isinstance(answer, dict):
        raise Nonsense
    if "left" not in answer:
        return answer, b""
    numbers = [answer.get(name) for name in ("left", "top", "width", "height")]
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in numbers):
        raise Nonsense
    width, height = answer["width"], answer["height"]
    # Where a part ends between two pixels both are drawn.
    if width < 0 or height < 0 or width * height > 2 * MOST_PIXELS:
        raise Nonsense
    pixels = stream.read(3 * width * height)
    if len(pixels) != 3 * width * height:
        raise Nonsense
    return answer, pixels


def _size(answer: Mapping[str, object]) -> tuple[float, float]:
    """The size told, within what can be shown."""
    sides = []
    for name in ("width", "height"):
        side = answer.get(name)
        if isinstance(side, bool) or not isinstance(side, int | float) or not math.isfinite(side):
            side = LEAST_POINTS
        sides.append(min(max(float(side), LEAST_POINTS), MOST_POINTS))
    return sides[0], sides[1]


def _error(answer: Mapping[str, object], path: str) -> BrieferError:
    """What a process says of the file instead of how many pages it has."""
    code, params = answer.get("error"), answer.get("params")
    if isinstance(code, str) and isinstance(params, dict):
        numbers = {name: value for name, value in params.items() if isinstance(value, int)}
        error = error_called(code, {**numbers, "path": path})
        if isinstance(error, FileError):
            return error
    return ParserFailed(path=path)
