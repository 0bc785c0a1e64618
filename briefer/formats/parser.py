"""Runs the parsing process for a file and checks what it answers.

The bytes are read here and handed over, so that the process needs no file of its own.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from briefer.core.document import Source
from briefer.core.errors import (
    BrieferError,
    FileEmpty,
    FileError,
    FileIsFolder,
    FileMissing,
    FileSpecial,
    FileTooLarge,
    FileUnreadable,
    ParserFailed,
    ParserTimeout,
)
from briefer.core.structure.lines import Block
from briefer.formats.parsed import from_json
from briefer.formats.request import ReadOptions
from briefer.formats.worker import ARGUMENT

MEGABYTES = 200
SECONDS = 15.0
_POLL = 0.1


class Stoppable(Protocol):
    """What a parser asks now and then: raises when the work is to stop."""

    def check(self) -> None: ...


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was read: its blocks, and what `Source` tells of it."""

    source: Source
    blocks: tuple[Block, ...]


class Parser:
    """Parses files, each in a process of its own."""

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds = seconds
        self._megabytes = megabytes

    def read_bytes(self, path: Path) -> bytes:
        """The file's bytes. Raises the FileError that fits."""
        if path.is_dir():
            raise FileIsFolder(path=str(path))
        if path.exists() and not path.is_file():
            raise FileSpecial(path=str(path))
        try:
            with path.open("rb") as file:
                data = file.read((self._megabytes << 20) + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise FileMissing(path=str(path)) from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise FileUnreadable(path=str(path), reason=reason) from error
        if len(data) > self._megabytes << 20:
            raise FileTooLarge(path=str(path), megabytes=self._megabytes)
        if not data:
            raise FileEmpty(path=str(path))
        return data

    def parse(
        self,
        path: Path,
        data: bytes,
        *,
        options: ReadOptions = ReadOptions(),
        progress: Stoppable | None = None,
    ) -> File:
        """The text in `data`, the bytes of the file at `path`.

        Raises FileError for what the file is, ParserFailed or ParserTimeout when the parsing
        process dies or does not come back in time, and whatever `progress.check` raises.
        """
        header = json.dumps({"name": path.name, **asdict(options)}).encode("utf-8")
        answer = self._ask(path, header + b"\n" + data, progress)
        try:
            value = json.loads(answer)
            if "error" in value:
                raise _error(value["error"], {**value["params"], "path": str(path)})
            parsed = from_json(value["parsed"])
        except (ValueError, TypeError, KeyError) as error:
            raise ParserFailed(path=str(path)) from error
        source = Source(
            path=str(path),
            format=parsed.format,
            sha256=hashlib.sha256(data).hexdigest(),
            pages=parsed.pages,
            encoding=parsed.encoding,
            repairs=parsed.repairs,
        )
        return File(source, parsed.blocks)

    def _ask(self, path: Path, request: bytes, progress: Stoppable | None) -> bytes:
        deadline = time.monotonic() + self._seconds
        with subprocess.Popen(  # noqa: S603 - the program itself, with no argument of the user's
            _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            try:
                answer = _exchange(process, request, deadline, progress)
            except TimeoutError:
                raise ParserTimeout(path=str(path), seconds=self._seconds) from None
        if process.returncode != 0:
            raise ParserFailed(path=str(path))
        return answer


def _exchange(
    process: subprocess.Popen[bytes], request: bytes, deadline: float, progress: Stoppable | None
) -> bytes:
    """What the process answers to `request`; it is killed when it is late or not wanted.

    A thread does the talking: on Python 3.11 `communicate`, called again after a timeout, never
    sends what it had not sent by then, and both sides wait for ever.
    """
    with ThreadPoolExecutor(max_workers=1) as talker:
        talk = talker.submit(process.communicate, request)
        try:
            while True:
                if progress is not None:
                    progress.check()
                try:
                    return talk.result(timeout=_POLL)[0]
                except TimeoutError:
                    if time.monotonic() > deadline:
                        raise
        finally:
            if process.poll() is None:
                process.kill()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-P", "-X", "utf8", "-m", "briefer.formats.worker"]


def _error(code: object, params: dict[str, object]) -> BrieferError:
    for kind in _kinds(BrieferError):
        if kind.code == code:
            if not issubclass(kind, FileError):
                params.pop("path")
            return kind(**params)
    raise ValueError(f"no error is called {code!r}")


def _kinds(base: type[BrieferError]) -> Iterator[type[BrieferError]]:
    yield base
    for kind in base.__subclasses__():
        yield from _kinds(kind)
