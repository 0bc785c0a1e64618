"""Takes files and folders of files into the library, one after the other.

A file that cannot be taken is refused with its error and stops no other. A file in another
language of a saved document, known by the symbol that both bear, becomes a version of it;
so does, within one import, a file of one name but for the language (`L4_ru.txt`, `L4_en.txt`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefer.app.library import Library
from briefer.app.model import Imported, ImportStatus, OpenDocument
from briefer.app.opening import Opener
from briefer.app.reading import Share
from briefer.app.task import Cancelled, Progress
from briefer.core.document import Document
from briefer.core.language import UNKNOWN
from briefer.core.symbols import parse_symbol

_LANGUAGE_IN_NAME = re.compile(r"(?:^|(?<=[\s._\-(\[]))(?:ru|rus|russian|en|eng|english)(?=$|[\s._\-)\]])")


class Importer:
    """Imports into a library. May be used from any thread."""

    def __init__(self, opener: Opener, library: Library) -> None:
        self._opener = opener
        self._library = library

    def import_paths(self, paths: Sequence[Path], progress: Progress | None = None) -> list[Imported]:
        """What became of each file at `paths`, those in folders included, in order.

        When `progress` is cancelled, what was imported by then stays and is returned.
        """
        progress = progress or Progress()
        names: dict[str, str] = {}
        done: list[Imported] = []
        try:
            files = list(_files(paths, progress))
            for number, path in enumerate(files):
                progress.report(number / len(files))
                done.append(self._import(path, Share(progress, number, len(files)), names))
        except Cancelled:
            pass
        if any(imported.status is not ImportStatus.KNOWN for imported in done if imported.id):
            with self._library.store.search.view() as view:
                view.refresh()
        return done

    def _import(self, path: Path, progress: Progress, names: dict[str, str]) -> Imported:
        try:
            opened = self._opener.open([path], progress=progress)
            known = opened.id or self._known(opened.document)
            if known:
                return Imported(path, ImportStatus.KNOWN, known)
            return self._save(path, opened, names)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - whatever ails one file, the others go on
            return Imported(path, ImportStatus.REFUSED, error=error)

    def _known(self, document: Document) -> str | None:
        return self._library.by_source(document.sources[0].sha256) if document.sources else None

    def _save(self, path: Path, opened: OpenDocument, names: dict[str, str]) -> Imported:
        name = _name_without_language(path)
        sibling = self._sibling(opened.document, names.get(name) if name else None)
        if sibling is None:
            saved, status = self._library.save(opened), ImportStatus.NEW
        else:
            joined = self._opener.join(sibling.document, opened.document)
            saved, status = self._library.save(replace(joined, id=sibling.id)), ImportStatus.VERSION
        if name and saved.id:
            names[name] = saved.id
        return Imported(path, status, saved.id)

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


def _files(paths: Sequence[Path], progress: Progress) -> Iterator[Path]:
    """The files at `paths`; those in folders sorted, without hidden ones and links to folders."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            progress.check()
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(folder) / name for name in sorted(names) if not name.startswith("."))
