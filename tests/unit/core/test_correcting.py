"""Corrections by hand: what each makes, and that nothing is lost and all can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.correcting import patch_of
from briefer.core.corrections import Correction, Operation
from briefer.core.errors import CorrectionAstray, CorrectionImpossible, CorrectionNeedless


def bitext(*sides: tuple[Sequence[int], Sequence[int]]) -> Bitext:
    return Bitext("ru", "en", tuple(Bead(tuple(left), tuple(right), 0.5) for left, right in sides))


def pairwise(a: int, b: int, c: int, d: int, kept: Sequence[Bead]) -> list[Bead]:
    """Aligns in order, one to one, what stands between the beads that are kept."""
    made: list[Bead] = []
    for bead in (*kept, None):
        left = list(range(a, bead.left[0] if bead and bead.left else b if bead is None else a))
        right = list(range(c, bead.right[0] if bead and bead.right else d if bead is None else c))
        made += [
            Bead(tuple(left[number : number + 1]), tuple(right[number : number + 1]), 0.5)
            for number in range(max(len(left), len(right)))
        ]
        if bead:
            made.append(bead)
            a, c = max(a, *(i + 1 for i in bead.left), a), max(c, *(j + 1 for j in bead.right), c)
    return made


def corrected(before: Bitext, *corrections: Correction) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    for correction in corrections:
        before = patch_of(before, correction, pairwise).applied(before)
    return [(bead.left, bead.right, bead.origin) for bead in before.beads]


FOUR = bitext(((0,), (0,)), ((1,), ()), ((2,), (1, 2)), ((3,), (3,)))
H, A = Origin.HAND, Origin.AUTOMATIC


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (
            Correction(Operation.MERGE, (1, 2), ()),
            [((0,), (0,), A), ((1, 2), (1, 2), H), ((3,), (3,), A)],
        ),
        (
            Correction(Operation.LINK, (1,), (1,)),
            [((0,), (0,), A), ((1,), (1,), H), ((2,), (2,), A), ((3,), (3,), A)],
        ),
        (
            Correction(Operation.LINK, (3,), (1,)),
            [((0,), (0,), A), ((2,), (), A), ((3,), (1,), H), ((), (2,), A), ((), (3,), A)],
        ),
        (
            Correction(Operation.SPLIT, (), (2,)),
            [((0,), (0,), A), ((1,), (), A), ((2,), (1,), H), ((), (2,), H), ((3,), (3,), A)],
        ),
        (
            Correction(Operation.UNLINK, (3,)),
            [((0,), (0,), A), ((1,), (), A), ((2,), (1, 2), A), ((3,), (), H), ((), (3,), H)],
        ),
        (
            Correction(Operation.FORWARD, (), (2,)),
            [((0,), (0,), A), ((1,), (), A), ((2,), (1,), H), ((3,), (2, 3), H)],
        ),
        (
            Correction(Operation.BACK, (), (1,)),
            [((0,), (0,), A), ((1,), (1,), H), ((2,), (2,), H), ((3,), (3,), A)],
        ),
        (
            Correction(Operation.FORWARD, (1,), ()),
            [((0,), (0,), A), ((1, 2), (1, 2), H), ((3,), (3,), A)],
        ),
        (
            Correction(Operation.REALIGN, (1, 3)),
            [((0,), (0,), A), ((1,), (1,), A), ((2,), (2,), A), ((3,), (3,), A)],
        ),
    ],
    ids=lambda value: value.operation if isinstance(value, Correction) else "",
)
def test_what_a_correction_makes(
    correction: Correction, expected: list[tuple[tuple[int, ...], tuple[int, ...], Origin]]
) -> None:
    if correction == Correction(Operation.LINK, (3,), (1,)):
        expected.insert(1, ((1,), (), A))
    assert corrected(FOUR, correction) == expected


def test_realigning_keeps_what_was_made_by_hand() -> None:
    linked = [Correction(Operation.LINK, (2,), (1,)), Correction(Operation.REALIGN, (0, 3))]
    found = corrected(FOUR, *linked)
    assert ((2,), (1,), H) in found
    assert corrected(FOUR, *linked, Correction(Operation.RESTORE)) == [
        ((number,), (number,), A) for number in range(4)
    ]


@pytest.mark.parametrize(
    "correction",
    [
        Correction(Operation.MERGE, (9,)),
        Correction(Operation.MERGE),
        Correction(Operation.LINK, (0, 2), (0,)),
        Correction(Operation.SPLIT, (0,), (0,)),
        Correction(Operation.SPLIT, (0, 1), ()),
        Correction(Operation.FORWARD, (3,)),
        Correction(Operation.BACK, (0,)),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(correction: Correction) -> None:
    with pytest.raises(CorrectionImpossible):
        patch_of(FOUR, correction, pairwise)


def test_what_is_not_there_is_told_from_what_changes_nothing() -> None:
    for astray in (Correction(Operation.MERGE, (9,)), Correction(Operation.LINK, (0,), (3, 4))):
        with pytest.raises(CorrectionAstray):
            patch_of(FOUR, astray, pairwise)
    for needless in (Correction(Operation.RESTORE), Correction(Operation.REALIGN, (0, 1), (0, 1))):
        with pytest.raises(CorrectionNeedless):
            patch_of(FOUR, needless, lambda a, b, _c, _d, _anchors: FOUR.beads[a:b])


@st.composite
def alignments(draw: st.DrawFn) -> Bitext:
    sides, left, right = [], 0, 0
    for a, b in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=8)):
        if a or b:
            sides.append((range(left, left + a), range(right, right + b)))
            left, right = left + a, right + b
    return bitext(*sides, (range(left, left + 1), range(right, right + 1)))


@st.composite
def stretches(draw: st.DrawFn, count: int) -> tuple[int, ...]:
    start = draw(st.integers(0, count))
    return tuple(range(start, min(count, start + draw(st.integers(0, 3)))))


@given(st.data())
def test_every_paragraph_stays_in_one_bead_and_all_can_be_taken_back(data: st.DataObject) -> None:
    before = data.draw(alignments())
    left = sum(len(bead.left) for bead in before.beads)
    right = sum(len(bead.right) for bead in before.beads)
    now, patches = before, []
    for _ in range(data.draw(st.integers(1, 6))):
        chosen = data.draw(stretches(left)), data.draw(stretches(right))
        correction = Correction(data.draw(st.sampled_from(Operation)), *chosen)
        try:
            patch = patch_of(now, correction, pairwise)
        except CorrectionImpossible:
            continue
        now = patch.applied(now)
        now.check(left, right)
        patches.append(patch)
        if correction.operation is Operation.LINK:
            assert Bead(*chosen, 1.0, Origin.HAND) in now.beads
    for patch in reversed(patches):
        now = patch.reversed().applied(now)
    assert now == before


def test_a_patch_of_another_alignment_is_refused() -> None:
    patch = patch_of(FOUR, Correction(Operation.MERGE, (1, 2)), pairwise)
    with pytest.raises(ValueError, match="another alignment"):
        patch.applied(patch.applied(FOUR))
