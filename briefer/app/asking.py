"""One query put to one state of the library: what answers, in which order, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING

from briefer.app.hit_making import Found, HitMaker, Place
from briefer.app.lacking import Missed, missed, with_known
from briefer.app.loosening import without_a_field
from briefer.app.query_translation import QueryTranslator
from briefer.core.errors import QueryWrong
from briefer.core.hits import DocumentHits, NoteHit, SearchResults
from briefer.core.matching import holding, leaves, marks, satisfied, wanted
from briefer.core.query import Near, Query, Some, Words, is_of_document, parse_query
from briefer.core.query.values import Leaf
from briefer.core.wordforms import WordForms

if TYPE_CHECKING:
    from briefer.store.inverted.segment import Numbers
    from briefer.store.view import SearchView

NOTES = 20
_LITERAL = 3  # groups of documents that answer literally


class Asked:
    """One query to one state of the library."""

    def __init__(
        self,
        view: SearchView,
        typed: str,
        forms: WordForms,
        translator: QueryTranslator,
        document_id: str | None,
    ) -> None:
        view.recall(typed)
        self._view = view
        self._typed = typed
        self._forms = forms
        self._only = document_id
        self._query = self._resolved(typed)
        self._wide = translator.widened(self._query, typed, view)
        self._literal = view.answers(self._query)
        self._translated = view.answers(self._wide) if self._wide != self._query else None
        self._noted = self._annotations()

    def results(self, limit: int, passages: int, *, facets: bool) -> SearchResults:
        groups = self._groups()
        sizes = [int(documents.sum()) for documents in groups]
        chosen: list[str] = []
        for number, documents in enumerate(groups):
            query = self._query if number < _LITERAL else self._wide
            chosen += self._view.ordered(documents, query, limit - len(chosen))
        lacking = [] if sum(sizes) else list(missed(self._view, self._typed, self._forms))
        maker = HitMaker(self._view, wanted(self._wide), self._forms, passages)
        shown = maker.documents([self._found(identity) for identity in chosen])
        return SearchResults(
            documents=shown,
            notes=self._briefing_notes(),
            total=sum(sizes),
            literal=sum(sizes[:_LITERAL]),
            passages=self._passages(shown, sum(sizes)),
            facets=self._facets(reduce(or_, groups)) if facets else {},
            suggestion=self._suggestion() or self._with_known(lacking) or self._looser(sum(sizes), lacking),
            lacking=tuple(each.lacking for each in lacking),
            behind=self._view.behind,
        )

    def _resolved(self, typed: str) -> Query:
        query = parse_query(typed, self._forms)
        if self._view.mixed:
            query = Some((query, parse_query(typed, WordForms())))
        return self._view.vocabulary.resolved(query, self._forms)

    def _groups(self) -> list[Numbers]:
        """The documents that answer, those before the others that answer better: by a passage, by an
        annotation of theirs, by all passages together; then the same by translation, without annotations.
        """
        listing = self._view.listing
        there = listing.there if self._only is None else listing.mask([self._only])
        alone, together = (listing.of(self._literal, alone=alone) & there for alone in (True, False))
        noted = listing.mask(self._noted) & ~alone & there
        groups = [alone, noted, together & ~noted]
        if self._translated is not None:
            fresh = self._translated.without(self._literal)
            groups += [listing.of(fresh, alone=alone) & there & ~noted for alone in (True, False)]
        return groups

    def _found(self, identity: str) -> Found:
        segment, rows = self._view.listing.rows(identity)
        literal = translated = rows.none
        if rows.segment is not None:
            answered = self._literal.parts[segment].rows
            if self._asks_for_passages():
                literal = rows.paragraphs(answered)
            if self._translated is not None:
                translated = rows.paragraphs(self._translated.parts[segment].rows, answered)
            if not len(literal) and not len(translated) and identity not in self._noted:
                literal = rows.paragraphs(self._partial[segment])
        return Found(identity, rows, literal, translated, self._noted.get(identity, {}))

    @cached_property
    def _partial(self) -> list[Numbers]:
        """Of each segment, the rows that hold any of the words."""
        return self._view.evaluation.rows(wanted(self._query))

    def _asks_for_passages(self) -> bool:
        """Not if the query only says something of documents as wholes."""
        return not all(is_of_document(leaf) for leaf, _ in leaves(self._query))

    def _annotations(self) -> dict[str, dict[Place, str]]:
        """By document and place, the notes of annotations that answer by what they say."""
        found: dict[str, dict[Place, str]] = {}
        if not any(isinstance(leaf, Words | Near) for leaf, _ in leaves(self._query)):
            return found
        for annotation in self._view.facts.annotated:
            if annotation.document_id in self._view.facts.all and annotation.places:
                said = "\n".join((annotation.note, *annotation.tags))
                if said.strip() and self._said(said, annotation.document_id):
                    _, language, number = annotation.places[0]
                    found.setdefault(annotation.document_id, {})[language, number] = annotation.note
        return found

    def _said(self, text: str, document_id: str | None) -> bool:
        """Whether a text that belongs to a document answers the query."""
        holds = holding(self._forms.stems(text).split())

        def true(leaf: Leaf) -> bool:
            if isinstance(leaf, Words | Near):
                return holds(leaf)
            return is_of_document(leaf) and document_id in self._view.facts.documents(leaf)

        return satisfied(self._query, true)

    def _briefing_notes(self) -> tuple[NoteHit, ...]:
        if self._only is not None or not any(
            isinstance(leaf, Words | Near) for leaf, _ in leaves(self._query)
        ):
            return ()
        words = wanted(self._query)
        found = [
            NoteHit(identity, title, text, marks(self._forms.tokens(text), words), about)
            for identity, title, text, about in self._view.notes()
            if self._said(f"{title}\n{text}", None)
        ]
        return tuple(found[:NOTES])

    def _facets(self, documents: Numbers) -> dict[str, tuple[tuple[str, int], ...]]:
        answers = self._translated or self._literal
        counted: dict[str, dict[str, int]] = {
            **self._view.listing.counted(documents),
            **answers.counted(),
        }
        return {
            name: tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
            for name, counts in counted.items()
        }

    def _suggestion(self) -> str | None:
        """The query with a real word in place of one that the library lacks, if that finds something."""
        words = {place for words in wanted(self._query) for place in words.stems}
        for token in self._forms.tokens(self._typed):
            word = self._typed[token.start : token.end]
            if token.stem not in words or token.whole_symbol:
                continue
            for better in self._view.vocabulary.corrections(word, self._forms):
                written = better.capitalize() if word.istitle() else better
                query = self._typed[: token.start] + written + self._typed[token.end :]
                if self._finds(query):
                    return query
        return None

    def _with_known(self, lacking: Sequence[Missed]) -> str | None:
        """The query with a value that there is in place of one that is lacking, if that finds something."""
        better = with_known(self._typed, lacking)
        return better if better is not None and self._finds(better) else None

    def _passages(self, shown: Sequence[DocumentHits], total: int) -> int:
        """How many passages answer: where all documents are shown, what these say; a pair is one.

        Where there are more, pairs are not at hand, and the paragraphs of both languages count.
        """
        if len(shown) == total:
            return sum(each.count for each in shown)
        return (self._translated or self._literal).passages

    def _looser(self, answered: int, lacking: Sequence[Missed]) -> str | None:
        """Where nothing answers, though all values exist, the query without one of its fields."""
        if answered or lacking:
            return None
        return next(filter(self._finds, without_a_field(self._typed, self._forms)), None)

    def _finds(self, typed: str) -> bool:
        try:
            query = self._view.vocabulary.resolved(parse_query(typed, self._forms), self._forms)
        except QueryWrong:
            return False
        return self._view.answers(query).count > 0
