"""Starts parsing processes: by which command, in which surroundings.

A process is given nothing of the user's: no terminal, no folder, no file but its pipes, and of
the environment only what the program needs to run.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from briefer.formats.ocr import tessdata_folder
from briefer.formats.places import module_paths
from briefer.formats.worker import ARGUMENT

# What a system or a way of packing programs needs.
_KEPT = ("LD_LIBRARY_PATH", "SYSTEMROOT")


def command(*arguments: str) -> list[str]:
    """What starts a parsing process with these arguments of `worker`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT, *arguments]
    return [sys.executable, "-P", "-B", "-X", "utf8", "-m", "briefer.formats.worker", *arguments]


def environment(of: Mapping[str, str]) -> dict[str, str]:
    """What a parsing process gets of the environment `of` this one.

    It finds modules, and the data for recognising text, where this process does; nothing else
    that steers Python goes over.
    """
    kept = {name: of[name] for name in _KEPT if name in of}
    if (data := tessdata_folder()) is not None:
        kept["TESSDATA_PREFIX"] = str(data)
    if not getattr(sys, "frozen", False):
        kept["PYTHONPATH"] = os.pathsep.join(module_paths())
    return kept


def start(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    """The process that the command `arguments` starts.

    On Linux it ends with the thread that calls this.
    """
    return subprocess.Popen(  # noqa: S603 - the program itself, with no argument of the user's
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(os.environ),
        cwd=None if sys.platform == "win32" else os.sep,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it may have started; it is no zombie afterwards."""
    if process.returncode is None and sys.platform != "win32":
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)  # its own group, since it is its session's first
    process.kill()
    process.wait()
