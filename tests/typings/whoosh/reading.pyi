class TermInfo:
    def __init__(
        self,
        weight: float = ...,
        df: int = ...,
        minlength: float | None = ...,
        maxlength: float = ...,
        maxweight: float = ...,
    ) -> None: ...
    def doc_frequency(self) -> int: ...

class IndexReader: ...
