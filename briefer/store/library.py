"""A library's folder: its database, original files and index, joined.

`library.sqlite` holds everything that cannot be made again, `files/` the original bytes by
hash, `index/` what is derived for searching, `backups/` what to go back to. Folders are 0700
and files 0600. Documents, annotations and alignments are here; what else is kept has a store
of its own, which this one hands out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, update

from briefer.core.anchoring import anchored_again
from briefer.core.annotation import Annotation
from briefer.core.details import Details, details_of
from briefer.core.document import Document
from briefer.core.errors import AnnotationUnknown, BrieferError, DocumentUnknown
from briefer.core.ordering import in_reading_order
from briefer.core.wordforms import WordForms
from briefer.store.alignments import AlignmentStore
from briefer.store.annotations import AnnotationStore
from briefer.store.backups import BACKUPS, KEPT, Backup, BackupKind, Backups
from briefer.store.corrections import CorrectionStore
from briefer.store.database import Database
from briefer.store.details import DetailsStore
from briefer.store.documents import DocumentStore, moment, next_generation
from briefer.store.faults import translated
from briefer.store.folders import FolderStore
from briefer.store.notes import NoteStore
from briefer.store.originals import Originals
from briefer.store.revisions import DATABASE
from briefer.store.schema import documents, sources
from briefer.store.searches import SearchesStore
from briefer.store.transactions import Transactions
from briefer.store.trash import Trash, referenced
from briefer.store.upkeep import fill
from briefer.store.watched import WatchStore

if TYPE_CHECKING:
    from briefer.store.concordance import ConcordanceStore
    from briefer.store.health import Health
    from briefer.store.restoring import Restorer
    from briefer.store.search import SearchStore


class LibraryStore:
    """What is saved, as values of core.

    Every method may be called from any thread, has its changes on disk when it returns,
    and raises LibraryError. `keep` says how many backups of a kind stay. The first change of a
    day is preceded by a backup; `troubled` gets the error when none can be made.
    """

    def __init__(
        self,
        folder: Path,
        busy_seconds: float,
        keep: Callable[[], int] = lambda: KEPT,
        troubled: Callable[[BrieferError], object] = lambda _: None,
        forms: WordForms | None = None,
    ) -> None:
        self._folder = folder
        self._busy_seconds = busy_seconds
        self._troubled = troubled
        self._looked_after = False
        path = folder / DATABASE
        self.backups = Backups(folder / BACKUPS, path, busy_seconds, keep)
        self.database = Database(
            path,
            busy_seconds,
            before_migrating=lambda: self.backups.make(BackupKind.MIGRATION),
            migrated=lambda connection: fill(connection, self._documents),
        )
        self._transactions = Transactions(self.database, self._before_writing)
        self._originals = Originals(folder / "files")
        self.forms = forms or WordForms()
        self._documents = DocumentStore(self.forms)
        self._details = DetailsStore(self._documents)
        self._annotations = AnnotationStore()
        self._corrections = CorrectionStore()
        self.alignments = AlignmentStore(self._transactions, self._documents)
        self.trash = Trash(self._transactions, self._originals, self.backups.needed)
        self.folders = FolderStore(self._transactions)
        self.notes = NoteStore(self._transactions)
        self.watched = WatchStore(self._transactions)
        self.searches = SearchesStore(self._transactions)

    @cached_property
    def search(self) -> SearchStore:
        """What searching needs; imported late, because Whoosh is slow to import."""
        from briefer.store.search import SearchStore

        folder = self._folder / "index"
        return SearchStore(self.database, self._transactions, self.forms, folder, self._busy_seconds)

    @cached_property
    def health(self) -> Health:
        """What checks the library."""
        from briefer.store.health import Health

        return Health(self._transactions, self._documents, self._originals, self.backups, self.forms)

    @cached_property
    def restorer(self) -> Restorer:
        """What exchanges the database for a backup, once this store is closed."""
        from briefer.store.restoring import Restorer

        return Restorer(self.database.path, self.backups, self.database.lock, self._busy_seconds)

    @cached_property
    def concordance(self) -> ConcordanceStore:
        """What concordances need."""
        from briefer.store.concordance import ConcordanceStore

        return ConcordanceStore(self.database)

    def save(self, document: Document, document_id: str | None) -> tuple[str, Document]:
        """Save all of it or nothing; returns id and document as they are in the library then.

        Without an id, a document whose files are all those of a saved one is that one, and
        what is saved stays as it is; it comes out of the trash if it is there.
        """
        with self._keeping(document) as kept, self._writing() as connection:
            known = document_id or self._known(connection, document)
            saved = self._documents.read(connection, known) if known else None
            if known and saved and (document_id is None or saved == document):
                return known, saved
            if known:
                document = self._details.kept(connection, known, document)
            return self._documents.write(connection, document, known, kept), document

    def mend(self, document: Document, path: Path) -> None:
        """Keep the file at `path` again if it is an original of a saved document that has gone."""
        gone = [each.sha256 for each in document.sources if self._originals.path(each.sha256) is None]
        if gone:
            with translated(self.database.path), self._originals.keeping(dict.fromkeys(gone, path)):
                pass

    def reread(self, document: Document, document_id: str) -> None:
        """Put `document` in place of a saved one of the same files, and find its annotations again.

        Raises DocumentUnknown.
        """
        with self._keeping(document) as kept, self._writing() as connection:
            self._require(connection, document_id)
            self._reread(connection, document, document_id, kept)

    def replace_text(self, document: Document, document_id: str) -> str:
        """As `reread`, but of other files; what was saved comes into the trash as a document of its own.

        Its annotations stay with the new text, and are found again there. Returns the id of what
        is in the trash. Raises DocumentUnknown.
        """
        with self._keeping(document) as kept, self._writing() as connection:
            before = self._read(connection, document_id)
            old = self._documents.write(connection, before)
            connection.execute(update(documents).where(documents.c.id == old).values(removed=moment()))
            self._reread(connection, document, document_id, kept)
            return old

    def original(self, sha256: str) -> Path | None:
        """Where the bytes of a saved document's file are kept, None where they are not."""
        return self._originals.path(sha256)

    def load(self, document_id: str) -> Document:
        """The saved document. Raises DocumentUnknown."""
        with self._reading() as connection:
            return self._read(connection, document_id)

    def source_paths(self, document_id: str) -> list[str]:
        """Where the files lay that a document was read from. Raises DocumentUnknown."""
        listed = select(sources.c.path).where(sources.c.document_id == document_id)
        with self._reading() as connection:
            self._require(connection, document_id)
            return [str(path) for path in connection.scalars(listed.order_by(sources.c.position))]

    def details(self, document_id: str) -> tuple[Details, Details]:
        """What a document goes by, and what its text itself says. Raises DocumentUnknown."""
        with self._reading() as connection:
            document = self._read(connection, document_id)
            return details_of(document), self._details.as_read(connection, document_id, document)

    def describe(self, document_id: str, details: Details) -> Document:
        """Describe a saved document by `details`. Raises DocumentUnknown."""
        with self._writing() as connection:
            document = self._read(connection, document_id)
            return self._details.write(connection, document_id, document, details)

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

    def look_after(self) -> Backup | None:
        """Make today's backup unless there is one or nothing to back up, and `settle`.

        It is done once in a process; the first change does it otherwise. Raises BrieferError.
        """
        self._looked_after = True
        self.settle()
        with translated(self.database.path):
            return self.back_up(BackupKind.DAILY) if self.backups.due() and self.counts()[0] else None

    def settle(self) -> None:
        """Bring to an end what a killed program has left half done with the original files."""
        with translated(self.database.path):
            self.database.open()
            self._originals.settle(self._needed)
            self.trash.sweep()

    def back_up(self, kind: BackupKind) -> Backup:
        """Make a backup, and delete those beyond count. Raises BackupFailed, LibraryError."""
        self.database.open()
        backup = self.backups.make(kind)
        with translated(self.database.path):
            self.trash.free(self.backups.freed())
            self.backups.prune()
            self.trash.sweep()
        return backup

    def copy_to(self, path: Path) -> Path:
        """Write a verified copy of the database to `path`, in place of what is there.

        Raises BackupFailed, LibraryError.
        """
        self.database.open()
        return self.backups.copy_to(path)

    def close(self) -> None:
        """Let go of all files; the next use opens them again."""
        if "search" in self.__dict__:
            self.search.close()
        self.database.close()

    def _reread(
        self, connection: Connection, document: Document, document_id: str, kept: dict[str, bool]
    ) -> None:
        document = self._details.kept(connection, document_id, document)
        self._documents.write(connection, document, document_id, kept)
        self._corrections.clear(connection, document_id)
        for annotation in self._annotations.all(connection, document_id):
            again = anchored_again(document, annotation)
            if again != annotation:
                self._annotations.replace(connection, again)

    def _known(self, connection: Connection, document: Document) -> str | None:
        """The saved document that came from these files, taken out of the trash if it was there."""
        if known := self._documents.same_sources(connection, document.sources):
            return known
        removed = self._documents.same_sources(connection, document.sources, removed=True)
        if removed:
            connection.execute(update(documents).where(documents.c.id == removed).values(removed=None))
            next_generation(connection)
        return removed

    @contextmanager
    def _keeping(self, document: Document) -> Iterator[dict[str, bool]]:
        """Keep the original files of a document that is saved meanwhile; tells which there are."""
        listed = {source.sha256: Path(source.path) for source in document.sources}
        with translated(self.database.path):
            self.database.open()  # files come only where there is a database that knows of them
            with self._originals.keeping(listed) as kept:
                yield kept

    def _needed(self) -> set[str]:
        with self._reading() as connection:
            return referenced(connection)

    def _read(self, connection: Connection, document_id: str) -> Document:
        document = self._documents.read(connection, document_id)
        if document is None:
            raise DocumentUnknown(reference=document_id)
        return document

    def _require(self, connection: Connection, document_id: str) -> None:
        if not self._documents.exists(connection, document_id):
            raise DocumentUnknown(reference=document_id)

    def _reading(self) -> AbstractContextManager[Connection]:
        return self._transactions.reading()

    def _writing(self) -> AbstractContextManager[Connection]:
        return self._transactions.writing()

    def _before_writing(self) -> None:
        if not self._looked_after:
            try:
                self.look_after()
            except BrieferError as error:
                self._troubled(error)
