"""One run of the program, failures above all."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefer import __version__
from briefer.cli.program import run
from briefer.cli.routing import COMMANDS, GROUPS
from briefer.core.errors import LibraryBusy
from tests.pdf_pages import of_pages

Asked = list[tuple[Sequence[Path], Path | None, str | None]]


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("LANGUAGE", "en")


def no_window(_paths: Sequence[Path], _library: Path | None, _language: str | None) -> int:
    raise AssertionError("no window was asked for")


def failing(error: BaseException) -> int:
    def fail(_paths: Sequence[Path], _library: Path | None, _language: str | None) -> int:
        raise error

    return run(["--verbose"], fail)


def test_the_window_is_given_its_files(tmp_path: Path) -> None:
    asked: Asked = []
    path = tmp_path / "a.txt"
    path.write_text("text", encoding="utf-8")

    def window(paths: Sequence[Path], library: Path | None, language: str | None) -> int:
        asked.append((tuple(paths), library, language))
        return 7

    assert run([str(path), "--lang", "ru", "--library", "lib"], window) == 7
    assert asked == [((path,), Path("lib"), "ru")]


def test_a_missing_file_and_a_folder_are_told_before_any_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(tmp_path / "none.txt")], no_window) == 1
    assert run([str(tmp_path)], no_window) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "none.txt”" in told.err.splitlines()[0]
    assert "folder" in told.err.splitlines()[1]


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"], no_window) == 0
    assert capsys.readouterr().out == f"briefer {__version__}\n"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "command", ["", *COMMANDS, *(f"{group} {inner}" for group, all_ in GROUPS.items() for inner in all_)]
)
def test_everything_has_its_help(command: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help", "--lang", language], no_window) == 0
    told = capsys.readouterr()
    assert f"briefer {command}".strip() in told.out
    assert "--library DIR" in told.out
    assert told.err == ""


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["read", "a", "b", "c"],
        ["read", "a", "--format", "xml"],
        ["read", "a", "--format"],
        ["read", "a", "--layout", "upside-down"],
        ["read", "a", "--languages", "ru"],
        ["read", "a", "--languages", "ru,ru"],
        ["read", "a", "--languages", "ru,<b>"],
        ["read", "a", "--nonsense"],
        ["search", "a", "--limit", "many"],
        ["search", "a", "--limit", "0"],
        ["search", " "],
        ["search", "a", "--in"],
        ["annotate", "d"],
        ["annotate", "d", "--paragraph", "1", "--bead", "2"],
        ["annotate", "d", "--paragraph", "1", "--color", "pink"],
        ["annotate", "d", "--paragraph", "1", "--stance", "shrug"],
        ["annotations", "d", "--all"],
        ["export", "d"],
        ["export", "d", "--to", "a.md", "--language", "fr"],
        ["export", "d", "--to", "a.md", "--preset", "nonsense"],
        ["library"],
        ["library", "nonsense"],
        ["a", "b", "c"],
        ["--lang", "fr", "list"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_in_two_lines(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words, no_window) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert [line[:4] == "See:" for line in told.err.splitlines()] == [False, True]


@pytest.mark.parametrize(
    "words",
    [
        ["annotations", "--format", "jsonld"],
        ["annotations", "--filter", "x"],
        ["export", "d", "--to", "a.pdf"],
        ["export", "d", "--to", "a.md", "--preset", "one-page"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_yet_is_refused_in_a_sentence(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words, no_window) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "yet" in told.err
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("SECRET"),
        LibraryBusy(path="/lib/SECRET"),
        OSError(errno.ENOSPC, "full", "/x"),
        MemoryError(),
        KeyboardInterrupt(),
        RecursionError("SECRET"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_failure_shows_a_traceback_or_a_text(
    error: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(error) == 1
    told = capsys.readouterr().err
    first, *details = told.splitlines()
    assert first.endswith(".")
    assert "Traceback" not in told
    assert not any("SECRET" in line for line in details)
    assert any(type(error).__name__ in line for line in details)


def test_details_are_not_shown_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_paths: Sequence[Path], _library: Path | None, _language: str | None) -> int:
        raise RuntimeError

    assert run([], fail) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(("code", "status"), [(3, 3), ("words", 1), (None, 1)])
def test_a_part_that_exits_by_itself_is_obeyed(code: object, status: int) -> None:
    assert failing(SystemExit(code)) == status


def test_the_language_of_the_environment_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sys.stdin is not None
    monkeypatch.setenv("LANGUAGE", "ru_RU:en")
    assert run(["--version"], no_window) == 0


def test_a_password_comes_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed.pdf"
    closed.write_bytes(of_pages("The Commission considered drug control.", user_password="пароль 1"))
    path = str(closed)
    assert run(["read", path], no_window) == 1
    assert "password" in capsys.readouterr().err
    for typed, status in (("пароль 1\n", 0), ("wrong\r\n", 1), ("", 1)):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert run(["read", path, "--password-stdin"], no_window) == status
        told = capsys.readouterr()
        assert ("drug control" in told.out) is (status == 0)
        assert typed.strip() == "" or typed.strip() not in told.err


def test_verbose_information_names_the_walls_of_the_parsing_process(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["library", "info"], no_window) == 0
    assert "Landlock" not in capsys.readouterr().out
    assert run(["library", "info", "--verbose"], no_window) == 0
    told = capsys.readouterr().out
    assert [word for word in ("Landlock", "seccomp", "memory limit", "PyMuPDF") if word not in told] == []
