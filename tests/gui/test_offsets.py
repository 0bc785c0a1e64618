"""Code points and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.gui.offsets import Offsets


def test_a_letter_outside_the_basic_plane_counts_twice_for_qt() -> None:
    offsets = Offsets("𐐷ab")
    assert [offsets.to_qt(place) for place in range(4)] == [0, 2, 3, 4]
    assert [offsets.to_core(place) for place in (0, 2, 3, 4)] == [0, 1, 2, 3]


def test_the_middle_of_a_pair_is_taken_for_its_start() -> None:
    assert Offsets("a𐐷b").to_core(2) == 1


@given(st.text(alphabet=st.one_of(st.sampled_from("aж𐐷😀"), st.characters(codec="utf-8"))))
def test_offsets_agree_with_the_utf_16_encoding_and_round_trip(text: str) -> None:
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert offsets.to_qt(place) == units
        assert offsets.to_core(units) == place
