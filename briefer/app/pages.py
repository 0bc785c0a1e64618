"""The pages that a document was read from: which of its files has some, and where their bytes are."""

from __future__ import annotations

import hashlib
import re
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

from briefer.core.document import Document, Source
from briefer.core.errors import FileError, OriginalLost
from briefer.formats.page_bounds import MOST_PIXELS, MOST_SCALE, PICTURES

if TYPE_CHECKING:
    from briefer.formats.page_renderer import PageRenderer as PageRenderer
    from briefer.formats.page_renderer import Picture as Picture

__all__ = ["MOST_PIXELS", "MOST_SCALE", "Pages", "has_pages", "source_of"]

_WORDS = re.compile(r"[^\W\d_]+")
_LENGTHS = (2, 3, 7)  # ru, rus, russian


class Originals(Protocol):
    """What is asked of a library."""

    def original(self, sha256: str) -> Path | None: ...


class Pages:
    """Makes what draws the pages of a document's files."""

    def __init__(self, library: Originals) -> None:
        self._library = library

    def renderer(self, source: Source, password: str | None = None) -> PageRenderer:
        """What draws the pages of a file. The file is looked for when the first page is asked for."""
        from briefer.formats.page_renderer import PageFile, PageRenderer

        return PageRenderer(PageFile(source.path, source.format, partial(self._bytes, source), password))

    def _bytes(self, source: Source) -> bytes:
        """The bytes that `source` was read from, of the library or at its path. Raises OriginalLost."""
        data = _read(Path(source.path))
        if _hash(data) != source.sha256:
            data = _read(self._library.original(source.sha256))
        if _hash(data) == source.sha256:
            return data
        raise OriginalLost(path=source.path)


def _read(path: Path | None) -> bytes:
    from briefer.formats.intake import take_in
    from briefer.formats.parser import MEGABYTES

    try:
        return take_in(path, MEGABYTES) if path is not None else b""
    except FileError:
        return b""


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def source_of(document: Document, language: str) -> Source | None:
    """The file with pages that a version was most likely read from; None where none has pages.

    Of two files with a language each, the names tell which is which ("statement_ru.pdf"), or else that one
    is too short; where neither does, files stand in the order of the versions.
    """
    version = document.version(language)
    if version is None:
        return None
    last = max((paragraph.page or 0 for paragraph in version.paragraphs), default=0)
    others = [other for other in document.languages if other != language]
    position = document.languages.index(language)

    def unlikeliness(source: Source) -> tuple[bool, int, bool]:
        named = _named_for(source, language) - any(_named_for(source, other) for other in others)
        return last > (source.pages or 0), -named, document.sources.index(source) != position

    likely = min(document.sources, key=unlikeliness, default=None)
    return likely if likely is not None and last and has_pages(likely) else None


def has_pages(source: Source) -> bool:
    """Whether the pages of a file can be drawn."""
    return source.format == "pdf" or source.format in PICTURES


def _named_for(source: Source, language: str) -> bool:
    """Whether the file's name has the language's code in it, as a word of two or three letters or more."""
    words = _WORDS.findall(PurePath(source.path.replace("\\", "/")).stem.lower())
    return any(word.startswith(language) and len(word) in _LENGTHS for word in words)
