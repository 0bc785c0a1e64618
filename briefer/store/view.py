"""The library as it is searched: what answers, in which order, and what stands there, in one state of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from sqlalchemy import Connection, select

from briefer.core.document import Kind, Translation
from briefer.core.errors import BrieferError, LibraryBusy
from briefer.core.query.values import Query, Words
from briefer.core.wordforms import WordForms
from briefer.core.written import Written
from briefer.store.answers import Answers
from briefer.store.contents import Contents
from briefer.store.engine import tuples
from briefer.store.evaluation import Evaluation
from briefer.store.facts import LibraryFacts
from briefer.store.index import Opened, SearchIndex
from briefer.store.inverted.segment import Numbers
from briefer.store.lemmas import recall
from briefer.store.listing import Listing
from briefer.store.notes import NoteText
from briefer.store.occurrences import Occurrences, occurrences
from briefer.store.pairs import KnownPairs, Pairs, Place
from briefer.store.passages import paragraphs_at
from briefer.store.schema import paragraphs, versions
from briefer.store.segments import Report
from briefer.store.vocabulary import Vocabulary


class PassageText(NamedTuple):
    """A paragraph as it is shown; `stems` as in `WordForms.stems`, `translation` of its version."""

    label: str | None
    text: str
    stems: str
    kind: Kind
    translation: Translation | None


class Kept(Protocol):
    """What is kept from one view to the next."""

    folder: Path
    pairs: KnownPairs
    written: Written

    def opened(self, view: SearchView, index: SearchIndex | None) -> Opened:
        """The index of this very state if it can be had, else the latest, else one made for the moment."""
        ...

    def facts(self, connection: Connection, generation: int) -> LibraryFacts:
        """Of documents as they were read before in this state of the library."""
        ...

    def notes(self, connection: Connection, generation: int) -> list[NoteText]:
        """Briefing notes as they were read before in this state of the library."""
        ...

    def vocabulary(self, opened: Opened) -> Vocabulary: ...

    def mixed(self, connection: Connection, generation: int) -> bool:
        """Whether some documents have the stems of another method."""
        ...

    def listing(self, opened: Opened, facts: LibraryFacts) -> Listing: ...


class SearchView(Contents):
    """The library in one state of its database. `behind` when the index is of an older state, or, if one
    is not `patient`, when there is none.

    Without an `index` to bring up to date the one that there is is asked, or, if one is `patient`, all
    documents are looked through.
    """

    def __init__(
        self,
        connection: Connection,
        store: Kept,
        forms: WordForms,
        index: SearchIndex | None,
        *,
        patient: bool = True,
        trouble: BrieferError | None = None,
    ) -> None:
        """`trouble` is why there is no `index` to bring up to date."""
        super().__init__(connection, forms)
        self._trouble = trouble
        self.patient = patient
        self._store = store
        self._index = index
        self._scores: dict[Query, Numbers | None] = {}

    @cached_property
    def opened(self) -> Opened:
        """The index that is asked."""
        return self._store.opened(self, self._index)

    @property
    def behind(self) -> bool:
        made = self.patient or self.opened.kept
        return not made or self.opened.generation != self.generation

    @cached_property
    def facts(self) -> LibraryFacts:
        return self._store.facts(self._connection, self.generation)

    @cached_property
    def evaluation(self) -> Evaluation:
        return Evaluation(self.opened.segments, self.opened.alive, self.facts)

    @cached_property
    def listing(self) -> Listing:
        """The documents by number."""
        return self._store.listing(self.opened, self.facts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return self._store.vocabulary(self.opened)

    @cached_property
    def mixed(self) -> bool:
        """Whether some documents still have the stems of another method than the words of a query."""
        return self._store.mixed(self._connection, self.generation)

    def recall(self, text: str) -> None:
        """Have the words of a query stemmed as they were before, which is quick.

        A word that is the stem of others is its own.
        """
        recall(self._connection, self._forms, [text])
        unmet = self._forms.unmet([text])
        self._forms.learn({word: word for word in unmet if self.vocabulary.holds(word)})

    def answers(self, query: Query) -> Answers:
        """What answers a query; its beginnings and likenesses must be resolved."""
        return self.evaluation.answers(query)

    def ordered(self, documents: Numbers, query: Query, needed: int) -> list[str]:
        """The ids of the first `needed` of some documents, those that speak most of `query` first.

        Of equal ones the newest comes first, and so do those that the query's words do not put in order.
        """
        if needed <= 0 or not documents.any():
            return []
        if query not in self._scores:
            self._scores[query] = self.opened.ranking.scores(query)
        return self.listing.sorted(documents, self._scores[query], needed)

    def ranked(self, query: Query) -> list[str]:
        """The ids of all documents that answer, best first, those that do by one passage before others."""
        resolved = self.vocabulary.resolved(query, self._forms)
        answers, listing = self.answers(resolved), self.listing
        groups = [listing.of(answers, alone=alone) & listing.there for alone in (True, False)]
        return [identity for some in groups for identity in self.ordered(some, resolved, len(some))]

    def occurrences(self, words: Words) -> Occurrences:
        """Where words stand that are all stems."""
        return occurrences(self.opened.segments, self.opened.alive, words, self.listing)

    def refresh(self, report: Report = lambda _: None) -> None:
        """Bring the index up to date ahead of the next query, if it can be."""
        with suppress(
            Exception
        ):  # a full disk, say, is no reason to fail: what is missing shows itself later
            self._free().refresh(self, report)

    def indexed(self) -> dict[str, int]:
        """By the id of what is in the index, the state in which it is there; nothing of a damaged one.

        Raises LibraryBusy while another program holds the index, LibraryUnavailable, DiskFull.
        """
        index = self._free()
        try:
            return index.indexed()
        except Exception:  # noqa: BLE001 - damage shows itself in any way there is
            return {}

    def rebuild(self, report: Report = lambda _: None) -> None:
        """Make the index anew. Raises LibraryBusy, LibraryUnavailable, OSError."""
        index = self._free()
        index.clear()
        index.refresh(self, report)

    def texts(self, places: Mapping[str, Sequence[Place]]) -> dict[str, dict[Place, PassageText]]:
        """By document, what stands at these places of it; those that are not there are left out."""
        found: dict[str, dict[Place, PassageText]] = {identity: {} for identity in places}
        wanted = [(identity, *place) for identity, listed in places.items() for place in listed]
        translated = self._translations(list(places))
        rows = paragraphs_at(self._connection, ("label", "text", "stems", "kind"), wanted)
        for identity, language, number, label, text, stems, kind in rows:
            translation = translated.get((identity, language))
            passage = PassageText(label, text, stems, Kind(kind), translation)
            found[identity][language, number] = passage
        return found

    def _translations(self, ids: Sequence[str]) -> dict[tuple[str, str], Translation]:
        """By document and language, which versions are translations."""
        listed = tuples(
            self._connection,
            "SELECT document_id, language, translation FROM versions"  # noqa: S608 - question marks
            f" WHERE document_id IN ({','.join('?' * len(ids))}) AND translation IS NOT NULL",
            ids,
        )
        return {(identity, language): Translation(value) for identity, language, value in listed}

    def titles(self, ids: Sequence[str]) -> dict[str, dict[str, str]]:
        """By document and language, what documents are called where that is not their title."""
        marks = ",".join("?" * len(ids))
        listed = tuples(self._connection, f"SELECT id, titles FROM documents WHERE id IN ({marks})", ids)  # noqa: S608
        return {identity: json.loads(titles) for identity, titles in listed}

    def opening(self, document_id: str) -> Place | None:
        """The paragraph to go to for the document as a whole: its first title, else its first one."""
        listed = select(paragraphs.c.language, paragraphs.c.number).join(versions)
        order = (paragraphs.c.kind != Kind.TITLE, versions.c.position, paragraphs.c.number)
        found = listed.where(paragraphs.c.document_id == document_id).order_by(*order).limit(1)
        row = self._connection.execute(found).first()
        return (row.language, row.number) if row else None

    @property
    def written(self) -> Written:
        """How words stand in the texts."""
        return self._store.written

    def pairs(self, ids: Sequence[str]) -> dict[str, Pairs]:
        """What stands opposite what, of the documents that have an alignment."""
        return self._store.pairs.of(self._connection, ids)

    def notes(self) -> list[NoteText]:
        """The briefing notes, changed last first."""
        return self._store.notes(self._connection, self.generation)

    def _free(self) -> SearchIndex:
        if self._index is None:
            raise self._trouble or LibraryBusy(path=str(self._store.folder))
        return self._index
