"""A library's folder: its database, original files and index, joined.

`library.sqlite` holds everything that cannot be made again, `files/` the original bytes by
hash, `index/` what is derived for searching. Folders are 0700 and files 0600.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from briefer.core.anchoring import anchored_again
from briefer.core.annotation import Annotation
from briefer.core.bitext import Bitext
from briefer.core.corrections import Correction, Patch
from briefer.core.document import Document
from briefer.core.errors import AnnotationUnknown, CorrectionOvertaken, DocumentUnknown, LibraryDamaged
from briefer.core.ordering import in_reading_order
from briefer.core.wordforms import WordForms
from briefer.store.annotations import AnnotationStore
from briefer.store.corrections import CorrectionStore
from briefer.store.database import Database
from briefer.store.documents import DocumentStore
from briefer.store.faults import translated
from briefer.store.originals import Originals
from briefer.store.revisions import DATABASE

if TYPE_CHECKING:
    from briefer.store.concordance import ConcordanceStore
    from briefer.store.search import SearchStore


class LibraryStore:
    """What is saved, as values of core.

    Every method may be called from any thread, has its changes on disk when it returns,
    and raises LibraryError.
    """

    def __init__(self, folder: Path, busy_seconds: float) -> None:
        self._folder = folder
        self._busy_seconds = busy_seconds
        self.database = Database(folder / DATABASE, busy_seconds)
        self._originals = Originals(folder / "files")
        self.forms = WordForms()
        self._documents = DocumentStore(self.forms)
        self._annotations = AnnotationStore()
        self._corrections = CorrectionStore()

    @cached_property
    def search(self) -> SearchStore:
        """What searching needs; imported late, because Whoosh is slow to import."""
        from briefer.store.search import SearchStore

        return SearchStore(self.database, self._documents, self._folder / "index", self._busy_seconds)

    @cached_property
    def concordance(self) -> ConcordanceStore:
        """What concordances need."""
        from briefer.store.concordance import ConcordanceStore

        return ConcordanceStore(self.database, self._documents)

    def save(self, document: Document, document_id: str | None) -> tuple[str, Document]:
        """Save all of it or nothing; returns id and document as they are in the library then.

        Without an id, a document whose files are all those of a saved one is that one, and
        what is saved stays as it is.
        """
        with translated(self.database.path):
            for source in document.sources:
                self._originals.keep(Path(source.path), source.sha256)
        with self._writing() as connection:
            known = document_id or self._documents.same_sources(connection, document.sources)
            saved = self._documents.read(connection, known) if known else None
            if known and saved and (document_id is None or saved == document):
                return known, saved
            return self._documents.write(connection, document, known), document

    def reread(self, document: Document, document_id: str) -> None:
        """Put `document` in place of a saved one of the same files, and find its annotations again.

        Raises DocumentUnknown.
        """
        with self._writing() as connection:
            self._require(connection, document_id)
            self._documents.write(connection, document, document_id)
            self._corrections.clear(connection, document_id)
            for annotation in self._annotations.all(connection, document_id):
                again = anchored_again(document, annotation)
                if again != annotation:
                    self._annotations.replace(connection, again)

    def original(self, sha256: str) -> Path | None:
        """Where the bytes of a saved document's file are kept, None where they are not."""
        return self._originals.path(sha256)

    def load(self, document_id: str) -> Document:
        """The saved document. Raises DocumentUnknown."""
        with self._reading() as connection:
            return self._read(connection, document_id)

    def set_symbol(self, document_id: str, symbol: str | None) -> Document:
        """Give a saved document its symbol. Raises DocumentUnknown."""
        with self._writing() as connection:
            document = self._read(connection, document_id)
            changed = replace(document, masthead=replace(document.masthead, symbol=symbol))
            if changed != document:
                self._documents.write(connection, changed, document_id)
            return changed

    def bitext(self, document_id: str) -> Bitext | None:
        """The alignment alone, None where there is none. Raises DocumentUnknown."""
        with self._reading() as connection:
            self._require(connection, document_id)
            return self._documents.bitext(connection, document_id)

    def correct(self, document_id: str, correction: Correction, patch: Patch) -> Bitext:
        """Change the alignment by `patch`, and put the correction into its history.

        Raises DocumentUnknown, CorrectionOvertaken.
        """
        with self._writing() as connection:
            self._require(connection, document_id)
            self._corrections.add(connection, document_id, correction, patch)
            return self._patched(connection, document_id, patch)

    def step(self, document_id: str, *, back: bool) -> Bitext | None:
        """Undo the last correction, or do again the last one undone; None without one.

        Raises DocumentUnknown, CorrectionOvertaken.
        """
        with self._writing() as connection:
            self._require(connection, document_id)
            turn = self._corrections.step_back if back else self._corrections.step_forward
            patch = turn(connection, document_id)
            return self._patched(connection, document_id, patch) if patch else None

    def corrections(self, document_id: str) -> tuple[list[Correction], list[Correction]]:
        """What was done by hand, oldest first, and what can be done again, next first."""
        with self._reading() as connection:
            return self._corrections.history(connection, document_id)

    def with_prefix(self, prefix: str) -> list[tuple[str, str]]:
        """Id and title of the documents whose id begins with `prefix`."""
        with self._reading() as connection:
            return self._documents.with_prefix(connection, prefix)

    def with_symbol(self, symbol: str) -> list[tuple[str, str]]:
        """Id and title of the documents with this symbol, however it is spelt."""
        with self._reading() as connection:
            return self._documents.with_symbol(connection, symbol)

    def annotations(self, document_id: str | None) -> tuple[Annotation, ...]:
        """The annotations of one document, or of all, document after document; in reading order."""
        with self._reading() as connection:
            found = self._annotations.all(connection, document_id)
            annotated = dict.fromkeys(annotation.document_id for annotation in found)
            bitexts = {identity: self._documents.bitext(connection, identity) for identity in annotated}
        return in_reading_order(found, bitexts)

    def add_annotation(self, annotation: Annotation) -> None:
        """Save a new annotation. Raises DocumentUnknown."""
        with self._writing() as connection:
            self._require(connection, annotation.document_id)
            self._annotations.add(connection, annotation)

    def replace_annotation(self, annotation: Annotation) -> None:
        """Put it in place of the one with its id. Raises AnnotationUnknown, DocumentUnknown."""
        with self._writing() as connection:
            self._require(connection, annotation.document_id)
            if not self._annotations.replace(connection, annotation):
                raise AnnotationUnknown(id=annotation.id)

    def remove_annotation(self, annotation_id: str) -> str:
        """Delete it; returns the id of its document. Raises AnnotationUnknown."""
        with self._writing() as connection:
            document_id = self._annotations.remove(connection, annotation_id)
            if document_id is None:
                raise AnnotationUnknown(id=annotation_id)
            return document_id

    def counts(self) -> tuple[int, int, int]:
        """How many documents, paragraphs and annotations there are."""
        with self._reading() as connection:
            return self._documents.counts(connection)

    def size(self) -> int:
        """The bytes of all files in the library's folder."""
        total = 0
        for path in self._folder.rglob("*"):
            with suppress(FileNotFoundError):  # the index tidies up after itself
                total += path.lstat().st_size if path.is_file() else 0
        return total

    def close(self) -> None:
        """Let go of all files; the next use opens them again."""
        self.database.close()

    def _read(self, connection: Connection, document_id: str) -> Document:
        document = self._documents.read(connection, document_id)
        if document is None:
            raise DocumentUnknown(reference=document_id)
        return document

    def _patched(self, connection: Connection, document_id: str, patch: Patch) -> Bitext:
        """Raises CorrectionOvertaken when the saved alignment is not the one that the patch is of."""
        bitext = self._documents.bitext(connection, document_id)
        try:
            patched = patch.applied(bitext) if bitext else None
        except ValueError as error:
            raise CorrectionOvertaken(id=document_id) from error
        if patched is None:
            raise CorrectionOvertaken(id=document_id)
        self._documents.write_bitext(connection, document_id, patched)
        return patched

    def _require(self, connection: Connection, document_id: str) -> None:
        if not self._documents.exists(connection, document_id):
            raise DocumentUnknown(reference=document_id)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._sound_rows(), self.database.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._sound_rows(), self.database.writing() as connection:
            yield connection

    @contextmanager
    def _sound_rows(self) -> Iterator[None]:
        """Rows that make no value mean a damaged database."""
        try:
            yield
        except (ValueError, TypeError) as error:
            raise LibraryDamaged(path=str(self.database.path)) from error
