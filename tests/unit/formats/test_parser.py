"""The parsing process: what it answers, and what becomes of it when it does not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefer.app.resources import resource
from briefer.app.task import Cancelled, Progress
from briefer.core.errors import (
    BrieferError,
    EncodingUnknown,
    FileBinary,
    FileDamaged,
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileSpecial,
    FileTooLarge,
    FormatUnsupported,
    ParserFailed,
    ParserTimeout,
)
from briefer.core.structure.lines import Block, Line
from briefer.formats import parser as parser_module
from briefer.formats.parsed import Parsed, from_json, to_json
from briefer.formats.parser import File, Parser
from briefer.formats.request import ReadOptions


def parse(path: Path, encoding: str | None = None) -> File:
    reader = Parser()
    return reader.parse(path, reader.read_bytes(path), options=ReadOptions(encoding=encoding))


def test_the_session_document_is_parsed_in_a_process() -> None:
    file = parse(resource("samples", "joint-statement.ru-en.txt"))
    assert (file.source.format, file.source.encoding, file.source.repairs) == ("text", "utf-8", ())
    assert len(file.source.sha256) == 64
    assert file.blocks[0].lines[0] == Line("Экономический", strong=True)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.txt", b"", FileEmpty),
        ("blank.txt", b" \n\r\n\t", FileEmpty),
        ("program.txt", bytes(range(256)) * 4, FileBinary),
        ("paper.rtf", b"{\\rtf1 text}", FormatUnsupported),
        ("paper.docx", b"PK\x03\x04...", FileDamaged),
        ("paper.odt", b"PK\x03\x04...", FormatUnsupported),
        ("paper.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", FormatUnsupported),
        ("paper.html", b"<!DOCTYPE html><html>", FormatUnsupported),
    ],
)
def test_a_file_that_cannot_be_read_is_told_by_name(
    tmp_path: Path, name: str, data: bytes, error: type[BrieferError]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        parse(path)
    assert caught.value.params["path"] == str(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        Parser().read_bytes(tmp_path / "nothing.txt")
    with pytest.raises(FileIsFolder):
        Parser().read_bytes(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileSpecial):
        Parser().read_bytes(tmp_path / "pipe")


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * ((1 << 20) + 1))
    with pytest.raises(FileTooLarge):
        Parser(megabytes=1).read_bytes(path)


def test_an_encoding_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    with pytest.raises(EncodingUnknown):
        parse(path, "klingon-8")


def _instead(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(parser_module, "_command", lambda: [sys.executable, "-c", program])


@pytest.mark.parametrize(
    "program",
    [
        "import sys; sys.stdin.buffer.readline(); sys.exit(3)",
        "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
        "print('no json')",
        'print(\'{"parsed": {"format": 1}}\')',
        'print(\'{"error": "no-such-code", "params": {}}\')',
        "print('[]')",
    ],
)
def test_a_process_that_dies_or_talks_nonsense_is_a_failure_of_the_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    _instead(monkeypatch, program)
    with pytest.raises(ParserFailed):
        Parser().parse(tmp_path / "a.txt", b"text")


def test_a_process_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import threading; threading.Event().wait()")
    with pytest.raises(ParserTimeout):
        Parser(seconds=0.3).parse(tmp_path / "a.txt", b"text")


def test_a_process_that_is_slow_to_listen_still_gets_the_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(
        monkeypatch,
        "import sys, threading; threading.Event().wait(0.4)\n"
        "from briefer.formats.worker import main; sys.exit(main())",
    )
    file = Parser().parse(tmp_path / "a.txt", b"word " * 200_000)
    assert len(file.blocks[0].lines[0].text) == len("word " * 200_000) - 1


def test_cancelling_stops_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "import threading; threading.Event().wait()")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        Parser().parse(tmp_path / "a.txt", b"text", progress=progress)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_process_is_limited_in_memory_and_cannot_write_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "written"
    for attempt in ("bytearray(3 << 30)", f"open({str(target)!r}, 'w').write('x' * 9)"):
        _instead(monkeypatch, f"from briefer.formats import worker; worker._limit(); {attempt}")
        with pytest.raises(ParserFailed):
            Parser().parse(tmp_path / "a.txt", b"text")
    assert not target.exists() or not target.read_bytes()


def test_what_is_parsed_survives_its_way_through_json() -> None:
    parsed = Parsed(
        "text", (Block((Line("a", True), Line("b")), heading=2),), "utf-8", None, ("encoding-guessed",)
    )
    assert from_json(to_json(parsed)) == parsed


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", 7), ("blocks", {}), ("pages", -1), ("pages", True), ("repairs", [1]), ("blocks", [[]])],
)
def test_an_answer_of_another_shape_is_refused(key: str, value: object) -> None:
    answer = to_json(Parsed("text", (Block((Line("a"),)),)))
    answer[key] = value
    with pytest.raises(ValueError, match="not"):
        from_json(answer)
