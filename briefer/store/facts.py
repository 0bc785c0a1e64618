"""What the database says of documents and annotations, for the fields of a query and for facets."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, select

from briefer.core.matching import holding
from briefer.core.query.values import Dates, Field, Words
from briefer.core.structure.organs import organ_named
from briefer.core.symbols import fold as fold_look_alikes
from briefer.core.wordforms import WordForms, fold
from briefer.store.lemmas import recall
from briefer.store.schema import documents, folder_documents, folders

Place = tuple[str, str, int]  # document, language, paragraph
_SHORTEST_ID = 6


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A saved document as it is chosen by fields; dates are ISO 8601."""

    id: str
    title: str
    titled: bool
    symbol: str | None
    organ: str | None
    parent_organ: str | None
    session: str | None
    agenda_item: str | None
    date: str | None
    meeting_first: str | None
    meeting_last: str | None

    @property
    def year(self) -> str | None:
        """Of its date, else of its meetings."""
        day = self.date or self.meeting_first
        return day[:4] if day else None


class Annotated(NamedTuple):
    """An annotation as it is searched; `place` is its first target."""

    id: str
    document_id: str
    note: str
    stance: str | None
    tags: tuple[str, ...]
    places: tuple[Place, ...]


_COLUMNS = tuple(documents.c[name] for name in DocumentFacts.__slots__)


class LibraryFacts:
    """`briefer.store.answers.Facts` of the library over a connection."""

    def __init__(
        self, connection: Connection, forms: WordForms, known: Mapping[str, DocumentFacts] | None = None
    ) -> None:
        """`known` is what was `loaded` before in the same state of the library."""
        self._connection = connection
        self._forms = forms
        self.loaded = known
        self._annotated: list[Annotated] | None = None

    @property
    def all(self) -> Mapping[str, DocumentFacts]:
        """Every document that is not in the trash, newest first."""
        if self.loaded is None:
            order = (documents.c.added.desc(), documents.c.id)
            listed = select(*_COLUMNS).where(documents.c.removed.is_(None)).order_by(*order)
            self.loaded = {row.id: DocumentFacts(*row) for row in self._connection.execute(listed)}
        return self.loaded

    @property
    def annotated(self) -> list[Annotated]:
        """Every annotation, oldest first."""
        if self._annotated is None:
            self._annotated = _annotated(self._connection)
        return self._annotated

    def documents(self, leaf: Field | Dates) -> frozenset[str]:
        if isinstance(leaf, Dates):
            return frozenset(i for i, facts in self.all.items() if _in_time(facts, leaf))
        if leaf.name == "in":
            return self._inside(leaf.value)
        if leaf.name == "organ":
            self._recall_organs()
        of_field = _tests(leaf, self._forms)
        return frozenset(identity for identity, facts in self.all.items() if of_field(facts))

    def folder_names(self) -> list[str]:
        return list(self._connection.scalars(select(folders.c.name)))

    def places(self, leaf: Field) -> Iterable[Place]:
        for annotation in self.annotated:
            if self._is_so(annotation, leaf):
                yield from annotation.places

    def _is_so(self, annotation: Annotated, leaf: Field) -> bool:
        if leaf.name == "stance":
            return annotation.stance == leaf.value
        if leaf.name == "tag":
            return leaf.value in {" ".join(fold(part) for part in tag.split()) for tag in annotation.tags}
        return leaf.words is not None and holding(self._forms.stems(annotation.note).split())(leaf.words)

    def _recall_organs(self) -> None:
        """Have their words stemmed as they were before: to stem one anew a dictionary is loaded."""
        organs = {(facts.organ, facts.parent_organ) for facts in self.all.values()}
        recall(self._connection, self._forms, (names for each in organs for names in _names_of(each)))

    def _inside(self, value: str) -> frozenset[str]:
        """The documents of a folder of this name, or those that an id or symbol names."""
        symbol = _bare_symbol(value)
        named = {
            identity
            for identity, facts in self.all.items()
            if (facts.symbol and _bare_symbol(facts.symbol) == symbol)
            or (len(value) >= _SHORTEST_ID and identity.startswith(value))
        }
        return frozenset(named | (self._in_folder(value) & self.all.keys()))

    def _in_folder(self, value: str) -> set[str]:
        inner: dict[str | None, list[str]] = {}
        chosen: list[str] = []
        for row in self._connection.execute(select(folders.c.id, folders.c.parent_id, folders.c.name)):
            inner.setdefault(row.parent_id, []).append(row.id)
            if " ".join(fold(part) for part in row.name.split()) == value:
                chosen.append(row.id)
        found: set[str] = set()
        while chosen:
            folder = chosen.pop()
            listed = select(folder_documents.c.document_id).where(folder_documents.c.folder_id == folder)
            found.update(self._connection.scalars(listed))
            chosen += inner.get(folder, ())
        return found


def _tests(leaf: Field, forms: WordForms) -> Callable[[DocumentFacts], bool]:
    value = leaf.value
    match leaf.name:
        case "symbol":
            wanted = _bare_symbol(value)
            if value.endswith("*") and not value.endswith("**"):
                return lambda facts: (
                    facts.symbol is not None and _bare_symbol(facts.symbol).startswith(wanted)
                )
            return lambda facts: (
                facts.symbol is not None and wanted in _with_parts(_bare_symbol(facts.symbol))
            )
        case "organ":
            words = leaf.words or Words(())

            @cache  # many documents, few organs
            def named(*organs: str | None) -> bool:
                return any(holding(forms.stems(names).split())(words) for names in _names_of(organs))

            return lambda facts: named(facts.organ, facts.parent_organ)
        case "session":
            return lambda facts: facts.session is not None and fold(facts.session) == value
        case _:
            return lambda facts: facts.agenda_item is not None and fold(facts.agenda_item) == value


def _names_of(organs: Sequence[str | None]) -> tuple[str, str]:
    """The names of organs, a line each: as they were read, and those known in Russian."""
    written = [name for name in organs if name]
    known = [organ.russian for name in written if (organ := organ_named(name))]
    return "\n".join(written), "\n".join(known)


def _bare_symbol(written: str) -> str:
    """How symbols are compared: without spaces and the star of a reissue."""
    return fold_look_alikes("".join(written.split()).upper()).upper().rstrip("*")


def _with_parts(symbol: str) -> set[str]:
    """The symbol, and its endings after a slash, such as L.4/REV.1."""
    parts = symbol.split("/")
    return {"/".join(parts[first:]) for first in range(len(parts))} | set(parts)


def _in_time(facts: DocumentFacts, dates: Dates) -> bool:
    first, last = (facts.date, facts.date) if facts.date else (facts.meeting_first, facts.meeting_last)
    if not first:
        return False
    low, high = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first)
    return low <= dates.last and high >= dates.first


def _annotated(connection: Connection) -> list[Annotated]:
    found = connection.exec_driver_sql(
        "SELECT id, document_id, note, stance FROM annotations ORDER BY created"
    ).all()
    if not found:
        return []
    places: dict[str, list[Place]] = {}
    documents_of = {identity: document_id for identity, document_id, _, _ in found}
    listed = connection.exec_driver_sql(
        "SELECT annotation_id, language, number FROM targets ORDER BY annotation_id, position"
    )
    for identity, language, number in listed:
        places.setdefault(identity, []).append((documents_of[identity], language, number))
    tagged: dict[str, list[str]] = {}
    for identity, tag in connection.exec_driver_sql("SELECT annotation_id, tag FROM tags ORDER BY position"):
        tagged.setdefault(identity, []).append(tag)
    return [
        Annotated(
            identity,
            document_id,
            note,
            stance,
            tuple(tagged.get(identity, ())),
            tuple(places.get(identity, ())),
        )
        for identity, document_id, note, stance in found
    ]
