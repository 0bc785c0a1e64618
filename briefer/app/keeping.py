"""What a person does to the library as a collection, each step with a way back.

Describing documents anew, removing them, and folders of their own. A step that was taken can be
undone and done again as long as the program runs; what was removed waits in the trash besides.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefer.app.library import Library, LibraryChanged
from briefer.core.details import Details
from briefer.core.errors import BrieferError, FolderNameless
from briefer.core.folders import Folder, clean_name

if TYPE_CHECKING:
    from briefer.store.trash import Removed

HISTORY = 100
Deed = Callable[[], object]


class StepKind(StrEnum):
    """What a step does, to be told; `restore` and `empty` speak of the trash."""

    DESCRIBE = "describe"
    REMOVE = "remove"
    RESTORE = "restore"
    FOLDER_MADE = "folder-made"
    FOLDER_RENAMED = "folder-renamed"
    FOLDER_MOVED = "folder-moved"
    FOLDER_DELETED = "folder-deleted"
    FILED = "filed"
    UNFILED = "unfiled"


class Whereabouts(StrEnum):
    """Where a document is that was saved."""

    LIBRARY = "library"
    TRASH = "trash"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step that was taken: what it does, to how many documents, and both ways of it."""

    kind: StepKind
    count: int
    forth: Deed
    back: Deed


class Keeper:
    """Looks after the documents of a library. May be used from any thread, one at a time.

    What cannot be undone any more, because somebody else has changed what it was about, is
    forgotten, and the error is raised.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._done: list[KeptStep] = []
        self._undone: list[KeptStep] = []

    @property
    def last(self) -> KeptStep | None:
        """The step that `undo` takes back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> KeptStep | None:
        """The step that `redo` takes again."""
        return self._undone[-1] if self._undone else None

    def details(self, document_id: str) -> tuple[Details, Details]:
        """What a document goes by, and what its text itself says. Raises DocumentUnknown."""
        return self._library.store.details(document_id)

    def describe(self, document_id: str, details: Details) -> None:
        """Put a document's description right. Raises SymbolWrong, DocumentUnknown."""
        before, _read = self.details(document_id)
        self._do(
            StepKind.DESCRIBE,
            1,
            lambda: self._library.describe(document_id, details),
            lambda: self._library.describe(document_id, before),
        )

    def remove(self, document_ids: Sequence[str]) -> None:
        """Put documents into the trash."""
        trash, ids = self._library.store.trash, tuple(document_ids)
        self._do(StepKind.REMOVE, len(ids), lambda: trash.remove(ids), lambda: trash.restore(ids))

    def restore(self, document_ids: Sequence[str]) -> None:
        """Take documents out of the trash."""
        trash, ids = self._library.store.trash, tuple(document_ids)
        self._do(StepKind.RESTORE, len(ids), lambda: trash.restore(ids), lambda: trash.remove(ids))

    def whereabouts(self, document_id: str) -> Whereabouts:
        """Where a document is that was saved once."""
        removed = self._library.store.trash.holds(document_id)
        if removed is None:
            return Whereabouts.NOWHERE
        return Whereabouts.TRASH if removed else Whereabouts.LIBRARY

    def trash(self) -> list[Removed]:
        """What is in the trash, removed last first."""
        return self._library.store.trash.entries()

    def empty_trash(self, days: int = 0) -> int:
        """Delete for good what has been in the trash for so many days or longer; how many documents.

        This cannot be undone.
        """
        before = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days)
        gone = self._library.store.trash.empty(before)
        if gone:
            self._tell()
        return gone

    def make_folder(self, name: str, parent_id: str | None = None) -> Folder:
        """Make a folder of the person's own. Raises FolderNameless, FolderUnknown."""
        folder = Folder(uuid.uuid4().hex, _name(name), parent_id)
        folders = self._library.store.folders
        self._do(StepKind.FOLDER_MADE, 0, lambda: folders.add(folder), lambda: folders.delete(folder.id))
        return folder

    def rename_folder(self, folder_id: str, name: str) -> None:
        """Raises FolderNameless, FolderUnknown."""
        folders, wanted = self._library.store.folders, _name(name)
        before = next((each.name for each in folders.all() if each.id == folder_id), "")
        self._do(
            StepKind.FOLDER_RENAMED,
            0,
            lambda: folders.rename(folder_id, wanted),
            lambda: folders.rename(folder_id, before),
        )

    def move_folder(self, folder_id: str, parent_id: str | None) -> None:
        """Put a folder into another one, or at the top. Raises FolderUnknown, FolderWithinItself."""
        folders = self._library.store.folders
        before = next((each.parent_id for each in folders.all() if each.id == folder_id), None)
        if before != parent_id:
            self._do(
                StepKind.FOLDER_MOVED,
                0,
                lambda: folders.move(folder_id, parent_id),
                lambda: folders.move(folder_id, before),
            )

    def delete_folder(self, folder_id: str) -> None:
        """Delete a folder and those in it; their documents stay in the library. Raises FolderUnknown."""
        folders = self._library.store.folders
        trees = []

        def delete() -> None:
            trees.append(folders.delete(folder_id))

        self._do(StepKind.FOLDER_DELETED, 0, delete, lambda: folders.restore(trees[-1]))

    def file(self, folder_id: str, document_ids: Sequence[str]) -> None:
        """Put documents into a folder; they may be in others too. Raises FolderUnknown."""
        folders, added = self._library.store.folders, list[str]()

        def put() -> None:
            added[:] = folders.put(folder_id, document_ids)

        self._do(StepKind.FILED, len(document_ids), put, lambda: folders.take(folder_id, added))

    def unfile(self, folder_id: str, document_ids: Sequence[str]) -> None:
        """Take documents out of a folder."""
        folders, ids = self._library.store.folders, tuple(document_ids)
        self._do(
            StepKind.UNFILED,
            len(ids),
            lambda: folders.take(folder_id, ids),
            lambda: folders.put(folder_id, ids),
        )

    def undo(self) -> KeptStep | None:
        """Take the last step back and return it; None when there is none. Raises BrieferError."""
        return self._turn(self._done, self._undone, back=True)

    def redo(self) -> KeptStep | None:
        """Take the step again that was last undone, and return it. Raises BrieferError."""
        return self._turn(self._undone, self._done, back=False)

    def _do(
        self, kind: StepKind, count: int, forth: Callable[[], object], back: Callable[[], object]
    ) -> None:
        forth()
        self._done = [*self._done, KeptStep(kind, count, forth, back)][-HISTORY:]
        self._undone = []
        self._tell()

    def _turn(self, source: list[KeptStep], target: list[KeptStep], *, back: bool) -> KeptStep | None:
        if not source:
            return None
        step = source[-1]
        try:
            (step.back if back else step.forth)()
        except BrieferError:
            source.remove(step)
            raise
        target.append(source.pop())
        self._tell()
        return step

    def _tell(self) -> None:
        self._library.changed.tell(LibraryChanged(None))


def _name(name: str) -> str:
    cleaned = clean_name(name)
    if not cleaned:
        raise FolderNameless()
    return cleaned
