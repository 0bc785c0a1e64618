"""The process that parses: one file in on standard input, one answer out, then it ends.

It starts by `python -m briefer.formats.worker`, or in a bundle by a hidden argument of the
program itself. First it locks itself up (`jail.layers`); then, with `--warm`, it gets ready; then it
waits for its request. What it hears and says is told in `exchange`, the trusted side of the
talk. With `--ocr` it may work longer; with `--pages` it draws pages of its file until nobody asks any more
(`page_worker`).
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from briefer.core.errors import BrieferError, FileTooMuch
from briefer.formats.jail.layers import Layers, lock
from briefer.formats.ocr import tessdata_folder

ARGUMENT = "--briefer-worker"
WARM, OCR, PAGES = "--warm", "--ocr", "--pages"
PROCESSOR_SECONDS = 150
OCR_PROCESSOR_SECONDS = 2 * 3600
PAGES_PROCESSOR_SECONDS = 1800
_LONGEST_HEADER = 1 << 20
_BETWEEN_REPORTS = 0.1


def main() -> int:
    """Answer the one request on standard input; 0 also when there comes none."""
    stream = answers_alone()
    answers = Answers(stream)
    layers = lock(_processor_seconds(sys.argv), _data())
    if WARM in sys.argv:
        from briefer.formats.warming import waiting, warm

        warm(waiting)
    header = sys.stdin.buffer.readline(_LONGEST_HEADER)
    if not header:
        return 0
    request = json.loads(header)
    data = sys.stdin.buffer.read(request.pop("length"))
    if PAGES in sys.argv:
        from briefer.formats.page_worker import serve

        serve(request, data, sys.stdin.buffer, stream)
    elif "probe" in request:
        answers.say(_probed(layers, **request["probe"]))
    else:
        answers.say(_answer(request, data, answers))
    return 0


class Answers:
    """Where the answer and the reports of progress go."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._next = 0.0
        self._steps = 0

    def say(self, message: dict[str, Any]) -> None:
        self._stream.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
        self._stream.write(b"\n")
        self._stream.flush()

    def report(self, fraction: float) -> None:
        """Tell that `fraction` is done; what comes too soon after another report is not told.

        Each call counts as a step.
        """
        self._steps += 1
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _BETWEEN_REPORTS
            done = round(min(1.0, max(0.0, fraction)), 4)
            self.say({"progress": done, "steps": self._steps})


def answers_alone() -> BinaryIO:
    """Where the answer goes; whatever else writes to standard output joins standard error.

    Libraries print messages of their own there, some from C.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _processor_seconds(arguments: Sequence[str]) -> int:
    if PAGES in arguments:
        return PAGES_PROCESSOR_SECONDS
    return OCR_PROCESSOR_SECONDS if OCR in arguments else PROCESSOR_SECONDS


def _data() -> list[Path]:
    """Where text recognition has its data, which may be a place of the user's own."""
    folder = tessdata_folder()
    return [folder] if folder else []


def _answer(request: dict[str, Any], data: bytes, answers: Answers) -> dict[str, Any]:
    from briefer.formats.bounds import too_much
    from briefer.formats.parsed import to_json
    from briefer.formats.registry import read
    from briefer.formats.request import ReadOptions

    try:
        parsed = read(request.pop("name"), data, ReadOptions(**request), answers.report)
        if too_much(parsed):
            raise FileTooMuch()
    except BrieferError as error:
        return {"error": error.code, "params": dict(error.params)}
    return {"parsed": to_json(parsed)}


def _probed(layers: Layers, folder: str, file: str) -> dict[str, Any]:
    from briefer.formats.jail.probe import probed

    return {"layers": probed(layers, Path(folder), Path(file)).value()}


if __name__ == "__main__":
    sys.exit(main())
