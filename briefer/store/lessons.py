"""What the beads of saved documents teach of words: read with plain sqlite3, and never written.

Nothing is kept of it, so that it cannot become stale; it is bounded, so that it can be asked whenever
something is aligned.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.core.align.teaching import Lesson
from briefer.store.faults import translated
from briefer.store.revisions import CURRENT, read_revision, reading, stored_revision

SUREST = 0.95
MOST = 2000  # beads of one pair of languages
_OF_ONE_DOCUMENT = 400
_LONGEST = 600  # letters of stems

_STATE = """
    SELECT (SELECT generation FROM library), (SELECT count(*) FROM corrections),
        (SELECT total(undone) FROM corrections)
"""
_DOCUMENTS = """
    SELECT id, left_language, right_language FROM documents
    WHERE left_language IS NOT NULL AND removed IS NULL ORDER BY added DESC, id
"""
_BEADS = """
    SELECT "left", "right", origin = 'hand' FROM beads
    WHERE document_id = ? AND (origin = 'hand' OR confidence >= ?) AND "left" <> '[]' AND "right" <> '[]'
    ORDER BY origin = 'hand' DESC, number LIMIT ?
"""
_STEMS = """
    SELECT language, number, stems FROM paragraphs WHERE document_id = ? AND length(stems) <= ?
"""
State = tuple[object, ...]


class LessonStore:
    """Looks into the database at `path`. Its methods raise LibraryError."""

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self._path = path
        self._busy_seconds = busy_seconds

    def state(self) -> State:
        """What is another whenever the lessons may be others."""
        with self._looking() as connection:
            return tuple(connection.execute(_STATE).fetchone()) if connection else ()

    def lessons(self, apart_from: str | None = None) -> dict[tuple[str, str], list[Lesson]]:
        """The sure beads by pair of languages; newer documents first, in each those made by hand.

        The document called `apart_from` is left out.
        """
        found: dict[tuple[str, str], list[Lesson]] = {}
        with self._looking() as connection:
            for document_id, left, right in connection.execute(_DOCUMENTS).fetchall() if connection else ():
                known = found.setdefault((left, right), [])
                if connection and len(known) < MOST and document_id != apart_from:
                    known += _lessons(connection, document_id, left, right)[: MOST - len(known)]
        return found

    @contextmanager
    def _looking(self) -> Iterator[sqlite3.Connection | None]:
        """A connection, None where there is no library of this revision."""
        with translated(self._path):
            if stored_revision(self._path, self._busy_seconds) != CURRENT:
                yield None
                return
            with reading(self._path, self._busy_seconds) as connection:
                read_revision(connection, self._path)
                yield connection


def _lessons(connection: sqlite3.Connection, document_id: str, left: str, right: str) -> list[Lesson]:
    stems = {
        (language, number): text
        for language, number, text in connection.execute(_STEMS, (document_id, _LONGEST))
    }

    def side(language: str, indices: str) -> str | None:
        texts = [stems.get((language, index)) for index in json.loads(indices)]
        return None if None in texts else "".join(text for text in texts if text)

    found = []
    for ours, theirs, by_hand in connection.execute(_BEADS, (document_id, SUREST, _OF_ONE_DOCUMENT)):
        left_stems, right_stems = side(left, ours), side(right, theirs)
        if left_stems and right_stems:
            found.append(Lesson(left_stems, right_stems, bool(by_hand)))
    return found
