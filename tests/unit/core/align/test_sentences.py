"""Sentences inside beads, as values, and the counterpart of one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.app.knowledge import known_languages
from briefer.core.align.sentences import SentencePairs, sentence_beads, sentences_of
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Span, Version
from briefer.core.masthead import Masthead
from briefer.core.sentence_beads import Sentence, SentenceBead
from tests.benchmarks.sentence_gold import Counts, counted, gold_paragraphs

KNOWN = known_languages().between("ru", "en")
RUSSIAN = "Комитет принял резолюцию 12. Он поручил секретариату подготовить доклад к 2027 году."
ENGLISH = "The Committee adopted resolution 12. It requested the secretariat to prepare a report by 2027."


def version(language: str, *texts: str) -> Version:
    return Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))


def document(left: Version, right: Version, *beads: Bead) -> Document:
    return Document((), Masthead(), (left, right), Bitext(left.language, right.language, beads))


def test_sentences_of_a_pair_are_paired() -> None:
    left, right = version("ru", RUSSIAN), version("en", ENGLISH)
    (found,) = sentence_beads(left, right, [Bead((0,), (0,), 0.9)], knowledge=KNOWN)
    assert [(len(bead.left), len(bead.right)) for bead in found] == [(1, 1), (1, 1)]
    first = found[0]
    assert RUSSIAN[first.left[0].span.start : first.left[0].span.end] == "Комитет принял резолюцию 12."
    assert ENGLISH[first.right[0].span.start : first.right[0].span.end].endswith("resolution 12.")


def test_a_sentence_a_side_takes_the_confidence_of_its_bead() -> None:
    left, right = version("ru", "Ни слова о том же."), version("en", "Something else.")
    (found,) = sentence_beads(left, right, [Bead((0,), (0,), 0.31)])
    assert [(bead.left, bead.right, bead.confidence) for bead in found] == [
        ((Sentence(0, Span(0, 18)),), (Sentence(0, Span(0, 15)),), 0.31)
    ]


def test_sentences_of_an_unmatched_paragraph_stand_alone() -> None:
    left, right = version("ru", RUSSIAN), version("en", ENGLISH)
    found = sentence_beads(left, right, [Bead((0,), (), 1.0), Bead((), (0,), 1.0)])
    assert [[bead.matched for bead in inside] for inside in found] == [[False, False], [False, False]]


def test_sentences_of_several_paragraphs_name_their_paragraph() -> None:
    russian = version("ru", *RUSSIAN.split(". ", 1))
    (found,) = sentence_beads(russian, version("en", ENGLISH), [Bead((0, 1), (0,), 0.9)], knowledge=KNOWN)
    assert [[s.paragraph for s in bead.left] for bead in found] == [[0], [1]]
    assert [[s.paragraph for s in bead.right] for bead in found] == [[0], [0]]


def test_what_comes_out_for_a_bead_does_not_depend_on_the_others() -> None:
    paragraphs = gold_paragraphs(own=True)
    left = version("ru", *(paragraph.ru for paragraph in paragraphs))
    right = version("en", *(paragraph.en for paragraph in paragraphs))
    beads = [Bead((number,), (number,), 0.9) for number in range(len(paragraphs))]
    together = sentence_beads(left, right, beads, knowledge=KNOWN)
    alone = [sentence_beads(left, right, [bead], knowledge=KNOWN)[0] for bead in beads]
    shapes = [[(bead.left, bead.right) for bead in inside] for inside in together]
    assert shapes == [[(bead.left, bead.right) for bead in inside] for inside in alone]


def test_sentences_set_by_hand_are_found() -> None:
    total = Counts()
    for paragraph in gold_paragraphs(own=True):
        left, right = version("ru", paragraph.ru), version("en", paragraph.en)
        (found,) = sentence_beads(left, right, [Bead((0,), (0,), 1.0)], knowledge=KNOWN)
        total += counted(paragraph.beads, found)
    assert total.gold > 100
    assert total.f1 >= 0.9


WORDS = "Доклад принят 12 раз. Да! Комитет Report adopted 12 times. Yes! Art. 5 (a); e.g."
texts = st.lists(st.sampled_from(WORDS.split()), max_size=24).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(texts, max_size=4), st.lists(texts, max_size=4))
def test_every_sentence_is_in_exactly_one_bead_in_order(ours: list[str], theirs: list[str]) -> None:
    left, right = version("ru", *ours), version("en", *theirs)
    bead = Bead(tuple(range(len(ours))), tuple(range(len(theirs))), 0.5)
    (found,) = sentence_beads(left, right, [bead], knowledge=KNOWN)
    assert tuple(s for inside in found for s in inside.left) == sentences_of(left, bead.left)
    assert tuple(s for inside in found for s in inside.right) == sentences_of(right, bead.right)
    assert all(0.0 <= inside.confidence <= 1.0 for inside in found)


def test_many_sentences_against_one_are_one_bead() -> None:
    many = " ".join(f"Пункт {number} принят." for number in range(40))
    (found,) = sentence_beads(
        version("ru", many), version("en", "All items were adopted."), [Bead((0,), (0,), 0.8)]
    )
    assert [(len(bead.left), len(bead.right)) for bead in found] == [(40, 1)]


def test_hundreds_of_sentences_are_aligned() -> None:
    left = version("ru", " ".join(f"Пункт {number} был принят Комитетом." for number in range(300)))
    right = version("en", " ".join(f"Item {number} was adopted by the Committee." for number in range(300)))
    (found,) = sentence_beads(left, right, [Bead((0,), (0,), 0.8)], knowledge=KNOWN)
    assert {(len(bead.left), len(bead.right)) for bead in found} == {(1, 1)}


def test_the_counterpart_of_a_sentence_is_found_by_a_place_in_it() -> None:
    pairs = SentencePairs(
        document(version("ru", RUSSIAN), version("en", ENGLISH), Bead((0,), (0,), 1)), KNOWN
    )
    second = Sentence(0, Span(ENGLISH.index("It"), len(ENGLISH)))
    assert pairs.counterpart_sentences("ru", 0, RUSSIAN.index("доклад")) == (second,)
    assert pairs.counterpart_sentences("ru", 0, 3)[0].span.start == 0
    assert pairs.counterpart_sentences("en", 0, len(ENGLISH))[0].span.end == len(RUSSIAN)


def test_what_was_found_elsewhere_is_not_looked_for_again() -> None:
    left, right = version("ru", RUSSIAN), version("en", ENGLISH)
    found = SentenceBead((Sentence(0, Span(0, 5)),), (Sentence(0, Span(7, 9)),), 0.5)
    pairs = SentencePairs(document(left, right, Bead((0,), (0,), 1)), found={0: (found,)})
    assert pairs.counterpart_sentences("ru", 0, 2) == found.right


def test_where_there_is_no_counterpart_none_is_found() -> None:
    left, right = version("ru", RUSSIAN, ""), version("en", ENGLISH)
    pairs = SentencePairs(document(left, right, Bead((0,), (), 1), Bead((1,), (0,), 1)))
    assert pairs.counterpart_sentences("ru", 0, 0) == ()
    assert pairs.counterpart_sentences("ru", 1, 0) == ()
    assert pairs.counterpart_sentences("ru", 7, 0) == ()
    assert pairs.counterpart_sentences("fr", 0, 0) == ()
    assert SentencePairs(Document((), Masthead(), (left,))).counterpart_sentences("ru", 0, 0) == ()
    with pytest.raises(IndexError):
        pairs.inside(2)
