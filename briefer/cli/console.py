"""Standard output and standard error: UTF-8 whatever the locale, results apart from messages."""

from __future__ import annotations

import io
import json
import re
import sys
from typing import TextIO

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]")


class ReaderGone(Exception):
    """Whoever read standard output has left, as `head` does."""


def harmless(text: str) -> str:
    """`text` without what a terminal would obey or what turns a line around; line ends and tabs stay."""
    return _CONTROL.sub("\ufffd", text)


class Console:
    """Writes results to `output` and sentences to `messages`.

    `quiet` leaves notices out, never errors or results.
    """

    def __init__(self, output: TextIO, messages: TextIO, entry: TextIO | None = None) -> None:
        self.quiet = False
        self._input = entry or io.StringIO()
        self._output = output
        self._messages = messages

    @classmethod
    def standard(cls) -> Console:
        """The process's own streams, made to speak UTF-8."""
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        return cls(sys.stdout, sys.stderr, sys.stdin)

    def json(self, value: object) -> None:
        """One JSON value on a line."""
        self._write(json.dumps(value, ensure_ascii=False) + "\n")

    def text(self, text: str) -> None:
        """A result for people, with a line end at its end."""
        self._write(harmless(text).rstrip("\n") + "\n")

    def exact(self, text: str) -> None:
        """A result for programs, in a form that has taken care of what is in it."""
        self._write(text)

    def notice(self, sentence: str) -> None:
        """Something worth telling; not said when quiet is asked for."""
        if not self.quiet:
            self.error(sentence)

    def error(self, sentence: str) -> None:
        """A sentence that must be said; a closed standard error cannot be helped."""
        try:
            self._messages.write(harmless(sentence) + "\n")
            self._messages.flush()
        except (OSError, ValueError):
            return

    @property
    def watched(self) -> bool:
        """Whether messages go to a terminal, and so to a person who waits."""
        return self._messages.isatty()

    def password(self) -> str:
        """The first line of standard input, without its line end."""
        return self._input.readline().rstrip("\r\n")

    def flush(self) -> None:
        """Push results out. Raises ReaderGone, or OSError when they cannot be written."""
        try:
            self._output.flush()
        except BrokenPipeError as error:
            raise ReaderGone from error

    def _write(self, text: str) -> None:
        try:
            self._output.write(text)
        except BrokenPipeError as error:
            raise ReaderGone from error
