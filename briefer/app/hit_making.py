"""Makes hits of the passages that answer: their texts, what stands opposite, and marks in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefer.core.document import Span
from briefer.core.hits import DocumentHits, Hit
from briefer.core.matching import Marker, marks
from briefer.core.query.values import Words
from briefer.core.wordforms import WordForms
from briefer.store.choosing import Chooser

if TYPE_CHECKING:
    from briefer.store.answers import DocumentRows
    from briefer.store.inverted.segment import Numbers
    from briefer.store.pairs import Pairs
    from briefer.store.view import PassageText, SearchView

Place = tuple[str, int]  # language, paragraph


class Found(NamedTuple):
    """A document that answers, and which of its `rows` do: `literal` ones, and those by translation."""

    id: str
    rows: DocumentRows
    literal: Numbers
    translated: Numbers
    notes: Mapping[Place, str]


class _Plan(NamedTuple):
    """What is shown of a document: places, each with whether it answers literally, of `total` in all."""

    found: Found
    places: Sequence[tuple[Place, bool]]
    opposite: Mapping[Place, tuple[Place, ...]]
    total: int


class HitMaker:
    """Of one query, whose words, translations included, are marked."""

    def __init__(self, view: SearchView, words: Iterable[Words], forms: WordForms, most: int) -> None:
        self._view = view
        self._words = tuple(words)
        self._marker = Marker(self._words, view.written)
        self._forms = forms
        self._most = most

    def documents(self, found: Sequence[Found]) -> tuple[DocumentHits, ...]:
        """Of each document the first hits, literal ones first, each sort in reading order."""
        pairs = self._view.pairs([each.id for each in found])
        plans = [self._planned(each, pairs.get(each.id)) for each in found]
        wanted = {
            plan.found.id: [*plan.opposite, *(place for side in plan.opposite.values() for place in side)]
            for plan in plans
        }
        texts = self._view.texts(wanted)
        titles = self._view.titles([each.id for each in found])
        return tuple(self._document(plan, texts[plan.found.id], titles[plan.found.id]) for plan in plans)

    def _planned(self, found: Found, pairs: Pairs | None) -> _Plan:
        chooser = Chooser(found.rows, pairs)
        literal = chooser.chosen(found.literal)
        translated = chooser.chosen(found.translated, literal) if len(found.translated) else found.translated
        noted = self._noted(found, literal)
        count = len(literal) + len(noted) + len(translated)
        shown = [
            *self._shown(found.rows, chooser, literal, literally=True),
            *((place, True) for place in noted),
        ]
        if len(shown) < self._most:
            shown += self._shown(found.rows, chooser, translated, literally=False)
        shown = shown[: self._most]
        if not count and (opening := self._view.opening(found.id)):
            shown = [(opening, True)][: self._most]
        opposite = {place: pairs.opposite(place) if pairs else () for place, _ in shown}
        return _Plan(found, shown, opposite, count)

    def _shown(
        self, rows: DocumentRows, chooser: Chooser, chosen: Numbers, *, literally: bool
    ) -> list[tuple[Place, bool]]:
        first = chooser.ordered(chosen)[: self._most].tolist()
        return [(_place(rows, row), literally) for row in first]

    def _noted(self, found: Found, literal: Numbers) -> list[Place]:
        """The places of annotations that answer and are not among the literal ones."""
        if not found.notes:
            return []
        known = {_place(found.rows, row) for row in literal.tolist()}
        return [place for place in found.notes if place not in known]

    def _document(
        self, plan: _Plan, texts: Mapping[Place, PassageText], titles: Mapping[str, str]
    ) -> DocumentHits:
        facts = self._view.facts.all[plan.found.id]
        hits = tuple(
            self._hit(place, plan.opposite[place], texts, literal=literal, note=plan.found.notes.get(place))
            for place, literal in plan.places
            if place in texts
        )
        return DocumentHits(
            facts.id, facts.title, facts.symbol, hits, plan.total, facts.titled, tuple(titles.items())
        )

    def _hit(
        self,
        place: Place,
        opposite: Sequence[Place],
        texts: Mapping[Place, PassageText],
        *,
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
            kind=passage.kind,
            translation=passage.translation,
        )

    def _marks(self, passage: PassageText) -> tuple[Span, ...]:
        return self._marker.marks(passage.text, passage.stems)


def _place(rows: DocumentRows, row: int) -> Place:
    passage = rows.passage(row)
    return passage.language, passage.number
