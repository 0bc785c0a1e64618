"""What the documents of a library teach those that are aligned after them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefer.app.library import BUSY_SECONDS, Library
from briefer.core.align.teaching import Taught, taught_pairs
from briefer.core.errors import LibraryError

if TYPE_CHECKING:
    from briefer.store.lessons import State


class LibraryLessons:
    """Learns from a library's beads, anew when these have changed. May be used from any thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._state: tuple[State, str | None] | None = None
        self._taught = Taught()

    def taught(self, apart_from: str | None = None) -> Taught:
        """Pairs of stems from beads that are sure, or made by hand, of all documents but one.

        The same library teaches the same. One that cannot be read teaches nothing: who uses it will be told.
        """
        from briefer.store.lessons import LessonStore
        from briefer.store.revisions import DATABASE

        store = LessonStore(self._library.folder / DATABASE, BUSY_SECONDS)
        with self._lock:
            try:
                state = store.state(), apart_from
                if state != self._state:
                    found = store.lessons(apart_from)
                    self._taught = Taught(
                        {" ".join(languages): taught_pairs(lessons) for languages, lessons in found.items()}
                    )
                    self._state = state
            except LibraryError:
                return Taught()
            return self._taught
