"""Tries from inside the jail what the jail forbids, so that nobody need believe that it holds.

Meant for the diagnostics and for tests: each attempt is harmless where it succeeds, and undone.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefer.formats.jail.layers import Layers

NETWORK, WRITING, READING, PROGRAMS, PROCESSES, SIGNALS, MEMORY = (
    "network",
    "writing",
    "reading",
    "programs",
    "processes",
    "signals",
    "memory",
)


def probed(layers: Layers, folder: Path, file: Path) -> Layers:
    """`layers` with what was refused and what was possible.

    A file is made in `folder`, which the user may write to, and `file`, which the user may read
    and which is no part of the program, is opened.
    """
    refused, possible = [], []
    for name, attempt in _attempts(folder, file).items():
        try:
            attempt()
        except (OSError, MemoryError):
            refused.append(name)
        else:
            possible.append(name)
    return replace(layers, refused=tuple(refused), possible=tuple(possible))


def _attempts(folder: Path, file: Path) -> Mapping[str, Callable[[], object]]:
    return {
        NETWORK: _connect,
        WRITING: lambda: _write(folder),
        READING: lambda: file.open("rb").close(),
        PROGRAMS: _run,
        PROCESSES: _fork,
        SIGNALS: lambda: os.kill(os.getppid(), 0),
        MEMORY: lambda: bytearray(2 << 30),
    }


def _connect() -> None:
    with suppress(ConnectionError, TimeoutError), socket.socket() as one:
        one.settimeout(0.2)
        one.connect(("127.0.0.1", 9))


def _write(folder: Path) -> None:
    path = folder / f".briefer-probe-{os.getpid()}"
    path.touch(exist_ok=False)
    path.unlink()


def _run() -> None:
    if sys.platform == "win32":
        import subprocess

        subprocess.run([sys.executable, "--version"], check=False, capture_output=True)
        return
    process = os.posix_spawn(sys.executable, [sys.executable, "--version"], {})
    os.waitpid(process, 0)


def _fork() -> None:
    if sys.platform == "win32":
        return
    if not (process := os.fork()):
        os._exit(0)
    os.waitpid(process, 0)
