"""Of the passages of a document that answer, those that are hits: said in arrays as in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.document import Kind
from briefer.store.answers import DocumentRows
from briefer.store.choosing import Chooser
from briefer.store.inverted.building import build
from briefer.store.inverted.segment import HEAD, Indexed, Row
from briefer.store.pairs import Pairs, Place, pairs_of

LENGTHS = st.tuples(st.integers(0, 6), st.integers(0, 6))


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[tuple[Place, str]], Pairs | None]:
    """Paragraphs in the order of the index with their kinds, and beads over them, or none."""
    counts = dict(zip(("en", "ru"), draw(LENGTHS), strict=True))
    kinds = st.sampled_from([Kind.OPERATIVE.value, Kind.FURNITURE.value])
    listed = [((language, n), draw(kinds)) for language in ("en", "ru") for n in range(counts[language])]
    if draw(st.booleans()):
        return listed, None
    left, right = draw(st.sampled_from([("ru", "en"), ("en", "ru")]))
    sides: list[tuple[list[int], list[int]]] = []
    done = [0, 0]
    while (rest := [counts[left] - done[0], counts[right] - done[1]]) != [0, 0]:
        taken = [draw(st.integers(0, min(2, each))) for each in rest]
        if sum(taken):
            sides.append((list(range(done[0], done[0] + taken[0])), list(range(done[1], done[1] + taken[1]))))
            done = [done[0] + taken[0], done[1] + taken[1]]
    return listed, pairs_of(left, right, sides)


def chosen_by_hand(
    passages: Sequence[tuple[Place, str]], pairs: Pairs | None, taken: Sequence[Place]
) -> list[Place]:
    def opposite(place: Place) -> tuple[Place, ...]:
        return pairs.opposite(place) if pairs else ()

    read = [place for place, kind in passages if kind != Kind.FURNITURE] or [place for place, _ in passages]
    places = [p for p in read if not any(p in opposite(other) for other in taken)]
    kept = [p for p in places if not pairs or p[0] != pairs.right or set(places).isdisjoint(opposite(p))]

    def order(place: Place) -> tuple[int, int]:
        bead = (
            next((n for n, s in enumerate(pairs.sides) if place in _side(pairs, s)), None) if pairs else None
        )
        return (place[1] if bead is None else bead), place[1]

    return sorted(kept, key=order)


def _side(pairs: Pairs, sides: tuple[Sequence[int], Sequence[int]]) -> set[Place]:
    return {(pairs.left, n) for n in sides[0]} | {(pairs.right, n) for n in sides[1]}


@settings(deadline=None, max_examples=200)
@given(made=documents(), chance=st.randoms(use_true_random=False))
def test_of_a_pair_the_left_one_is_shown_and_what_is_shown_is_in_reading_order(
    made: tuple[list[tuple[Place, str]], Pairs | None], chance: object
) -> None:
    listed, pairs = made
    rows = [Row("-", -1, HEAD, None, ""), *(Row(*place, kind, None, "") for place, kind in listed)]
    chooser = Chooser(DocumentRows(build([Indexed("a", 1, rows, {}, {})])), pairs)
    draw = chance.random  # type: ignore[attr-defined]
    literal = [number for number in range(1, len(rows)) if draw() < 0.5]
    translated = [number for number in range(1, len(rows)) if number not in literal and draw() < 0.5]

    def places(numbers: Sequence[int]) -> list[tuple[Place, str]]:
        return [listed[number - 1] for number in numbers]

    first = chooser.ordered(chooser.chosen(np.array(literal, dtype=np.int64)))
    by_hand = chosen_by_hand(places(literal), pairs, [])
    assert [place for place, _ in places(first.tolist())] == by_hand
    second = chooser.ordered(chooser.chosen(np.array(translated, dtype=np.int64), first))
    assert [place for place, _ in places(second.tolist())] == chosen_by_hand(
        places(translated), pairs, by_hand
    )
