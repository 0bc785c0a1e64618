"""Has files parsed in processes of their own and checks what those answer.

The bytes are read here and handed over, so that a process needs no file of its own. Whatever
becomes of it, the caller gets a value or one of the errors named below, in bounded time.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from briefer.core.document import Source
from briefer.core.errors import (
    BrieferError,
    ConverterUnavailable,
    EncodingUnknown,
    FileError,
    FileTooMuch,
    ParserFailed,
    ParserTimeout,
    error_called,
)
from briefer.core.structure.lines import Block
from briefer.core.values import dataclass
from briefer.formats.bounds import too_much
from briefer.formats.exchange import Nonsense, Patience, Stoppable, exchange
from briefer.formats.intake import take_in
from briefer.formats.jail.layers import Layers, layers_in
from briefer.formats.libreoffice import LibreOffice
from briefer.formats.parsed import Parsed, from_json
from briefer.formats.pool import Pool, Process
from briefer.formats.process import command, start
from briefer.formats.request import ReadOptions
from briefer.formats.worker import OCR, WARM

MEGABYTES = 200
# Twenty seconds after the wish to open a file a person must know how it went, on a busy machine too.
SECONDS = 12.0
# A long document may take longer as long as its pages come quickly; a bomb's do not.
STEADY, PACE = 120.0, 8.0
# Recognising the text of many pages takes long, but every page is a sign of life.
OCR_PATIENCE = Patience(total=3600.0, silence=120.0)
_LONGEST_PARAMETER = 200


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was read: its blocks, and what `Source` tells of it."""

    source: Source
    blocks: tuple[Block, ...]


class Parser:
    """Parses files, each in a process of its own, and any number at once.

    `seconds` bounds ordinary reading. `spare` processes are kept ready between `warm` and `close`.
    `launch` is the command that starts a process, the program's own when it is None.
    What the processes cannot read but LibreOffice can, `converter` has it convert.
    """

    def __init__(
        self,
        seconds: float = SECONDS,
        megabytes: int = MEGABYTES,
        spare: int = 0,
        launch: Sequence[str] | None = None,
        converter: LibreOffice | None = None,
    ) -> None:
        self._converter = converter or LibreOffice()
        self._patience = Patience(seconds, steady=STEADY, pace=PACE)
        self._megabytes = megabytes
        self._launch = launch
        self._pool = Pool(partial(start, launch or command(WARM)), spare)

    def warm(self) -> None:
        """Begin to keep processes ready; comes back at once."""
        self._pool.warm()

    def close(self) -> None:
        """End the processes that are ready. Files are still parsed, by new ones."""
        self._pool.close()

    def replace(self) -> None:
        """Make another process ready for each that was taken, now that nobody waits for the machine."""
        self._pool.replace()

    def read_bytes(self, path: Path) -> bytes:
        """The file's bytes. Raises the FileError that fits."""
        return take_in(path, self._megabytes)

    def parse(
        self,
        path: Path,
        data: bytes,
        *,
        options: ReadOptions = ReadOptions(),
        progress: Stoppable | None = None,
    ) -> File:
        """The text in `data`, the bytes of the file at `path`.

        A DOC is converted first. Raises FileError for what the file is, ParserFailed or
        ParserTimeout when the parsing process dies or does not come back in time, and whatever
        `progress` raises.
        """
        try:
            parsed = self._parsed(path, data, options, progress)
        except ConverterUnavailable:  # says the parsing process, which may start no program
            converted = self._converter.convert(path, data, progress)
            parsed = replace(self._parsed(path, converted, options, progress), format="doc")
        source = Source(
            path=str(path),
            format=parsed.format,
            sha256=hashlib.sha256(data).hexdigest(),
            pages=parsed.pages,
            encoding=parsed.encoding,
            repairs=parsed.repairs,
        )
        return File(source, parsed.blocks)

    def _parsed(self, path: Path, data: bytes, options: ReadOptions, progress: Stoppable | None) -> Parsed:
        header = {"name": path.name, **asdict(options)}
        value = self._ask(path, header, data, options.ocr, progress)
        try:
            if "error" in value:
                raise _error(value["error"], value["params"], path)
            parsed = from_json(value["parsed"])
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise ParserFailed(path=str(path)) from error
        if too_much(parsed):
            raise FileTooMuch(path=str(path))
        return parsed

    def layers(self) -> Layers:
        """What holds a parsing process on this system, tried from inside one.

        What fails to answer holds nothing.
        """
        with tempfile.TemporaryDirectory(prefix="briefer-") as folder:
            file = Path(folder, "file")
            file.write_bytes(b"private")
            header = {"probe": {"folder": folder, "file": str(file)}}
            try:
                return layers_in(exchange(self._started(), header, b"", self._patience)["layers"])
            except (Nonsense, TimeoutError, ValueError, KeyError):
                return Layers()

    def _ask(
        self, path: Path, header: Mapping[str, object], data: bytes, ocr: bool, progress: Stoppable | None
    ) -> dict[str, Any]:
        process = (None if ocr else self._pool.take()) or self._started(ocr)
        patience = OCR_PATIENCE if ocr else self._patience
        began = time.monotonic()
        try:
            return exchange(process, header, data, patience, progress)
        except TimeoutError:
            raise ParserTimeout(path=str(path), seconds=round(time.monotonic() - began)) from None
        except Nonsense:
            raise ParserFailed(path=str(path)) from None

    def _started(self, ocr: bool = False) -> Process:
        return start(self._launch or command(*[OCR] * ocr))


def _error(code: object, params: object, path: Path) -> BrieferError:
    """The error that a parsing process tells; it may tell of nothing but the file."""
    if not isinstance(code, str) or not isinstance(params, dict) or not all(map(_plain, params.values())):
        raise ValueError("not an error")
    error = error_called(code, {**params, "path": str(path)})
    if not isinstance(error, FileError | EncodingUnknown):
        raise ValueError(f"no error of a file is called {code!r}")
    return error


def _plain(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST_PARAMETER and value.isprintable()
    return value is None or isinstance(value, int | float)
