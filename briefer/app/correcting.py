"""Corrects alignments by hand; each correction is on disk when the call returns.

The history of a document is in the library: it is undone and done again after a restart too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.reader import Reader
from briefer.app.task import Progress
from briefer.core.bitext import Bead, Bitext
from briefer.core.correcting import patch_of
from briefer.core.corrections import Correction
from briefer.core.document import Document, Version
from briefer.core.errors import CorrectionImpossible
from briefer.core.values import dataclass


@dataclass(frozen=True)
class Corrector:
    """Corrects the documents of a library. May be used from any thread; realigning takes its time."""

    library: Library
    reader: Reader

    def correct(
        self, opened: OpenDocument, correction: Correction, progress: Progress | None = None
    ) -> OpenDocument:
        """The document with its alignment corrected; one that is not saved is saved first.

        Raises CorrectionImpossible, CorrectionOvertaken, LibraryError, Cancelled.
        """
        saved = opened if opened.id else self.library.save(opened)
        bitext = self.library.bitext(saved.id or "")
        if bitext is None:
            raise CorrectionImpossible(operation=correction.operation)
        now = replace(saved.document, bitext=bitext)
        patch = patch_of(bitext, correction, Realigner(now, self.reader, progress or Progress(), saved.id))
        return _with(saved, self.library.correct(saved.id or "", correction, patch))

    def can_undo(self, document_id: str | None) -> bool:
        return bool(document_id and self.library.corrections(document_id)[0])

    def can_redo(self, document_id: str | None) -> bool:
        return bool(document_id and self.library.corrections(document_id)[1])

    def undo(self, opened: OpenDocument) -> OpenDocument | None:
        """Take the last correction back; None when there is none. Raises CorrectionOvertaken."""
        bitext = self.library.step(opened.id or "", back=True)
        return _with(opened, bitext) if bitext else None

    def redo(self, opened: OpenDocument) -> OpenDocument | None:
        """Do the correction again that was taken back last; None when there is none."""
        bitext = self.library.step(opened.id or "", back=False)
        return _with(opened, bitext) if bitext else None

    def reread(
        self, document_id: str, opened: OpenDocument, progress: Progress | None = None
    ) -> OpenDocument:
        """Put `opened`, the same files read anew, in place of a saved document.

        Annotations are found again, and beads made by hand are where their texts still stand;
        the rest is aligned around them. Its history of corrections ends. Raises as `correct`.
        """
        # Brings rapidfuzz, which no window needs before a file is read anew.
        from briefer.core.rereading import beads_again

        saved, document = self.library.load(document_id).document, opened.document
        anchors = beads_again(saved, document)
        if anchors and document.bitext is not None:
            left, right = document.version(document.bitext.left), document.version(document.bitext.right)
            if left and right:
                bitext = self.reader.align(
                    left, right, anchors, progress or Progress(), apart_from=document_id
                )
                opened = replace(opened, document=replace(document, bitext=bitext))
        return self.library.reread(document_id, opened)


def _with(opened: OpenDocument, bitext: Bitext) -> OpenDocument:
    return replace(opened, document=replace(opened.document, bitext=bitext))


class Realigner:
    """Aligns stretches of a document, with its id if it is saved, for `briefer.core.correcting`."""

    def __init__(
        self, document: Document, reader: Reader, progress: Progress, document_id: str | None = None
    ) -> None:
        self._document = document
        self._reader = reader
        self._progress = progress
        self._id = document_id

    def __call__(self, a: int, b: int, c: int, d: int, anchors: Sequence[Bead]) -> list[Bead]:
        """The beads of left paragraphs a to b and right ones c to d, ends excluded."""
        bitext = self._document.bitext
        left = self._stretch(bitext.left if bitext else "", a, b)
        right = self._stretch(bitext.right if bitext else "", c, d)
        moved = [_moved(bead, -a, -c) for bead in anchors]
        found = self._reader.align(left, right, moved, self._progress, apart_from=self._id)
        return [_moved(bead, a, c) for bead in found.beads]

    def _stretch(self, language: str, start: int, end: int) -> Version:
        version = self._document.version(language)
        return Version(language, version.paragraphs[start:end] if version else ())


def corrected(
    bitext: Bitext, document: Document, corrections: Sequence[Correction], reader: Reader
) -> Bitext:
    """The alignment after `corrections`, one after the other, of a document that is not saved.

    Raises CorrectionImpossible.
    """
    for correction in corrections:
        now = replace(document, bitext=bitext)
        bitext = patch_of(bitext, correction, Realigner(now, reader, Progress())).applied(bitext)
    return bitext


def _moved(bead: Bead, by_left: int, by_right: int) -> Bead:
    return replace(
        bead,
        left=tuple(index + by_left for index in bead.left),
        right=tuple(index + by_right for index in bead.right),
    )
