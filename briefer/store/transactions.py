"""How all parts of a library's store reach its database: with the library's own errors, and once ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from briefer.core.errors import LibraryDamaged
from briefer.store.database import Database


class Transactions:
    """Opens transactions over `database`. Rows that make no value mean a damaged database.

    `before_writing` is called before each change is begun.
    """

    def __init__(self, database: Database, before_writing: Callable[[], None] = lambda: None) -> None:
        self._database = database
        self._before_writing = before_writing

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view. Raises LibraryError."""
        with self._sound_rows(), self._database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, on disk when the block has ended. Raises LibraryError."""
        self._before_writing()
        with self._sound_rows(), self._database.writing() as connection:
            yield connection

    @contextmanager
    def _sound_rows(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError, KeyError) as error:
            raise LibraryDamaged(path=str(self._database.path)) from error
