"""What is missing before Qt is loaded is told in one sentence, with what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.app.texts import Texts
from briefer.gui.preflight import EVERYWHERE, ON_WAYLAND, ON_X11, display_system, missing_packages, obstacle

PACKAGES = Path(__file__).parents[2] / "packaging" / "debian-packages.txt"


def test_without_a_display_the_command_line_is_named(texts: Texts) -> None:
    told = obstacle(texts, {}, "linux")
    assert told is not None
    assert "briefer read FILE" in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("environ", "system"),
    [
        ({}, ""),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":0"}, "wayland"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "vnc"),
    ],
)
def test_what_qt_will_draw_on(environ: dict[str, str], system: str) -> None:
    assert display_system(environ) == system


def test_a_missing_library_is_told_by_its_debian_package(texts: Texts) -> None:
    told = obstacle(
        texts, {"DISPLAY": ":0"}, "linux", lambda name: name not in ("libxcb-cursor.so.0", "libEGL.so.1")
    )
    assert told is not None
    assert told.endswith("apt install libegl1 libxcb-cursor0")


def test_libraries_of_x11_are_not_asked_for_without_it() -> None:
    assert missing_packages("offscreen", lambda _name: False) == sorted(EVERYWHERE.values())
    assert "libxcb-cursor0" in missing_packages("xcb", lambda _name: False)


def test_a_display_that_does_not_answer_is_named(texts: Texts) -> None:
    told = obstacle(texts, {"DISPLAY": ":77"}, "linux", lambda _name: True, lambda: False)
    assert told is not None
    assert ":77" in told


def test_where_nothing_is_missing_nothing_is_said(texts: Texts) -> None:
    assert obstacle(texts, {"DISPLAY": ":0"}, "linux", lambda _name: True, lambda: True) is None
    assert obstacle(texts, {}, "win32") is None


def test_every_package_named_is_on_the_list_of_packages() -> None:
    listed = {line.split("#")[0].strip() for line in PACKAGES.read_text(encoding="utf-8").splitlines()}
    named = {package for table in (EVERYWHERE, ON_X11, ON_WAYLAND) for package in table.values()}
    assert named <= listed


def run_window(arguments: list[str], folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the window's entry in a process of its own, which also tells whether Qt was loaded."""
    code = (
        "import sys; from pathlib import Path; from briefer.gui.application import run;"
        "code = run([Path(p) for p in sys.argv[1:]], None, 'en');"
        "print('PySide6.QtGui' in sys.modules); sys.exit(code)"
    )
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    kept.update(environ, BRIEFER_CONFIG=str(folder), BRIEFER_LIBRARY=str(folder / "library"))
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=kept,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="displays are a matter of Linux")
def test_started_without_a_display_it_ends_with_one_line_and_without_qt(tmp_path: Path) -> None:
    ended = run_window([], tmp_path)
    assert (ended.returncode, ended.stdout) == (1, "False\n")
    assert len(ended.stderr.splitlines()) == 1
    assert "briefer read FILE" in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="displays are a matter of Linux")
def test_started_on_a_display_that_is_not_there_it_does_not_abort(tmp_path: Path) -> None:
    ended = run_window([], tmp_path, DISPLAY=":4711")
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1


def test_a_missing_file_is_told_before_qt_is_loaded(tmp_path: Path) -> None:
    ended = run_window([str(tmp_path / "gone.txt")], tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout) == (1, "False\n")
    assert "gone.txt" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
