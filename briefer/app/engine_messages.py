"""What the window's process and the reading process say to each other, one JSON value a line.

Both are Briefer itself. Paths travel as bytes, because a file's name need not be valid
Unicode; so the paths in a document stay behind and are put back by `with_paths`. What the library
teaches goes along with every request: the reading process knows of no library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from briefer.app.model import Choices, OpenDocument
from briefer.core.align.teaching import Taught
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Version
from briefer.core.sentence_beads import SentenceBead


class Read(msgspec.Struct, frozen=True, tag="read"):
    """Read the files at `paths` into one document."""

    paths: tuple[bytes, ...]
    choices: Choices
    taught: Taught = Taught()


class Expect(msgspec.Struct, frozen=True, tag="expect"):
    """The files at `paths` will be asked for; there is no answer."""

    paths: tuple[bytes, ...]


class Join(msgspec.Struct, frozen=True, tag="join"):
    """Make one document of two."""

    first: Document
    added: Document
    taught: Taught = Taught()


class Align(msgspec.Struct, frozen=True, tag="align"):
    """Align two versions, or stretches of them, around beads that stay."""

    left: Version
    right: Version
    anchors: tuple[Bead, ...]
    taught: Taught = Taught()


class Pair(msgspec.Struct, frozen=True, tag="pair"):
    """Align the sentences inside each of the beads."""

    left: Version
    right: Version
    beads: tuple[Bead, ...]


class Index(msgspec.Struct, frozen=True, tag="index"):
    """Bring the search index of the library in `folder` up to date."""

    folder: bytes


class Stop(msgspec.Struct, frozen=True, tag="stop"):
    """Give up what is being done."""


class Told(msgspec.Struct, frozen=True, tag="told"):
    """How far it is, from 0 to 1."""

    fraction: float


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The document, its paths left out."""

    opened: OpenDocument


class Aligned(msgspec.Struct, frozen=True, tag="aligned"):
    """The beads that were found."""

    bitext: Bitext


class Paired(msgspec.Struct, frozen=True, tag="paired"):
    """The sentences of each bead."""

    sentences: tuple[tuple[SentenceBead, ...], ...]


class Indexed(msgspec.Struct, frozen=True, tag="indexed"):
    """The index is up to date."""


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """An error by its code; `file` is the number of the path that it names."""

    code: str
    params: dict[str, str | int | float | bool | None]
    file: int | None = None


class Stopped(msgspec.Struct, frozen=True, tag="stopped"):
    """It was given up, as asked."""


Request = Read | Expect | Join | Align | Pair | Index | Stop
Answer = Told | Done | Aligned | Paired | Indexed | Failed | Stopped


def line_of(message: Request | Answer) -> bytes:
    """The message as a line, its end included."""
    return msgspec.json.encode(message) + b"\n"


def request_in(line: bytes) -> Request:
    """Raises ValueError when the line is no request."""
    try:
        return msgspec.json.decode(line, type=Read | Expect | Join | Align | Pair | Index | Stop)
    except msgspec.DecodeError as error:
        raise ValueError("no request") from error


def answer_in(line: bytes) -> Answer:
    """Raises ValueError when the line is no answer."""
    try:
        return msgspec.json.decode(line, type=Told | Done | Aligned | Paired | Indexed | Failed | Stopped)
    except msgspec.DecodeError as error:
        raise ValueError("no answer") from error


def without_paths(document: Document) -> Document:
    """The document as it travels."""
    return replace(document, sources=tuple(replace(source, path="") for source in document.sources))


def with_paths(opened: OpenDocument, paths: Sequence[str]) -> OpenDocument:
    """The document as it arrives: its files are those at `paths`, in this order."""
    sources = tuple(
        replace(source, path=path) for source, path in zip(opened.document.sources, paths, strict=True)
    )
    return replace(opened, document=replace(opened.document, sources=sources))
