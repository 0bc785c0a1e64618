"""Files that will be asked for: begun before the window that asks for them is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefer.app.composing import document_of
from briefer.app.knowledge import Languages
from briefer.app.model import OpenDocument
from briefer.core.layout import Reading
from briefer.core.structure.build import versions_of
from briefer.formats.ahead import Ahead
from briefer.formats.exchange import Stoppable
from briefer.formats.parser import File, Parser
from briefer.formats.request import ReadOptions

# Pieces of text at most of which a document is made ahead: nobody can stop that, or see how far it is.
SMALL = 400


class Expected:
    """One or two files, parsed from now on. What comes of it counts only for the bytes that were read."""

    def __init__(self, parser: Parser, paths: Sequence[Path]) -> None:
        self._ahead = {path: Ahead(parser, path) for path in paths}
        self._made: tuple[list[File], OpenDocument, Sequence[tuple[str, str]]] | None = None

    def file(self, path: Path, data: bytes, options: ReadOptions, progress: Stoppable) -> File | None:
        """The file, if it was parsed from `data` by `options`. Raises whatever `progress` raises."""
        ahead = self._ahead.get(path)
        return ahead.file(data, progress) if ahead and options == ReadOptions() else None

    def make(self, languages: Languages) -> None:
        """Make the document too, if it is small and nothing is wrong with it. Raises BrieferError."""
        files = [file for ahead in self._ahead.values() if (file := ahead.result()) is not None]
        if len(files) == len(self._ahead) and sum(len(file.blocks) for file in files) <= SMALL:
            versions = [version for file in files for version in versions_of(file.blocks, Reading())]
            made = document_of([file.source for file in files], versions, lambda: None, languages)
            self._made = files, made, _lessons(made, languages)

    def document(self, files: Sequence[File], reading: Reading, languages: Languages) -> OpenDocument | None:
        """The document made of these very files, if it would be the same today."""
        if self._made is None or reading != Reading():
            return None
        known, made, lessons = self._made
        same = len(known) == len(files) and all(a is b for a, b in zip(known, files, strict=True))
        return made if same and lessons == _lessons(made, languages) else None


def _lessons(opened: OpenDocument, languages: Languages) -> Sequence[tuple[str, str]]:
    """What aligned documents have taught of the languages of this one."""
    bitext = opened.document.bitext
    return languages.taught(bitext.left, bitext.right) if bitext else ()
