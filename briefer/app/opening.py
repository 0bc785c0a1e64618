"""Opens files, from the library when it knows them. Never saves."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from briefer.app.model import Choices, OpenDocument
from briefer.app.reader import Reader
from briefer.app.task import Progress
from briefer.core.document import Document
from briefer.core.errors import LibraryDamaged, LibraryNewer, LibraryUnavailable


class SavedDocuments(Protocol):
    """What opening needs to know of a library."""

    def by_source(self, sha256: str) -> str | None: ...

    def load(self, document_id: str) -> OpenDocument: ...


class Opener:
    """Opens one file with one or two languages in it, or two files with a language each."""

    def __init__(self, reader: Reader, library: SavedDocuments | None = None) -> None:
        self._reader = reader
        self._library = library

    def open(
        self,
        paths: Sequence[Path],
        *,
        choices: Choices = Choices(),
        progress: Progress | None = None,
    ) -> OpenDocument:
        """The document in the files at `paths` (one or two).

        A document that the library knows by its bytes comes from the library, unless something
        is chosen. Raises FileError, EncodingUnknown, LanguagesSame, Cancelled, and LibraryError where
        what the library knows cannot be had.
        """
        progress = progress or Progress()
        progress.report(0.0)
        if choices == Choices() and (saved := self._saved(paths)):
            return saved
        return self._reader.read(paths, choices, progress)

    def known(self, document: Document) -> OpenDocument | None:
        """What the library has of the same files, None where it has nothing. Raises LibraryError."""
        if self._library is None:
            return None
        ids = {self._library.by_source(source.sha256) for source in document.sources}
        saved = ids.pop() if len(ids) == 1 else None
        return self._library.load(saved) if saved else None

    def join(self, first: Document, added: Document, progress: Progress | None = None) -> OpenDocument:
        """One document of both, aligned if they have a version each.

        What `first` says in its masthead counts first. Raises LanguagesSame, Cancelled.
        """
        return self._reader.join(first, added, progress or Progress())

    def _saved(self, paths: Sequence[Path]) -> OpenDocument | None:
        if self._library is None:
            return None
        ids = {self._known(self._library, path) for path in paths}
        known = ids.pop() if len(ids) == 1 else None
        return self._library.load(known) if known else None

    def _known(self, library: SavedDocuments, path: Path) -> str | None:
        """The document that came from the bytes at `path`; what ails the file is told by its reader.

        A library that cannot be used knows nothing: it does not stand in the way of reading a file.
        """
        if not path.is_file():
            return None
        try:
            with path.open("rb") as file:
                return library.by_source(hashlib.file_digest(file, "sha256").hexdigest())
        except (OSError, LibraryDamaged, LibraryNewer, LibraryUnavailable):
            return None
