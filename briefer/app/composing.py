"""Makes a document of versions: puts them in order, aligns them, says what is worth telling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from briefer.app.knowledge import Languages
from briefer.app.model import Notice, OpenDocument
from briefer.core.align import align
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Source, Version
from briefer.core.errors import LanguagesSame
from briefer.core.language import UNKNOWN
from briefer.core.masthead import Masthead
from briefer.core.structure.build import masthead_of

ORDER = ("ru", "en")

LEAST_UNMATCHED = 40  # paragraphs; fewer are a long cover page


def document_of(
    sources: Sequence[Source],
    versions: Sequence[Version],
    check: Callable[[], None] = lambda: None,
    known: Languages | None = None,
) -> OpenDocument:
    """The document made of `versions`, aligned when there are two of them, by what is `known`.

    Raises LanguagesSame when a language comes twice, and whatever `check` raises meanwhile.
    """
    ordered = sorted(versions, key=lambda v: ORDER.index(v.language) if v.language in ORDER else len(ORDER))
    languages = [version.language for version in ordered]
    for language in languages:
        if languages.count(language) > 1:
            raise LanguagesSame(language=language)
    bitext = None
    if len(ordered) == 2:
        bitext = aligned(ordered[0], ordered[1], check, known)
    document = Document(tuple(sources), masthead_of(versions), tuple(ordered), bitext)
    return OpenDocument(document, notices=tuple(_notices(document)))


def aligned(
    left: Version,
    right: Version,
    check: Callable[[], None] = lambda: None,
    known: Languages | None = None,
    anchors: Sequence[Bead] = (),
    *,
    apart_from: str | None = None,
) -> Bitext:
    """The alignment of two versions, or of stretches of them, by what is `known`; `anchors` stay.

    The saved document called `apart_from` teaches nothing.
    """
    knowledge = known.between(left.language, right.language) if known else None
    taught = known.taught(left.language, right.language, apart_from) if known else ()
    return align(left, right, check, knowledge=knowledge, anchors=anchors, taught=taught)


def joined_document(
    first: Document,
    added: Document,
    check: Callable[[], None] = lambda: None,
    known: Languages | None = None,
) -> OpenDocument:
    """`first` with the versions of `added`; of the mastheads, what `first` says counts first.

    A document of one version is aligned with the one that is added; an alignment that is
    there stays as it is. Raises as `document_of` does.
    """
    joined = document_of([*first.sources, *added.sources], [*first.versions, *added.versions], check, known)
    masthead = {
        field.name: getattr(first.masthead, field.name) or getattr(added.masthead, field.name)
        for field in fields(Masthead)
    }
    bitext = first.bitext or joined.document.bitext
    return replace(joined, document=replace(joined.document, masthead=Masthead(**masthead), bitext=bitext))


def _notices(document: Document) -> list[Notice]:
    notices = []
    if len(document.versions) == 1:
        language = document.versions[0].language
        if language == UNKNOWN:
            notices.append(Notice("language-unknown"))
        else:
            notices.append(Notice("one-language", {"language": language}))
    if notice := _unmatched(document):
        notices.append(notice)
    for source in document.sources:
        for repair in source.repairs:
            code, _, pages = repair.partition(":")
            notices.append(Notice(code, {"encoding": source.encoding, "pages": pages}))
    return notices


def _unmatched(document: Document) -> Notice | None:
    """Worth telling when the versions correspond so little that something else may be wrong."""
    bitext = document.bitext
    if bitext is None:
        return None
    alone = sum(len(bead.left) + len(bead.right) for bead in bitext.beads if not bead.matched)
    count = sum(len(bead.left) + len(bead.right) for bead in bitext.beads)
    if alone < LEAST_UNMATCHED or 2 * alone < count:
        return None
    return Notice("many-unmatched", {"alone": alone, "count": count})
