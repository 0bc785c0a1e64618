"""What stands opposite each paragraph of a document, read once and kept while its alignment stays."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
from sqlalchemy import Connection

from briefer.store.engine import tuples
from briefer.store.inverted.segment import Numbers

Place = tuple[str, int]  # language, paragraph
Sides = tuple[Sequence[int], Sequence[int]]
_KEPT = 400  # documents
_HEADS = "SELECT id, left_language, right_language, beads_digest FROM documents"
_BEADS = 'SELECT document_id, "left", "right" FROM beads'


@dataclass(frozen=True, slots=True)
class Pairs:
    """The beads of a document in reading order: the paragraphs of both sides of each.

    `beads` has, for each paragraph of the left version and of the right one, the number of its bead, -1
    for none; the last one of both stands for paragraphs that are not there.
    """

    left: str
    right: str
    sides: Sequence[Sides]
    beads: Numbers

    def of(self, left: Numbers, right: Numbers, numbers: Numbers) -> Numbers:
        """The beads of paragraphs, of which some are on the `left` and some on the `right`."""
        known = self.beads[right.astype(np.intp), np.minimum(numbers, self.beads.shape[1] - 1)]
        found: Numbers = np.where(left | right, known, -1)
        return found

    def opposite(self, place: Place) -> tuple[Place, ...]:
        """What stands opposite a paragraph."""
        language, number = place
        if language not in (self.left, self.right) or not 0 <= number < self.beads.shape[1]:
            return ()
        bead = int(self.beads[int(language == self.right), number])
        if bead < 0:
            return ()
        other = self.right if language == self.left else self.left
        return tuple((other, index) for index in self.sides[bead][language == self.left])


class KnownPairs:
    """The pairs of documents, by the digests of their beads."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Pairs] = {}

    def of(self, connection: Connection, document_ids: Sequence[str]) -> dict[str, Pairs]:
        """Those of the documents that have an alignment."""
        marks = ",".join("?" * len(document_ids))
        heads = tuples(
            connection, f"{_HEADS} WHERE id IN ({marks}) AND left_language IS NOT NULL", document_ids
        )
        keys = {head[0]: head for head in heads}
        unknown = [identity for identity, key in keys.items() if key not in self._known]
        if len(self._known) + len(unknown) > _KEPT:
            self._known.clear()
            unknown = list(keys)
        for identity, sides in _beads(connection, unknown).items():
            self._known[keys[identity]] = pairs_of(keys[identity][1], keys[identity][2], sides)
        return {identity: self._known[key] for identity, key in keys.items()}

    def clear(self) -> None:
        """Forget them."""
        self._known.clear()


def _beads(connection: Connection, document_ids: Sequence[str]) -> dict[str, list[Sides]]:
    """Both sides of the beads of some documents, in order."""
    found: dict[str, list[Sides]] = {identity: [] for identity in document_ids}
    if not document_ids:
        return found
    marks = ",".join("?" * len(document_ids))
    rows = tuples(
        connection, f"{_BEADS} WHERE document_id IN ({marks}) ORDER BY document_id, number", document_ids
    )
    # All lists as one text: reading it is several times quicker than reading one after the other.
    lists = json.loads(f"[{','.join(f'{left},{right}' for _, left, right in rows)}]")
    place = 0
    for identity, group in groupby(rows, key=itemgetter(0)):
        for _ in group:
            # Tuples of numbers are nothing that the garbage collector has to look at.
            found[identity].append((tuple(lists[place]), tuple(lists[place + 1])))
            place += 2
    return found


def pairs_of(left: str, right: str, sides: Sequence[Sides]) -> Pairs:
    """The pairs of two versions by the sides of their beads."""
    longest = max((index for side in sides for indices in side for index in indices), default=-1) + 1
    beads = [[-1] * (longest + 1) for _ in (left, right)]
    for number, side in enumerate(sides):
        for indices, numbers in zip(side, beads, strict=True):
            for index in indices:
                numbers[index] = number
    return Pairs(left, right, tuple(sides), np.array(beads, dtype=np.int64))
