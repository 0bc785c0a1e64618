"""Beads made by hand are kept as they are, and stretches are aligned anew between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.align import align, realign
from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.document import Kind, Paragraph, Version

WORDS = ["Комитет 1", "2014", "№ 5", "a", "Report 7", "12 мая", "End"]


def version(language: str, texts: list[str]) -> Version:
    return Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))


TEXTS = st.lists(st.sampled_from(WORDS), max_size=9)


@st.composite
def documents_with_anchors(draw: st.DrawFn) -> tuple[Version, Version, list[Bead]]:
    left, right = version("ru", draw(TEXTS)), version("en", draw(TEXTS))
    anchors, i, j = [], 0, 0
    while draw(st.booleans()):
        i += draw(st.integers(0, 2))
        j += draw(st.integers(0, 2))
        width, height = draw(st.sampled_from([(1, 1), (2, 1), (1, 0), (0, 1), (5, 3), (2, 0)]))
        if i + width > len(left.paragraphs) or j + height > len(right.paragraphs):
            break
        anchors.append(Bead(tuple(range(i, i + width)), tuple(range(j, j + height)), 1.0, Origin.HAND))
        i, j = i + width, j + height
    return left, right, anchors


@given(documents_with_anchors())
@settings(deadline=None, max_examples=150)
def test_beads_made_by_hand_are_in_the_result_as_they_are(
    drawn: tuple[Version, Version, list[Bead]],
) -> None:
    left, right, anchors = drawn
    bitext = align(left, right, anchors=anchors)
    bitext.check(len(left.paragraphs), len(right.paragraphs))
    made = [bead for bead in bitext.beads if bead.origin is Origin.HAND]
    assert sorted(made, key=repr) == sorted(anchors, key=repr)
    assert [bead for bead in made if bead.matched] == [bead for bead in anchors if bead.matched]


@given(documents_with_anchors(), st.data())
@settings(deadline=None, max_examples=80)
def test_a_stretch_aligned_anew_changes_nothing_else(
    drawn: tuple[Version, Version, list[Bead]], data: st.DataObject
) -> None:
    left, right, anchors = drawn
    before = align(left, right, anchors=anchors)
    if not before.beads:
        return
    first = data.draw(st.integers(0, len(before.beads) - 1))
    last = data.draw(st.integers(first, len(before.beads) - 1))
    after = realign(before, left, right, (first, last))
    after.check(len(left.paragraphs), len(right.paragraphs))
    assert after.beads[:first] == before.beads[:first]
    kept = len(before.beads) - last - 1
    assert after.beads[len(after.beads) - kept :] == before.beads[last + 1 :]
    hand = {bead for bead in before.beads if bead.origin is Origin.HAND}
    assert hand == {bead for bead in after.beads if bead.origin is Origin.HAND}


def test_what_is_fixed_by_hand_moves_what_is_beside_it() -> None:
    left = version("ru", ["Альфа", "Бета", "Гамма"])
    right = version("en", ["One", "Two", "Three"])
    bitext = align(left, right, anchors=[Bead((1,), (0,), 1.0, Origin.HAND)])
    assert Bead((1,), (0,), 1.0, Origin.HAND) in bitext.beads
    assert bitext.counterpart("en", 0) == (1,)
    assert bitext.counterpart("ru", 0) == ()


@pytest.mark.parametrize(
    "anchors",
    [
        [Bead((1,), (1,), 1.0), Bead((0,), (2,), 1.0)],
        [Bead((0, 2), (0,), 1.0)],
        [Bead((7,), (0,), 1.0)],
    ],
)
def test_beads_that_cannot_stand_together_are_refused(anchors: list[Bead]) -> None:
    text = ["a", "b", "c"]
    with pytest.raises(ValueError, match="anchor"):
        align(version("ru", text), version("en", text), anchors=anchors)


def test_a_stretch_that_is_not_there_is_refused() -> None:
    one = version("ru", ["a"])
    with pytest.raises(IndexError):
        realign(Bitext("ru", "en", (Bead((0,), (0,), 1.0),)), one, one, (0, 1))
