"""Brings the search index up to date, and stems that were made by another method."""

from __future__ import annotations

from collections.abc import Callable

from briefer.app.library import Library
from briefer.app.task import Progress

Indexer = Callable[[Library, Progress], None]
_OF_RENEWAL = 0.5  # the share that progress gives to other stems, if there are any


def keep_in_step(library: Library) -> None:
    """Let an index that is in order know of documents that have gone, which is quick. Raises LibraryError."""
    search = library.store.search
    if search.lacking() == 0:
        with search.view() as view:
            view.refresh()


def index_here(library: Library, progress: Progress) -> None:
    """Renew outdated stems and the index, in this process. Raises LibraryError, Cancelled."""
    search = library.store.search
    share = 0.0

    def renewed(done: float) -> None:
        nonlocal share
        share = _OF_RENEWAL
        progress.report(done * share)

    search.renewal.renew(renewed)
    with search.view() as view:
        view.refresh(lambda done: progress.report(share + done * (1 - share)))
