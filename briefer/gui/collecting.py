"""Lets Python collect its garbage in the window's thread only, and when the loop has nothing else to do.

Python collects wherever memory is asked for, jobs' threads included, and what it finds in circles may hold
objects of Qt's, which must not be destroyed outside their own thread: once in some thousand steps of a walk
over all actions the program ended so. As a gift, no frame waits for a collection either.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot

# After how many new objects, and then collections of the younger, a generation is due: Python's own measure.
_DUE = (700, 10, 10)


class Collecting(QObject):
    """Collects before the loop of the thread that makes it goes to sleep, until it is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # modules and functions stay anyway: nobody need look at them again and again
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.aboutToBlock.connect(self._collect)

    def close(self) -> None:
        """Give the collecting back to Python."""
        self._dispatcher.aboutToBlock.disconnect(self._collect)
        gc.unfreeze()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > _DUE[generation]:
                gc.collect(generation)
                return
