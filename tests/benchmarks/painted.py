"""One window, from the start of its process until it is painted; prints the seconds.

First those of the clock, then those of the processor in this process alone.

    python -m tests.benchmarks.painted STARTED [FILE]

STARTED is the time at which the process was asked for (seconds since the epoch). Without FILE it is an empty
QMainWindow, with it Briefer's own window with that document in it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path


def report(started: float) -> None:
    """Print once what is waiting to be painted has been; then end, without farewells."""
    from PySide6.QtCore import QTimer

    def tell() -> None:
        sys.stdout.write(f"{time.time() - started:.4f} {time.process_time():.4f}\n")
        sys.stdout.flush()
        os._exit(0)

    # A timer without delay fires after what was posted before it, and painting is posted.
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, tell))


def empty_window(started: float) -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.show()
    report(started)
    return application.exec()


def document_window(started: float, path: Path) -> int:
    from briefer.app.model import OpenDocument
    from briefer.gui.application import run
    from briefer.gui.reader.view import ReaderView

    show_document = ReaderView.show_document

    def shown(self: ReaderView, opened: OpenDocument | None) -> None:
        show_document(self, opened)
        if opened is not None:
            report(started)

    ReaderView.show_document = shown  # type: ignore[method-assign]  # the moment is known nowhere else
    with tempfile.TemporaryDirectory() as library:
        return run([path], Path(library), "en")


def main() -> int:
    started = float(sys.argv[1])
    return document_window(started, Path(sys.argv[2])) if sys.argv[2:] else empty_window(started)


if __name__ == "__main__":
    sys.exit(main())
