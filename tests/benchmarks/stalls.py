"""How long the window's event loop stands still while files open; prints a line a file.

    python -m tests.benchmarks.stalls FILE…

A timer asks for every pass of the loop; the longest time between two passes is the longest
stall that a person could feel. The window is Briefer's own, with the process that reads for it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from briefer.app.assembly import Assembly
from briefer.app.resources import resource
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.gui.desktop import build
from briefer.gui.main_window import MainWindow
from briefer.gui.theme import new_application

PATIENCE = 120.0
REST = 0.5


class Pulse:
    """Keeps the longest pause between two passes of the event loop, and the most work in one.

    `longest` is what a person feels, seconds of the clock, and grows on a busy machine; `work` is
    the window's own part of it, seconds of its thread's processor time.
    """

    def __init__(self) -> None:
        self.longest = self.work = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)

    def run(self, until: Callable[[], bool]) -> float:
        """Let the loop run until the condition holds and half a second longer; the seconds till then."""
        self.longest = self.work = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        began, held = self._last, 0.0
        loop = QEventLoop()

        def look() -> None:
            nonlocal held
            now = time.perf_counter()
            if not held and (until() or now - began > PATIENCE):
                held = now
            if held and now - held > REST:
                loop.quit()

        self._timer.timeout.connect(look)
        self._timer.start()
        loop.exec()
        self._timer.stop()
        self._timer.timeout.disconnect(look)
        return held - began

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.work = max(self.work, worked - self._worked)
        self._last, self._worked = now, worked


def measure(paths: list[Path]) -> None:
    application = new_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        assembly = Assembly(folder / "library", apart=True)
        settings = Settings(folder / "settings.json")
        parts = build(application, assembly, settings, Texts(resource("locale"), "en"))
        window = MainWindow(parts)
        window.show()
        window.start()
        assembly.reader.warm()
        pulse = Pulse()
        pulse.run(lambda: parts.jobs.idle)
        for path in paths:
            before = window.workspace.document
            window.frame.notices.clear()
            window.open_files([path])
            took = pulse.run(
                lambda before=before: (
                    window.workspace.document is not before  # type: ignore[misc]  # bound here
                    or bool(window.frame.notices.offers)
                )
            )
            document = window.workspace.document
            count = sum(len(v.paragraphs) for v in document.document.versions) if document else 0
            sys.stdout.write(
                f"{path.name[:44]:<46}{pulse.longest * 1000:>9.0f} ms  "
                f"longest stall ({pulse.work * 1000:.0f} ms of work), "
                f"{took:.2f} s to open {count} paragraphs\n"
            )
            sys.stdout.flush()
        window.annotations.discard()
        window.close()
        parts.look.close()
        assembly.close()


if __name__ == "__main__":
    measure([Path(name) for name in sys.argv[1:]])
