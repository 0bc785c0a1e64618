"""What searching needs to know of the library: what answers, in which order, and what stands there."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from briefer.core.document import Kind
from briefer.core.errors import LibraryBusy
from briefer.core.query.values import Query
from briefer.core.wordforms import WordForms
from briefer.store import schema
from briefer.store.answers import Answers, Evaluation, Passage, passages_in
from briefer.store.database import Database
from briefer.store.facts import LibraryFacts
from briefer.store.index import Opened, Report, SearchIndex
from briefer.store.lemmas import is_mixed, recall, recall_words
from briefer.store.passages import HEAD, Indexed, Numbers, Row
from briefer.store.renewal import Renewal
from briefer.store.schema import documents, library, paragraphs, versions
from briefer.store.transactions import Transactions
from briefer.store.vocabulary import Vocabulary
from briefer.store.words import word_counts

Place = tuple[str, int]  # language, paragraph

_RANKED = 200  # documents ordered at first; all if those are not enough
_NO_LANGUAGE = "-"
_PAIRS_KEPT = 400  # documents
_AT_ONCE = 250  # passages in one question to the database


@dataclass(frozen=True, slots=True)
class PassageText:
    """A paragraph as it is shown; `stems` as in `WordForms.stems`."""

    label: str | None
    text: str
    stems: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """What stands opposite each paragraph of a document, and the place of each in reading order."""

    left: str
    right: str
    opposite: Mapping[Place, tuple[Place, ...]]
    order: Mapping[Place, int]


class Contents:
    """The library over a connection, as `briefer.store.index` has it."""

    def __init__(self, connection: Connection, forms: WordForms) -> None:
        self._connection = connection
        self._forms = forms

    @cached_property
    def generation(self) -> int:
        return int(self._connection.execute(select(library.c.generation)).scalar_one())

    def generations(self) -> dict[str, int]:
        """By document id, newest first."""
        listed = select(documents.c.id, documents.c.generation).where(documents.c.removed.is_(None))
        found = self._connection.execute(listed.order_by(documents.c.added.desc(), documents.c.id))
        return {row.id: row.generation for row in found}

    def taken(self, document_ids: Sequence[str]) -> tuple[list[Indexed], Mapping[str, str]]:
        names = ("id", "generation", "head", "symbol", "title", "organ")
        chosen = documents.c.id.in_(document_ids)
        heads = {
            row.id: row for row in self._connection.execute(select(*_named(documents, names)).where(chosen))
        }
        columns = ("document_id", "language", "number", "kind", "label", "stems", "text")
        listed = select(*_named(paragraphs, columns)).where(paragraphs.c.document_id.in_(document_ids))
        rows: dict[str, list[Row]] = {i: [Row(_NO_LANGUAGE, -1, HEAD, None, heads[i].head)] for i in heads}
        texts: dict[str, list[str]] = {i: [f"{row.title}\n{row.organ or ''}"] for i, row in heads.items()}
        order = (paragraphs.c.document_id, paragraphs.c.language, paragraphs.c.number)
        for found in self._connection.execute(listed.order_by(*order)):
            rows[found.document_id].append(Row(*found[1:6]))
            texts[found.document_id].append(found.text)
        words: dict[str, Counter[str]] = {identity: word_counts(texts[identity]) for identity in heads}
        distinct = frozenset(word for counts in words.values() for word in counts)
        recall_words(self._connection, self._forms, self._forms.unmet(distinct))
        indexed = [Indexed(i, heads[i].generation, rows[i], words[i]) for i in document_ids if i in heads]
        return indexed, {word: self._forms.stem(word) for word in distinct}


class SearchView(Contents):
    """The library in one state of its database. `behind` when the index is of an older state."""

    def __init__(
        self, connection: Connection, store: SearchStore, forms: WordForms, index: SearchIndex | None
    ) -> None:
        super().__init__(connection, forms)
        self._store = store
        self._index = index

    @cached_property
    def opened(self) -> Opened:
        """The index that is asked."""
        return self._store.opened(self, self._index)

    @property
    def behind(self) -> bool:
        return self.opened.generation != self.generation

    @cached_property
    def facts(self) -> LibraryFacts:
        return self._store.facts(self._connection, self.generation)

    @cached_property
    def evaluation(self) -> Evaluation:
        return Evaluation(self.opened.segments, self.opened.alive, self.facts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return self._store.vocabulary(self.opened)

    @cached_property
    def mixed(self) -> bool:
        """Whether some documents still have the stems of another method than the words of a query."""
        return is_mixed(self._connection, self._forms.method)

    def recall(self, text: str) -> None:
        """Have the words of a query stemmed as they were before, which is quick."""
        recall(self._connection, self._forms, [text])

    def answers(self, query: Query) -> Answers:
        """What answers a query; its beginnings and likenesses must be resolved."""
        return self.evaluation.answers(query)

    def partial(self, masks: Sequence[Numbers], document_id: str) -> list[Passage]:
        """The paragraphs of a document that such a mask of `evaluation.rows` holds, in order."""
        return passages_in(self.opened.segments, masks, document_id)

    def ordered(self, ids: Iterable[str], query: Query, needed: int) -> list[str]:
        """The first `needed` of the documents with these ids, those that speak most of `query` first."""
        wanted = set(ids)
        if len(wanted) > 1 and needed > 0:
            for limit in (_RANKED, None):
                ranked = [identity for identity in self._ranked(query, limit) if identity in wanted]
                if len(ranked) >= min(needed, len(wanted)):
                    return ranked[:needed]
        else:
            ranked = []
        others = (identity for identity in self.facts.all if identity in wanted.difference(ranked))
        return [*ranked, *others][:needed]

    def ranked(self, query: Query) -> list[str]:
        """The ids of all documents that answer, best first, those that do by one passage before others."""
        resolved = self.vocabulary.resolved(query, self._forms)
        answers = self.answers(resolved)
        groups = [answers.ids(alone=alone) for alone in (True, False)]
        return [identity for ids in groups for identity in self.ordered(ids, resolved, len(ids))]

    def refresh(self, report: Report = lambda _: None) -> None:
        """Bring the index up to date ahead of the next query, if it can be."""
        with suppress(
            Exception
        ):  # a full disk, say, is no reason to fail: what is missing shows itself later
            self._free().refresh(self, report)

    def indexed(self) -> dict[str, int]:
        """By the id of what is in the index, the state in which it is there; nothing of a damaged one.

        Raises LibraryBusy while another program holds the index.
        """
        try:
            return self._free().indexed()
        except LibraryBusy:
            raise
        except Exception:  # noqa: BLE001 - damage shows itself in any way there is
            return {}

    def rebuild(self, report: Report = lambda _: None) -> None:
        """Make the index anew. Raises LibraryBusy, OSError and whatever Whoosh raises."""
        index = self._free()
        index.clear()
        index.refresh(self, report)

    def texts(self, places: Mapping[str, Sequence[Place]]) -> dict[str, dict[Place, PassageText]]:
        """By document, what stands at these places of it; those that are not there are left out."""
        found: dict[str, dict[Place, PassageText]] = {identity: {} for identity in places}
        wanted = [(identity, *place) for identity, listed in places.items() for place in listed]
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            rows = self._connection.exec_driver_sql(
                f"WITH wanted (d, l, n) AS (VALUES {','.join(['(?,?,?)'] * len(some))}) "  # noqa: S608 - question marks
                "SELECT d, l, n, label, text, stems FROM wanted JOIN paragraphs"
                " ON document_id = d AND language = l AND number = n",
                tuple(value for place in some for value in place),
            )
            for identity, language, number, label, text, stems in rows:
                found[identity][language, number] = PassageText(label, text, stems)
        return found

    def opening(self, document_id: str) -> Place | None:
        """The paragraph to go to for the document as a whole: its first title, else its first one."""
        listed = select(paragraphs.c.language, paragraphs.c.number).join(versions)
        order = (paragraphs.c.kind != Kind.TITLE, versions.c.position, paragraphs.c.number)
        found = listed.where(paragraphs.c.document_id == document_id).order_by(*order).limit(1)
        row = self._connection.execute(found).first()
        return (row.language, row.number) if row else None

    def pairs(self, ids: Sequence[str]) -> dict[str, Pairs]:
        """What stands opposite what, of the documents that have an alignment."""
        names = ("id", "left_language", "right_language", "beads_digest")
        chosen = documents.c.id.in_(ids), documents.c.left_language.is_not(None)
        heads = self._connection.execute(select(*_named(documents, names)).where(*chosen)).all()
        return {head.id: self._store.pairs(self._connection, *head) for head in heads}

    def notes(self) -> list[tuple[str, str, str]]:
        """Id, title and text of each briefing note, changed last first."""
        notes = schema.briefing_notes
        listed = select(notes.c.id, notes.c.title, notes.c.text).order_by(notes.c.modified.desc(), notes.c.id)
        return [(row.id, row.title, row.text) for row in self._connection.execute(listed)]

    def _ranked(self, query: Query, limit: int | None) -> list[str]:
        """Nothing where the index cannot tell."""
        ranking = self.opened.ranking
        if ranking is None:
            return []
        places = {identity: place for place, identity in enumerate(self.facts.all)}
        try:
            scored = ranking.scored(query, limit)
        except Exception:  # noqa: BLE001 - Whoosh fails in many ways, and none may hide documents
            scored = self._store.ranked_anew(self, self._index, query, limit)
        known = [
            (round(-score, 6), places[identity], identity) for score, identity in scored if identity in places
        ]
        return [identity for _, _, identity in sorted(known)]

    def _free(self) -> SearchIndex:
        if self._index is None:
            raise LibraryBusy(path=str(self._store.folder))
        return self._index


class SearchStore:
    """Opens views for searching, one at a time in one program."""

    def __init__(
        self,
        database: Database,
        transactions: Transactions,
        forms: WordForms,
        folder: Path,
        busy_seconds: float,
    ) -> None:
        self.folder = folder
        self.renewal = Renewal(transactions, forms)
        self._database = database
        self._forms = forms
        self._index = SearchIndex(folder, busy_seconds)
        self._one = threading.RLock()
        self._facts: tuple[int, LibraryFacts] | None = None
        self._vocabulary: tuple[Opened, Vocabulary] | None = None
        self._pairs: dict[tuple[object, ...], Pairs] = {}

    @contextmanager
    def view(self) -> Iterator[SearchView]:
        """The library as it is now, with its index if that is free. Raises LibraryError."""
        with self._one, ExitStack() as stack:
            index: SearchIndex | None = self._index
            try:
                # Before the database is read, so that the index never goes back in time.
                stack.enter_context(self._index.locked())
            except (OSError, LibraryBusy):
                index = None
            connection = stack.enter_context(self._database.reading())
            yield SearchView(connection, self, self._forms, index)

    @contextmanager
    def asked(self, *, waiting: bool = True) -> Iterator[SearchView]:
        """The library as it is now, for searching. Raises LibraryError.

        An index that is not in order is brought up to date before, unless nobody is `waiting` for it or
        another program holds it: then what there was last is asked.
        """
        with self._one, self._database.reading() as connection:
            view = SearchView(connection, self, self._forms, None)
            if not waiting or self._is_at(view.generation):
                yield view
                return
        with self.view() as locked:
            yield locked

    def lacking(self) -> int:
        """How many documents are still to be indexed or to get other stems. Raises LibraryError."""
        with self._one, self._database.reading() as connection:
            contents = Contents(connection, self._forms)
            return max(self._index.behind(contents), self.renewal.count(connection))

    def close(self) -> None:
        """Let go of all files and of what is in memory."""
        with self._one:
            self._index.close()
            self._facts = self._vocabulary = None
            self._pairs.clear()

    def _is_at(self, generation: int) -> bool:
        try:
            return self._index.at(generation) is not None
        except Exception:  # noqa: BLE001 - damage shows itself in any way there is
            return False

    def opened(self, view: SearchView, index: SearchIndex | None) -> Opened:
        """The index of this very state if it can be had, else the latest, else one made for the moment."""
        with suppress(Exception):  # whatever is wrong with it, it can be made anew
            if opened := self._index.at(view.generation):
                return opened
        if index is not None:
            with suppress(Exception):  # a full disk, say
                index.refresh(view, lambda _: None)
                if opened := index.at(view.generation):
                    return opened
        return self._index.latest or self._index.for_the_moment(view)

    def ranked_anew(
        self, view: SearchView, index: SearchIndex | None, query: Query, limit: int | None
    ) -> list[tuple[float, str]]:
        """The documents by an index made anew, because the other failed; nothing if that fails too."""
        with suppress(Exception):
            if index is not None:
                index.clear()
                index.refresh(view, lambda _: None)
                opened = index.at(view.generation)
                if opened is not None and opened.ranking is not None:
                    return opened.ranking.scored(query, limit)
        return []

    def facts(self, connection: Connection, generation: int) -> LibraryFacts:
        """Of documents as they were read before in this state of the library."""
        known = self._facts[1].loaded if self._facts and self._facts[0] == generation else None
        facts = LibraryFacts(connection, self._forms, known)
        self._facts = (generation, facts)
        return facts

    def vocabulary(self, opened: Opened) -> Vocabulary:
        if self._vocabulary is None or self._vocabulary[0] is not opened:
            self._vocabulary = (opened, Vocabulary(opened.segments))
        return self._vocabulary[1]

    def pairs(
        self, connection: Connection, document_id: str, left: str, right: str, digest: str | None
    ) -> Pairs:
        """The pairs of a document, read once while its beads have one digest."""
        key = (document_id, left, right, digest)
        if key not in self._pairs:
            if len(self._pairs) >= _PAIRS_KEPT:
                self._pairs.clear()
            rows = connection.exec_driver_sql(
                'SELECT "left", "right" FROM beads WHERE document_id = ? ORDER BY number', (document_id,)
            )
            self._pairs[key] = _pairs(left, right, ((json.loads(a), json.loads(b)) for a, b in rows))
        return self._pairs[key]


def _pairs(left: str, right: str, beads: Iterable[tuple[list[int], list[int]]]) -> Pairs:
    opposite: dict[Place, tuple[Place, ...]] = {}
    order: dict[Place, int] = {}
    for number, (here, there) in enumerate(beads):
        sides = (tuple((left, index) for index in here), tuple((right, index) for index in there))
        for side, other in (sides, sides[::-1]):
            for place in side:
                opposite[place] = other
                order[place] = number
    return Pairs(left, right, opposite, order)


def _named(table: Table, names: Iterable[str]) -> list[Column[Any]]:
    return [table.c[name] for name in names]
