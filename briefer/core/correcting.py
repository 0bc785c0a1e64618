"""What a correction by hand does to the beads of an alignment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.corrections import Correction, Operation, Patch
from briefer.core.errors import CorrectionAstray, CorrectionImpossible, CorrectionNeedless
from briefer.core.values import dataclass

# Aligns left paragraphs [0] to [1] with right ones [2] to [3] (ends excluded), keeping `anchors`.
Between = Callable[[int, int, int, int, Sequence[Bead]], Sequence[Bead]]


def patch_of(bitext: Bitext, correction: Correction, between: Between) -> Patch:
    """What `correction` does to `bitext`; `between` aligns what it leaves open.

    Raises CorrectionAstray when there are no such paragraphs, CorrectionNeedless when there is nothing
    to do, and CorrectionImpossible when the paragraphs do not follow each other.
    """
    window = _window(bitext, correction)
    made = _MAKERS[correction.operation](window, correction, between)
    removed = bitext.beads[window.start : window.end]
    if tuple(made) == removed:
        raise CorrectionNeedless(operation=correction.operation)
    patch = Patch(window.start, removed, tuple(made))
    _check(patch, correction.operation)
    return patch


@dataclass(frozen=True, slots=True)
class _Window:
    """The beads from `start` to `end` (excluded) that a correction is about."""

    bitext: Bitext
    start: int
    end: int

    @property
    def beads(self) -> tuple[Bead, ...]:
        return self.bitext.beads[self.start : self.end]

    def widened(self, before: int, after: int, correction: Correction) -> _Window:
        """Raises CorrectionImpossible at the ends of the document."""
        start, end = self.start - before, self.end + after
        if start < 0 or end > len(self.bitext.beads):
            raise CorrectionImpossible(operation=correction.operation)
        return _Window(self.bitext, start, end)


def _window(bitext: Bitext, correction: Correction) -> _Window:
    if correction.operation is Operation.RESTORE:
        return _Window(bitext, 0, len(bitext.beads))
    numbers = [
        number
        for number, bead in enumerate(bitext.beads)
        if set(bead.left) & set(correction.left) or set(bead.right) & set(correction.right)
    ]
    held = [bitext.beads[number] for number in numbers]
    there = [
        set(named) <= set(side)
        for named, side in zip((correction.left, correction.right), _sides(held), strict=True)
    ]
    if not all(there):
        raise CorrectionAstray(operation=correction.operation)
    if not numbers:
        raise CorrectionImpossible(operation=correction.operation)
    window = _Window(bitext, numbers[0], numbers[-1] + 1)
    return window.widened(
        correction.operation is Operation.BACK, correction.operation is Operation.FORWARD, correction
    )


def _hand(left: Sequence[int], right: Sequence[int]) -> Bead:
    return Bead(tuple(left), tuple(right), 1.0, Origin.HAND)


def _sides(beads: Sequence[Bead]) -> tuple[list[int], list[int]]:
    return [i for bead in beads for i in bead.left], [j for bead in beads for j in bead.right]


def _link(window: _Window, correction: Correction, between: Between) -> list[Bead]:
    for side in (correction.left, correction.right):
        if side and list(side) != list(range(side[0], side[-1] + 1)):
            raise CorrectionImpossible(operation=correction.operation)
    left, right = _sides(window.beads)
    (a, b), (c, d) = _cut(left, correction.left), _cut(right, correction.right)
    before = _open(between, left[:a], right[:c], window)
    after = _open(between, left[b:], right[d:], window)
    return [*before, _hand(correction.left, correction.right), *after]


def _cut(indices: Sequence[int], chosen: Sequence[int]) -> tuple[int, int]:
    """Where `chosen` stands among `indices`; at their beginning when nothing is chosen."""
    return (indices.index(chosen[0]), indices.index(chosen[-1]) + 1) if chosen else (0, 0)


def _open(between: Between, left: Sequence[int], right: Sequence[int], window: _Window) -> list[Bead]:
    """The beads of a stretch that is left open; what was made by hand in it stays."""
    kept = [
        bead
        for bead in window.beads
        if bead.origin is Origin.HAND and set(bead.left) <= set(left) and set(bead.right) <= set(right)
    ]
    if not left or not right:
        return _alone(left, right, kept)
    return list(between(left[0], left[-1] + 1, right[0], right[-1] + 1, kept))


def _alone(left: Sequence[int], right: Sequence[int], kept: Sequence[Bead]) -> list[Bead]:
    """Beads of one side, where the other has nothing; those `kept` are among them."""
    held = {(side, i) for bead in kept for side in ("left", "right") for i in getattr(bead, side)}
    beads = [Bead((i,), (), 1.0) for i in left if ("left", i) not in held]
    beads += [Bead((), (j,), 1.0) for j in right if ("right", j) not in held]
    return sorted([*beads, *kept], key=lambda bead: (bead.left, bead.right))


def _merge(window: _Window, _correction: Correction, _between: Between) -> list[Bead]:
    return [_hand(*_sides(window.beads))]


def _unlink(window: _Window, _correction: Correction, _between: Between) -> list[Bead]:
    left, right = _sides(window.beads)
    return [*(_hand((i,), ()) for i in left), *(_hand((), (j,)) for j in right)]


def _split(window: _Window, correction: Correction, _between: Between) -> list[Bead]:
    """A new bead begins at the first paragraph named on each side; a side not named stays in front."""
    (left, right), chosen = _sides(window.beads), (correction.left, correction.right)
    at = [
        _cut(side, named)[0] if named else len(side)
        for side, named in zip((left, right), chosen, strict=True)
    ]
    if len(window.beads) != 1 or not (at[0] or at[1]) or (at[0] == len(left) and at[1] == len(right)):
        raise CorrectionImpossible(operation=correction.operation)
    return [_hand(left[: at[0]], right[: at[1]]), _hand(left[at[0] :], right[at[1] :])]


def _forward(window: _Window, correction: Correction, _between: Between) -> list[Bead]:
    return _moved(window, correction, lambda bead, at: (bead[:at], bead[at:]))


def _back(window: _Window, correction: Correction, _between: Between) -> list[Bead]:
    return _moved(window, correction, lambda bead, at: (bead[: at + 1], bead[at + 1 :]))


def _moved(
    window: _Window,
    correction: Correction,
    parted: Callable[[tuple[int, ...], int], tuple[tuple[int, ...], tuple[int, ...]]],
) -> list[Bead]:
    """Two neighbouring beads, with the border of one side or both moved."""
    if len(window.beads) != 2:
        raise CorrectionImpossible(operation=correction.operation)
    sides = []
    for name in ("left", "right"):
        chosen, beads = getattr(correction, name), [getattr(bead, name) for bead in window.beads]
        both = (*beads[0], *beads[1])
        if not chosen:
            sides.append((beads[0], beads[1]))
            continue
        border = chosen[0] if correction.operation is Operation.FORWARD else chosen[-1]
        sides.append(parted(both, both.index(border)))
    return [_hand(left, right) for left, right in zip(*sides, strict=True) if left or right]


def _realign(window: _Window, _correction: Correction, between: Between) -> list[Bead]:
    return _open(between, *_sides(window.beads), window)


def _restore(window: _Window, _correction: Correction, between: Between) -> list[Bead]:
    left, right = _sides(window.beads)
    return list(between(0, len(left), 0, len(right), ()))


_MAKERS: Mapping[Operation, Callable[[_Window, Correction, Between], list[Bead]]] = {
    Operation.LINK: _link,
    Operation.MERGE: _merge,
    Operation.SPLIT: _split,
    Operation.UNLINK: _unlink,
    Operation.FORWARD: _forward,
    Operation.BACK: _back,
    Operation.REALIGN: _realign,
    Operation.RESTORE: _restore,
}


def _check(patch: Patch, operation: Operation) -> None:
    """Both sides must hold the same paragraphs in the same order as before."""
    if _sides(patch.removed) != _sides(patch.inserted):
        raise CorrectionImpossible(operation=operation)
