"""Where one stands in a document, and which paragraphs make a row. No widgets here."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.core.bitext import Bead, Origin
from briefer.core.document import Document, Kind, Version
from briefer.core.values import dataclass

SURE, FAIR = 0.9, 0.7  # confidences from which a pair counts as sure, or as fair
# Kinds that often stand in one language only, and rightly so.
_APART = frozenset((Kind.MASTHEAD, Kind.NOTE, Kind.FOOTNOTE, Kind.FURNITURE))


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph by language and index; `bead` is None in a document with one version."""

    bead: int | None
    language: str
    index: int


@dataclass(frozen=True, slots=True)
class Stand:
    """What a correction would be about: paragraphs of each side, the current ones on `side`.

    A side's paragraphs are those `selected` there, or the one that its caret stands in.
    """

    side: int
    paragraphs: tuple[tuple[int, ...], tuple[int, ...]]
    selected: tuple[bool, bool]

    @property
    def own(self) -> tuple[int, ...]:
        return self.paragraphs[self.side]

    @property
    def opposite(self) -> tuple[int, ...]:
        return self.paragraphs[1 - self.side]


class Rows:
    """The rows of a document: its beads, or its paragraphs one by one where it has one version.

    Side 0 is on the left, side 1 on the right.
    """

    def __init__(self, document: Document) -> None:
        bitext = document.bitext
        left = document.version(bitext.left) if bitext else None
        right = document.version(bitext.right) if bitext else None
        self.aligned = bitext is not None and left is not None and right is not None
        if bitext is not None and left is not None and right is not None:
            self.versions: tuple[Version, ...] = (left, right)
            self.beads = bitext.beads
        else:
            self.versions = document.versions[:1]
            count = len(document.versions[0].paragraphs) if document.versions else 0
            self.beads = tuple(Bead((index,), (), 0.0) for index in range(count))
        self._numbers = tuple(_numbers(self.beads, side) for side in range(len(self.versions)))

    def __len__(self) -> int:
        return len(self.beads)

    def paragraphs(self, number: int, side: int) -> tuple[int, ...]:
        """The paragraph indices of row `number` on a side."""
        bead = self.beads[number]
        return bead.right if side else bead.left

    def row_of(self, side: int, index: int) -> int:
        """The row that holds a paragraph."""
        return self._numbers[side][index]

    def near(self, number: int, side: int) -> int:
        """The first paragraph on a side of row `number`, of the next that has one there, or the last."""
        texts = (self.paragraphs(row, side) for row in range(number, len(self)))
        last = len(self.versions[side].paragraphs) - 1
        return next((own[0] for own in texts if own), last)

    def side_of(self, language: str) -> int | None:
        """The side that shows `language`, or None."""
        for side, version in enumerate(self.versions):
            if version.language == language:
                return side
        return None

    def place(self, number: int, side: int) -> Place:
        """Row `number` as a place: on `side` if it has text there, else on the other."""
        own = self.paragraphs(number, side)
        if not own:
            side = 1 - side
            own = self.paragraphs(number, side)
        return Place(number if self.aligned else None, self.versions[side].language, own[0])

    def step(self, number: int | None, forward: bool) -> int | None:
        """The next or previous matched row; any row where nothing is matched. None at the end."""
        matched = [bead.matched for bead in self.beads]
        wanted = matched if any(matched) else [True] * len(matched)
        after: Iterable[int] = range(0 if number is None else number + 1, len(wanted))
        before: Iterable[int] = range(-1 if number is None else number - 1, -1, -1)
        return next((row for row in (after if forward else before) if wanted[row]), None)

    def doubtful(self, number: int) -> bool:
        """Whether a row is worth a look: a pair not sure, or text of the body without counterpart."""
        bead = self.beads[number]
        if not self.aligned or bead.origin is Origin.HAND:
            return False
        if bead.matched:
            return bead.confidence < SURE
        sides = zip(self.versions, (bead.left, bead.right), strict=True)
        return any(version.paragraphs[i].kind not in _APART for version, own in sides for i in own)

    def doubt(self, number: int | None, forward: bool) -> int | None:
        """The next or previous doubtful row; None when there is none."""
        after: Iterable[int] = range(0 if number is None else number + 1, len(self))
        before: Iterable[int] = range(-1 if number is None else number - 1, -1, -1)
        return next((row for row in (after if forward else before) if self.doubtful(row)), None)

    def changed_since(self, before: Rows) -> tuple[int, int] | None:
        """The rows, end excluded, that hold other paragraphs than `before`; None if none do."""
        own, other = ([(bead.left, bead.right) for bead in rows.beads] for rows in (self, before))
        least = min(len(own), len(other))
        start = next((n for n in range(least) if own[n] != other[n]), least)
        if start == len(own) == len(other):
            return None
        room = least - start
        end = next((n for n in range(room) if own[-1 - n] != other[-1 - n]), room)
        return start, len(own) - end


def _numbers(beads: tuple[Bead, ...], side: int) -> tuple[int, ...]:
    return tuple(number for number, bead in enumerate(beads) for _ in (bead.right if side else bead.left))
