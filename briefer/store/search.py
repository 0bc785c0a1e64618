"""Opens the library for searching, with an index that is brought up to date before it is asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from briefer.core.errors import BrieferError, LibraryBusy
from briefer.core.wordforms import WordForms
from briefer.core.written import Written
from briefer.store.contents import Contents
from briefer.store.database import Database
from briefer.store.facts import LibraryFacts
from briefer.store.faults import as_library_error
from briefer.store.index import Opened, SearchIndex
from briefer.store.lemmas import is_mixed
from briefer.store.listing import Listing, listed
from briefer.store.notes import NoteText, note_texts
from briefer.store.pairs import KnownPairs
from briefer.store.renewal import Renewal
from briefer.store.transactions import Transactions
from briefer.store.view import SearchView
from briefer.store.vocabulary import Vocabulary

_FEW = 30  # documents that are looked through without an index
_NEVER = -1


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
        self._settled: int | None = None  # a state without stems of another method
        self._facts: tuple[int, LibraryFacts] | None = None
        self._notes: tuple[int, list[NoteText]] | None = None
        self._vocabulary: tuple[Opened, Vocabulary] | None = None
        self._listing: tuple[Opened, object, Listing] | None = None
        self.pairs = KnownPairs()
        self.written = Written(forms)

    @contextmanager
    def view(self) -> Iterator[SearchView]:
        """The library as it is now, with its index if that is free. Raises LibraryError."""
        with self._one, ExitStack() as stack:
            index: SearchIndex | None = self._index
            trouble: BrieferError | None = None
            try:
                # Before the database is read, so that the index never goes back in time.
                stack.enter_context(self._index.locked())
            except (OSError, LibraryBusy) as error:
                index = None
                trouble = (
                    error if isinstance(error, LibraryBusy) else as_library_error(error, self._index.lock)
                )
            connection = stack.enter_context(self._database.reading())
            yield SearchView(connection, self, self._forms, index, trouble=trouble)

    @contextmanager
    def asked(
        self, *, waiting: bool = True, lacking: Callable[[], object] | None = None
    ) -> Iterator[SearchView]:
        """The library as it is now, for searching. Raises LibraryError.

        An index that is not in order is brought up to date before, unless nobody is `waiting` for it or
        another program holds it: then what there was last is asked. If something is `lacking`, that
        is called before.
        """
        with self._one, self._database.reading() as connection:
            view = SearchView(connection, self, self._forms, None, patient=waiting)
            there = self._is_at(view.generation)
            if not waiting or (there and (lacking is None or not view.mixed)):
                yield view
                return
        if lacking is not None:
            lacking()
            with self.asked() as view:
                yield view
        else:
            with self.view() as locked:
                yield locked

    def lacking(self) -> int:
        """How many documents are still to be indexed or to get other stems. Raises LibraryError."""
        with self._one, self._database.reading() as connection:
            contents = Contents(connection, self._forms)
            outdated = self.renewal.count(connection) if self.mixed(connection, contents.generation) else 0
            if not outdated and self._is_at(contents.generation):
                return 0
            return max(self._index.behind(contents), outdated)

    def outdated(self) -> bool:
        """Whether documents are still to get stems of this method. Raises LibraryError."""
        with self._one, self._database.reading() as connection:
            return self.mixed(connection, Contents(connection, self._forms).generation)

    def mixed(self, connection: Connection, generation: int) -> bool:
        """Whether some documents have the stems of another method in this state of the library."""
        if self._settled != generation:
            if is_mixed(connection, self._forms.method):
                return True
            self._settled = generation
        return False

    def close(self) -> None:
        """Let go of all files and of what is in memory."""
        with self._one:
            self._index.close()
            self._facts = self._vocabulary = self._listing = self._settled = self._notes = None
            self.pairs.clear()

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
        with suppress(Exception):
            if latest := self._index.latest():
                return latest
        if not view.patient and len(view.facts.all) > _FEW:
            return Opened(_NEVER, (), ())
        return self._index.for_the_moment(view)

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

    def listing(self, opened: Opened, facts: LibraryFacts) -> Listing:
        known = self._listing
        if known is None or known[0] is not opened or known[1] is not facts.all:
            listing = listed(opened.segments, opened.alive, facts.all)
            self._listing = known = (opened, facts.all, listing)
        return known[2]

    def notes(self, connection: Connection, generation: int) -> list[NoteText]:
        """Briefing notes as they were read before in this state of the library."""
        if self._notes is None or self._notes[0] != generation:
            self._notes = (generation, note_texts(connection))
        return self._notes[1]
