"""What Briefer uses of pymorphy3's analyzer."""

from collections.abc import Sequence

class Tag:
    POS: str | None

class Parse:
    normal_form: str
    score: float
    tag: Tag
    methods_stack: Sequence[Sequence[object]]

class MorphAnalyzer:
    def __init__(self, path: str | None = None) -> None: ...
    def parse(self, word: str) -> list[Parse]: ...
