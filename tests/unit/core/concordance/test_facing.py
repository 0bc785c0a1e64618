"""The passage that faces a place: the whole other side, or the sentences of it."""

from __future__ import annotations

from briefer.core.concordance.facing import Facing, aligned

OWN = ("Первое предложение о мерах. Второе предложение о здоровье населения.",)
OTHER = ("The first sentence on measures.", "The second sentence on the health of the population.")


def test_the_passage_is_the_whole_other_side() -> None:
    assert Facing("ru", OWN, "en", OTHER, left=True).passage == "\n".join(OTHER)
    assert Facing("ru", OWN, "en", (), left=True).passage is None


def test_sentences_are_told_apart_from_either_side() -> None:
    facing = Facing("ru", OWN, "en", OTHER, left=True)
    assert facing.several
    pairs = aligned([facing], None)[0]
    assert facing.sentences(pairs, 0, OWN[0].index("мерах")) == OTHER[0]
    assert facing.sentences(pairs, 0, OWN[0].index("здоровье")) == OTHER[1]
    turned = Facing("en", OTHER, "ru", OWN, left=False)
    assert turned.sentences(aligned([turned], None)[0], 1, 3) == "Второе предложение о здоровье населения."


def test_one_sentence_opposite_is_not_worth_aligning() -> None:
    assert not Facing("en", OTHER, "ru", ("Одно предложение.",), left=False).several


def test_many_passages_are_aligned_at_once_as_each_alone() -> None:
    facings = [Facing("ru", OWN, "en", OTHER, left=True), Facing("ru", OWN * 2, "en", OTHER * 2, left=True)]
    together = aligned(facings, None)
    assert [pairs.inside(0) for pairs in together] == [aligned([f], None)[0].inside(0) for f in facings]
