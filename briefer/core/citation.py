"""How a passage is cited, as parts: what document, what place in it, in what language.

Prose does not belong here: `briefer.app.wording` makes the words, in the citation's own
language. Paragraph numbers are cited, never pages: they are the same in all languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefer.core.document import Document, Kind, Translation

if TYPE_CHECKING:
    from briefer.core.concordance.lines import KwicLine
    from briefer.core.hits import DocumentHits, Hit

_OPENING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts of a citation in `language`.

    Either `symbol` or `title` names the document. `label` is canonical. `opening` are the
    first words of a paragraph that has no label, by which it is cited then. `kind` and
    `opening` are None when the document as a whole is cited.
    """

    language: str
    symbol: str | None
    title: str | None
    label: str | None = None
    kind: Kind | None = None
    opening: str | None = None
    translation: Translation | None = None


def cite(document: Document, language: str, index: int | None = None) -> Citation:
    """Cite a paragraph, or with no `index` the whole version.

    An index that the version does not have (any more) cites the version as a whole.
    """
    version = document.version(language)
    paragraphs = version.paragraphs if version else ()
    symbol = document.masthead.symbol
    paragraph = paragraphs[index] if index is not None and 0 <= index < len(paragraphs) else None
    label = paragraph.label if paragraph else None
    return Citation(
        language=language,
        symbol=symbol,
        title=None if symbol else document.title(language),
        label=label,
        kind=paragraph.kind if paragraph else None,
        opening=opening_words(paragraph.text) if paragraph and not label else None,
        translation=version.translation if version else None,
    )


def cite_hit(found: DocumentHits, hit: Hit) -> Citation:
    """Cite a passage that a search has found."""
    return Citation(
        language=hit.language,
        symbol=found.symbol,
        title=None if found.symbol else found.called(hit.language),
        label=hit.label,
        kind=hit.kind,
        opening=None if hit.label else opening_words(hit.text),
        translation=hit.translation,
    )


def cite_line(line: KwicLine) -> Citation:
    """Cite the passage of a line of a concordance."""
    return Citation(
        language=line.language,
        symbol=line.symbol,
        title=None if line.symbol else line.title,
        label=line.label,
        kind=line.kind,
        opening=None if line.label else opening_words(line.text),
        translation=line.translation,
    )


def local_label(label: str, language: str) -> str:
    """A canonical label as it is written in `language`: 12 (a) is 12 a) in Russian.

    The letters stay Latin, as they are in Russian documents of the United Nations.
    """
    return re.sub(r"\((\w+)\)", r"\1)", label) if language == "ru" else label


def opening_words(text: str) -> str:
    """The first words of a paragraph, by which it is cited where it has no label."""
    words = text.split()
    opening = " ".join(words[:_OPENING_WORDS]).rstrip(" ,.;:–—-")
    return opening + ("…" if len(words) > _OPENING_WORDS else "")
