"""Search over the saved documents: a query in, documents with their passages out.

The language of queries is in `briefer.core.query`. A passage is one paragraph, and a hit
holds all that the query asks for. A document in which no paragraph does, but which does as
a whole (its paragraphs in both languages, title, symbol and organs taken together), comes
after the others and shows the paragraphs that hold any of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefer.app.library import Library
from briefer.core.bitext import Bitext
from briefer.core.document import Kind, Span
from briefer.core.hits import DocumentHits, Hit
from briefer.core.matching import marks, mentioned, satisfied, wanted
from briefer.core.query import Query, Words, parse_query
from briefer.core.wordforms import WordForms

if TYPE_CHECKING:
    from briefer.store.search import Candidate, Passage, PassageText, SearchView

Place = tuple[str, int]  # language, paragraph

DOCUMENTS = 20
HITS = 50  # of one document; a list of more is not read
_BATCH = 50


@dataclass(frozen=True, slots=True)
class _Answer:
    """A document that answers, the passages by which it does, and whether one of them does alone."""

    document: Candidate
    passages: tuple[Passage, ...]
    alone: bool


class Searcher:
    """Searches a library. May be used from any thread."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def search(
        self, query: str, document_id: str | None = None, limit: int = DOCUMENTS
    ) -> list[DocumentHits]:
        """The documents that answer `query`, best first, with their hits in reading order.

        At most `limit` documents with at most 50 hits each; with a `document_id` only in
        that document. Where both paragraphs of a pair answer, they are one hit, of the left
        version, with marks in its counterpart too. A document that answers by its title or
        symbol alone shows its opening paragraph. Raises QueryWrong, DocumentUnknown and
        LibraryError.
        """
        store = self._library.store
        parsed = parse_query(query, store.forms)
        if document_id is not None:
            self._library.load(document_id)
        with store.search.view() as view:
            ids = view.ranked(parsed) if document_id is None else [document_id]
            answers = _best(view, parsed, ids, limit)
            presenter = _Presenter(view, parsed, store.forms)
            return [presenter.document_hits(answer) for answer in answers]


def _best(view: SearchView, query: Query, ids: Sequence[str], limit: int) -> list[_Answer]:
    """The first `limit` answers among the documents with these ids."""
    alone: list[_Answer] = []
    together: list[_Answer] = []
    for first in range(0, len(ids), _BATCH):
        for candidate in view.candidates(ids[first : first + _BATCH], mentioned(query)):
            if answer := _answer(query, candidate):
                (alone if answer.alone else together).append(answer)
        if len(alone) >= limit:
            break
    return [*alone, *together][: max(limit, 0)]


def _answer(query: Query, candidate: Candidate) -> _Answer | None:
    passages = [p for p in candidate.passages if satisfied(query, _held_by(p.stems))]
    if passages:
        # Running heads repeat what stands in the text; they count only where nothing else does.
        read = [p for p in passages if p.kind is not Kind.FURNITURE]
        return _Answer(candidate, tuple(read or passages), alone=True)
    by_head = satisfied(query, _held_by(candidate.head))
    everything = candidate.head + "".join(passage.stems for passage in candidate.passages)
    if not by_head and not satisfied(query, _held_by(everything)):
        return None
    asked = wanted(query)
    partial = [p for p in candidate.passages if any(words.needle in p.stems for words in asked)]
    return _Answer(candidate, tuple(partial), alone=by_head)


def _held_by(stems: str) -> Callable[[Words], bool]:
    return lambda words: words.needle in stems


class _Presenter:
    """Makes hits of passages: texts, marks and counterparts."""

    def __init__(self, view: SearchView, query: Query, forms: WordForms) -> None:
        self._view = view
        self._words = wanted(query)
        self._forms = forms

    def document_hits(self, answer: _Answer) -> DocumentHits:
        document = answer.document
        bitext = self._view.bitext(document.id)
        beads = _bead_numbers(bitext)
        places = [(passage.language, passage.index) for passage in answer.passages]
        if not places and (opening := self._view.opening(document.id)):
            places = [opening]
        order = sorted(_left_of_pairs(places, bitext, beads), key=lambda p: (beads.get(p, p[1]), p[1]))
        opposite = {place: _opposite(place, bitext, beads) for place in order[:HITS]}
        texts = self._view.texts(document.id, [*opposite, *(p for side in opposite.values() for p in side)])
        hits = tuple(self._hit(place, opposite[place], texts) for place in opposite if place in texts)
        return DocumentHits(document.id, document.title, document.symbol, hits)

    def _hit(self, place: Place, opposite: Sequence[Place], texts: dict[Place, PassageText]) -> Hit:
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
        )

    def _marks(self, passage: PassageText) -> tuple[Span, ...]:
        held = [words for words in self._words if words.needle in passage.stems]
        return marks(self._forms.tokens(passage.text), held) if held else ()


def _bead_numbers(bitext: Bitext | None) -> dict[Place, int]:
    if bitext is None:
        return {}
    return {
        (language, index): number
        for number, bead in enumerate(bitext.beads)
        for language in (bitext.left, bitext.right)
        for index in bitext.side(bead, language)
    }


def _opposite(place: Place, bitext: Bitext | None, beads: dict[Place, int]) -> tuple[Place, ...]:
    if bitext is None or place not in beads:
        return ()
    other = bitext.other(place[0])
    return tuple((other, index) for index in bitext.side(bitext.beads[beads[place]], other))


def _left_of_pairs(places: Sequence[Place], bitext: Bitext | None, beads: dict[Place, int]) -> list[Place]:
    """`places` without those of the right version whose counterpart is among them."""
    chosen = set(places)
    return [
        place
        for place in places
        if bitext is None or place[0] != bitext.right or chosen.isdisjoint(_opposite(place, bitext, beads))
    ]
