from typing import Any

class BaseScorer:
    def score(self, matcher: Any) -> Any: ...
