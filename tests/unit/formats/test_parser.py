"""The parsing process: what it answers, and what becomes of it when it does not."""

from __future__ import annotations

import os
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
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
    FileError,
    FileIsFolder,
    FileMissing,
    FileSpecial,
    FileTooLarge,
    FileTooMuch,
    FileUnreadable,
    FormatUnsupported,
    ParserFailed,
    ParserTimeout,
)
from briefer.core.structure.lines import Block, Line
from briefer.formats import exchange as exchange_module
from briefer.formats import parser as parser_module
from briefer.formats.bounds import MOST_BLOCKS, MOST_LETTERS, MOST_LETTERS_TOGETHER, MOST_LINES, too_much
from briefer.formats.exchange import Patience
from briefer.formats.parsed import Parsed, from_json, to_json
from briefer.formats.parser import File, Parser
from briefer.formats.request import ReadOptions
from tests.unit.formats.processes import gone


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
        ("paper.gz", b"\x1f\x8b\x08...", FormatUnsupported),
        ("paper.docx", b"PK\x03\x04...", FileDamaged),
        ("paper.odt", b"PK\x03\x04...", FileDamaged),
        ("paper.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", FileDamaged),
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("pipe", FileSpecial),
        ("itself", FileUnreadable),
        ("nothing", FileMissing),
        (".", FileIsFolder),
        ("/dev/zero", FileSpecial),
        ("/dev/tty", FileError),
        ("huge", FileTooLarge),
    ],
)
def test_a_link_is_taken_for_what_it_leads_to(tmp_path: Path, target: str, error: type[BrieferError]) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(10 << 30)
    link = tmp_path / "itself"
    link.symlink_to(target)
    with pytest.raises(error):
        Parser().read_bytes(link)


def test_names_that_are_none_are_told(tmp_path: Path) -> None:
    for name in ("a\0b", "a" * 5000, "a\ud800"):
        with pytest.raises((FileMissing, FileUnreadable)):
            Parser().read_bytes(tmp_path / name)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc")
def test_a_file_of_the_system_that_says_it_is_empty_is_read() -> None:
    assert b"Name:" in Parser().read_bytes(Path("/proc/self/status"))


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


def stand_in(program: str, seconds: float = 20.0) -> Parser:
    """A parser whose process runs `program`."""
    return Parser(seconds=seconds, launch=[sys.executable, "-c", program])


ENDLESS = "import threading; threading.Event().wait()"
HUGE = "import sys\nwhile True: sys.stdout.write('\\u0022' * (1 << 20))"
DEEP = "print('{\"parsed\":' + '[' * 200_000 + ']' * 200_000 + '}')"


@pytest.mark.parametrize(
    "program",
    [
        "import sys; sys.stdin.buffer.readline(); sys.exit(3)",
        "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
        "print('no json')",
        "print('{}')",
        "print('[]')",
        "print('{\"parsed\": 1', end='')",
        "import sys; sys.stdout.buffer.write(bytes(range(256)))",
        DEEP,
        'print(\'{"parsed": {"format": 1}}\')',
        'print(\'{"error": "no-such-code", "params": {}}\')',
        'print(\'{"error": "file-damaged", "params": {"path": ["a"]}}\')',
        'print(\'{"error": "format-unsupported", "params": {"format": "a\\\\u001b"}}\')',
        'print(\'{"error": "library-damaged", "params": {}}\')',
        *(
            f'print(\'{{"progress": {fraction}, "steps": {steps}}}\')'
            for fraction, steps in (('"much"', 1), (2, 1), ("NaN", 1), ("true", 1), (0.1, 1.5), (0.1, "true"))
        ),
        "print('{\"progress\": 0.1}')",
    ],
)
def test_a_process_that_dies_or_talks_nonsense_is_a_failure_of_the_parser(
    tmp_path: Path, program: str
) -> None:
    with pytest.raises(ParserFailed):
        stand_in(program).parse(tmp_path / "a.txt", b"text")


def test_an_answer_without_end_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_module, "ANSWER_MEGABYTES", 4)
    with pytest.raises(ParserFailed):
        stand_in(HUGE).parse(tmp_path / "a.txt", b"text")


@pytest.mark.parametrize(
    ("blocks", "lines", "letters"),
    [
        (MOST_BLOCKS + 1, 0, 0),
        (1, MOST_LINES + 1, 0),
        (11, 1, MOST_LETTERS // 11 + 1),
        (1, 2, MOST_LETTERS_TOGETHER // 2 + 1),
    ],
)
def test_what_holds_up_all_that_follows_is_too_much(blocks: int, lines: int, letters: int) -> None:
    block = Block((Line("a" * letters),) * lines)
    assert too_much(Parsed("text", (block,) * blocks))
    assert not too_much(Parsed("text", (Block((Line("a"),)),)))


def test_a_process_cannot_answer_more_than_is_taken_in(tmp_path: Path) -> None:
    block = to_json(Parsed("text", (Block((Line("a"),)),)))["blocks"]
    answer = {**to_json(Parsed("text", ())), "blocks": block}
    program = (
        f"import json; answer = {answer!r}; answer['blocks'] *= {MOST_BLOCKS + 1}\n"
        "print(json.dumps({'parsed': answer}))"
    )
    with pytest.raises(FileTooMuch):
        stand_in(program).parse(tmp_path / "a.txt", b"text")


def test_a_process_that_hangs_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(ParserTimeout):
        stand_in(ENDLESS, seconds=0.3).parse(tmp_path / "a.txt", b"text")


def test_reports_do_not_keep_a_hanging_process_alive(tmp_path: Path) -> None:
    with pytest.raises(ParserTimeout):
        stand_in('while True: print(\'{"progress": 0.1, "steps": 1}\')', seconds=0.5).parse(
            tmp_path / "a.txt", b"text"
        )


def test_a_long_document_may_take_longer_as_long_as_its_pages_come(tmp_path: Path) -> None:
    report = 'print(\'{"progress": 0.1, "steps": 1000}\', flush=True)'
    with pytest.raises(ParserFailed):
        stand_in(f"import time; {report}; time.sleep(1)", seconds=0.2).parse(tmp_path / "a.pdf", b"text")


def test_patience_ends_with_the_pace_and_in_any_case() -> None:
    patience = Patience(total=15, silence=60, steady=100, pace=10)
    assert not patience.over(14, 14, 0)
    assert patience.over(16, 1, 159)
    assert not patience.over(16, 1, 160)
    assert patience.over(101, 1, 10_000)
    assert patience.over(50, 61, 10_000)


def test_recognising_text_may_take_long_but_not_without_a_sign_of_life(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser_module, "OCR_PATIENCE", Patience(total=60.0, silence=0.4))
    page = 'print(\'{"progress": 0.5, "steps": 1}\', flush=True); wait(0.3)\n'
    program = f"import threading; wait = threading.Event().wait\n{page * 3}"
    options = ReadOptions(ocr=True)
    with pytest.raises(ParserFailed):
        stand_in(program, seconds=0.1).parse(tmp_path / "a.pdf", b"text", options=options)
    with pytest.raises(ParserTimeout):
        stand_in(ENDLESS, seconds=60.0).parse(tmp_path / "a.pdf", b"text", options=options)


class Until:
    """Stops the work once the file at `path` says something."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def check(self) -> None:
        if self._path.exists() and self._path.read_text():
            raise Cancelled

    def report(self, fraction: float, /) -> None:
        self.check()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes")
def test_what_a_process_has_started_ends_with_it(tmp_path: Path) -> None:
    told = tmp_path / "id"
    program = (
        "import subprocess, sys, pathlib\n"
        f"child = subprocess.Popen([sys.executable, '-c', {ENDLESS!r}])\n"
        f"pathlib.Path({str(told)!r}).write_text(str(child.pid)); {ENDLESS}"
    )
    with pytest.raises(Cancelled):
        stand_in(program).parse(tmp_path / "a.txt", b"text", progress=Until(told))
    assert gone(int(told.read_text()))


def test_a_process_that_is_slow_to_listen_still_gets_the_whole_file(tmp_path: Path) -> None:
    program = (
        "import sys, threading; threading.Event().wait(0.4)\n"
        "from briefer.formats.worker import main; sys.exit(main())"
    )
    file = stand_in(program).parse(tmp_path / "a.txt", b"word " * 200_000)
    assert len(file.blocks[0].lines[0].text) == len("word " * 200_000) - 1


def test_cancelling_stops_the_process(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        stand_in(ENDLESS).parse(tmp_path / "a.txt", b"text", progress=progress)


def test_progress_is_told_and_may_stop_the_work(tmp_path: Path) -> None:
    heard: list[float] = []

    def told(fraction: float) -> None:
        heard.append(fraction)
        if fraction == 0.5:
            progress.cancel()

    progress = Progress(told)
    with pytest.raises(Cancelled):
        stand_in(f'print(\'{{"progress": 0.5, "steps": 1}}\', flush=True); {ENDLESS}').parse(
            tmp_path / "a.txt", b"text", progress=progress
        )
    assert heard[-1] == 0.5


def test_two_documents_are_parsed_at_once() -> None:
    reader = Parser()
    path = resource("samples", "joint-statement.ru-en.txt")
    data = reader.read_bytes(path)
    with ThreadPoolExecutor(max_workers=2) as two:
        first, second = two.map(lambda _: reader.parse(path, data), range(2))
    assert first == second


def test_a_password_is_in_no_representation_and_no_error(tmp_path: Path) -> None:
    options = ReadOptions(password=" ".join(("correct", "horse")))
    assert "horse" not in repr(options)
    with pytest.raises(ParserFailed) as caught:
        stand_in("print('nonsense')").parse(tmp_path / "a.pdf", b"text", options=options)
    assert "horse" not in "".join(traceback.format_exception(caught.value))


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
