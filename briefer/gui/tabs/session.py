"""The tabs and places from one day to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from briefer.app.settings import RESUME, Settings
from briefer.app.state import Kept, Spot, State, StateFile
from briefer.gui.reader.place import Place
from briefer.gui.reader.whereabouts import Top, Whereabouts
from briefer.gui.shelf import Tab
from briefer.gui.tabs.desk import TabsDesk
from briefer.gui.workspace import Workspace

PAUSE = 2_000  # milliseconds after which what has changed is written


class SessionDesk(QObject):
    """Notes where the reader is in each document, and what stands open, and brings both back."""

    def __init__(self, file: StateFile, workspace: Workspace, tabs: TabsDesk, settings: Settings) -> None:
        super().__init__(tabs)
        self._file = file
        self._workspace = workspace
        self._tabs = tabs
        self._settings = settings
        self._state: State | None = None  # not read yet
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._write)
        tabs.left.connect(self._note)
        workspace.shelved.connect(self._changed)

    def restore(self, *, read: bool = True) -> None:
        """Put the tabs of the last session up, if that is wished for.

        The one at hand is read at once, unless something else is about to be opened.
        """
        state = self._read()
        shelf = self._workspace.shelf
        if shelf.tabs:
            return
        wanted = self._settings.get(RESUME)
        tabs = [Tab(kept) for kept in state.tabs] if wanted else []
        shelf.restore(tabs, state.active, [Tab(kept) for kept in state.closed])
        if tabs and read:
            self._workspace.come()
        else:
            self._workspace.shelved.emit()

    def recall(self) -> None:
        """Take the place that was noted for the document at hand, when it has come just now."""
        tab = self._workspace.shelf.tab
        if tab is None or tab.opened is None or tab.whereabouts is not None:
            return
        spot = self._read().places.get(tab.kept.key)
        if spot is not None:
            tab.whereabouts = _whereabouts(spot)

    def close(self) -> None:
        """Note everything as it is now, and write it."""
        self._tabs.note_place()
        self._write()

    def _read(self) -> State:
        if self._state is None:
            self._state = self._file.read()
        return self._state

    @Slot(object)
    def _note(self, tab: Tab) -> None:
        spot = _spot(tab.whereabouts) if tab.whereabouts else None
        if spot is not None:
            self._state = self._read().with_place(tab.kept.key, spot)

    @Slot()
    def _changed(self) -> None:
        self._pause.start()

    @Slot()
    def _write(self) -> None:
        self._pause.stop()
        shelf = self._workspace.shelf
        tabs = tuple(tab.kept for tab in shelf.tabs if _found_again(tab.kept))
        active = shelf.tab.kept if shelf.tab else None
        self._state = State(
            tabs,
            tabs.index(active) if active in tabs else 0,
            tuple(tab.kept for tab in shelf.closed if _found_again(tab.kept)),
            self._read().places,
        )
        self._file.write(self._state)


def _found_again(kept: Kept) -> bool:
    return kept.id is not None or bool(kept.files)


def _spot(where: Whereabouts) -> Spot | None:
    language = where.place.language if where.place else where.tops[0].language if where.tops else None
    if language is None:
        return None
    top = next((top for top in where.tops if top.language == language), None)
    index = where.place.index if where.place else None
    return Spot(language, index, top.index, top.pixels) if top else Spot(language, index)


def _whereabouts(spot: Spot) -> Whereabouts:
    place = Place(None, spot.language, spot.index) if spot.index is not None else None
    tops = (Top(spot.language, spot.top, spot.pixels),) if spot.top is not None else ()
    return Whereabouts(place, tops)
