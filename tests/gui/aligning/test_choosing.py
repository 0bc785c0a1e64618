"""Which correction a wish means where the reader stands."""

from __future__ import annotations

import pytest

from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.corrections import Correction, Operation
from briefer.core.errors import CorrectionImpossible
from briefer.gui.aligning import choosing
from briefer.gui.reader.place import Stand

BITEXT = Bitext(
    "ru",
    "en",
    (
        Bead((0,), (), 0.9),
        Bead((1, 2), (0, 1, 2, 3), 0.9),
        Bead((3,), (4,), 1.0, Origin.HAND),
        Bead((4,), (5,), 0.9),
        Bead((), (6,), 0.9),
        Bead((5,), (7,), 1.0, Origin.HAND),
    ),
)


def stand(side: int, own: tuple[int, ...], opposite: int = 0) -> Stand:
    sides = ((opposite,), own) if side else (own, (opposite,))
    return Stand(side, sides, (False, False))


def test_merging_names_the_neighbouring_bead_even_where_it_is_unmatched() -> None:
    assert choosing.merge_next(BITEXT, stand(1, (5,))) == Correction(Operation.MERGE, (4,), (5, 6))
    assert choosing.merge_previous(BITEXT, stand(0, (2,))) == Correction(
        Operation.MERGE, (0, 1, 2), (0, 1, 2, 3)
    )


def test_confirming_links_the_bead_with_itself_and_no_others() -> None:
    assert choosing.confirm(BITEXT, stand(1, (1,))) == Correction(Operation.LINK, (1, 2), (0, 1, 2, 3))
    assert choosing.confirm(BITEXT, stand(0, (0,))) == Correction(Operation.LINK, (0,), ())
    with pytest.raises(CorrectionImpossible):
        choosing.confirm(BITEXT, stand(0, (2, 3)))


@pytest.mark.parametrize(
    ("choice", "own"), [(choosing.merge_previous, 0), (choosing.merge_next, 5), (choosing.split, 1)]
)
def test_what_is_not_there_cannot_be_merged_or_split(choice: choosing.Choice, own: int) -> None:
    with pytest.raises(CorrectionImpossible):
        choice(BITEXT, stand(0, (own,)))


def test_splitting_begins_opposite_where_the_caret_stands_within_the_bead() -> None:
    assert choosing.split(BITEXT, stand(0, (2,), 3)) == Correction(Operation.SPLIT, (2,), (3,))
    assert choosing.split(BITEXT, stand(1, (1,), 2)) == Correction(Operation.SPLIT, (2,), (1,))


def test_splitting_divides_the_other_side_in_proportion_where_the_caret_says_nothing() -> None:
    assert choosing.split(BITEXT, stand(0, (2,), 6)) == Correction(Operation.SPLIT, (2,), (2,))
    assert choosing.split(BITEXT, stand(1, (3,), 0)) == Correction(Operation.SPLIT, (), (3,))


def test_moving_names_only_the_side_that_is_read() -> None:
    assert choosing.forward(BITEXT, stand(1, (3,))) == Correction(Operation.FORWARD, (), (3,))
    assert choosing.back(BITEXT, stand(0, (1,))) == Correction(Operation.BACK, (1,), ())


def test_taking_apart_is_about_whole_pairs_only() -> None:
    assert choosing.unlink(BITEXT, stand(0, (2,))) == Correction(Operation.UNLINK, (1, 2), (0, 1, 2, 3))
    with pytest.raises(CorrectionImpossible):
        choosing.unlink(BITEXT, stand(1, (6,)))


def test_aligning_anew_reaches_to_the_pairs_made_by_hand() -> None:
    assert choosing.realign(BITEXT, stand(0, (4,))) == Correction(Operation.REALIGN, (4,), (5, 6))
    assert choosing.realign(BITEXT, stand(0, (0,))) == Correction(Operation.REALIGN, (0, 1, 2), (0, 1, 2, 3))


def test_linking_takes_in_what_lies_between() -> None:
    assert choosing.link((1, 3), (0,)) == Correction(Operation.LINK, (1, 2, 3), (0,))
