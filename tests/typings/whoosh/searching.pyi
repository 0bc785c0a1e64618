from typing import Any

from whoosh.query import Query

class Results:
    top_n: list[tuple[float, int]]

class Searcher:
    def close(self) -> None: ...
    def stored_fields(self, docnum: int) -> dict[str, Any]: ...
    def search(self, query: Query, *, limit: int | None) -> Results: ...
