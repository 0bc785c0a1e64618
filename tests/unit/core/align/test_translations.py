"""Words that translate each other, worked out from phrases; words learned from a document."""

from __future__ import annotations

import numpy as np

from briefer.core.align.learning import learned_pairs
from briefer.core.align.links import Links, side
from briefer.core.align.translations import word_translations
from briefer.core.bitext import Bead

NONE = np.zeros(0, dtype=np.int64)


def go_on() -> None:
    """Nobody stops the work."""


def test_the_words_of_phrases_find_their_counterparts() -> None:
    left = [("прав", "человек"), ("прав",), ("человек",), ("оборот", "наркотик"), ("оборот",)]
    right = [("human", "right"), ("right",), ("human",), ("drug", "traffic"), ("traffic",)]
    found = word_translations(left, right)
    assert found.pairs["прав"] == {"right"}
    assert found.pairs["человек"] == {"human"}
    assert found.pairs["наркотик"] == {"drug"}
    assert found.turned.pairs["drug"] == {"наркотик"}


def test_no_phrases_give_no_translations() -> None:
    assert word_translations([], []).pairs == {}


def test_words_that_keep_standing_opposite_each_other_are_learned() -> None:
    left = side([{"кот", "и"}, {"пес", "и"}, {"кот", "и"}, {"пес", "и"}], go_on)
    right = side([{"cat", "and"}, {"dog", "and"}, {"cat", "and"}, {"dog", "and"}], go_on)
    beads = [Bead((n,), (n,), 0.99) for n in range(4)]
    found = learned_pairs(left, right, Links(NONE, NONE, NONE), beads)
    words = {(left.tokens[a], right.tokens[b]) for a, b in found}
    assert {("кот", "cat"), ("пес", "dog"), ("и", "and")} <= words
    assert ("кот", "dog") not in words


def test_doubtful_beads_teach_nothing() -> None:
    left, right = side([{"кот"}, {"кот"}], go_on), side([{"cat"}, {"cat"}], go_on)
    beads = [Bead((n,), (n,), 0.5) for n in range(2)]
    assert learned_pairs(left, right, Links(NONE, NONE, NONE), beads) == []
