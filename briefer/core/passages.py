"""Finds the passage that a person names: by label, by number, by the words that stand there.

The targets themselves are made in `briefer.core.anchoring`.
"""

from __future__ import annotations

from briefer.core.anchoring import bead_targets, paragraph_target, span_targets
from briefer.core.annotation import Scope, Target
from briefer.core.document import Document
from briefer.core.errors import LabelAmbiguous, LabelUnknown, LanguageAbsent, QuoteUnknown
from briefer.core.finding import find
from briefer.core.labels import canonical_label

Passage = tuple[Scope, tuple[Target, ...]]


def labelled(document: Document, label: str, language: str | None = None) -> Passage:
    """The paragraph with a label, or without `language` the bead that holds it.

    Raises LabelUnknown, LanguageAbsent, or LabelAmbiguous with (language, index) candidates.
    """
    wanted = canonical_label(label)
    places = [
        (version.language, index)
        for version in document.versions
        if language in (None, version.language)
        for index, paragraph in enumerate(version.paragraphs)
        if wanted is not None and paragraph.label == wanted
    ]
    if language is not None and language not in document.languages:
        raise LanguageAbsent(language=language)
    if not places:
        raise LabelUnknown(label=label)
    bitext = document.bitext
    if language is None and bitext is not None:
        numbers = {bitext.bead_number(*place) for place in places}
        if len(numbers) == 1:
            return Scope.BEAD, bead_targets(document, numbers.pop())
    elif len(places) == 1:
        return Scope.PARAGRAPH, (paragraph_target(document, *places[0]),)
    raise LabelAmbiguous(label=label, candidates=tuple(places))


def indexed(document: Document, language: str, index: int) -> Passage:
    """The paragraph numbered `index` of a version. Raises LanguageAbsent or IndexUnknown."""
    return Scope.PARAGRAPH, (paragraph_target(document, language, index),)


def numbered_bead(document: Document, number: int, language: str | None = None) -> Passage:
    """A bead, or with `language` its paragraphs in that one. Raises IndexUnknown or LanguageAbsent."""
    if language is not None and language not in document.languages:
        raise LanguageAbsent(language=language)
    targets = bead_targets(document, number)
    if language is None:
        return Scope.BEAD, targets
    return Scope.PARAGRAPH, tuple(target for target in targets if target.language == language)


def quoted(document: Document, passage: Passage, quote: str) -> Passage:
    """The words `quote` inside a passage, in every language of it in which they stand.

    In each paragraph the first place counts. Raises QuoteUnknown.
    """
    spans = []
    for target in passage[1]:
        found = find(target.quote, quote)
        if found:
            spans.append((target.language, (target.index, found[0].start, found[0].end)))
    if not spans:
        raise QuoteUnknown(quote=quote)
    targets = (span_targets(document, language, (span,)) for language, span in spans)
    return Scope.SPAN, tuple(target for group in targets for target in group)
