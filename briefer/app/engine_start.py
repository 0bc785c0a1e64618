"""Starts the reading process, and loads nothing for it: so it can be the first that a program does."""

from __future__ import annotations

import subprocess
import sys

ARGUMENT = "--briefer-engine"  # starts the reading process where nothing else can be called


def start_engine() -> subprocess.Popen[bytes]:
    """The process, which gets ready and then reads requests (`engine_messages`); it ends with its input."""
    return subprocess.Popen(  # noqa: S603 - the program itself, with no argument of the user's
        _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-P", "-X", "utf8", "-m", "briefer.app.engine_entry"]
