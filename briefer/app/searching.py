"""Search over the library: a query in, documents with their passages out.

The language of queries is in `briefer.core.query`. A passage is one paragraph, and a hit
holds all that the query asks for. A document in which no paragraph does, but which does as
a whole (its paragraphs in both languages, title, symbol and organs taken together), comes
after the others and shows the paragraphs that hold any of the words. After all of these come
the documents that answer only by a translation of the query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.app.asking import Asked
from briefer.app.indexing import Indexer, index_here
from briefer.app.library import Library
from briefer.app.query_translation import QueryTranslator
from briefer.app.task import Progress
from briefer.core.errors import DocumentUnknown, QueryWrong
from briefer.core.hits import DocumentHits, SearchResults
from briefer.core.query import parse_query
from briefer.core.wordforms import WordForms

if TYPE_CHECKING:
    from briefer.store.searches import SearchesStore

DOCUMENTS = 20
FEW = 30  # documents that are indexed while somebody waits
HITS = 50  # of one document; a list of more is not read
PASSAGES = 3  # of one document, where there are many


class Searcher:
    """Searches a library. May be used from any thread.

    `indexer` does what takes long, in another process for a window; without one it is done here.
    """

    def __init__(self, library: Library, indexer: Indexer = index_here) -> None:
        self._library = library
        self._indexer = indexer
        self._translator: QueryTranslator | None = None
        self._plain = WordForms()  # enough to tell what is wrong, and no dictionary is loaded for it

    def search(
        self, query: str, document_id: str | None = None, limit: int = DOCUMENTS
    ) -> list[DocumentHits]:
        """The documents that answer `query`, best first, with at most 50 hits each; as `find` otherwise."""
        return list(self.find(query, document_id, limit, HITS, facets=False).documents)

    def find(
        self,
        query: str,
        document_id: str | None = None,
        limit: int = DOCUMENTS,
        passages: int = PASSAGES,
        *,
        facets: bool = True,
        patient: bool = True,
        progress: Progress | None = None,
    ) -> SearchResults:
        """The documents that answer `query`, best first, and what is to be said of all that do.

        At most `limit` documents with at most so many `passages` each; with a `document_id` only in
        that document. Where both paragraphs of a pair answer, they are one hit, of the left
        version, with marks in its counterpart too. A document that answers by its title or
        symbol alone shows its opening paragraph. Much that is not indexed yet is indexed before, and
        stems of an older release are renewed, which `progress` tells; unless one is not `patient`: then the
        index is asked as it was last, and the results say that they are `behind`. Raises QueryWrong,
        DocumentUnknown, LibraryError and Cancelled.
        """
        store = self._library.store
        parse_query(query, self._plain)  # refused before anything is waited for

        def index_much() -> None:
            if store.search.outdated() or store.search.lacking() > FEW:
                self._indexer(self._library, progress or Progress())

        with store.search.asked(waiting=patient, lacking=index_much) as view:
            if document_id is not None and document_id not in view.facts.all:
                raise DocumentUnknown(reference=document_id)
            asked = Asked(view, query, store.forms, self._translations(), document_id)
            return asked.results(max(limit, 0), passages, facets=facets)

    @property
    def kept(self) -> SearchesStore:
        """The searches kept under a name, and the history: `saved`, `save`, `past`, `asked` and so on."""
        return self._library.store.searches

    def check(self, query: str) -> QueryWrong | None:
        """What is wrong with a query as it is being typed, None if nothing is."""
        try:
            parse_query(query, self._plain)
        except QueryWrong as wrong:
            return wrong
        return None

    def refresh(self, progress: Progress) -> None:
        """Bring the index up to date ahead of the next query. Raises LibraryError, Cancelled."""
        self._indexer(self._library, progress)

    def _translations(self) -> QueryTranslator:
        if self._translator is None:
            self._translator = QueryTranslator(self._library.store.forms)
        return self._translator
