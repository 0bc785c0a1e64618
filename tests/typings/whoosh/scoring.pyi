from typing import Any

from whoosh.searching import Searcher

class BaseScorer:
    def score(self, matcher: Any) -> Any: ...

class BM25F:
    def scorer(self, searcher: Searcher, fieldname: str, text: bytes) -> BaseScorer: ...
