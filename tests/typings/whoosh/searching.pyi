from collections.abc import Iterator
from types import TracebackType
from typing import Any

from whoosh.query import Query

class Reader:
    def all_stored_fields(self) -> Iterator[dict[str, Any]]: ...

class Searcher:
    def __enter__(self) -> Searcher: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None: ...
    def reader(self) -> Reader: ...
    def search(self, query: Query, *, limit: int | None) -> Iterator[dict[str, Any]]: ...
