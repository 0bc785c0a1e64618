"""All evidence for and against each bead of a band, as named features that weights multiply.

Lengths follow Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora"
(Computational Linguistics 19:1, 1993); weighing shared words by their rarity Ma, "Champollion: A
Robust Parallel Text Sentence Aligner" (LREC 2006).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from briefer.core.align.coverage import TALLEST, Hits, coverage
from briefer.core.align.furniture import MARKS
from briefer.core.align.lattice import Lattice
from briefer.core.align.links import CHANNELS, Links
from briefer.core.align.preparing import Prepared
from briefer.core.align.surface import UNKNOWN, Surface
from briefer.core.document import Kind

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Shape = tuple[int, int]

_SIZES = range(1, TALLEST + 1)
SHAPES: tuple[Shape, ...] = tuple((width, height) for width in _SIZES for height in _SIZES)
# Finding a token's answer is as surprising as if so many paragraphs more stood there: for small documents.
_MORE_PARAGRAPHS = 20.0
_VARIANCE = 6.8
# A free translation may be far shorter; how far says nothing more from four standard deviations on.
_FAR_OFF = 16.0
_LEAST = 0.25
_REPEATED = MARKS.index("repeated")
_USUAL_RATIO = (0.6, 1.6)
_POSSIBLE_RATIO = (0.2, 5.0)  # such as between Chinese and English
_FEWEST_ANCHORS = 6
_FEWEST_PARAGRAPHS = 8
_LENGTHENED = 5.0  # letters, so that short texts do not deviate much
_AGREEING = 0.25
_ASIDE = {Kind.MASTHEAD, Kind.FOOTNOTE, Kind.NOTE, Kind.FURNITURE}
_NEVER_ELSE = {Kind.FURNITURE, Kind.NOTE}
_PROSE = {Kind.BODY, Kind.OPERATIVE, Kind.PREAMBULAR, Kind.ITEM, Kind.CHAPEAU, Kind.CELL}
_TITLES = {Kind.TITLE, Kind.HEADING}


class Evidence:
    """The features of the beads between two versions within a band."""

    def __init__(self, left: Prepared, right: Prepared, band: Lattice, ratio: float) -> None:
        self.band = band
        self.left, self.right = left, right
        self._down = [band.shifted(d, 0) for d in range(TALLEST)]
        self._across = [band.shifted(0, d) for d in range(TALLEST)]
        self._i, self._j = band.rows, band.columns
        self._ends = {(w, h): band.shifted(w, h) < band.size for w, h in SHAPES}
        self._sums = [_running(v.surface.lengths) for v in (left, right)]
        self._ratio = ratio

    def possible(self, shape: Shape) -> npt.NDArray[np.bool_]:
        """Where a bead of `shape` may start without leaving the band."""
        return self._ends[shape]

    def lexical(self, hits: Hits, links: Links, columns: Sequence[tuple[Floats, Floats]]) -> Lexical:
        """Sums over answered tokens; a column values each hit from the left and from the right."""
        left, right, band = self.left.side, self.right.side, self.band
        channel = links.channel[hits.link]
        i, j = left.paragraph[hits.own], right.paragraph[hits.other]
        ours = coverage(hits.own, i, j, channel, np.stack([c[0] for c in columns], axis=1), band)
        turned, places = _turned(band)
        theirs = coverage(hits.other, j, i, channel, np.stack([c[1] for c in columns], axis=1), turned)
        back = [[np.append(sums[places], 0.0) for sums in tall] for tall in theirs]
        return Lexical(ours, back, self._down, self._across)

    def rarity(self, hits: Hits, links: Links) -> tuple[Floats, Floats]:
        """For each hit how surprising it would be by chance: from the left, and from the right."""
        own, other = links.left[hits.link], links.right[hits.link]
        n, m = self.left.total, self.right.total
        return (
            np.log((m + _MORE_PARAGRAPHS) / (self.right.side.frequency[other] + 1.0)),
            np.log((n + _MORE_PARAGRAPHS) / (self.left.side.frequency[own] + 1.0)),
        )

    def crowd(self, shape: Shape) -> tuple[Floats, Floats]:
        """For beads of `shape`, how much likelier than usual their right and left sides answer by chance.

        The longer a text, the more tokens it answers that are not its own: a log of its length. What a left
        token's rarity loses comes first.
        """
        end_i, end_j = self._after(shape)
        lengths = (
            self._sums[1][end_j] - self._sums[1][self._j],
            self._sums[0][end_i] - self._sums[0][self._i],
        )
        usual = self.right.usual_length, self.left.usual_length
        right, left = (
            np.log((length + _LEAST * mean) / ((1 + _LEAST) * mean))
            for length, mean in zip(lengths, usual, strict=True)
        )
        return right, left

    def looks(self, shape: Shape) -> Iterator[tuple[str, Floats]]:
        """The features of beads of `shape` by their start, but for words and what `members` gives."""
        i, j = self._i, self._j
        ours, theirs = self.left.surface, self.right.surface
        end_i, end_j = self._after(shape)
        first = (_at(ours, i), _at(theirs, j))
        last = (_at(ours, end_i - 1), _at(theirs, end_j - 1))
        small, great = sorted(shape)
        yield f"shape.{small}-{great}", np.ones(self.band.size)
        yield from self._lengths(end_i, end_j)
        yield from _labels(ours.labels[first[0]], theirs.labels[first[1]])
        cases = ours.cases[first[0]], theirs.cases[first[1]]
        yield "case.same", (cases[0] == cases[1]).astype(np.float64)
        if shape == (1, 1):
            again = ours.furniture[first[0], _REPEATED] * theirs.furniture[first[1], _REPEATED]
            yield "furniture.repeated.both", again
        yield "end.same", (ours.ends[last[0]] == theirs.ends[last[1]]).astype(np.float64)
        kinds = _KIND_FIT[ours.kinds[first[0]], theirs.kinds[first[1]]]
        kinds += _KIND_FIT[ours.kinds[last[0]], theirs.kinds[last[1]]]
        yield "kinds", kinds / 2

    def _after(self, shape: Shape) -> tuple[Ints, Ints]:
        """Where beads of `shape` end, by their start."""
        n, m = len(self.left.surface.lengths), len(self.right.surface.lengths)
        return np.minimum(self._i + shape[0], n), np.minimum(self._j + shape[1], m)

    def _lengths(self, end_i: Ints, end_j: Ints) -> Iterator[tuple[str, Floats]]:
        left = (self._sums[0][end_i] - self._sums[0][self._i]) * self._ratio
        right = self._sums[1][end_j] - self._sums[1][self._j]
        mean = np.maximum((left + right) / 2, 1.0)
        deviation = np.abs(right - left) / np.sqrt(_VARIANCE * mean)
        relative = np.abs(np.log((right + 10.0) / (left + 10.0)))
        yield "length.deviation", np.minimum(deviation, 8.0)
        yield "length.square", np.minimum(deviation * deviation, _FAR_OFF)
        yield "length.ratio", np.minimum(relative, 3.0)
        yield "length.far", np.maximum(relative - 0.5, 0.0)

    def summed(self, shape: Shape, left: Floats, right: Floats) -> Floats:
        """For beads of `shape` by their start, the sum of a value that each paragraph of either side has."""
        ours, theirs = _running(left), _running(right)
        i, j = self._i, self._j
        end_i, end_j = self._after(shape)
        total: Floats = ours[end_i] - ours[i] + theirs[end_j] - theirs[j]
        return total

    @staticmethod
    def members(version: Prepared, shape: Shape) -> Iterator[tuple[str, Floats]]:
        """The features that each paragraph of one version brings into a bead of `shape`."""
        sort = "matched" if shape == (1, 1) else "glued"
        for column, mark in enumerate(MARKS):
            yield f"furniture.{mark}.{sort}", version.surface.furniture[:, column]
        for channel, name in enumerate(CHANNELS):
            yield f"{name}.count", version.answerable[:, channel]

    @staticmethod
    def gaps(version: Prepared) -> Iterator[tuple[str, Floats]]:
        """The features of leaving each paragraph of one version unmatched."""
        looks = version.surface
        yield "gap", np.ones(len(looks.lengths))
        yield "gap.length", np.log(looks.lengths + 10.0) - 4.0
        yield "gap.aside", np.isin(looks.kinds, _ASIDE_NUMBERS).astype(np.float64)
        for column, mark in enumerate(MARKS):
            yield f"gap.{mark}", looks.furniture[:, column]


def usual_ratio(left: Prepared, right: Prepared, anchors: Ints) -> float:
    """How much longer the right version is than the left one, where they translate each other.

    The whole versions tell it, but not where one leaves much out; paragraphs that answer each other
    (`anchors`, rows of two indices), or all on an average, tell it, but not where one joins many. Where
    the two disagree, what is nearer to equal is more likely.
    """
    lengths = left.surface.lengths, right.surface.lengths
    total = [float(side.sum()) for side in lengths]
    if not all(total):
        return 1.0
    whole = float(np.log(total[1] / total[0]))
    if min(left.count, right.count) < _FEWEST_PARAGRAPHS:
        return float(np.clip(np.exp(whole), *_USUAL_RATIO))
    single = [whole - float(np.log(right.count / left.count))]
    if len(anchors) >= _FEWEST_ANCHORS:
        ours, theirs = lengths[0][anchors[:, 0]] + _LENGTHENED, lengths[1][anchors[:, 1]] + _LENGTHENED
        single.append(float(np.median(np.log(theirs / ours))))
    if min(abs(ratio - whole) for ratio in single) <= _AGREEING:
        return float(np.clip(np.exp(whole), *_POSSIBLE_RATIO))
    return float(np.clip(np.exp(min(whole, single[-1], key=abs)), *_USUAL_RATIO))


class Lexical:
    """Sums over answered tokens, ready to be asked for any shape."""

    def __init__(
        self,
        left: list[list[Floats]],
        right: list[list[Floats]],
        down: Sequence[Ints],
        across: Sequence[Ints],
    ) -> None:
        self._left, self._right = left, right
        self._down, self._across = down, across

    def sums(self, shape: Shape, column: int) -> Floats:
        """The sum of both directions for beads of `shape` by their start."""
        ours, theirs = self.both(shape, column)
        return ours + theirs

    def both(self, shape: Shape, column: int) -> tuple[Floats, Floats]:
        """The sums over left tokens and over right ones for beads of `shape` by their start."""
        w, h = shape
        ours, theirs = self._left[h - 1][column], self._right[w - 1][column]
        from_left, from_right = ours[self._down[0]], theirs[self._across[0]]
        for d in range(1, w):
            from_left += ours[self._down[d]]
        for d in range(1, h):
            from_right += theirs[self._across[d]]
        return from_left, from_right


def _at(looks: Surface, places: Ints) -> Ints:
    return np.clip(places, 0, len(looks.lengths) - 1)


def _running(values: Floats) -> Floats:
    return np.concatenate(([0.0], np.cumsum(values)))


def _labels(ours: Ints, theirs: Ints) -> Iterator[tuple[str, Floats]]:
    both = (ours != UNKNOWN) & (theirs != UNKNOWN)
    yield "label.same", (both & (ours == theirs)).astype(np.float64)
    yield "label.other", (both & (ours != theirs)).astype(np.float64)
    yield "label.one", ((ours != UNKNOWN) ^ (theirs != UNKNOWN)).astype(np.float64)


def _turned(band: Lattice) -> tuple[Lattice, Ints]:
    """The band seen from the other version, and where each place of `band` is in it."""
    columns = np.arange(int(band.high[-1]) + 1)
    low = np.searchsorted(band.high, columns)
    high = np.searchsorted(band.low, columns, side="right") - 1
    turned = Lattice(low, high)
    return turned, turned.index(band.columns, band.rows)


def _kind_fit() -> Floats:
    kinds = list(Kind)
    fit = np.zeros((len(kinds), len(kinds)))
    for a, ours in enumerate(kinds):
        for b, theirs in enumerate(kinds):
            fit[a, b] = _fit(ours, theirs)
    return fit


def _fit(ours: Kind, theirs: Kind) -> float:
    """How well two kinds go together; readers may take one for another in either version."""
    both = {ours, theirs}
    if ours is theirs:
        return 0.0 if ours is Kind.BODY else 1.0
    if both & _NEVER_ELSE:
        return -8.0
    if both & _ASIDE:
        return -4.0
    return -0.5 if both <= _PROSE or both <= _TITLES else -1.5


_KIND_FIT = _kind_fit()
_ASIDE_NUMBERS = [number for number, kind in enumerate(Kind) if kind in _ASIDE]
