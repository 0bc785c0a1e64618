"""Chooses the window or the command line; nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """Run the program; the exit code of the process."""
    if sys.argv[1:2] == ["--briefer-worker"]:  # a bundle has no other way to start its parser
        from briefer.formats.worker import main as work

        return work()
    if sys.argv[1:2] == ["--briefer-engine"]:
        from briefer.app.engine_entry import main as serve

        return serve()
    from briefer.app.collecting import hold

    hold()  # until a command begins its work, or the window has begun it
    from briefer.cli.program import run as follow

    return follow(sys.argv[1:], _window)


def _window(paths: Sequence[Path], library: Path | None, language: str | None) -> int:
    from briefer.gui.application import run

    return run(paths, library, language)


if __name__ == "__main__":
    sys.exit(main())
