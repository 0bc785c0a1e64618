"""Checks a library: database, original files, index and backups, each in itself and against each other.

SQLite's integrity check comes first, but it is no checksum: a changed letter passes it. So every
document is read and compared with its digest, what is derived from its text is derived again, and
its beads must hold every paragraph once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, func, select

from briefer.core.bitext import Bitext
from briefer.core.document import Document
from briefer.core.errors import BackupDamaged, BrieferError, LibraryError
from briefer.core.findings import CheckReport, Finding
from briefer.core.wordforms import WordForms
from briefer.store import rows
from briefer.store.annotations import AnnotationStore
from briefer.store.backups import Backups, verify
from briefer.store.digests import beads_digest, document_digest
from briefer.store.documents import DocumentStore
from briefer.store.originals import Originals, file_hash
from briefer.store.revisions import reading, stored_revision
from briefer.store.schema import documents, metadata, paragraphs, sources
from briefer.store.transactions import Transactions

Told = Callable[[float], None]
_MOST = 50  # findings of one kind; more are no news
_UNREADABLE = (ValueError, TypeError, KeyError, sqlite3.Error)


class Health:
    """Looks at everything and changes nothing."""

    def __init__(
        self,
        transactions: Transactions,
        store: DocumentStore,
        originals: Originals,
        backups: Backups,
        forms: WordForms,
    ) -> None:
        self._transactions = transactions
        self._documents = store
        self._annotations = AnnotationStore()
        self._originals = originals
        self._backups = backups
        self._forms = forms

    def check(self, told: Told) -> CheckReport:
        """Everything but the index, which is derived. Raises LibraryError when it cannot be opened.

        `told` gets the fraction that is done, and may raise to stop.
        """
        with self._transactions.reading() as connection:
            findings = list(_of_database(connection))
            if not findings:
                findings += self._of_documents(connection, told)
                findings += self._of_annotations(connection)
            findings += self._of_files(connection, told)
            count = connection.scalar(select(func.count()).select_from(documents)) or 0
        damaged = list(self._of_backups())
        return CheckReport(
            findings=(*findings, *damaged),
            documents=count,
            files=sum(1 for _ in self._originals.kept()),
            backups=len(self._backups.all()) - len(damaged),
        )

    def _of_documents(self, connection: Connection, told: Told) -> Iterator[Finding]:
        listed = select(documents.c.id, documents.c.digest, documents.c.beads_digest, documents.c.title)
        every = connection.execute(listed.order_by(documents.c.added)).all()
        for number, row in enumerate(every):
            told(0.8 * number / len(every))
            name = {"id": row.id, "title": row.title}
            try:
                document = self._documents.read(connection, row.id, removed=True)
            except _UNREADABLE:
                yield Finding("document-unreadable", name)
                continue
            if document is not None:
                for code in self._of_document(connection, row.id, document, (row.digest, row.beads_digest)):
                    yield Finding(code, name)

    def _of_document(
        self, connection: Connection, identity: str, document: Document, saved: tuple[str | None, str | None]
    ) -> Iterator[str]:
        if saved[0] is not None and saved[0] != document_digest(document):
            yield "document-altered"
        if not _numbered(connection, identity):
            yield "paragraphs-missing"
        if not _covers(document, document.bitext):
            yield "beads-wrong"
        elif saved[1] is not None and saved[1] != beads_digest(document.bitext):
            yield "beads-altered"
        if not self._derived(connection, identity, document):
            yield "words-wrong"

    def _derived(self, connection: Connection, identity: str, document: Document) -> bool:
        """Whether what is kept for searching is what follows from the text, by the method of today."""
        chosen = select(documents.c.head, documents.c.method).where(documents.c.id == identity)
        head, method = connection.execute(chosen).one()
        if method != self._forms.method:
            return True
        if head != rows.document_values(document, self._forms)["head"]:
            return False
        order = (paragraphs.c.language, paragraphs.c.number)
        listed = select(*order, paragraphs.c.stems).where(paragraphs.c.document_id == identity)
        kept = {(row.language, row.number): row.stems for row in connection.execute(listed)}
        again = rows.paragraph_rows(document, self._forms)
        return all(kept.get((row["language"], row["number"])) == row["stems"] for row in again)

    def _of_annotations(self, connection: Connection) -> Iterator[Finding]:
        try:
            for identity, document_id in self._annotations.damaged(connection)[:_MOST]:
                yield Finding("annotation-altered", {"id": identity, "document": document_id})
        except _UNREADABLE:
            yield Finding("annotations-unreadable")

    def _of_files(self, connection: Connection, told: Told) -> Iterator[Finding]:
        known = {row.sha256: row.kept for row in connection.execute(select(sources.c.sha256, sources.c.kept))}
        for sha256, kept in known.items():
            if kept is not False and self._originals.path(sha256) is None:
                yield Finding("file-missing", {"name": sha256})
        needed = {*known, *self._backups.needed()}
        every = list(self._originals.kept())
        for number, path in enumerate(every):
            told(0.8 + 0.2 * number / len(every))
            if path.name not in needed:
                yield Finding("file-orphaned", {"name": path.name})
            elif _hash(path) != path.name:
                yield Finding("file-altered", {"name": path.name})

    def _of_backups(self) -> Iterator[Finding]:
        for backup in self._backups.all():
            try:
                verify(backup)
            except BackupDamaged:
                yield Finding("backup-damaged", {"name": backup.path.name})


def unopened(path: Path, busy_seconds: float) -> Finding | None:
    """Why the database at `path` cannot be opened, as a finding; None when it can."""
    try:
        if stored_revision(path, busy_seconds) is None:
            return None
        with reading(path, busy_seconds) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except LibraryError as error:
        return Finding(error.code, dict(error.params))
    except (sqlite3.Error, OSError):
        return Finding("library-damaged", {"path": str(path)})
    return None


def _of_database(connection: Connection) -> Iterator[Finding]:
    """Pages, references, tables."""
    try:
        for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})").all():
            if line != "ok":
                yield Finding("database-damaged", {"detail": str(line)})
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all()[:_MOST]:
            yield Finding("reference-broken", {"table": str(row[0]), "other": str(row[2])})
        there = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master").all()}
    except Exception as error:
        if isinstance(error, BrieferError):
            raise
        yield Finding("database-damaged", {"detail": type(error).__name__})
        return
    for name in sorted(set(metadata.tables) - there):
        yield Finding("table-missing", {"table": name})


def _numbered(connection: Connection, identity: str) -> bool:
    """Whether the paragraphs of each version are numbered from 0 without a gap."""
    number = paragraphs.c.number
    grouped = select(func.count(), func.min(number), func.max(number)).group_by(paragraphs.c.language)
    found = connection.execute(grouped.where(paragraphs.c.document_id == identity)).all()
    return all(least == 0 and most == count - 1 for count, least, most in found)


def _covers(document: Document, bitext: Bitext | None) -> bool:
    if bitext is None:
        return True
    sides = document.version(bitext.left), document.version(bitext.right)
    try:
        left, right = (len(side.paragraphs) for side in sides if side is not None)
        bitext.check(left, right)
    except ValueError:
        return False
    return True


def _hash(path: Path) -> str | None:
    try:
        return file_hash(path)
    except OSError:
        return None
