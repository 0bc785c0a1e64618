"""The process that parses: one file in on standard input, one answer out, then it ends.

It starts by `python -m briefer.formats.worker`, or in a bundle by a hidden argument of the
program itself. Input is a line of JSON with name and encoding, then the bytes of the file;
output is one JSON value. It is limited in memory and processor time and cannot make files.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

from briefer.core.errors import BrieferError

MEMORY = 900 << 20
PROCESSOR_SECONDS = 30
ARGUMENT = "--briefer-worker"


def main() -> int:
    """Answer the one request on standard input."""
    answers = _answers_alone()
    _limit()
    header, _, data = sys.stdin.buffer.read().partition(b"\n")
    answer = json.dumps(_answer(json.loads(header), data), ensure_ascii=False, separators=(",", ":"))
    answers.write(answer.encode("utf-8"))
    answers.flush()
    return 0


def _answers_alone() -> BinaryIO:
    """Where the answer goes; whatever else writes to standard output joins standard error.

    Libraries print messages of their own there, some from C.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from briefer.formats.parsed import to_json
    from briefer.formats.registry import read
    from briefer.formats.request import ReadOptions

    try:
        return {"parsed": to_json(read(request.pop("name"), data, ReadOptions(**request)))}
    except BrieferError as error:
        return {"error": error.code, "params": dict(error.params)}


def _limit() -> None:
    """Bound this process where the system can (Windows has no such limits)."""
    if sys.platform == "win32":
        return
    import resource

    for kind, bound in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, ceiling = resource.getrlimit(kind)
        if ceiling != resource.RLIM_INFINITY:
            bound = min(bound, ceiling)
        resource.setrlimit(kind, (bound, bound))


if __name__ == "__main__":
    sys.exit(main())
