"""Code points, in which the core counts, to UTF-16 units, in which Qt counts, and back.

Nothing else converts offsets.
"""

from __future__ import annotations

from bisect import bisect_left


class Offsets:
    """The places of one text in both counts: in "𐐷ab" the "b" is 2 for core and 3 for Qt."""

    def __init__(self, text: str) -> None:
        rare = max(text, default="") > "\uffff"
        astral = [place for place, letter in enumerate(text) if letter > "\uffff"] if rare else []
        self._astral = astral
        self._astral16 = [place + before for before, place in enumerate(astral)]

    def to_qt(self, offset: int) -> int:
        """UTF-16 units before the code point at `offset`."""
        return offset + bisect_left(self._astral, offset)

    def to_core(self, offset: int) -> int:
        """Code points before `offset` UTF-16 units; the middle of a pair counts as its start."""
        return offset - bisect_left(self._astral16, offset)
