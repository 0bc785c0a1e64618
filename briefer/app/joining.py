"""The rule for a second file: whether it is the other language version of an open document.

Two documents are joined without asking when their languages differ and either both bear one
symbol, or neither symbol speaks against it and their alignment agrees. Everything else is
for the reader to decide. Which symbols a library knows is in `briefer.app.importing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.reader import Share
from briefer.app.task import Progress
from briefer.core.document import Document, Version
from briefer.core.language import UNKNOWN
from briefer.core.symbols import parse_symbol
from briefer.core.values import dataclass

# Measured on the alignment cases and real pairs of the tests: of translations, cut to as many as
# ten paragraphs, 99 in 100 have more than this share of their letters in confident beads; of
# texts that are none, nothing had more than 0.34 that is three paragraphs long or longer.
CONFIDENT = 0.9
SHARE = 0.5
FEWEST = 3
# So many paragraphs from the beginning decide.
HEAD = 200


class Doubt(StrEnum):
    """Why a second file does not join an open document by itself."""

    SAME_FILE = "same-file"
    BOTH_SAVED = "both-saved"
    BOTH_LANGUAGES = "both-languages"
    LANGUAGE_UNKNOWN = "language-unknown"
    SAME_LANGUAGE = "same-language"
    OTHER_SYMBOL = "other-symbol"
    TEXTS_DIFFER = "texts-differ"


@dataclass(frozen=True, slots=True)
class Second:
    """A second file: what is in it, and either the joined document or why it was not joined."""

    added: OpenDocument
    joined: OpenDocument | None = None
    doubt: Doubt | None = None


class Joiner:
    """Judges second files and joins them. May be used from any thread."""

    def __init__(self, opener: Opener, library: Library) -> None:
        self._opener = opener
        self._library = library

    def judge(self, first: OpenDocument, added: OpenDocument, progress: Progress) -> Second:
        """`added` joined to `first`, or the doubt that keeps it from being joined.

        What is saved stays saved, annotations and all. Raises LibraryError, Cancelled.
        """
        progress.check()
        doubt = doubt_between(first, added)
        if doubt is None and not same_symbol(first.document, added.document):
            doubt = self._doubt_of_texts(first.document, added.document, Share(progress, 0, 2))
        if doubt is not None:
            return Second(added, doubt=doubt)
        return Second(added, joined=self.join(first, added, Share(progress, 1, 2)))

    def join(self, first: OpenDocument, added: OpenDocument, progress: Progress) -> OpenDocument:
        """Both as one document, whatever speaks against it.

        When both are in one language, the second one is taken to be in the other. Raises
        LanguagesSame, LibraryError, Cancelled.
        """
        if first.document.languages == added.document.languages:
            added = replace(added, document=in_other_language(added.document))
        base, other = (added, first) if added.id and not first.id else (first, added)
        joined = replace(self._opener.join(base.document, other.document, progress), id=base.id)
        return self._library.save(joined) if joined.id else joined

    def _doubt_of_texts(self, first: Document, added: Document, progress: Progress) -> Doubt | None:
        heads = beginning(first), beginning(added)
        if min(len(version.paragraphs) for head in heads for version in head.versions) < FEWEST:
            return Doubt.TEXTS_DIFFER
        together = self._opener.join(heads[0], heads[1], progress).document
        return None if agreement(together) >= SHARE else Doubt.TEXTS_DIFFER


def doubt_between(first: OpenDocument, added: OpenDocument) -> Doubt | None:
    """What speaks against joining before the texts are compared."""
    documents = (first.document, added.document)
    hashes = [{source.sha256 for source in document.sources} for document in documents]
    languages = [document.languages for document in documents]
    symbols = _symbols(*documents)
    doubts = (
        (Doubt.SAME_FILE, hashes[0] & hashes[1]),
        (Doubt.BOTH_SAVED, first.id and added.id),
        (Doubt.BOTH_LANGUAGES, max(map(len, languages)) > 1),
        (Doubt.LANGUAGE_UNKNOWN, any(UNKNOWN in each for each in languages)),
        (Doubt.SAME_LANGUAGE, languages[0] == languages[1]),
        (Doubt.OTHER_SYMBOL, len(symbols) == 2 and symbols[0] != symbols[1]),
    )
    return next((doubt for doubt, holds in doubts if holds), None)


def same_symbol(first: Document, added: Document) -> bool:
    """Whether both bear a symbol and it is one, however it is spelt."""
    symbols = _symbols(first, added)
    return len(symbols) == 2 and symbols[0] == symbols[1]


def agreement(document: Document) -> float:
    """The share of letters that stand in confident beads, in the version that has less of them."""
    if document.bitext is None:
        return 0.0
    beads = [bead for bead in document.bitext.beads if bead.matched and bead.confidence >= CONFIDENT]
    shares = []
    for language in (document.bitext.left, document.bitext.right):
        version = document.version(language)
        matched = [index for bead in beads for index in document.bitext.side(bead, language)]
        shares.append(_letters(version, matched) / max(1, _letters(version)))
    return min(shares)


def beginning(document: Document) -> Document:
    """The first paragraphs of every version, unaligned."""
    versions = (replace(version, paragraphs=version.paragraphs[:HEAD]) for version in document.versions)
    return replace(document, versions=tuple(versions), bitext=None)


def in_other_language(document: Document) -> Document:
    """The document of one version with its language taken to be the other one."""
    (version,) = document.versions
    other = "ru" if version.language == "en" else "en"
    return replace(document, versions=(replace(version, language=other),))


def _symbols(*documents: Document) -> list[object]:
    written = [document.masthead.symbol for document in documents]
    return [parse_symbol(symbol) or symbol for symbol in written if symbol]


def _letters(version: Version | None, indices: Sequence[int] | None = None) -> int:
    if version is None:
        return 0
    chosen = range(len(version.paragraphs)) if indices is None else indices
    return sum(len(version.paragraphs[index].text) for index in chosen)
