"""Which of the passages of a document that answer are hits, and in which order: of a pair only one."""

from __future__ import annotations

import numpy as np

from briefer.core.document import Kind
from briefer.store.answers import DocumentRows
from briefer.store.inverted.segment import Numbers
from briefer.store.pairs import Pairs

_ALONE = -1  # the bead of what has none


class Chooser:
    """Of one document."""

    def __init__(self, rows: DocumentRows, pairs: Pairs | None) -> None:
        self._rows = rows
        self._left, self._right = (
            (rows.languages(pairs.left), rows.languages(pairs.right))
            if pairs
            else (np.zeros(len(rows.numbers), dtype=bool),) * 2
        )
        self._beads = np.full(len(rows.numbers), _ALONE, dtype=np.int64)
        if pairs:
            for side, language in ((self._left, pairs.left), (self._right, pairs.right)):
                self._beads[side] = pairs.of(language, rows.numbers[side])
        self._count = len(pairs.sides) if pairs else 0

    def chosen(self, passages: Numbers, taken: Numbers | None = None) -> Numbers:
        """The rows of `passages` to show, in reading order: of two that are a pair only the left one.

        Those of a pair with one of the rows `taken` are left out. Running heads repeat what stands in the
        text; they count only where nothing else does.
        """
        read = passages[~self._rows.kinds(Kind.FURNITURE)[passages]]
        if not len(read):
            read = passages
        if taken is not None:
            read = read[~self._paired(taken)[read]]
        doubled = self._right & self._of(read[self._left[read]])
        kept = read[~doubled[read]]
        beads, numbers = self._beads[kept], self._rows.numbers[kept]
        order = np.lexsort((numbers, np.where(beads >= 0, beads, numbers)))
        return kept[order]

    def _paired(self, rows: Numbers) -> Numbers:
        """Which rows stand opposite some of `rows`."""
        lefts, rights = rows[self._left[rows]], rows[self._right[rows]]
        opposite: Numbers = (self._right & self._of(lefts)) | (self._left & self._of(rights))
        return opposite

    def _of(self, rows: Numbers) -> Numbers:
        """Which rows are in the beads of `rows`."""
        held = np.zeros(self._count + 1, dtype=bool)  # the last one is nobody's
        held[self._beads[rows]] = True
        held[_ALONE] = False
        found: Numbers = held[self._beads]
        return found
