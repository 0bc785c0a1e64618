"""One window, from the start of its process until it is painted; prints the seconds.

First those of the clock, then those of the processor in this process alone.

    python -m tests.benchmarks.painted STARTED [FILE]

STARTED is the time at which the process was asked for (seconds since the epoch). Without FILE it is an empty
QMainWindow, with it Briefer's own window with that document in it: both texts and the ribbon between them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def report(started: float, widgets: Sequence[QWidget]) -> None:
    """Print once all `widgets` have been painted from now on; then end, without farewells."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def __init__(self, parent: QObject) -> None:
            super().__init__(parent)
            self.waiting = list(widgets)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and watched in self.waiting:
                self.waiting = [widget for widget in self.waiting if widget is not watched]
                if not self.waiting:
                    QTimer.singleShot(0, tell)  # when it has painted, too
            return False

    def tell() -> None:
        sys.stdout.write(f"{time.time() - started:.4f} {time.process_time():.4f}\n")
        sys.stdout.flush()
        os._exit(0)

    watch = Watch(widgets[0])
    for widget in widgets:
        widget.installEventFilter(watch)


def empty_window(started: float) -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    report(started, [window])
    window.show()
    return application.exec()


def document_window(started: float, path: Path) -> int:
    """The program itself; nothing is loaded before it would load it."""
    from briefer.__main__ import main as run
    from briefer.gui import loading

    load_qt = loading.load_qt

    def loaded() -> None:
        load_qt()
        watch(started)

    loading.load_qt = loaded
    with tempfile.TemporaryDirectory() as library:
        sys.argv = ["briefer", "--library", library, "--lang", "en", str(path)]
        return run()


def watch(started: float) -> None:
    """Report once the first document is painted; that it is shown is known nowhere else."""
    from briefer.app.model import OpenDocument
    from briefer.gui.reader.view import ReaderView

    show_document = ReaderView.show_document

    def shown(self: ReaderView, opened: OpenDocument | None) -> None:
        show_document(self, opened)
        if opened is not None:
            spread = self._spread
            report(started, [*(pane.viewport() for pane in spread.panes), spread.ribbon])

    ReaderView.show_document = shown  # type: ignore[method-assign]


def main() -> int:
    started = float(sys.argv[1])
    return document_window(started, Path(sys.argv[2])) if sys.argv[2:] else empty_window(started)


if __name__ == "__main__":
    sys.exit(main())
