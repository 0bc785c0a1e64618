"""Finds the beads of two versions: the best-scoring way through both, by dynamic programming."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

from briefer.core.align.scoring import SHAPES, Scores
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Paragraph, Version

# Half the width of the stretch around the diagonal in which the way is looked for.
BAND = 50
Step = tuple[int, int]


def align(left: Version, right: Version, check: Callable[[], None] = lambda: None) -> Bitext:
    """The alignment of two versions. Takes time in proportion to their length.

    `check` is called now and then; what it raises ends the work.
    """
    scores = Scores(left.paragraphs, right.paragraphs)
    steps = _best_way(left.paragraphs, right.paragraphs, scores, check)
    beads, i, j = [], 0, 0
    for width, height in steps:
        confidence = _confidence(left, right, scores, (i, j), (width, height))
        beads.append(Bead(tuple(range(i, i + width)), tuple(range(j, j + height)), confidence))
        i, j = i + width, j + height
    bitext = Bitext(left.language, right.language, tuple(beads))
    bitext.check(len(left.paragraphs), len(right.paragraphs))
    return bitext


def _best_way(
    left: Sequence[Paragraph], right: Sequence[Paragraph], scores: Scores, check: Callable[[], None]
) -> list[Step]:
    n, m = len(left), len(right)
    margin = BAND + abs(n - m)
    best: dict[tuple[int, int], tuple[float, Step]] = {(0, 0): (0.0, (0, 0))}
    for i in range(n + 1):
        check()
        middle = i * m // n if n else m
        low = max(0, middle - margin) if n else 0
        for j in range(low, min(m, middle + margin) + 1):
            reached = best.get((i, j))
            if reached is not None:
                _extend(best, (i, j), reached[0], left, right, scores)
    return _walk_back(best, n, m)


def _extend(
    best: dict[tuple[int, int], tuple[float, Step]],
    place: tuple[int, int],
    total: float,
    left: Sequence[Paragraph],
    right: Sequence[Paragraph],
    scores: Scores,
) -> None:
    i, j = place
    if i < len(left):
        _offer(best, (i + 1, j), total + scores.gap(left[i]), (1, 0))
    if j < len(right):
        _offer(best, (i, j + 1), total + scores.gap(right[j]), (0, 1))
    for width, height in SHAPES:
        if i + width <= len(left) and j + height <= len(right):
            score = scores.bead(i, j, width, height)
            _offer(best, (i + width, j + height), total + score, (width, height))


def _offer(
    best: dict[tuple[int, int], tuple[float, Step]], place: tuple[int, int], total: float, step: Step
) -> None:
    known = best.get(place)
    if known is None or total > known[0]:
        best[place] = (total, step)


def _walk_back(best: dict[tuple[int, int], tuple[float, Step]], n: int, m: int) -> list[Step]:
    steps = []
    while (n, m) != (0, 0):
        _, step = best[n, m]
        steps.append(step)
        n, m = n - step[0], m - step[1]
    return _gaps_in_order(steps[::-1])


def _gaps_in_order(steps: Sequence[Step]) -> list[Step]:
    """Of unmatched neighbours the left ones come first.

    The score does not depend on their order; a reader wants what opens the right version
    (such as the note on its translation) beside its beginning, below the left one's cover.
    """
    ordered: list[Step] = []
    for matched, run in itertools.groupby(steps, key=lambda step: all(step)):
        neighbours = list(run)
        ordered.extend(neighbours if matched else sorted(neighbours, reverse=True))
    return ordered


def _confidence(left: Version, right: Version, scores: Scores, place: tuple[int, int], step: Step) -> float:
    """How much better the bead is than leaving its paragraphs unmatched, between 0 and 1.

    A gap is the surer the less the other side has of its kind.
    """
    (i, j), (width, height) = place, step
    if width and height:
        alone = sum(scores.gap(p) for p in left.paragraphs[i : i + width])
        alone += sum(scores.gap(p) for p in right.paragraphs[j : j + height])
        return round(1 / (1 + math.exp(-(scores.bead(i, j, width, height) - alone) / 3)), 2)
    side, other = (left.paragraphs[i], right) if width else (right.paragraphs[j], left)
    alike = sum(p.kind is side.kind for p in other.paragraphs)
    return 0.5 if alike else 0.9
