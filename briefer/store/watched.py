"""Which folders of the file system the library watches, and what of them it has looked at."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from briefer.store.documents import moment
from briefer.store.schema import watched_files, watched_folders
from briefer.store.transactions import Transactions

Signature = tuple[int, int]  # size in bytes, time of the last change in nanoseconds


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    id: str
    path: Path


class WatchStore:
    """Every method has its changes on disk when it returns, and raises LibraryError."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def folders(self) -> list[WatchedFolder]:
        """In the order in which they were added."""
        listed = select(watched_folders).order_by(watched_folders.c.added, watched_folders.c.id)
        with self._transactions.reading() as connection:
            return [WatchedFolder(row.id, Path(row.path)) for row in connection.execute(listed)]

    def add(self, path: Path) -> WatchedFolder:
        """Watch a folder from now on; one that is watched already stays as it is."""
        known = next((folder for folder in self.folders() if folder.path == path), None)
        if known is not None:
            return known
        folder = WatchedFolder(uuid.uuid4().hex, path)
        with self._transactions.writing() as connection:
            values = {"id": folder.id, "path": str(path), "added": moment()}
            connection.execute(insert(watched_folders).values(**values))
        return folder

    def remove(self, folder_id: str) -> None:
        """Watch a folder no more; what came from it stays in the library."""
        with self._transactions.writing() as connection:
            connection.execute(delete(watched_folders).where(watched_folders.c.id == folder_id))

    def seen(self, folder_id: str) -> dict[Path, Signature]:
        """What was looked at in a folder, and how it was then."""
        listed = select(watched_files).where(watched_files.c.folder_id == folder_id)
        with self._transactions.reading() as connection:
            rows = connection.execute(listed).all()
            return {Path(json.loads(row.path)): (row.size, row.modified) for row in rows}

    def remember(self, folder_id: str, files: Mapping[Path, Signature]) -> None:
        """These have been looked at as they are now."""
        with self._transactions.writing() as connection:
            known = select(watched_folders.c.id).where(watched_folders.c.id == folder_id)
            if connection.scalar(known) is None:
                return
            for path, (size, modified) in files.items():
                values = {"size": size, "modified": modified}
                keys = {"folder_id": folder_id, "path": json.dumps(str(path))}
                statement = insert(watched_files).values(**keys, **values)
                connection.execute(statement.on_conflict_do_update(set_=values))
