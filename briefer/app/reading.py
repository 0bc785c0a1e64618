"""Reads files into documents: parsed outside this process, made a document, aligned.

Nothing is known here of a library; `briefer.app.opening` asks it first.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from briefer.app.composing import aligned, document_of, joined_document
from briefer.app.expecting import Expected
from briefer.app.knowledge import Languages, known_languages
from briefer.app.model import Choices, OpenDocument
from briefer.app.reader import Share
from briefer.app.task import Progress
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Version
from briefer.core.errors import BrieferError
from briefer.core.sentence_beads import SentenceBead
from briefer.core.structure.build import versions_of
from briefer.formats.parser import Parser
from briefer.formats.request import ReadOptions


class LocalReader:
    """Reads in this process, but for the parsing."""

    def __init__(self, parser: Parser, languages: Languages | None = None) -> None:
        self._parser = parser
        self._languages = languages or known_languages()
        self._expected: Expected | None = None

    def read(self, paths: Sequence[Path], choices: Choices, progress: Progress) -> OpenDocument:
        expected, self._expected = self._expected, None
        options = ReadOptions(choices.encoding, choices.password, choices.ocr)
        files = []
        for number, path in enumerate(paths):
            share = Share(progress, number, len(paths) + 1)
            share.report(0.0)
            data = self._parser.read_bytes(path)
            known = expected.file(path, data, options, share) if expected else None
            files.append(known or self._parser.parse(path, data, options=options, progress=share))
        progress.report(len(paths) / (len(paths) + 1))
        opened = expected.document(files, choices.reading, self._languages) if expected else None
        if opened is None:
            versions = [version for file in files for version in versions_of(file.blocks, choices.reading)]
            sources = [file.source for file in files]
            opened = document_of(sources, versions, progress.check, self._languages)
        progress.report(1.0)
        self._parser.replace()
        return opened

    def join(self, first: Document, added: Document, progress: Progress) -> OpenDocument:
        return joined_document(first, added, progress.check, self._languages)

    def align(
        self,
        left: Version,
        right: Version,
        anchors: Sequence[Bead],
        progress: Progress,
        *,
        apart_from: str | None = None,
    ) -> Bitext:
        return aligned(left, right, progress.check, self._languages, anchors, apart_from=apart_from)

    def sentences(
        self, left: Version, right: Version, beads: Sequence[Bead], progress: Progress
    ) -> tuple[tuple[SentenceBead, ...], ...]:
        from briefer.core.align.sentences import sentence_beads

        knowledge = self._languages.between(left.language, right.language)
        return tuple(sentence_beads(left, right, beads, progress.check, knowledge=knowledge))

    def warm(self) -> None:
        self._parser.warm()

    def expect(self, paths: Sequence[Path]) -> None:
        self._expected = Expected(self._parser, paths)

    def foresee(self) -> None:
        """Make the document that is expected, as far as nobody has to wait long for what was in vain."""
        if self._expected is not None:
            with suppress(BrieferError):
                self._expected.make(self._languages)

    def close(self) -> None:
        self._parser.close()
