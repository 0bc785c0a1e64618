"""The values that the app layer hands to window and command line."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from briefer.core.document import Document
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
    """A line of the library's list. `annotations` counts them."""

    id: str
    title: str
    symbol: str | None
    date: datetime.date | None
    languages: tuple[str, ...]
    organ: str | None
    session: str | None
    agenda_item: str | None
    annotations: int = 0


class ImportStatus(StrEnum):
    NEW = "new"
    KNOWN = "known"
    VERSION = "version"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one path: `id` unless refused, `error` if refused."""

    path: Path
    status: ImportStatus
    id: str | None = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """What a library holds and where. `size` counts bytes of database, files and index."""

    folder: Path
    documents: int
    paragraphs: int
    annotations: int
    size: int
    schema: str
