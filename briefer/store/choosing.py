"""Which of the passages of a document that answer are hits, and in which order: of a pair only one."""

from __future__ import annotations

import numpy as np

from briefer.core.document import Kind
from briefer.store.answers import DocumentRows
from briefer.store.inverted.segment import Numbers
from briefer.store.pairs import Pairs


class Chooser:
    """Of one document."""

    def __init__(self, rows: DocumentRows, pairs: Pairs | None) -> None:
        self._rows = rows
        self._count = 0
        if pairs is not None:
            self._count = len(pairs.sides)
            self._left, self._right = rows.languages(pairs.left), rows.languages(pairs.right)
            self._beads = pairs.of(self._left, self._right, rows.numbers)

    def chosen(self, passages: Numbers, taken: Numbers | None = None) -> Numbers:
        """The rows of `passages` that are hits: of two that are a pair only the left one.

        Those of a pair with one of the rows `taken` are left out. Running heads repeat what stands in the
        text; they count only where nothing else does.
        """
        read = passages
        if self._rows.holds_kind(Kind.FURNITURE):
            read = passages[~self._rows.kinds(Kind.FURNITURE)[passages]]
            if not len(read):
                read = passages
        if not self._count or not len(read):
            return read
        if taken is not None and len(taken):
            read = read[~self._paired(read, taken)]
        doubled = self._right[read] & self._in(read, read[self._left[read]])
        return read[~doubled]

    def ordered(self, rows: Numbers) -> Numbers:
        """Rows in reading order."""
        numbers = self._rows.numbers[rows]
        if not self._count:
            return rows[np.argsort(numbers, kind="stable")]
        beads = self._beads[rows]
        return rows[np.lexsort((numbers, np.where(beads >= 0, beads, numbers)))]

    def _paired(self, rows: Numbers, others: Numbers) -> Numbers:
        """Which of some rows stand opposite some of the `others`."""
        lefts, rights = others[self._left[others]], others[self._right[others]]
        opposite: Numbers = (self._right[rows] & self._in(rows, lefts)) | (
            self._left[rows] & self._in(rows, rights)
        )
        return opposite

    def _in(self, rows: Numbers, others: Numbers) -> Numbers:
        """Which of some rows are in the beads of others."""
        held = np.zeros(self._count + 1, dtype=bool)
        held[self._beads[others]] = True
        held[-1] = False  # the last one is nobody's
        found: Numbers = held[self._beads[rows]]
        return found
