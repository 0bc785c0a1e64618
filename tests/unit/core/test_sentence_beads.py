"""Sentences as values: whether they are all that stands in some paragraphs."""

from __future__ import annotations

from briefer.core.document import Span
from briefer.core.sentence_beads import Sentence, covers

TEXTS = {3: "First. Second.", 4: " Third. "}
FIRST, SECOND, THIRD = Sentence(3, Span(0, 6)), Sentence(3, Span(7, 14)), Sentence(4, Span(1, 7))


def test_spaces_between_sentences_do_not_count() -> None:
    assert covers([FIRST, SECOND, THIRD], TEXTS)
    assert covers([THIRD], {4: TEXTS[4]})


def test_a_sentence_that_is_missing_is_seen() -> None:
    assert not covers([FIRST, THIRD], TEXTS)
    assert not covers([FIRST, SECOND], TEXTS)


def test_nothing_covers_nothing() -> None:
    assert covers([], {})
    assert covers([FIRST], {})
    assert not covers([], TEXTS)
