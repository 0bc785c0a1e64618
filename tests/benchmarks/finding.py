"""How long the window stands still while somebody types into the find bar; prints a line a needle.

    python -m tests.benchmarks.finding [PAIRS]

The document is made up, the window is Briefer's own; every needle is sought without the list and with it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from briefer.app.assembly import Assembly
from briefer.app.resources import resource
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.gui.desktop import build
from briefer.gui.main_window import MainWindow
from briefer.gui.theme import new_application
from tests.benchmarks.reader import long_document
from tests.benchmarks.stalls import Pulse

PAIRS = 20_000
WORDS = ("контроль", "ов", "control")  # typed letter by letter
STEPS = 8


class Typist:
    """Types into the find bar of a window, and goes on from hit to hit."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._searching = window.frame.reader.searching
        self._pulse = Pulse()

    def settle(self) -> None:
        """Wait until the document is set, read and known by its stems."""
        jobs, spread = self._window.parts.jobs, self._window.frame.reader._spread
        self._pulse.run(lambda: jobs.idle and not spread.busy and not self._searching.bar.waiting)

    def type(self, word: str, remark: str) -> None:
        field = self._searching.bar.field
        field.clear()
        self._pulse.run(lambda: True)
        for end in range(1, len(word) + 1):
            self._pulse_over(lambda end=end: field.setText(word[:end]))  # type: ignore[misc]  # bound here
            hits = self._searching.hits
            self._say(f"typing “{word[:end]}”, {remark}", f"{hits.total if hits else 0} hits")

    def go_on(self, remark: str) -> None:
        longest = work = 0.0
        for step in range(STEPS):
            self._pulse_over(lambda step=step: self._searching.step(-1 if step % 3 else 1))  # type: ignore[misc]
            longest, work = max(longest, self._pulse.longest), max(work, self._pulse.work)
        self._pulse.longest, self._pulse.work = longest, work
        self._say(f"going on, {remark}", f"the longest of {STEPS}")

    def _pulse_over(self, deed: Callable[[], object]) -> None:
        """Do something in the loop, as a key does it, and let it be painted."""
        QTimer.singleShot(0, deed)
        self._pulse.run(lambda: True)

    def _say(self, words: str, remark: str) -> None:
        stall, work = (1000 * each for each in (self._pulse.longest, self._pulse.work))
        sys.stdout.write(f"{words:<46}{stall:>9.0f} ms  longest stall ({work:.0f} ms of work), {remark}\n")
        sys.stdout.flush()


def measure(pairs: int) -> None:
    application = new_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        assembly = Assembly(folder / "library")
        settings = Settings(folder / "settings.json")
        parts = build(application, assembly, settings, Texts(resource("locale"), "en"))
        window = MainWindow(parts)
        window.show()
        window.start()
        window.workspace.bring(long_document(pairs))
        typist = Typist(window)
        window.acts["find"].trigger()
        window.frame.reader.searching.bar.field.setText("о")
        typist.settle()
        for remark in ("no list", "list"):
            if remark == "list":
                window.acts["find-list"].trigger()
            for word in WORDS:
                typist.type(word, remark)
            typist.go_on(remark)
        window.close()
        parts.look.close()
        assembly.close()


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS)
