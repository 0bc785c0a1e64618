"""Takes files and folders of files into the library, one after the other.

A file that cannot be taken is refused with its error and stops no other. A file in another
language of a saved document, known by the symbol that both bear, becomes a version of it;
so does, within one import, a file of one name but for the language (`L4_ru.txt`, `L4_en.txt`).
A text whose symbol the library has in that very language, from other bytes, is another version
of it: the person says what becomes of it, and until then it is refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefer.app.indexing import Indexer, index_here
from briefer.app.library import Library
from briefer.app.model import Imported, ImportStatus, Notice, OpenDocument, SameSymbol
from briefer.app.opening import Opener
from briefer.app.reader import Share
from briefer.app.task import Cancelled, Progress
from briefer.core.document import Document
from briefer.core.errors import EngineFailed, LibraryError, SymbolTaken
from briefer.core.language import UNKNOWN
from briefer.core.symbols import parse_symbol

_LANGUAGE_IN_NAME = re.compile(r"(?:^|(?<=[\s._\-(\[]))(?:ru|rus|russian|en|eng|english)(?=$|[\s._\-)\]])")


class Importer:
    """Imports into a library. May be used from any thread."""

    def __init__(self, opener: Opener, library: Library, indexer: Indexer = index_here) -> None:
        """`indexer` brings the search index up to date when all files are in."""
        self._opener = opener
        self._library = library
        self._indexer = indexer

    def import_paths(
        self,
        paths: Sequence[Path],
        progress: Progress | None = None,
        same_symbol: SameSymbol = SameSymbol.REFUSE,
        told: Callable[[Imported], object] = lambda _: None,
    ) -> list[Imported]:
        """What became of each file at `paths`, those in folders included, in order.

        `told` gets each as soon as it is done. When `progress` is cancelled, what was imported by
        then stays and is returned.
        """
        progress = progress or Progress()
        names: dict[str, str] = {}
        done: list[Imported] = []
        try:
            files = list(files_at(paths, progress))
            for number, path in enumerate(files):
                progress.report(number / len(files))
                imported = self._import(path, Share(progress, number, len(files)), names, same_symbol)
                done.append(imported)
                told(imported)
        except Cancelled:
            pass
        if any(imported.status is not ImportStatus.KNOWN for imported in done if imported.id):
            with suppress(LibraryError, EngineFailed, Cancelled):  # else the next search does it
                self._indexer(self._library, Progress())
        return done

    def _import(
        self, path: Path, progress: Progress, names: dict[str, str], same_symbol: SameSymbol
    ) -> Imported:
        try:
            opened = self._opener.open([path], progress=progress)
            known = opened.id or self._known(opened.document)
            if known:
                self._library.store.mend(opened.document, path)
                return Imported(path, ImportStatus.KNOWN, known)
            if restored := self._restored(opened):
                return restored
            return self._save(path, opened, names, same_symbol)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - whatever ails one file, the others go on
            return Imported(path, ImportStatus.REFUSED, error=error)

    def _known(self, document: Document) -> str | None:
        return self._library.by_source(document.sources[0].sha256) if document.sources else None

    def _restored(self, opened: OpenDocument) -> Imported | None:
        """What waits in the trash with these bytes comes out of it."""
        source = opened.document.sources[0]
        if self._library.removed_source(source.sha256) is None:
            return None
        saved = self._library.save(opened)
        return Imported(Path(source.path), ImportStatus.KNOWN, saved.id, notice=Notice("taken-from-trash"))

    def _save(
        self, path: Path, opened: OpenDocument, names: dict[str, str], same_symbol: SameSymbol
    ) -> Imported:
        name = _name_without_language(path)
        sibling = self._sibling(opened.document, names.get(name) if name else None)
        if sibling is None:
            imported = self._save_alone(path, opened, same_symbol)
        else:
            joined = self._opener.join(sibling.document, opened.document)
            saved = self._library.save(replace(joined, id=sibling.id))
            imported = Imported(path, ImportStatus.VERSION, saved.id, notice=Notice("language-added"))
        if name and imported.id:
            names[name] = imported.id
        return imported

    def _save_alone(self, path: Path, opened: OpenDocument, same_symbol: SameSymbol) -> Imported:
        symbol, before = opened.document.masthead.symbol, self._namesakes(opened.document)
        if not before:
            return Imported(path, ImportStatus.NEW, self._library.save(opened).id)
        if same_symbol is SameSymbol.REFUSE:
            raise SymbolTaken(path=str(path), symbol=symbol, id=before[-1])
        if same_symbol is SameSymbol.REPLACE:
            self._library.replace_text(before[-1], opened)
            return Imported(path, ImportStatus.VERSION, before[-1], notice=Notice("text-replaced"))
        saved = self._library.save(opened)
        return Imported(path, ImportStatus.VERSION, saved.id, notice=Notice("text-beside"))

    def _namesakes(self, document: Document) -> list[str]:
        """The ids of the documents of this symbol that share a language, the newest last."""
        symbol = document.masthead.symbol
        if not symbol:
            return []
        found = [identity for identity, _title in self._library.store.with_symbol(symbol)]
        languages = set(document.languages)
        return [each for each in found if languages & set(self._library.load(each).document.languages)]

    def _sibling(self, document: Document, namesake: str | None) -> OpenDocument | None:
        """The saved document that `document` is another version of, None if there is none or several."""
        symbol = document.masthead.symbol
        same_symbol = self._library.store.with_symbol(symbol) if symbol else []
        ids = {identity for identity, _title in same_symbol} or ({namesake} if namesake else set())
        saved = [self._library.load(identity) for identity in ids if identity]
        fitting = [opened for opened in saved if _may_join(opened.document, document)]
        return fitting[0] if len(fitting) == 1 else None


def _may_join(saved: Document, added: Document) -> bool:
    """Whether both are of known and different languages, and no two different symbols."""
    symbols = [document.masthead.symbol for document in (saved, added)]
    known = {parse_symbol(symbol) or symbol for symbol in symbols if symbol}
    languages = [*saved.languages, *added.languages]
    return len(known) < 2 and UNKNOWN not in languages and len(set(languages)) == len(languages)


def _name_without_language(path: Path) -> str | None:
    """The file's name without the language in it, None if it names none."""
    bare, count = _LANGUAGE_IN_NAME.subn("", path.stem.casefold())
    return f"{path.parent}/{bare}" if count == 1 else None


def files_at(paths: Sequence[Path], progress: Progress) -> Iterator[Path]:
    """The files at `paths`; those in folders sorted, without hidden ones and links to folders."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            progress.check()
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(folder) / name for name in sorted(names) if not name.startswith("."))
