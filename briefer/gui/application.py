"""The way into the window: the reading process is started before anything else is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefer.app.collecting import hold
from briefer.app.engine_start import start_engine


def run(paths: Sequence[Path], library: Path | None = None, language: str | None = None) -> int:
    """Open the window with `paths` in it, or let a running one open them; the exit code.

    What stands in the way (a missing file, no display, a missing library of the system) is
    told in a line on standard error, with exit code 1.
    """
    hold()
    with start_engine() as engine:
        from briefer.gui.beginning import begin

        try:
            return begin(paths, library, language, engine)
        finally:
            engine.kill()  # whoever has used it has ended it before
