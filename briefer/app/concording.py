"""Concordances over the saved documents: a term in, its lines with their counterparts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefer.app.knowledge import Languages
from briefer.app.library import Library
from briefer.app.opposites import Rest, facings, rest
from briefer.app.task import Progress
from briefer.core.concordance.counterparts import Background, Known
from briefer.core.concordance.function_words import FUNCTION_WORDS
from briefer.core.concordance.lines import Concordance, KwicLine, Order, places, places_in, term_stems
from briefer.core.document import Span
from briefer.core.errors import QueryWrong
from briefer.core.query import LONGEST, Words

if TYPE_CHECKING:
    from briefer.core.align.knowledge import Knowledge
    from briefer.core.align.sentences import SentencePairs
    from briefer.core.concordance.facing import Facing
    from briefer.store.concordance import Holder

LINES = 2_000
MOST_WORDS = 12  # of a term
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


class Concordancer:
    """Makes concordances of a library. May be used from any thread."""

    def __init__(self, library: Library, languages: Callable[[], Languages]) -> None:
        self._library = library
        self._languages = languages

    def concordance(self, wish: TermWish, progress: Progress | None = None) -> Concordance:
        """Every place of a word or phrase, in any of its forms, with its counterpart.

        Without a language that one is taken in which the term stands more often. At most `limit` lines.
        Raises QueryWrong ("empty", "too-long", "too-many-words"), DocumentUnknown, LibraryError,
        LexiconWrong and Cancelled.
        """
        progress = progress or Progress()
        stems = self._stems(wish.term)
        ids = self._candidates(Words(stems), wish.document_id)
        progress.report(_FOUND)
        with self._library.store.concordance.view() as view:
            language, lines, total = self._lines(view.holders(Words(stems).needle, ids), stems, wish)
            facing = facings(view, lines)
            progress.report(_OPPOSITE)
            other = rest(view, facing)
        counterparts = self._passages(lines, facing, progress)
        progress.report(_APART)
        lines = [
            replace(line, counterpart=text, counterpart_language=opposite.other_language if text else None)
            if opposite
            else line
            for line, opposite, text in zip(lines, facing, counterparts, strict=True)
        ]
        made = self._answered(Concordance(" ".join(wish.term.split()), language, tuple(lines)), other)
        return replace(made, total=total).ordered(wish.order)

    def _stems(self, term: str) -> tuple[str, ...]:
        if len(term) > LONGEST:
            raise QueryWrong(position=LONGEST, reason="too-long")
        tokens = self._library.store.forms.tokens(term)
        stems = term_stems(tokens)
        if not stems:
            raise QueryWrong(position=0, reason="empty")
        if len(stems) > MOST_WORDS:
            raise QueryWrong(position=tokens[MOST_WORDS].start, reason="too-many-words")
        return stems

    def _candidates(self, words: Words, document_id: str | None) -> list[str]:
        if document_id is not None:
            self._library.load(document_id)
            return [document_id]
        with self._library.store.search.asked() as view:
            return view.ranked(words)

    def _lines(
        self, holders: Sequence[Holder], stems: tuple[str, ...], wish: TermWish
    ) -> tuple[str, list[KwicLine], int]:
        """The language, the lines in it, and how many places there are."""
        forms, written = self._library.store.forms, self._library.store.search.written
        languages = Counter(holder.language for holder in holders)
        language = wish.language or max(languages, key=lambda name: languages[name], default="und")
        lines: list[KwicLine] = []
        total = 0
        for holder in holders:
            if holder.language == language:
                known = holder.method == forms.method
                found = (
                    places_in(holder.text, holder.stems, stems, written)
                    if known
                    else places(forms.tokens(holder.text), stems)
                )
                total += len(found)
                lines += [_line(holder, span) for span in found[: max(0, wish.limit - len(lines))]]
        return language, lines, total

    def _passages(
        self, lines: Sequence[KwicLine], facing: Sequence[Facing | None], progress: Progress
    ) -> list[str | None]:
        """What faces each line: the sentences where they are told apart, else the whole passage."""
        known: dict[Facing, SentencePairs | None] = {}
        texts: list[str | None] = []
        for line, opposite in zip(lines, facing, strict=True):
            progress.check()
            if opposite is None:
                texts.append(None)
                continue
            if opposite not in known:
                apart = len(known) < SENTENCES and opposite.several
                languages = (opposite.language, opposite.other_language)
                known[opposite] = opposite.pairs(self._languages().between(*languages)) if apart else None
            pairs = known[opposite]
            own = opposite.own.index(line.text)
            narrow = opposite.sentences(pairs, own, line.node.start) if pairs else None
            texts.append(narrow or opposite.passage)
        return texts

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


def _line(holder: Holder, node: Span) -> KwicLine:
    return KwicLine(
        document_id=holder.document_id,
        title=holder.title,
        symbol=holder.symbol,
        language=holder.language,
        label=holder.label,
        index=holder.index,
        text=holder.text,
        node=node,
        kind=holder.kind,
        translation=holder.translation,
    )
