"""Tries the bundle as its user would: the session document in a window, a note from the command line.

    python packaging/smoke_bundle.py build/bundle/briefer/briefer

Needs Xvfb and xdotool. Prints the size of the bundle and its start times, and leaves a picture of the window
in build/bundle.png. Nothing of the user's own is touched: library and settings live in a temporary folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "joint-statement.ru-en.txt"
PICTURE = ROOT / "build" / "bundle.png"
SECONDS = 30.0
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def screen(environ: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The environment with a display that nobody sees."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield {**environ, "DISPLAY": f":{answer.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def visible_windows(name: str, environ: Mapping[str, str]) -> list[str]:
    """The X ids of the visible windows whose title holds `name`."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", name],
        env=environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return found.stdout.split()


def open_window(program: Path, environ: Mapping[str, str]) -> None:
    """Open the session document; a window must appear. Its picture is kept."""
    began = time.monotonic()
    opened = subprocess.Popen([program, SAMPLE], env=environ)
    try:
        while not visible_windows("Briefer", environ):
            if opened.poll() is not None or time.monotonic() - began > SECONDS:
                raise SystemExit("The window did not appear.")
            time.sleep(0.02)
        say(f"window after {time.monotonic() - began:.2f} s")
        time.sleep(2)  # for the picture: the document is parsed in another process
        PICTURE.parent.mkdir(exist_ok=True)
        subprocess.run([sys.executable, "-c", GRAB, PICTURE], env=environ, check=True)
        if opened.poll() is not None:
            raise SystemExit("The window did not stay.")
        say(f"picture in {PICTURE.relative_to(ROOT)}")
    finally:
        opened.terminate()
        opened.wait(SECONDS)


def export_notes(program: Path, folder: Path, environ: Mapping[str, str]) -> None:
    """Import, annotate, search and export on the command line; every note must have content."""

    def ask(*words: str | Path) -> str:
        return subprocess.run(
            [program, *words], env=environ, check=True, stdout=subprocess.PIPE, encoding="utf-8"
        ).stdout

    began = time.monotonic()
    ask("--version")
    say(f"--version in {time.monotonic() - began:.2f} s")
    (imported,) = json.loads(ask("import", SAMPLE, "--format", "json"))
    document = imported["id"]
    ask("annotate", document, "--paragraph", "1", "--note", "Ask the authors.", "--tag", "finance")
    if not json.loads(ask("search", "наркотиков", "--format", "json")):
        raise SystemExit("The search found nothing.")
    if "unknown" in ask("library", "info", "--verbose"):
        raise SystemExit("Diagnostics do not know what the bundle is made of.")
    for suffix in ("docx", "html", "md"):
        note = folder / f"note.{suffix}"
        ask("export", document, "--to", note)
        say(f"note.{suffix}: {note.stat().st_size} bytes")


def main() -> int:
    """Run both trials; any failure ends in a sentence and 1."""
    program = Path(sys.argv[1]).resolve()
    size = sum(path.stat().st_size for path in program.parent.rglob("*") if not path.is_symlink())
    say(f"bundle: {size / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ = {
            **os.environ,
            "HOME": name,
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }
        export_notes(program, folder, environ)
        with screen(environ) as seen:
            open_window(program, seen)
    return 0


if __name__ == "__main__":
    sys.exit(main())
