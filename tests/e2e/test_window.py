"""The program as a person starts it: a real window on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefer.app.library import Library
from briefer.app.resources import resource

pytest.importorskip("PySide6", reason="the window is not installed")
missing = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not on this machine: {', '.join(missing)}")

PATIENCE = 60.0


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own, on a number that it chooses itself; it outlives its clients."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


class Screen:
    """Presses keys in the one window there is."""

    def __init__(self, environ: dict[str, str], program: subprocess.Popen[str]) -> None:
        self._environ = environ
        self.program = program

    def wait_for(self, name: str) -> None:
        """Wait for a window with `name` in its title, and give it the keyboard."""
        until(lambda: self._xdotool("search", "--onlyvisible", "--name", name).returncode == 0, self.program)
        window = self._xdotool("search", "--onlyvisible", "--name", name).stdout.split()[0]
        self._xdotool("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "60", *keys)

    def write(self, words: str) -> None:
        self._xdotool("type", "--delay", "20", words)

    def _xdotool(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *arguments], env=self._environ, capture_output=True, text=True, check=False
        )


def until(true: Callable[[], bool], program: subprocess.Popen[str]) -> None:
    """Ask again and again until it is so; fail when the program ends or patience does."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert program.poll() is None, f"the program has ended: {program.stderr and program.stderr.read()}"
        assert time.monotonic() < end, "patience has ended"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library")
    yield made
    made.close()


@pytest.fixture
def start(display: str, tmp_path: Path) -> Iterator[Callable[..., Screen]]:
    """Starts `briefer` with the arguments given, its library and settings in a folder of the test."""
    started: list[subprocess.Popen[str]] = []
    left_out = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "LANGUAGE")
    environ = {name: value for name, value in os.environ.items() if name not in left_out}
    environ.update(
        DISPLAY=display,
        LC_ALL="C.UTF-8",
        BRIEFER_CONFIG=str(tmp_path / "config"),
        BRIEFER_LIBRARY=str(tmp_path / "library"),
    )

    def begin(*arguments: str) -> Screen:
        program = subprocess.Popen(
            [sys.executable, "-m", "briefer", *arguments], env=environ, stderr=subprocess.PIPE, text=True
        )
        started.append(program)
        return Screen(environ, program)

    yield begin
    for program in started:
        if program.poll() is None:
            program.kill()
        program.communicate()


def test_a_note_written_in_the_window_is_on_disk_and_the_window_closes_in_order(
    start: Callable[..., Screen], library: Library
) -> None:
    screen = start("--lang", "en", str(resource("samples", "joint-statement.ru-en.txt")))
    screen.wait_for("Joint Statement")
    screen.press("alt+Down", "ctrl+m")
    screen.write("Ask the authors.")
    screen.press("ctrl+Return")
    until(lambda: bool(library.summaries()) and bool(library.annotations()), screen.program)
    assert [annotation.note for annotation in library.annotations()] == ["Ask the authors."]
    screen.press("ctrl+q")
    assert screen.program.wait(PATIENCE) == 0
    assert screen.program.stderr is not None
    assert screen.program.stderr.read() == ""


def test_the_window_speaks_russian_when_asked(start: Callable[..., Screen]) -> None:
    screen = start("--lang", "ru", str(resource("samples", "joint-statement.ru-en.txt")))
    screen.wait_for("Совместное заявление")
    screen.press("ctrl+q")
    assert screen.program.wait(PATIENCE) == 0


def test_a_killed_window_leaves_a_library_that_opens_with_every_note_in_it(
    start: Callable[..., Screen], library: Library
) -> None:
    screen = start("--lang", "en", str(resource("samples", "joint-statement.ru-en.txt")))
    screen.wait_for("Joint Statement")
    screen.press("alt+Down", "ctrl+h")
    until(lambda: bool(library.summaries()) and bool(library.annotations()), screen.program)
    screen.program.kill()
    screen.program.wait(10)
    library.close()
    assert len(library.annotations()) == 1
