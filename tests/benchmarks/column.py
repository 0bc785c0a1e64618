"""How long the window's event loop stands still while the library's column is filled; a line a deed.

    python -m tests.benchmarks.column [DOCUMENTS]

The documents are made up, the column and its threads are the window's own.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


from briefer.app.library import Library, LibraryChanged
from briefer.app.model import DocumentSummary
from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.core.folders import Folder
from briefer.gui.jobs import Jobs
from briefer.gui.library.order import Order
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.theme import Theme, new_application, palette
from tests.benchmarks.stalls import Pulse

ORGANS = (
    "Commission on Narcotic Drugs",
    "Third Committee",
    "Economic and Social Council",
    "Security Council",
)


class MadeUp(Library):
    """Lists so many documents without having them."""

    def __init__(self, folder: Path, count: int) -> None:
        super().__init__(folder)
        self.listed = [made_up(number) for number in range(count)]

    def summaries(self) -> list[DocumentSummary]:
        return list(self.listed)

    def folders(self) -> list[Folder]:
        return [Folder("f1", "Red lines"), Folder("f2", "Week 10", "f1")]


def made_up(number: int) -> DocumentSummary:
    session = number // 150
    return DocumentSummary(
        id=f"{number:032x}",
        title=f"Draft resolution on matter {number} of some importance to all parties concerned",
        symbol=f"E/CN.7/{2000 + session % 25}/L.{number % 150}" if number % 3 else None,
        date=datetime.date(2000 + session % 25, 3, 1 + number % 28),
        languages=("ru", "en"),
        organ=ORGANS[number % 4],
        session=str(session),
        agenda_item=str(number % 9) if number % 2 else None,
        added=f"2025-04-01T00:00:{number:06}",
        place="Vienna",
        folders=("f2",) if number % 50 == 0 else (),
    )


def measure(count: int) -> None:
    application = new_application()
    texts = Texts(resource("locale"))
    with TemporaryDirectory() as name:
        library = MadeUp(Path(name), count)
        jobs = Jobs()
        panel = LibraryPanel(library, jobs, texts, palette(Theme.LIGHT))
        panel.resize(260, 900)
        panel.show()
        pulse = Pulse()

        def run(words: str, deed: Callable[[], object], there: Callable[[], bool]) -> None:
            deed()
            seconds = pulse.run(lambda: jobs.idle and there())
            stall, work = (round(1000 * each) for each in (pulse.longest, pulse.work))
            say(f"{words:<20} {1000 * seconds:6.0f} ms till there, longest stall {stall}, of work {work} ms")

        def listed() -> int:
            return len(panel.model.summaries)

        say(f"Library column, {count} documents")
        run("first list", panel.refresh, lambda: listed() == count)
        for number in range(2):
            library.listed.append(made_up(count + number))
            run(
                "one more document",
                lambda: library.changed.tell(LibraryChanged(None)),
                lambda: listed() == len(library.listed),
            )
        rows = panel.model.rowCount()
        run("filter", lambda: panel.filter.setText("matter 77"), lambda: panel.model.rowCount() < rows)
        run("filter cleared", lambda: panel.filter.setText(""), lambda: panel.model.rowCount() == rows)
        run("sorted by title", lambda: panel.sort(Order.TITLE), lambda: panel.model.order is Order.TITLE)
        panel.close_down()
        panel.close()
    del application


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
