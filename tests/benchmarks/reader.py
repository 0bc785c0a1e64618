"""What reading long documents costs: first paint, frames, changes, memory, and whether rows are level.

    python -m tests.benchmarks.reader [PAIRS …]

Every size is measured in a process of its own, in a real window of Briefer's reader. Beside the time of the
clock stands the processor time of the window's thread, which a busy machine does not stretch.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from briefer.app.model import OpenDocument
from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance, Theme, new_application
from tests.benchmarks.library_of import WORDS

ROOT = Path(__file__).resolve().parents[2]
SIZES = (5_000, 20_000)
LETTERS = 400
KINDS = (Kind.BODY, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM, Kind.OPERATIVE, Kind.HEADING)
FRAMES = 150
WIDTHS = (900, 1366, 1920, 3000, 1280)
PATIENCE = 120.0


def long_document(pairs: int) -> OpenDocument:
    """So many pairs of some 400 letters a paragraph; every ninth bead is not one to one."""
    chance = random.Random(pairs)  # noqa: S311 - the same text at every run, not a secret
    sides: tuple[list[Paragraph], list[Paragraph]] = ([], [])
    beads = []

    def add(side: int, count: int) -> tuple[int, ...]:
        own = sides[side]
        for _ in range(count):
            words = chance.choices(
                WORDS["en" if side else "ru"], k=round(LETTERS / 12 * chance.uniform(0.5, 1.5))
            )
            kind = KINDS[len(own) % len(KINDS)]
            own.append(Paragraph(kind, " ".join(words).capitalize() + ".", str(len(own) + 1)))
        return tuple(range(len(own) - count, len(own)))

    for number in range(pairs):
        left, right = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))[number // 9 % 5] if number % 9 == 8 else (1, 1)
        beads.append(Bead(add(0, left), add(1, right), 0.95))
    versions = (Version("ru", tuple(sides[0])), Version("en", tuple(sides[1])))
    return OpenDocument(Document((), Masthead(), versions, Bitext("ru", "en", tuple(beads))))


def first_line(pane: QTextEdit, index: int) -> int:
    """Where Qt has the caret before a paragraph's first letter, in pixels of the viewport."""
    return pane.cursorRect(QTextCursor(pane.document().findBlockByNumber(index))).top()


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the clock and of the processor."""

    wall: float
    work: float


def costs(act: Callable[[], object]) -> Cost:
    began, worked = time.perf_counter(), time.thread_time()
    act()
    return Cost(time.perf_counter() - began, time.thread_time() - worked)


class Bench:
    """One reader, and the greatest level error of any frame that was looked at."""

    def __init__(self, pairs: int) -> None:
        self.pairs = pairs
        self.error = 0.0
        self.view = ReaderView(Texts(resource("locale"), "en"))
        self.view.resize(1366, 768)
        self.view.show()
        self.paint()

    def paint(self) -> None:
        """Let what was asked for be painted, and nothing that can wait."""
        QCoreApplication.sendPostedEvents()

    def look(self) -> None:
        spread = self.view._spread
        level = self.view.arrangement.layout is Layout.LEVEL
        if spread.rows is None or not spread.rows.aligned or not level:
            return
        first, last = spread.in_sight()
        for bead in spread.rows.beads[first : last + 1]:
            if bead.matched:
                left, right = (
                    first_line(p, i[0]) for p, i in zip(spread.panes, (bead.left, bead.right), strict=True)
                )
                self.error = max(self.error, float(abs(left - right)))

    def settle(self) -> tuple[float, Cost]:
        """Let the slices end; the longest stall of the window meanwhile, and what all of it cost."""
        began = time.perf_counter()
        longest = 0.0

        def turn() -> None:
            nonlocal longest
            while self.view._spread.busy and time.perf_counter() - began < PATIENCE:
                one = costs(lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents))
                longest = max(longest, one.work)
                self.look()

        cost = costs(turn)
        return longest, cost

    def change(
        self, name: str, act: Callable[[], object], goal: str = "at most 300 ms, no stall over 100"
    ) -> None:
        def shown() -> None:
            act()
            self.paint()

        first = costs(shown)
        self.look()
        longest, rest = self.settle()
        say(
            f"{self.pairs} pairs: {name}",
            first,
            f"{goal}; longest slice {longest * 1000:.0f} ms, all slices {rest.work:.1f} s of work",
        )

    def frames(self, name: str, start: float, step: int) -> None:
        """Scroll on from a part of the document, and say what 95 of 100 frames stay below."""
        bar = self.view._spread.panes[0].verticalScrollBar()
        bar.setValue(round(bar.maximum() * start))
        self.paint()
        taken = []
        for _ in range(FRAMES):

            def scroll() -> None:
                bar.setValue(bar.value() + step)
                self.paint()

            taken.append(costs(scroll))
            self.look()
        wall, work = (
            sorted(getattr(one, what) for one in taken)[round(FRAMES * 0.95)] for what in ("wall", "work")
        )
        say(f"{self.pairs} pairs: frame, {name}", Cost(wall, work), "p95; at most 16 ms")


def say(name: str, cost: Cost, remark: str = "") -> None:
    sys.stdout.write(f"{name:<46}{cost.wall * 1000:>9.1f} ms {cost.work * 1000:>8.1f} ms of work  {remark}\n")
    sys.stdout.flush()


def resident() -> float:
    """The memory of this process, in MB; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def measure(pairs: int) -> None:
    application = new_application()
    document = long_document(pairs)
    bench = Bench(pairs)
    goal = "at most 500 ms" if pairs <= SIZES[0] else "at most 1000 ms"
    bench.change("first paint", lambda: bench.view.show_document(document), goal)
    bench.frames("wheel, at the top", 0.0, 60)
    bench.frames("wheel, in the middle", 0.5, 60)
    bench.frames("pages, upwards", 0.8, -600)
    count = len(document.document.versions[1].paragraphs)
    bench.change("to a far passage", lambda: bench.view.go_to("en", count * 9 // 10))
    for theme in (Theme.DARK, Theme.LIGHT):
        bench.change(f"theme {theme}", lambda theme=theme: bench.view.set_appearance(Appearance(theme)))  # type: ignore[misc]  # bound here
    bench.change("larger text", lambda: bench.view.set_appearance(Appearance(point_size=14)))
    for width in WIDTHS:
        bench.change(f"width {width}", lambda width=width: bench.view.resize(width, 768))  # type: ignore[misc]
    for layout in (Layout.FLOW, Layout.RIGHT, Layout.LEVEL):
        bench.change(f"layout {layout}", lambda layout=layout: bench.view.arrange(Arrangement(layout)))  # type: ignore[misc]
    memory = f"{resident():.0f} MB"
    most = "at most 300 MB" if pairs <= SIZES[0] else "at most 800 MB"
    sys.stdout.write(f"{pairs} pairs: memory of the process{'':<14}{memory:>12}  {most}\n")
    sys.stdout.write(f"{pairs} pairs: greatest level error seen{'':<13}{bench.error:>9.2f} px  0\n")
    sys.stdout.flush()
    bench.view.close()
    application.processEvents()


def measure_reader(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the figures, every size measured in a process of its own."""
    for pairs in sizes:
        subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.reader", "--one", str(pairs)], cwd=ROOT, check=True
        )


def main() -> int:
    sizes = tuple(int(word) for word in sys.argv[1:] if word.isdigit()) or SIZES
    if "--one" in sys.argv:
        measure(sizes[0])
    else:
        measure_reader(sizes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
