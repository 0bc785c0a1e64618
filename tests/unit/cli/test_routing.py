"""What a command line asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.app.assembly import Assembly
from briefer.app.texts import Texts
from briefer.cli.commands import build
from briefer.cli.console import Console
from briefer.cli.desk import Desk
from briefer.cli.routing import (
    COMMANDS,
    GROUPS,
    Command,
    Help,
    Options,
    Version,
    Window,
    asked_language,
    route,
)
from briefer.cli.usage import WrongUse

PLAIN = Options()
ALL = Options(Path("lib"), "ru", quiet=True, verbose=True)


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ([], []),
        (["a.txt"], ["a.txt"]),
        (["a.txt", "b.txt"], ["a.txt", "b.txt"]),
        (["./list"], ["./list"]),
        (["--", "list"], ["list"]),
        (["--", "--lang"], ["--lang"]),
        (["a.txt", "--", "-b"], ["a.txt", "-b"]),
        (["List"], ["List"]),
    ],
)
def test_what_is_no_command_is_a_file(words: list[str], paths: list[str]) -> None:
    assert route(words) == Window(tuple(map(Path, paths)), PLAIN)


@pytest.mark.parametrize(
    "words",
    [
        ["--library", "lib", "--lang", "ru", "--quiet", "--verbose", "search", "x"],
        ["search", "--library=lib", "x", "--lang=ru", "--quiet", "--verbose"],
        ["--quiet", "search", "x", "--lang", "ru", "--verbose", "--library", "lib"],
    ],
)
def test_global_options_stand_before_or_after_the_command(words: list[str]) -> None:
    assert route(words) == Command(("search", "x"), ALL)


def test_global_options_serve_the_window_too() -> None:
    assert route(["a.txt", "--library", "lib"]) == Window((Path("a.txt"),), Options(Path("lib")))


def test_after_two_dashes_nothing_is_an_option() -> None:
    assert route(["search", "--", "--quiet"]) == Command(("search", "--", "--quiet"), PLAIN)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["--help"], ""),
        (["-h"], ""),
        (["a.txt", "--help"], ""),
        (["search", "--help"], "search"),
        (["--help", "search"], "search"),
        (["search", "x", "--limit", "--help"], "search"),
        (["library", "info", "--help"], "library info"),
        (["library", "--help"], "library"),
    ],
)
def test_help_is_had_for_everything(words: list[str], command: str) -> None:
    assert route(words) == Help(command, PLAIN)


def test_the_version_is_told() -> None:
    assert route(["--version"]) == Version(PLAIN)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["a", "b", "c"], "files-too-many"),
        (["--nonsense"], "option-unknown"),
        (["a.txt", "-x"], "option-unknown"),
        (["--library"], "value-missing"),
        (["--library="], "value-missing"),
        (["list", "--lang"], "value-missing"),
        (["list", "--lang", "fr"], "value-wrong"),
    ],
)
def test_what_makes_no_sense_is_wrong_use(words: list[str], code: str) -> None:
    with pytest.raises(WrongUse) as raised:
        route(words)
    assert raised.value.code == code


@given(
    st.lists(st.sampled_from([*COMMANDS, "--lang", "ru", "--", "--help", "x", "--library", "--quiet", "-"]))
)
def test_every_command_line_is_routed_or_refused(words: list[str]) -> None:
    try:
        route(words)
    except WrongUse:
        return


def test_the_language_is_known_before_all_else() -> None:
    assert asked_language(["x", "--lang", "ru"]) == "ru"
    assert asked_language(["--lang", "fr"]) is None


def test_the_names_are_those_of_the_commands(texts: Texts, capsys: pytest.CaptureFixture[str]) -> None:
    from typer.main import get_command

    program = get_command(build(Desk(texts, Console.standard(), Assembly())))
    commands = getattr(program, "commands", {})
    assert set(commands) == set(COMMANDS)
    assert {name: tuple(commands[name].commands) for name in GROUPS} == {
        name: tuple(sorted(inner, key=list(commands[name].commands).index)) for name, inner in GROUPS.items()
    }
