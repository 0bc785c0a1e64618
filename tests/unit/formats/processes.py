"""What other processes do, for tests of what starts and ends them."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

SECONDS = 10.0


def gone(process: int, seconds: float = SECONDS) -> bool:
    """Whether the process has ended, or does so within `seconds`; one to be buried has ended."""
    until = time.monotonic() + seconds
    while _state(process):
        if time.monotonic() > until:
            return False
    return True


def written(path: Path, seconds: float = SECONDS) -> str:
    """What another process writes to `path`; "" if nothing does within `seconds`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if path.exists() and (text := path.read_text()):
            return text
    return ""


def _state(process: int) -> str:
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True)
    state = told.stdout.strip()
    return "" if state.startswith("Z") else state
