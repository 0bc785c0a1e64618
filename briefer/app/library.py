"""The library as window and command line use it: saved documents and their annotations.

What stands in its folder and how it gets there is in `briefer.store`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.app.model import DocumentSummary, LibraryInfo, OpenDocument
from briefer.app.notices import Notifier
from briefer.core.annotation import Annotation
from briefer.core.bitext import Bitext
from briefer.core.corrections import Correction, Patch
from briefer.core.details import Details
from briefer.core.errors import BrieferError, DocumentAmbiguous, DocumentUnknown, SymbolWrong
from briefer.core.families import Member, standings
from briefer.core.folders import Folder
from briefer.core.symbols import parse_symbol

if TYPE_CHECKING:
    from briefer.store.catalogue import Catalogue
    from briefer.store.library import LibraryStore
    from briefer.store.probe import ChangeProbe

SHORTEST_PREFIX = 6
BUSY_SECONDS = 5.0
BACKUPS = 7


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """A document, or an annotation of it, was saved, changed or deleted; None: any of them."""

    document_id: str | None


class Library:
    """A library in `folder`, which is made by the first call that needs it.

    Every method may be called from any thread; `changed` is told in that thread. What was
    changed is on disk when the call returns. Several programs may use one folder at once;
    after `busy_seconds` of waiting for another one a call gives up with LibraryBusy. Every
    method may raise LibraryError. The first change of a day makes a backup; `backup_failed` tells
    when it could not, and the change is made all the same. Of each kind of backup `keep()` stay.
    """

    def __init__(
        self, folder: Path, *, busy_seconds: float = BUSY_SECONDS, keep: Callable[[], int] = lambda: BACKUPS
    ) -> None:
        self.folder = folder
        self.changed: Notifier[LibraryChanged] = Notifier()
        self.backup_failed: Notifier[BrieferError] = Notifier()
        self.busy_seconds = busy_seconds
        self._keep = keep
        self._opened: LibraryStore | None = None
        self._probe: ChangeProbe | None = None

    @property
    def there(self) -> bool:
        """Whether there is a library in the folder yet."""
        from briefer.store.revisions import DATABASE

        return (self.folder / DATABASE).exists()

    @property
    def store(self) -> LibraryStore:
        """The folder's contents, for the use cases beside this one."""
        if self._opened is None:
            from briefer.app.lemmas import library_forms
            from briefer.store.library import LibraryStore

            forms = library_forms()
            self._opened = LibraryStore(
                self.folder, self.busy_seconds, self._keep, self.backup_failed.tell, forms
            )
        return self._opened

    def save(self, opened: OpenDocument) -> OpenDocument:
        """Save a document and the bytes of its files; returns it with its id.

        Without an id, a document whose files are all known comes back as it was saved.
        """
        document_id, document = self.store.save(opened.document, opened.id)
        self.changed.tell(LibraryChanged(document_id))
        return replace(opened, document=document, id=document_id)

    def reread(self, document_id: str, opened: OpenDocument) -> OpenDocument:
        """Put `opened`, the same files read in another way, in place of a saved document.

        Its annotations are found again in the new text; those that are not are kept and
        marked as lost. A symbol that was entered by hand stays. Raises DocumentUnknown.
        """
        saved = self.store.load(document_id)
        masthead = opened.document.masthead
        kept = replace(masthead, symbol=masthead.symbol or saved.masthead.symbol)
        document = replace(opened.document, masthead=kept)
        self.store.reread(document, document_id)
        self.changed.tell(LibraryChanged(document_id))
        return replace(opened, document=document, id=document_id)

    def replace_text(self, document_id: str, opened: OpenDocument) -> str:
        """Put `opened`, another text of a saved document, in its place, as `reread` does.

        What was saved comes into the trash as a document of its own, whose id is returned; what
        was entered by hand stays. Raises DocumentUnknown.
        """
        old = self.store.replace_text(opened.document, document_id)
        self.changed.tell(LibraryChanged(document_id))
        return old

    def bitext(self, document_id: str) -> Bitext | None:
        """The alignment of a saved document, None where it has none. Raises DocumentUnknown."""
        return self.store.alignments.bitext(document_id)

    def correct(self, document_id: str, correction: Correction, patch: Patch) -> Bitext:
        """Change a saved alignment. Raises DocumentUnknown, CorrectionOvertaken."""
        bitext = self.store.alignments.correct(document_id, correction, patch)
        self.changed.tell(LibraryChanged(document_id))
        return bitext

    def step(self, document_id: str, *, back: bool) -> Bitext | None:
        """Undo a correction of the alignment, or do one again; None when there is none.

        Raises DocumentUnknown, CorrectionOvertaken.
        """
        bitext = self.store.alignments.step(document_id, back=back)
        if bitext is not None:
            self.changed.tell(LibraryChanged(document_id))
        return bitext

    def corrections(self, document_id: str) -> tuple[list[Correction], list[Correction]]:
        """What was done to an alignment, oldest first, and what can be done again, next first."""
        return self.store.alignments.history(document_id)

    def load(self, document_id: str) -> OpenDocument:
        """The saved document. Raises DocumentUnknown."""
        return OpenDocument(self.store.load(document_id), document_id)

    def original(self, sha256: str) -> Path | None:
        """Where the bytes with this hash are kept, None where they are not; they may be damaged."""
        return self.store.original(sha256)

    def summaries(self) -> list[DocumentSummary]:
        """All saved documents, newest first, each with its standing in its family."""
        entries = self._catalogue().entries()
        members = (Member(each.id, each.symbol, each.added, each.languages) for each in entries)
        found = standings(members)
        return [
            DocumentSummary(
                id=entry.id,
                title=entry.title,
                symbol=entry.symbol,
                date=datetime.date.fromisoformat(entry.date) if entry.date else None,
                languages=entry.languages,
                organ=entry.organ,
                session=entry.session,
                agenda_item=entry.agenda_item,
                annotations=entry.annotations,
                titled=entry.titled,
                added=entry.added,
                place=entry.place,
                meeting=_days(entry.meeting),
                distribution=entry.distribution,
                titles=entry.titles,
                folders=entry.folders,
                standing=found[entry.id],
            )
            for entry in entries
        ]

    def folders(self) -> list[Folder]:
        """The person's own folders by name."""
        return self._catalogue().folders()

    def find(self, reference: str) -> str:
        """The id of the document that `reference` names.

        A reference is an id, a beginning of one of six characters or more, a symbol in any
        spelling, or the path of a file that the library knows by its bytes. Raises
        DocumentUnknown, or DocumentAmbiguous with `candidates` as (id, title) pairs.
        """
        wanted = reference.strip()
        for found in (self._by_id(wanted), self.store.with_symbol(wanted) if wanted else []):
            if len(found) > 1:
                raise DocumentAmbiguous(reference=reference, candidates=tuple(found))
            if found:
                return found[0][0]
        known = self._by_path(reference)
        if known is None:
            raise DocumentUnknown(reference=reference)
        return known

    def by_source(self, sha256: str) -> str | None:
        """The id of the document that was read from the file with this hash, None if there is none."""
        return self._catalogue().by_source(sha256)

    def source_paths(self, document_id: str) -> list[str]:
        """Where the files lay that a document was read from. Raises DocumentUnknown."""
        return self.store.source_paths(document_id)

    def removed_source(self, sha256: str) -> str | None:
        """The same, of those in the trash."""
        return self._catalogue().by_source(sha256, removed=True)

    def set_symbol(self, document_id: str, symbol: str | None) -> OpenDocument:
        """Enter the symbol that the text does not show, or take it away.

        Raises SymbolWrong, DocumentUnknown.
        """
        details, _read = self.store.details(document_id)
        return self.describe(document_id, replace(details, symbol=symbol))

    def describe(self, document_id: str, details: Details) -> OpenDocument:
        """Put a document's description right; it outlives a new reading of the text.

        Raises SymbolWrong, DocumentUnknown.
        """
        symbol = written_symbol(details.symbol) if details.symbol else None
        document = self.store.describe(document_id, replace(details, symbol=symbol))
        self.changed.tell(LibraryChanged(document_id))
        return OpenDocument(document, document_id)

    def annotations(self, document_id: str | None = None) -> tuple[Annotation, ...]:
        """The annotations of one document, or of all, document after document; in reading order."""
        return self.store.annotations(document_id)

    def add_annotation(self, annotation: Annotation) -> None:
        """Save a new annotation. Raises DocumentUnknown."""
        self.store.add_annotation(annotation)
        self.changed.tell(LibraryChanged(annotation.document_id))

    def replace_annotation(self, annotation: Annotation) -> None:
        """Save it in place of the one with its id. Raises AnnotationUnknown, DocumentUnknown."""
        self.store.replace_annotation(annotation)
        self.changed.tell(LibraryChanged(annotation.document_id))

    def remove_annotation(self, annotation_id: str) -> None:
        """Delete an annotation. Raises AnnotationUnknown."""
        document_id = self.store.remove_annotation(annotation_id)
        self.changed.tell(LibraryChanged(document_id))

    def changed_outside(self) -> bool:
        """Whether anyone, this program included, has changed the library since the last call.

        The first call says no. It is quick, and to be asked by one thread only.
        """
        if self._probe is None:
            from briefer.store.probe import ChangeProbe
            from briefer.store.revisions import DATABASE

            self._probe = ChangeProbe(self.folder / DATABASE)
        return self._probe.changed()

    def info(self) -> LibraryInfo:
        """What the library holds, and how large it is."""
        from briefer.store.revisions import CURRENT

        documents, paragraphs, annotations = self.store.counts()
        backups = self.store.backups.all()
        return LibraryInfo(
            folder=self.folder,
            documents=documents,
            paragraphs=paragraphs,
            annotations=annotations,
            size=self.store.size(),
            schema=CURRENT,
            removed=len(self.store.trash.entries()),
            backups=len(backups),
            last_backup=backups[0].made if backups else None,
        )

    def close(self) -> None:
        """Let go of all files. The library may be used again and opens them anew."""
        if self._opened is not None:
            self._opened.close()
        if self._probe is not None:
            self._probe.close()

    def _catalogue(self) -> Catalogue:
        from briefer.store.catalogue import Catalogue
        from briefer.store.revisions import DATABASE

        return Catalogue(self.folder / DATABASE, self.busy_seconds, lambda: self.store.database.open())

    def _by_id(self, reference: str) -> Sequence[tuple[str, str]]:
        if len(reference) < SHORTEST_PREFIX:
            return []
        found = self.store.with_prefix(reference.lower())
        return [entry for entry in found if entry[0] == reference] or found

    def _by_path(self, reference: str) -> str | None:
        from briefer.store.originals import file_hash

        try:
            return self.by_source(file_hash(Path(reference)))
        except (OSError, ValueError):
            return None


def written_symbol(symbol: str) -> str:
    """A symbol as it is kept: in Latin letters, with the asterisks of its reissues. Raises SymbolWrong."""
    parsed, written = parse_symbol(symbol), symbol.rstrip()
    if parsed is None:
        raise SymbolWrong(symbol=symbol)
    return str(parsed) + "*" * (len(written) - len(written.rstrip("*")))


def _days(meeting: tuple[str, str] | None) -> tuple[datetime.date, datetime.date] | None:
    if meeting is None:
        return None
    first, last = meeting
    return datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
