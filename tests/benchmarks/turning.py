"""What a second document and another tab cost in the running window; prints a line for each.

    python -m tests.benchmarks.turning [ROUNDS]

From the command until both panes are painted: seconds of the clock, and of the processor in the window's
thread. The window is Briefer's own, with the process that reads for it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefer.app.assembly import Assembly
from briefer.app.resources import resource
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.gui.desktop import build
from briefer.gui.main_window import MainWindow
from briefer.gui.theme import new_application

PATIENCE = 60.0
WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
REST = 2.0  # seconds after which what follows a document is done


class Painted(QObject):
    """Tells when both panes have been painted with the document at hand, and it is another than before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._viewports = [pane.viewport() for pane in window.frame.reader._spread.panes]
        self._painted: set[QObject] = set()
        self._before: object = None
        for viewport in self._viewports:
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._window.workspace.document is not self._before:
            self._painted.add(watched)
        return False

    def measure(self, act: Callable[[], object]) -> tuple[float, float]:
        self._before = self._window.workspace.document
        self._painted.clear()
        began, worked = time.perf_counter(), time.thread_time()
        act()
        while len(self._painted) < len(self._viewports):
            QApplication.processEvents(WAITING)
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError
        return time.perf_counter() - began, time.thread_time() - worked


def rest(seconds: float = REST) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def say(name: str, taken: list[tuple[float, float]], goal: str = "") -> None:
    clock, work = (statistics.median(each[number] for each in taken) for number in (0, 1))
    sys.stdout.write(f"{name:<46}{clock * 1000:>9.0f} ms  {work * 1000:.0f} ms of work{goal}\n")
    sys.stdout.flush()


@contextmanager
def a_window(application: QApplication, folder: Path) -> Iterator[MainWindow]:
    assembly = Assembly(folder / "library", apart=True)
    settings = Settings(folder / "settings.json")
    parts = build(application, assembly, settings, Texts(resource("locale"), "en"))
    window = MainWindow(parts)
    window.show()
    yield window
    window.annotations.discard()
    window.close()
    parts.look.close()
    assembly.close()


def main() -> int:
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    application = new_application()
    text = resource("samples", "joint-statement.ru-en.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name, a_window(application, Path(name)) as window:
        files = [Path(name, f"{number}.txt") for number in range(rounds + 2)]
        for number, file in enumerate(files):
            file.write_text(text.replace("2019", str(2019 + number)), encoding="utf-8")
        painted = Painted(window)
        window.start(files[:1])
        rest()
        second = []
        for file in files[1:]:
            second.append(painted.measure(lambda file=file: window.open_files([file])))  # type: ignore[misc]
            rest()
        say("the second document, painted", second[:1], ", at most 300")
        say("a further document, painted", second[1:])
        count = len(window.workspace.shelf.tabs)
        turns = []
        for number in range(2 * rounds):
            turns.append(painted.measure(lambda number=number: window.workspace.turn(number % (count - 1))))  # type: ignore[misc]
            rest(0.2)
        say("another tab, painted", turns)
    return 0


if __name__ == "__main__":
    sys.exit(main())
