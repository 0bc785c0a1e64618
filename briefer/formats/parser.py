"""Runs the parsing process for a file and checks what it answers.

The bytes are read here and handed over, so that the process needs no file of its own.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

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
from briefer.formats.exchange import Nonsense, Patience, Stoppable, exchange
from briefer.formats.parsed import from_json
from briefer.formats.request import ReadOptions
from briefer.formats.worker import ARGUMENT

MEGABYTES = 200
SECONDS = 15.0


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
        process dies or does not come back in time, and whatever `progress` raises.
        """
        value = self._ask(path, data, options, progress)
        try:
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

    def _ask(
        self, path: Path, data: bytes, options: ReadOptions, progress: Stoppable | None
    ) -> dict[str, Any]:
        process = subprocess.Popen(  # noqa: S603 - the program itself, with no argument of the user's
            _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        header = {"name": path.name, **asdict(options)}
        try:
            return exchange(process, header, data, Patience(self._seconds), progress)
        except TimeoutError:
            raise ParserTimeout(path=str(path), seconds=self._seconds) from None
        except Nonsense:
            raise ParserFailed(path=str(path)) from None


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
