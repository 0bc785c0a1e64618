"""Dragging an end of a bead: what it means, and that what is shown is what is done."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.correcting import patch_of
from briefer.core.corrections import Operation
from briefer.core.pulling import Pull, plan


def bitext_of(*shapes: tuple[int, int]) -> Bitext:
    """Beads with so many paragraphs on the left and right."""
    beads, left, right = [], 0, 0
    for ours, theirs in shapes:
        beads.append(Bead(tuple(range(left, left + ours)), tuple(range(right, right + theirs)), 0.9))
        left, right = left + ours, right + theirs
    return Bitext("ru", "en", tuple(beads))


def pulled(bitext: Bitext, pull: Pull) -> list[tuple[tuple[int, ...], tuple[int, ...]]] | None:
    """The beads that come of a pull, those made by hand alone."""
    made = plan(bitext, pull)
    if made is None:
        return None
    beads = made.patch.applied(bitext).beads
    return [(bead.left, bead.right) for bead in beads if bead.origin is Origin.HAND]


@pytest.mark.parametrize(
    ("pull", "hand"),
    [
        # Over the whole of the neighbour: one bead.
        (Pull(0, 0, lower=True, border=2), [((0, 1), (0, 1))]),
        (Pull(1, 1, lower=False, border=0), [((0, 1), (0, 1))]),
        # Over part of it: that part comes over.
        (Pull(1, 0, lower=True, border=3), [((1, 2), (1,)), ((3,), (2,))]),
        (Pull(3, 0, lower=False, border=3), [((2,), (2,)), ((3, 4), (3,))]),
        # Inwards: what is left out stands alone.
        (Pull(2, 0, lower=True, border=3), [((2,), (2,)), ((3,), ())]),
        (Pull(2, 0, lower=False, border=3), [((2,), ()), ((3,), (2,))]),
        # Shut: taken apart.
        (Pull(0, 0, lower=True, border=0), [((0,), ()), ((), (0,))]),
        # This side alone.
        (Pull(0, 0, lower=True, border=2, alone=True), [((0, 1), (0,)), ((), (1,))]),
        (Pull(2, 0, lower=True, border=3, alone=True), [((2,), (2,)), ((3, 4), (3,))]),
        (Pull(2, 0, lower=False, border=3, alone=True), [((1, 2), (1,)), ((3,), (2,))]),
    ],
)
def test_an_end_means_what_it_is_dragged_over(
    pull: Pull, hand: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]
) -> None:
    bitext = bitext_of((1, 1), (1, 1), (2, 1), (1, 1))
    assert pulled(bitext, pull) == list(hand)


def test_an_end_goes_over_what_stands_in_the_other_language_only() -> None:
    bitext = bitext_of((1, 1), (0, 1), (1, 1))
    assert pulled(bitext, Pull(0, 0, lower=True, border=2)) == [((0, 1), (0, 1, 2))]
    assert pulled(bitext, Pull(0, 0, lower=True, border=2, alone=True)) is None


def test_an_end_that_is_let_go_where_it_was_means_nothing() -> None:
    bitext = bitext_of((1, 1), (2, 1))
    assert plan(bitext, Pull(1, 0, lower=True, border=3)) is None
    assert plan(bitext, Pull(1, 0, lower=False, border=1)) is None


def test_a_side_without_text_has_no_end() -> None:
    assert plan(bitext_of((1, 0), (1, 1)), Pull(0, 1, lower=True, border=1)) is None


SHAPES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda shape: sum(shape) > 0),
    min_size=1,
    max_size=7,
)


@given(SHAPES, st.data())
def test_what_is_shown_is_what_the_correction_does_and_loses_nothing(
    shapes: list[tuple[int, int]], data: st.DataObject
) -> None:
    bitext = bitext_of(*shapes)
    side = data.draw(st.integers(0, 1))
    count = sum(shape[side] for shape in shapes)
    pull = Pull(
        data.draw(st.integers(0, len(shapes) - 1)),
        side,
        lower=data.draw(st.booleans()),
        border=data.draw(st.integers(0, count)),
        alone=data.draw(st.booleans()),
    )
    made = plan(bitext, pull)
    if made is None:
        return
    assert made.correction.operation not in (Operation.REALIGN, Operation.RESTORE, Operation.LINK)
    assert patch_of(bitext, made.correction, lambda *_: []) == made.patch
    made.patch.applied(bitext).check(*(sum(shape[each] for shape in shapes) for each in (0, 1)))
    assert made.patch.reversed().applied(made.patch.applied(bitext)) == bitext
