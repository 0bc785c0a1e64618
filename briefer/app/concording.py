"""Concordances over the saved documents: a term in, its lines with their counterparts out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from briefer.app.knowledge import Languages
from briefer.app.library import Library
from briefer.app.opposites import Rest, facings, rest
from briefer.app.task import Progress
from briefer.app.term_places import TermPlaces
from briefer.core.concordance.counterparts import Background, Known
from briefer.core.concordance.facing import Facing, aligned
from briefer.core.concordance.function_words import FUNCTION_WORDS
from briefer.core.concordance.lines import Concordance, KwicLine, Order, term_stems
from briefer.core.concordance.term import term_of

if TYPE_CHECKING:
    from briefer.core.align.knowledge import Knowledge
    from briefer.core.align.sentences import SentencePairs

LINES = 2_000
SENTENCES = 300  # pairs of passages whose sentences are told apart; of others the whole passage is shown
_FOUND, _OPPOSITE, _APART = 0.2, 0.5, 0.7


@dataclass(frozen=True, slots=True)
class TermWish:
    """What is asked for: a term, in one saved document or in all, in one language or the likelier."""

    term: str
    document_id: str | None = None
    language: str | None = None
    order: Order = Order.PLACE
    limit: int = LINES


@dataclass(frozen=True, slots=True)
class Begun:
    """A concordance with the whole passages that face its lines and without counterpart terms.

    `finished` narrows the passages to sentences and makes out the terms, which takes longer.
    """

    concordance: Concordance
    finished: Callable[[Progress], Concordance]


class Concordancer:
    """Makes concordances of a library. May be used from any thread."""

    def __init__(self, library: Library, languages: Callable[[], Languages]) -> None:
        self._library = library
        self._languages = languages

    def concordance(self, wish: TermWish, progress: Progress | None = None) -> Concordance:
        """Every place of a word or phrase, in any of its forms, with its counterpart.

        Without a language that one is taken in which the term stands more often. At most `limit` lines.
        Raises QueryWrong ("empty", "too-long", "too-many-words", "not-a-term"), DocumentUnknown,
        LibraryError, LexiconWrong and Cancelled.
        """
        progress = progress or Progress()
        return self.begun(wish, progress).finished(progress)

    def begun(self, wish: TermWish, progress: Progress) -> Begun:
        """The lines, found in a fraction of the time, and what finishes them. Raises as `concordance`."""
        stems = term_of(wish.term, self._library.store.forms)
        places = TermPlaces(self._library, stems, wish.language, wish.limit)
        if wish.document_id is not None:
            self._library.load(wish.document_id)
        first = places.indexed() if wish.document_id is None else None
        progress.report(_FOUND)
        with self._library.store.concordance.view() as view:
            if first is None:
                found = places.lines_in(wish.document_id or "", view)
            else:
                found = places.lines_of(first, view)
            facing = facings(view, found.lines)
        progress.report(_OPPOSITE)
        whole = [opposite.passage if opposite else None for opposite in facing]
        term = " ".join(wish.term.split())
        made = Concordance(term, found.language, _faced(found.lines, facing, whole), total=found.total)

        def finished(progress: Progress) -> Concordance:
            with self._library.store.concordance.view() as view:
                other = rest(view, facing)
            texts = self._passages(found.lines, facing, progress)
            progress.report(_APART)
            narrowed = replace(made, lines=_faced(found.lines, facing, texts))
            return self._answered(narrowed, other).ordered(wish.order)

        return Begun(made.ordered(wish.order), finished)

    def _passages(
        self, lines: Sequence[KwicLine], facing: Sequence[Facing | None], progress: Progress
    ) -> list[str | None]:
        """What faces each line: the sentences where they are told apart, else the whole passage."""
        known = self._apart(facing, progress)
        texts: list[str | None] = []
        for line, opposite in zip(lines, facing, strict=True):
            if opposite is None:
                texts.append(None)
                continue
            pairs = known.get(opposite)
            own = opposite.own.index(line.text)
            narrow = opposite.sentences(pairs, own, line.node.start) if pairs else None
            texts.append(narrow or opposite.passage)
        return texts

    def _apart(self, facing: Sequence[Facing | None], progress: Progress) -> dict[Facing, SentencePairs]:
        """The sentences of the first passages, where there are several."""
        first = islice(dict.fromkeys(each for each in facing if each is not None), SENTENCES)
        known: dict[Facing, SentencePairs] = {}
        several = sorted((each for each in first if each.several), key=attrgetter("languages"))
        for languages, group in groupby(several, key=attrgetter("languages")):
            alike = list(group)
            knowledge = self._languages().between(*languages)
            known.update(zip(alike, aligned(alike, knowledge, progress.check), strict=True))
        return known

    def _answered(self, found: Concordance, other: Rest | None) -> Concordance:
        """`found` with the counterpart terms of its lines, told by the stems that the lexicon goes by."""
        if other is None:
            return found
        from briefer.core.concordance.answering import answered

        knowledge = self._languages().between(found.language, other.language)
        background = Background([knowledge.forms.stems(text) for text in other.texts], other.total)
        stems = term_stems(knowledge.forms.tokens(found.term))
        known = _known(knowledge, found, other.language, stems)
        lines, counts = answered(found.lines, len(stems), known, background, knowledge.forms)
        return replace(found, lines=lines, counts=counts)


def _known(knowledge: Knowledge, found: Concordance, other: str, stems: Sequence[str]) -> Known:
    """What the lexicon says of the term of a concordance."""
    forms = knowledge.forms
    function_words = frozenset(forms.stem(word) for word in FUNCTION_WORDS)

    def function(stem: str) -> bool:
        return stem in function_words or (stem.isdigit() and stem not in stems)

    pairs = knowledge.translations(found.language, other).pairs
    content = [stem for stem in stems if stem not in function_words] or list(stems)
    words = tuple(pairs.get(stem, frozenset()) | {stem} for stem in content)
    phrases = frozenset[tuple[str, ...]]()
    if knowledge.lexicon is not None and {found.language, other} == set(knowledge.lexicon.languages):
        translations = knowledge.lexicon.translations(found.term, found.language)
        phrases = frozenset(tuple(t.stem for t in forms.tokens(each)) for each in translations)
    return Known(phrases, words, function)


def _faced(
    lines: Sequence[KwicLine], facing: Sequence[Facing | None], texts: Sequence[str | None]
) -> tuple[KwicLine, ...]:
    """The lines with what faces them."""
    return tuple(
        replace(line, counterpart=text, counterpart_language=opposite.other_language)
        if opposite and text
        else line
        for line, opposite, text in zip(lines, facing, texts, strict=True)
    )
