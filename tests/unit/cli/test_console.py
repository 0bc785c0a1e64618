"""Results and messages, each in its stream."""

from __future__ import annotations

import io
import json

import pytest

from briefer.cli.console import Console, ReaderGone


class Streams:
    def __init__(self, encoding: str = "utf-8") -> None:
        self.bytes = io.BytesIO()
        self.output = io.TextIOWrapper(self.bytes, encoding=encoding, errors="backslashreplace")
        self.messages = io.StringIO()
        self.console = Console(self.output, self.messages)

    def written(self) -> str:
        self.console.flush()
        return self.bytes.getvalue().decode("utf-8")


def test_json_is_one_line_of_utf_8_and_comes_back() -> None:
    streams = Streams()
    value = [{"path": "документ \udcff", "text": "a\nb\x1b"}]
    streams.console.json(value)
    assert streams.written().count("\n") == 1
    assert "документ" in streams.written()
    assert json.loads(streams.written()) == value


def test_a_terminal_gets_no_control_characters() -> None:
    streams = Streams()
    streams.console.text("a\x1b[31mb\tc\nd\x9b")
    streams.console.error("annex\u202efdp.exe")
    streams.console.error("no \x1b]0;title\x07")
    assert streams.written() == "a\ufffd[31mb\tc\nd\ufffd\n"
    assert not {"\x1b", "\u202e"} & set(streams.messages.getvalue())


def test_quiet_keeps_notices_back_but_no_errors() -> None:
    streams = Streams()
    streams.console.quiet = True
    streams.console.notice("a notice")
    streams.console.error("an error")
    assert streams.messages.getvalue() == "an error\n"


class Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


def test_a_reader_that_has_left_is_noticed() -> None:
    console = Console(Gone(), io.StringIO())
    with pytest.raises(ReaderGone):
        console.text("x")
    with pytest.raises(ReaderGone):
        console.flush()


def test_a_closed_standard_error_is_no_failure() -> None:
    Console(io.StringIO(), Gone()).error("unheard")


def test_only_a_person_at_a_terminal_waits() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert not Streams().console.watched
    assert Console(io.StringIO(), Terminal()).watched
