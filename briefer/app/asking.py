"""One query put to one state of the library: what answers, in which order, and what is to be said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.app.hit_making import Found, HitMaker, Place
from briefer.app.lacking import Missed, missed, with_known
from briefer.app.query_translation import QueryTranslator
from briefer.core.errors import QueryWrong
from briefer.core.hits import NoteHit, SearchResults
from briefer.core.matching import holding, leaves, marks, satisfied, wanted
from briefer.core.query import Near, Query, Some, Words, is_of_document, parse_query
from briefer.core.query.values import Leaf
from briefer.core.wordforms import WordForms

if TYPE_CHECKING:
    from briefer.store.answers import Passage
    from briefer.store.view import SearchView

NOTES = 20


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
        self._partial = view.evaluation.rows(wanted(self._query))
        self._noted = self._annotations()

    def results(self, limit: int, passages: int, *, facets: bool) -> SearchResults:
        groups = self._groups()
        total = sum(len(ids) for ids in groups)
        chosen: list[str] = []
        for number, ids in enumerate(groups):
            query = self._query if number < len(groups) - 2 else self._wide
            chosen += self._view.ordered(ids, query, limit - len(chosen))
        lacking = [] if total else list(missed(self._view, self._typed, self._forms))
        maker = HitMaker(self._view, wanted(self._wide), self._forms, passages)
        return SearchResults(
            documents=maker.documents([self._found(identity) for identity in chosen]),
            notes=self._briefing_notes(),
            total=total,
            literal=sum(len(ids) for ids in groups[:3]),
            passages=(self._translated or self._literal).passages,
            facets=self._facets(set().union(*groups)) if facets else {},
            suggestion=self._suggestion() or self._with_known(lacking),
            lacking=tuple(each.lacking for each in lacking),
            behind=self._view.behind,
        )

    def _resolved(self, typed: str) -> Query:
        query = parse_query(typed, self._forms)
        if self._view.mixed:
            query = Some((query, parse_query(typed, WordForms())))
        return self._view.vocabulary.resolved(query, self._forms)

    def _groups(self) -> list[set[str]]:
        """The documents that answer, those before the others that answer better: by a passage, by an
        annotation of theirs, by all passages together; then the same by translation.
        """
        alone, together = self._literal.ids(alone=True), self._literal.ids(alone=False)
        noted = self._noted.keys() - alone
        groups = [alone, noted, together - noted]
        if self._translated is not None:
            fresh = self._translated.without(self._literal)
            groups += [fresh.ids(alone=True) - noted, fresh.ids(alone=False) - noted]
        else:
            groups += [set(), set()]
        there = self._view.facts.all.keys() if self._only is None else {self._only}
        return [ids & there for ids in groups]

    def _found(self, identity: str) -> Found:
        literal = self._literal.passages_of(identity) if self._asks_for_passages() else []
        translated: list[Passage] = []
        if self._translated is not None:
            known = set(literal)
            translated = [p for p in self._translated.passages_of(identity) if p not in known]
        if not literal and not translated and identity not in self._noted:
            literal = self._view.partial(self._partial, identity)
        return Found(identity, literal, translated, self._noted.get(identity, {}))

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

    def _facets(self, ids: set[str]) -> dict[str, tuple[tuple[str, int], ...]]:
        facts = [self._view.facts.all[identity] for identity in ids]
        answers = self._translated or self._literal
        counted: dict[str, Counter[str]] = {
            "organ": Counter(f.organ for f in facts if f.organ),
            "session": Counter(f.session for f in facts if f.session),
            "year": Counter(f.year for f in facts if f.year),
            "language": Counter(answers.counted(kinds=False)),
            "kind": Counter(answers.counted(kinds=True)),
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

    def _finds(self, typed: str) -> bool:
        try:
            query = self._view.vocabulary.resolved(parse_query(typed, self._forms), self._forms)
        except QueryWrong:
            return False
        return self._view.answers(query).count > 0
