"""What is asked of the search over the library, as a value, and who answers it."""

from __future__ import annotations

from collections.abc import Callable

from briefer.app.task import Progress
from briefer.core.hits import SearchResults
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class SearchWish:
    """What is asked for; with a `document_id` only in that document. Who is not `patient` takes what
    the index says now, though it may be behind."""

    query: str
    document_id: str | None = None
    patient: bool = True


Search = Callable[[SearchWish, Progress], SearchResults]
