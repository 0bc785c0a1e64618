"""Wishes at widgets that are there from the first, for desks that are made later."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, SignalInstance, Slot

if TYPE_CHECKING:
    from briefer.gui.frame import Frame
    from briefer.gui.search.field import SearchField


class Wishes(QObject):
    """Has the desks made by the first of these signals, which comes again then for those who listen since.

    Until then nobody else may listen to any of them: they would hear that one twice. It comes again between
    two events, and not within the one in which it came: making the desks adds to those who watch widgets.
    """

    def __init__(
        self, signals: Iterable[SignalInstance], make: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._come: list[tuple[SignalInstance, tuple[object, ...]]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._answer)
        self._watched = [(signal, signal.connect(partial(self._take, signal))) for signal in signals]

    def end(self) -> None:
        """The desks are there and hear for themselves; what has come before comes again."""
        watched, self._watched = self._watched, []
        for signal, connection in watched:
            signal.disconnect(connection)

    def drop(self) -> None:
        """There will be no desks any more."""
        self.end()
        self._soon.stop()
        self._come.clear()

    def _take(self, signal: SignalInstance, *values: object) -> None:
        self._come.append((signal, values))
        self._soon.start(0)

    @Slot()
    def _answer(self) -> None:
        self._make()
        come, self._come = self._come, []
        for signal, values in come:
            signal.emit(*values)


def late_wishes(frame: Frame, search: SearchField) -> tuple[SignalInstance, ...]:
    """What somebody can wish for in the window from the first that only a desk of `afterwards` answers."""
    library, tree, reader = frame.library, frame.library.view, frame.reader
    return (
        *(library.import_wanted, library.more.clicked, library.troubled),
        *(tree.files_dropped, tree.filed, tree.remove_wanted, tree.rename_wanted),
        *(tree.undo_wanted, tree.redo_wanted, tree.customContextMenuRequested),
        *(reader.link_activated, reader.surface.note_activated),
        *(search.returnPressed, search.help_wanted, search.list_wanted, frame.header.newer_wanted),
        reader.searching.bar.entered,
        *(frame.saved.wanted, frame.saved.drop_wanted, frame.saved.rename_wanted),
    )
