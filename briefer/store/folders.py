"""The person's own folders in the library's database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from briefer.core.errors import FolderUnknown, FolderWithinItself
from briefer.core.folders import Folder, FolderTree, within
from briefer.store.schema import documents, folder_documents, folders
from briefer.store.transactions import Transactions


class FolderStore:
    """Every method has its changes on disk when it returns, and raises LibraryError."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> list[Folder]:
        """All folders by name."""
        with self._transactions.reading() as connection:
            return _all(connection)

    def add(self, folder: Folder) -> None:
        """Make a folder. Raises FolderUnknown when its parent is not there."""
        with self._transactions.writing() as connection:
            if folder.parent_id is not None:
                _require(connection, folder.parent_id)
            values = {"id": folder.id, "parent_id": folder.parent_id, "name": folder.name}
            connection.execute(insert(folders).values(**values))

    def rename(self, folder_id: str, name: str) -> str:
        """Returns the name before. Raises FolderUnknown."""
        with self._transactions.writing() as connection:
            before = _require(connection, folder_id)
            connection.execute(update(folders).where(folders.c.id == folder_id).values(name=name))
            return before.name

    def move(self, folder_id: str, parent_id: str | None) -> str | None:
        """Put a folder into another one, or at the top; returns the parent before.

        Raises FolderUnknown, FolderWithinItself.
        """
        with self._transactions.writing() as connection:
            before = _require(connection, folder_id)
            if parent_id is not None:
                _require(connection, parent_id)
                if any(inner.id == parent_id for inner in within(_all(connection), folder_id)):
                    raise FolderWithinItself(name=before.name)
            connection.execute(update(folders).where(folders.c.id == folder_id).values(parent_id=parent_id))
            return before.parent_id

    def delete(self, folder_id: str) -> FolderTree:
        """Delete a folder with those inside it, not their documents; returns what `restore` takes.

        Raises FolderUnknown.
        """
        with self._transactions.writing() as connection:
            _require(connection, folder_id)
            tree = within(_all(connection), folder_id)
            ids = [folder.id for folder in tree]
            listed = select(folder_documents).where(folder_documents.c.folder_id.in_(ids))
            held = tuple((row.folder_id, row.document_id) for row in connection.execute(listed))
            connection.execute(delete(folders).where(folders.c.id == folder_id))
            return FolderTree(tree, held)

    def restore(self, tree: FolderTree) -> None:
        """Make deleted folders again, with those of their documents that there still are."""
        with self._transactions.writing() as connection:
            there = {folder.id for folder in _all(connection)}
            for folder in tree.folders:
                parent = folder.parent_id if folder.parent_id in there else None
                values = {"id": folder.id, "parent_id": parent, "name": folder.name}
                connection.execute(insert(folders).values(**values).on_conflict_do_nothing())
                there.add(folder.id)
            _put(connection, tree.documents)

    def put(self, folder_id: str, document_ids: Sequence[str]) -> tuple[str, ...]:
        """Put documents into a folder; the ids of those that were not in it. Raises FolderUnknown."""
        with self._transactions.writing() as connection:
            _require(connection, folder_id)
            listed = select(folder_documents.c.document_id).where(folder_documents.c.folder_id == folder_id)
            there = set(connection.scalars(listed))
            added = tuple(each for each in document_ids if each not in there)
            _put(connection, [(folder_id, document_id) for document_id in added])
            return added

    def take(self, folder_id: str, document_ids: Sequence[str]) -> None:
        """Take documents out of a folder; they stay in the library."""
        with self._transactions.writing() as connection:
            chosen = folder_documents.c.document_id.in_(list(document_ids))
            connection.execute(
                delete(folder_documents).where(folder_documents.c.folder_id == folder_id, chosen)
            )


def _put(connection: Connection, pairs: Sequence[tuple[str, str]]) -> None:
    there = set(connection.scalars(select(documents.c.id)))
    values = [{"folder_id": folder, "document_id": each} for folder, each in pairs if each in there]
    if values:
        connection.execute(insert(folder_documents).on_conflict_do_nothing(), values)


def _all(connection: Connection) -> list[Folder]:
    rows = connection.execute(select(folders).order_by(folders.c.name, folders.c.id))
    return [Folder(row.id, row.name, row.parent_id) for row in rows]


def _require(connection: Connection, folder_id: str) -> Folder:
    row = connection.execute(select(folders).where(folders.c.id == folder_id)).first()
    if row is None:
        raise FolderUnknown(id=folder_id)
    return Folder(row.id, row.name, row.parent_id)
