"""The values that the app layer hands to window and command line."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from briefer.core.document import Document
from briefer.core.families import Standing
from briefer.core.layout import Reading


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth telling that is no failure: a code and parameters, as for errors."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has chosen for the opening of a file; nothing by default.

    `password` is in no representation of this value and is kept nowhere.
    """

    encoding: str | None = None
    password: str | None = field(default=None, repr=False)
    ocr: bool = False
    reading: Reading = field(default=Reading())


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document at hand. `id` is None until it is saved in the library."""

    document: Document
    id: str | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A line of the library's list. `annotations` counts them; `folders` are ids of folders.

    Without a title in the text (`titled`), `title` is the name of the file. `meeting` is the
    first and the last day of the session. `titles` are languages in which it is called otherwise,
    each with its title there.
    """

    id: str
    title: str
    symbol: str | None
    date: datetime.date | None
    languages: tuple[str, ...]
    organ: str | None
    session: str | None
    agenda_item: str | None
    annotations: int = 0
    titled: bool = True
    added: str = ""
    place: str | None = None
    meeting: tuple[datetime.date, datetime.date] | None = None
    distribution: str | None = None
    folders: tuple[str, ...] = ()
    standing: Standing = field(default=Standing())
    titles: tuple[tuple[str, str], ...] = ()

    def called(self, language: str) -> str:
        """Its title in `language`, if it has one there."""
        return dict(self.titles).get(language, self.title)

    @property
    def superseded(self) -> bool:
        """Whether a later text replaces it."""
        return self.standing.superseded_by is not None


class ImportStatus(StrEnum):
    NEW = "new"
    KNOWN = "known"
    VERSION = "version"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one path: `id` unless refused, `error` if refused; `notice` where worth telling."""

    path: Path
    status: ImportStatus
    id: str | None = None
    error: Exception | None = None
    notice: Notice | None = None


class SameSymbol(StrEnum):
    """What is done with a text whose symbol the library has in the same language, from another file.

    Kept beside it, the later text counts as the newer one; replacing it, it takes its place and
    its annotations, and what was there goes to the trash.
    """

    REFUSE = "refuse"
    KEEP = "keep"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """What a library holds and where. `size` counts bytes of database, files, index and backups.

    `backups` counts them, `last_backup` is when the newest was made; `removed` counts the trash.
    """

    folder: Path
    documents: int
    paragraphs: int
    annotations: int
    size: int
    schema: str
    removed: int = 0
    backups: int = 0
    last_backup: datetime.datetime | None = None
