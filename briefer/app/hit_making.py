"""Makes hits of the passages that answer: their texts, what stands opposite, and marks in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefer.core.document import Kind, Span
from briefer.core.hits import DocumentHits, Hit
from briefer.core.matching import marks
from briefer.core.query.values import Words
from briefer.core.wordforms import Token, WordForms

if TYPE_CHECKING:
    from briefer.store.answers import Passage
    from briefer.store.search import Pairs, PassageText, SearchView

Place = tuple[str, int]  # language, paragraph


class Found(NamedTuple):
    """A document that answers, and the passages to show of it: `literal` ones, and those by translation."""

    id: str
    literal: Sequence[Passage]
    translated: Sequence[Passage]
    notes: Mapping[Place, str]


class HitMaker:
    """Of one query, whose words, translations included, are marked."""

    def __init__(self, view: SearchView, words: Iterable[Words], forms: WordForms, most: int) -> None:
        self._view = view
        self._words = tuple(words)
        self._forms = forms
        self._most = most

    def document(self, found: Found) -> DocumentHits:
        """Its first hits, literal ones first, each sort in reading order."""
        facts = self._view.facts.all[found.id]
        pairs = self._view.pairs(found.id)
        literal = _chosen(found.literal, pairs, set())
        taken = {*literal, *(other for place in literal for other in _opposite(place, pairs))}
        translated = _chosen(found.translated, pairs, taken)
        noted = [place for place in found.notes if place not in literal]
        places = [(place, True) for place in (*literal, *noted)] + [(place, False) for place in translated]
        count = len(places)
        if not places and (opening := self._view.opening(found.id)):
            places = [(opening, True)]
        shown = places[: self._most]
        opposite = {place: _opposite(place, pairs) for place, _ in shown}
        texts = self._view.texts(found.id, [*opposite, *(p for side in opposite.values() for p in side)])
        hits = tuple(
            self._hit(place, opposite[place], texts, is_literal, found.notes.get(place))
            for place, is_literal in shown
            if place in texts
        )
        return DocumentHits(found.id, facts.title, facts.symbol, hits, count, facts.titled)

    def _hit(
        self,
        place: Place,
        opposite: Sequence[Place],
        texts: Mapping[Place, PassageText],
        literal: bool,
        note: str | None,
    ) -> Hit:
        passage = texts[place]
        counterparts = [texts[other] for other in opposite if other in texts]
        counterpart_marks: list[Span] = []
        offset = 0
        for counterpart in counterparts:
            found = self._marks(counterpart)
            counterpart_marks += [Span(offset + mark.start, offset + mark.end) for mark in found]
            offset += len(counterpart.text) + 1
        return Hit(
            language=place[0],
            label=passage.label,
            index=place[1],
            text=passage.text,
            marks=self._marks(passage),
            counterpart="\n".join(part.text for part in counterparts) if counterparts else None,
            counterpart_marks=tuple(counterpart_marks),
            literal=literal,
            note=note,
            note_marks=marks(self._forms.tokens(note), self._words) if note is not None else (),
        )

    def _marks(self, passage: PassageText) -> tuple[Span, ...]:
        return marks(tokens_of(passage.text, passage.stems, self._forms), self._words)


def tokens_of(text: str, stems: str, forms: WordForms) -> list[Token]:
    """The tokens of a saved passage, whose stems need not be found again."""
    return forms.tokens_with(text, stems.split())


def _chosen(passages: Sequence[Passage], pairs: Pairs | None, taken: set[Place]) -> list[Place]:
    """The places to show, in reading order: of two that are a pair only the left one.

    Running heads repeat what stands in the text; they count only where nothing else does.
    """
    read = [passage for passage in passages if passage.kind != Kind.FURNITURE] or passages
    places = [place for place in ((p.language, p.number) for p in read) if place not in taken]
    chosen = set(places)
    order = pairs.order if pairs else {}
    kept = [
        place
        for place in places
        if pairs is None or place[0] != pairs.right or chosen.isdisjoint(_opposite(place, pairs))
    ]
    return sorted(kept, key=lambda place: (order.get(place, place[1]), place[1]))


def _opposite(place: Place, pairs: Pairs | None) -> tuple[Place, ...]:
    return pairs.opposite.get(place, ()) if pairs else ()
