"""Opens files: parsed outside this process, made a document, aligned. Never saves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from briefer.app.model import Choices, Notice, OpenDocument
from briefer.app.task import Progress
from briefer.core.align import align
from briefer.core.document import Document, Source, Version
from briefer.core.errors import LanguagesSame
from briefer.core.language import UNKNOWN
from briefer.core.structure.build import masthead_of, versions_of
from briefer.formats.parser import Parser
from briefer.formats.request import ReadOptions

ORDER = ("ru", "en")


class SavedDocuments(Protocol):
    """What opening needs to know of a library."""

    def by_source(self, sha256: str) -> str | None: ...

    def load(self, document_id: str) -> OpenDocument: ...


class Opener:
    """Opens one file with one or two languages in it, or two files with a language each."""

    def __init__(self, parser: Parser, library: SavedDocuments | None = None) -> None:
        self._parser = parser
        self._library = library

    def open(
        self,
        paths: Sequence[Path],
        *,
        choices: Choices = Choices(),
        progress: Progress | None = None,
    ) -> OpenDocument:
        """The document in the files at `paths` (one or two).

        A document that the library knows by its bytes comes from the library, unless something
        is chosen. Raises FileError, EncodingUnknown, LanguagesSame, LibraryError.
        """
        progress = progress or Progress()
        contents = [self._parser.read_bytes(path) for path in paths]
        if choices == Choices() and (saved := self._saved(contents)):
            return saved
        files = []
        options = ReadOptions(choices.encoding, choices.password, choices.ocr)
        for number, (path, data) in enumerate(zip(paths, contents, strict=True)):
            progress.report(number / (len(paths) + 1))
            files.append(self._parser.parse(path, data, options=options, progress=progress))
        progress.report(len(paths) / (len(paths) + 1))
        versions = [version for file in files for version in versions_of(file.blocks)]
        opened = document_of([file.source for file in files], versions, progress.check)
        progress.report(1.0)
        return opened

    def _saved(self, contents: Sequence[bytes]) -> OpenDocument | None:
        if self._library is None:
            return None
        ids = {self._library.by_source(hashlib.sha256(data).hexdigest()) for data in contents}
        known = ids.pop() if len(ids) == 1 else None
        return self._library.load(known) if known else None


def document_of(
    sources: Sequence[Source], versions: Sequence[Version], check: Callable[[], None] = lambda: None
) -> OpenDocument:
    """The document made of `versions`, aligned when there are two of them.

    Raises LanguagesSame when a language comes twice, and whatever `check` raises meanwhile.
    """
    ordered = sorted(versions, key=lambda v: ORDER.index(v.language) if v.language in ORDER else len(ORDER))
    languages = [version.language for version in ordered]
    for language in languages:
        if languages.count(language) > 1:
            raise LanguagesSame(language=language)
    bitext = align(ordered[0], ordered[1], check) if len(ordered) == 2 else None
    document = Document(tuple(sources), masthead_of(versions), tuple(ordered), bitext)
    return OpenDocument(document, notices=tuple(_notices(document)))


def _notices(document: Document) -> list[Notice]:
    notices = []
    if len(document.versions) == 1:
        language = document.versions[0].language
        if language == UNKNOWN:
            notices.append(Notice("language-unknown"))
        else:
            notices.append(Notice("one-language", {"language": language}))
    for source in document.sources:
        if "encoding-guessed" in source.repairs:
            notices.append(Notice("encoding-guessed", {"encoding": source.encoding}))
        plain = ("invisible-removed", "pages-without-text", "pages-damaged")
        notices.extend(Notice(code) for code in plain if code in source.repairs)
    return notices
