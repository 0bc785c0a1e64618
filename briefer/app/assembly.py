"""Puts the parts together for the command line (the window may use it too).

Each part is made, and its module imported, when it is first asked for: a command pays only
for what it uses.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.core.errors import BrieferError

if TYPE_CHECKING:
    import subprocess

    from briefer.app.aligning import FileAligner
    from briefer.app.annotating import Annotator
    from briefer.app.briefing import BriefingNotes
    from briefer.app.concording import Concordancer
    from briefer.app.correcting import Corrector
    from briefer.app.importing import Importer
    from briefer.app.indexing import Indexer
    from briefer.app.keeping import Keeper
    from briefer.app.knowledge import Languages
    from briefer.app.library import Library
    from briefer.app.noting import NoteRecords
    from briefer.app.opening import Opener
    from briefer.app.reader import Reader
    from briefer.app.searching import Searcher
    from briefer.app.teaching import LibraryLessons
    from briefer.app.upkeep import Upkeep
    from briefer.app.watching import WatchedFolders


def speak(language: str) -> Texts:
    """The catalogue of `language`."""
    return Texts(resource("locale"), language)


class Assembly:
    """The parts that work on one library. `folder` is what `--library` says, or None.

    With `apart`, files are read in a process of its own, so that a window does not wait: in `engine`
    first, if one is started already.
    `backup_failed` is told when the day's backup could not be made.
    """

    def __init__(
        self,
        folder: Path | None = None,
        author: str = "",
        catalogue: Callable[[str], Texts] = speak,
        *,
        apart: bool = False,
        engine: subprocess.Popen[bytes] | None = None,
        backup_failed: Callable[[BrieferError], None] = lambda _: None,
    ) -> None:
        self._backup_failed = backup_failed
        self._apart = apart
        self._engine = engine
        self._folder = folder
        self._author = author
        self._catalogue = catalogue

    @cached_property
    def library(self) -> Library:
        from briefer.app.library import Library
        from briefer.app.settings import BACKUPS_KEPT, Settings, library_folder, settings_file

        def keep() -> int:
            return int(Settings(settings_file()).get(BACKUPS_KEPT))

        library = Library(library_folder(self._folder), keep=keep)
        library.backup_failed.subscribe(self._backup_failed)
        return library

    @cached_property
    def keeper(self) -> Keeper:
        from briefer.app.keeping import Keeper

        return Keeper(self.library)

    @cached_property
    def upkeep(self) -> Upkeep:
        from briefer.app.upkeep import Upkeep

        return Upkeep(self.library)

    @cached_property
    def reader(self) -> Reader:
        """Reads files as they are, whatever the library knows of them."""
        if self._apart:
            from briefer.app.engine import Engine

            return Engine(self._lessons.taught, self._engine)
        from briefer.app.knowledge import known_languages
        from briefer.app.reading import LocalReader
        from briefer.formats.parser import Parser

        return LocalReader(Parser(), known_languages(self._lessons.taught))

    @cached_property
    def _lessons(self) -> LibraryLessons:
        from briefer.app.teaching import LibraryLessons

        return LibraryLessons(self.library)

    @cached_property
    def fresh(self) -> Opener:
        """Opens files anew, whatever the library knows of them.

        On the command line a file's paragraphs correspond in the same way on every machine, unless a library
        is named: then what it teaches counts.
        """
        from briefer.app.opening import Opener

        if self._apart or self._folder:
            return Opener(self.reader)
        from briefer.app.reading import LocalReader
        from briefer.formats.parser import Parser

        return Opener(LocalReader(Parser()))

    @cached_property
    def opener(self) -> Opener:
        """Opens files; those that the library knows come from the library."""
        from briefer.app.opening import Opener

        return Opener(self.reader, self.library)

    @cached_property
    def languages(self) -> Languages:
        """What is known of the languages, for the sentences of a document that is open."""
        from briefer.app.knowledge import known_languages

        return known_languages()

    @cached_property
    def corrector(self) -> Corrector:
        from briefer.app.correcting import Corrector

        return Corrector(self.library, self.reader)

    @cached_property
    def aligner(self) -> FileAligner:
        """Aligns two files as they are; what a library teaches counts when it is named."""
        from briefer.app.aligning import FileAligner
        from briefer.app.knowledge import known_languages
        from briefer.formats.parser import Parser

        known = known_languages(self._lessons.taught) if self._folder else known_languages()
        return FileAligner(Parser(), known)

    @cached_property
    def importer(self) -> Importer:
        from briefer.app.importing import Importer

        return Importer(self.opener, self.library, self._indexer)

    @cached_property
    def watched(self) -> WatchedFolders:
        from briefer.app.watching import WatchedFolders

        return WatchedFolders(self.library, self.importer)

    @cached_property
    def searcher(self) -> Searcher:
        from briefer.app.searching import Searcher

        return Searcher(self.library, self._indexer)

    @cached_property
    def _indexer(self) -> Indexer:
        """What brings the search index up to date: for a window, in a process of its own."""
        from briefer.app.indexing import index_here

        if not self._apart:
            return index_here
        from briefer.app.engine import Engine

        reader = self.reader
        assert isinstance(reader, Engine)  # noqa: S101 - as `reader` has it
        return lambda library, progress: reader.index(library.folder, progress)

    @cached_property
    def concordancer(self) -> Concordancer:
        from briefer.app.concording import Concordancer

        return Concordancer(self.library, lambda: self.languages)

    @cached_property
    def annotator(self) -> Annotator:
        from briefer.app.annotating import Annotator

        return Annotator(self.library, self._author)

    @cached_property
    def notes(self) -> BriefingNotes:
        from briefer.app.briefing import BriefingNotes

        return BriefingNotes(self._catalogue)

    @cached_property
    def records(self) -> NoteRecords:
        from briefer.app.noting import NoteRecords

        return NoteRecords(self.library)

    def close(self) -> None:
        """End what was started and close what was opened."""
        if "reader" in self.__dict__:
            self.reader.close()
        if "aligner" in self.__dict__:
            self.aligner.close()
        if "library" in self.__dict__:
            self.library.close()
