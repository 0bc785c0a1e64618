"""What aligned documents teach those that come after them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.align import align, teaching
from briefer.core.align.teaching import Lesson, Taught, taught_pairs
from briefer.core.document import Kind, Paragraph, Version

WORDS = st.lists(st.sampled_from("кот пес дом лес вода owl wolf cat dog 12".split()), max_size=5).map(
    " ".join
)
LESSONS = st.lists(st.builds(Lesson, WORDS, WORDS, st.booleans()), max_size=12)


@given(LESSONS, st.randoms())
def test_the_order_in_which_documents_came_does_not_matter(lessons: list[Lesson], chance: object) -> None:
    turned = [*lessons]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert taught_pairs(turned) == taught_pairs(lessons)


@given(LESSONS)
def test_only_words_that_stood_opposite_each_other_twice_are_taught(lessons: list[Lesson]) -> None:
    for own, other in taught_pairs(lessons):
        beads = [b for b in lessons if own in b.left.split() and other in b.right.split()]
        assert len(beads) >= 2
        assert own.isalpha()
        assert other.isalpha()


def test_words_once_in_each_document_are_taught() -> None:
    lessons = [
        Lesson("сов спит", "owl sleep"),
        Lesson("сов летит", "owl fli"),
        Lesson("волк ест", "wolf eat"),
    ]
    assert taught_pairs(lessons) == (("сов", "owl"),)


def test_what_was_made_by_hand_counts_twice() -> None:
    disputed = (
        [Lesson("кот", "cat", by_hand=True)] * 2 + [Lesson("кот", "dog")] * 2 + [Lesson("пес", "dog")] * 5
    )
    assert ("кот", "cat") in taught_pairs(disputed)
    assert ("кот", "dog") not in taught_pairs(disputed)


def test_no_more_is_taught_than_can_be_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "MOST", 3)
    letters = "абвгдежз"
    lessons = [Lesson(letter * 3, letter * 4) for letter in letters] * 2
    assert [own for own, _ in taught_pairs(lessons)] == ["ааа", "ббб", "ввв"]


def test_what_was_learned_one_way_serves_the_other() -> None:
    taught = Taught({"fr en": (("hibou", "owl"),)})
    assert taught.between("fr", "en") == (("hibou", "owl"),)
    assert taught.between("en", "fr") == (("owl", "hibou"),)
    assert taught.between("ru", "en") == ()


def test_what_was_taught_tells_which_paragraph_is_left_out() -> None:
    def version(language: str, *texts: str) -> Version:
        return Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))

    left = version("fr", "Le hibou dort au loin.", "Le renard court tant.", "Le loup mange trop.")
    right = version("en", "The owl sleeps away.", "The wolf eats a lot.")
    taught = (("hibou", "owl"), ("loup", "wolf"), ("mang", "eat"), ("dort", "sleep"))
    found = align(left, right, taught=taught)
    assert [(bead.left, bead.right) for bead in found.beads if bead.matched] == [((0,), (0,)), ((2,), (1,))]
