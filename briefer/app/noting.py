"""Keeps a record of each briefing note that is exported, so that it is found again by what it says.

The record is of the words and of the note as a value; the file that was written is the person's.
"""

from __future__ import annotations

import datetime
import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import msgspec

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.core.briefing import BriefingNote
from briefer.core.saved_notes import SavedNote


class NoteRecords:
    """The briefing notes of a library. Methods raise LibraryError."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def keep(self, note: BriefingNote, opened: OpenDocument, path: Path) -> SavedNote | None:
        """Keep what was written to `path`, in place of what was written there before.

        A note on a document that is not saved leaves no record: None.
        """
        if opened.id is None:
            return None
        now = datetime.datetime.now(datetime.UTC)
        identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{opened.id} {path.absolute()}").hex
        before = next((each for each in self.all() if each.id == identity), None)
        saved = SavedNote(
            id=identity,
            title=note.header.subject or opened.document.title(note.header.language),
            language=note.header.language,
            created=before.created if before else now,
            modified=now,
            author=note.header.author,
            text="\n".join(_texts(note)),
            document_ids=(opened.id,),
            content=json.loads(json.dumps(msgspec.to_builtins(note))),
        )
        self._library.store.notes.save(saved)
        return saved

    def all(self) -> list[SavedNote]:
        """Changed last first."""
        return self._library.store.notes.all()

    def delete(self, note_id: str) -> bool:
        """Forget a note; whether there was one. The file stays."""
        return self._library.store.notes.delete(note_id)


def _texts(note: BriefingNote) -> Iterator[str]:
    """Everything that the note says, each thing once."""
    header = note.header
    said = [header.subject, header.session, *header.symbols]
    said += [point.text for point in note.talking_points]
    for row in note.rows:
        said += [quotation.text for cell in row.cells for quotation in cell]
        said.append(row.comment)
    yield from dict.fromkeys(text for text in said if text.strip())
