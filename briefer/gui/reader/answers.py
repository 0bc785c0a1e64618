"""What answers the hits of a search in the other language, as far as a lexicon knows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from briefer.core.document import Span
from briefer.core.finding import find
from briefer.gui.offsets import Offsets
from briefer.gui.reader.hits import Hits, LazyMarks
from briefer.gui.reader.marks import Mark, Marks, hit_marks
from briefer.gui.reader.place import Rows

if TYPE_CHECKING:
    from briefer.core.lexicon import Lexicon
    from briefer.core.wordforms import WordForms

Stem = Callable[[str], str]


class Answers:
    """Where the translations of hits stand. `lexicon` is of the two languages of the document.

    `forms` are those by which its entries are compared.
    """

    def __init__(self, lexicon: Lexicon, forms: WordForms) -> None:
        self._lexicon = lexicon
        self._forms = forms
        self._translated = lru_cache(maxsize=1000)(self._translations)

    def marks(self, rows: Rows, hits: Hits, side: int) -> Marks:
        """On `side`, what answers the hits opposite; found as paragraphs are painted."""
        if not rows.aligned:
            return {}
        paragraphs = rows.versions[side].paragraphs

        @lru_cache(maxsize=256)
        def marked(index: int) -> Sequence[Mark]:
            text = paragraphs[index].text
            spans = self._answering(rows, hits, side, index)
            offsets = Offsets(text)
            return [Mark(offsets.to_qt(span.start), offsets.to_qt(span.end)) for span in spans]

        return LazyMarks(len(paragraphs), marked)

    def _answering(self, rows: Rows, hits: Hits, side: int, index: int) -> Sequence[Span]:
        from briefer.core.concordance.lines import places

        other = 1 - side
        version = rows.versions[other]
        phrases: set[str] = set()
        for opposite in rows.paragraphs(rows.row_of(side, index), other):
            text = version.paragraphs[opposite].text
            phrases |= {text[span.start : span.end].casefold() for span in hits.spans(other, opposite)}
        wanted = {stems for phrase in phrases for stems in self._translated(phrase, version.language)}
        if not wanted:
            return ()
        tokens = self._forms.tokens(rows.versions[side].paragraphs[index].text)
        found: list[Span] = []
        for stems in sorted(wanted, key=len, reverse=True):
            for span in places(tokens, stems):
                if all(span.end <= other.start or span.start >= other.end for other in found):
                    found.append(span)
        return sorted(found, key=lambda span: span.start)

    def _translations(self, phrase: str, language: str) -> frozenset[tuple[str, ...]]:
        """The stems of each translation of a phrase, none if the lexicon does not have it."""
        if not self._forms.tokens(phrase):
            return frozenset()
        translations = self._lexicon.translations(phrase, language)
        stems = (tuple(token.stem for token in self._forms.tokens(each)) for each in translations)
        return frozenset(each for each in stems if each)


def word_marks(rows: Rows, side: int, index: int, words: Collection[str]) -> Marks:
    """Where `words` stand in the paragraphs opposite to one, however they are written there."""
    if not rows.aligned:
        return {}
    version = rows.versions[1 - side]
    found = [
        (number, span)
        for number in rows.paragraphs(rows.row_of(side, index), 1 - side)
        for word in sorted(set(words))
        for span in find(version.paragraphs[number].text, word)
    ]
    return hit_marks(version, found)
