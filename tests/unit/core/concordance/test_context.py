"""What surrounds a place: never too long, cut between words, and true to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.concordance.context import DOTS, after, around, before
from briefer.core.document import Span

TEXT = "Решили подтвердить нашу общую приверженность сохранению действующей системы"
PLACE = Span(TEXT.index("общую"), TEXT.index("общую") + len("общую"))
WORDS = st.lists(st.text("абвгдxyz", min_size=1, max_size=9), max_size=30)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (200, TEXT),
        (30, "…нашу общую приверженность…"),
        (40, "…нашу общую приверженность сохранению…"),
        (9, "… общую …"),
        (0, "…общую…"),
    ],
)
def test_a_place_is_shown_with_what_there_is_room_for(length: int, shown: str) -> None:
    assert str(around(TEXT, PLACE, length)) == shown


def test_what_one_side_does_not_need_the_other_one_has() -> None:
    first, last = Span(0, len("Решили")), Span(len(TEXT) - len("системы"), len(TEXT))
    assert str(around(TEXT, first, 40)) == "Решили подтвердить нашу общую…"
    assert str(around(TEXT, last, 40)) == "…сохранению действующей системы"


def test_lines_become_one() -> None:
    assert str(around("Один\n\tдва\u2028три", Span(6, 9), 40)) == "Один два три"


def test_a_word_longer_than_the_room_is_left_out_as_a_whole() -> None:
    assert before("и территории ", 13, 6) == f"{DOTS} "
    assert after(" территории и", 0, 6) == f" {DOTS}"
    assert before("и территории", 12, 6) == DOTS


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    text = "安全理事会重申其对维护国际和平与安全的承诺" * 9
    shown = around(text, Span(80, 82), 20)
    assert (shown.before, shown.after) == (DOTS + text[73:80], text[82:93] + DOTS)


@given(left=WORDS, written=WORDS, right=WORDS, length=st.integers(0, 90))
def test_what_is_shown_stands_so_in_the_text_and_is_cut_between_words(
    left: list[str], written: list[str], right: list[str], length: int
) -> None:
    head, middle = "".join(f"{word} " for word in left), " ".join(written)
    text = head + middle + "".join(f" {word}" for word in right)
    shown = around(text, Span(len(head), len(head) + len(middle)), length)
    assert shown.written == middle
    bare = str(shown).removeprefix(DOTS).removesuffix(DOTS)
    assert len(bare) <= max(length, len(middle))
    assert bare in text
    cut_left, cut_right = shown.before.startswith(DOTS), shown.after.endswith(DOTS)
    assert cut_left or text.startswith(bare)
    assert cut_right or text.endswith(bare)
    words = text.split()
    if cut_left and len(left) > 1:
        assert not (first := shown.before.removeprefix(DOTS).split()[:1]) or first[0] in words
    if cut_right and len(right) > 1:
        assert not (last := shown.after.removesuffix(DOTS).split()[-1:]) or last[0] in words


@given(text=st.text(max_size=60), length=st.integers(0, 40), data=st.data())
def test_any_text_is_shown_on_one_line_within_the_room(text: str, length: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = around(text, Span(start, end), length)
    room = max(0, length - len(shown.written))
    assert len(shown.before) <= room + len(DOTS)
    assert len(shown.after) <= room + len(DOTS)
    assert len(str(shown).splitlines()) <= 1
