"""What stands opposite each paragraph of a document, read once and kept while its alignment stays."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

Place = tuple[str, int]  # language, paragraph
_KEPT = 400  # documents


@dataclass(frozen=True, slots=True)
class Pairs:
    """What stands opposite each paragraph of a document, and the place of each in reading order."""

    left: str
    right: str
    opposite: Mapping[Place, tuple[Place, ...]]
    order: Mapping[Place, int]


class KnownPairs:
    """The pairs of documents, by the digests of their beads."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Pairs] = {}

    def of(
        self, connection: Connection, document_id: str, left: str, right: str, digest: str | None
    ) -> Pairs:
        """Those of a document whose beads have this digest."""
        key = (document_id, left, right, digest)
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            rows = connection.exec_driver_sql(
                'SELECT "left", "right" FROM beads WHERE document_id = ? ORDER BY number', (document_id,)
            )
            self._known[key] = _pairs(left, right, ((json.loads(a), json.loads(b)) for a, b in rows))
        return self._known[key]

    def clear(self) -> None:
        """Forget them."""
        self._known.clear()


def _pairs(left: str, right: str, beads: Iterable[tuple[list[int], list[int]]]) -> Pairs:
    opposite: dict[Place, tuple[Place, ...]] = {}
    order: dict[Place, int] = {}
    for number, (here, there) in enumerate(beads):
        sides = (tuple((left, index) for index in here), tuple((right, index) for index in there))
        for side, other in (sides, sides[::-1]):
            for place in side:
                opposite[place] = other
                order[place] = number
    return Pairs(left, right, opposite, order)
