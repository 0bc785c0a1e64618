"""Counterpart terms: found by association, by the lexicon, and counted over lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.core.concordance.answering import answered
from briefer.core.concordance.counterparts import Background, Known
from briefer.core.concordance.lines import KwicLine
from briefer.core.wordforms import WordForms
from tests.concordances import sample_line

FORMS = WordForms()
FUNCTION = frozenset({"the", "of", "in", "and", "to", "are", "is"})
OTHERS = [
    f"{one} {other} are to be considered in the report" for one in ("health", "trade", "law", "work")
    for other in ("policy", "service", "means", "measure", "council")
]  # fmt: skip
BACKGROUND = Background([FORMS.stems(text) for text in OTHERS], 200)


def lines(*counterparts: str | None) -> list[KwicLine]:
    return [
        replace(sample_line(), counterpart=text, counterpart_marks=(), counterpart_term=None)
        for text in counterparts
    ]


def known(*phrases: str, words: tuple[frozenset[str], ...] = ()) -> Known:
    stems = frozenset(tuple(token.stem for token in FORMS.tokens(phrase)) for phrase in phrases)
    return Known(stems, words, lambda stem: stem in FUNCTION)


def test_words_that_go_together_with_the_term_are_its_counterpart() -> None:
    texts = ["Use of virtual assets in trade", "Virtual assets need law", "Concern at virtual assets"]
    made, counts = answered(lines(*texts), 2, known(), BACKGROUND, FORMS)
    assert [(count.term, count.count, count.listed) for count in counts] == [("virtual assets", 3, False)]
    assert {line.counterpart_term for line in made} == {"virtual assets"}
    assert counts[0].dice == 0.75
    assert counts[0].likelihood > 10


def test_the_lexicon_decides_where_there_is_little_text() -> None:
    words = (frozenset({"digit"}), frozenset({"mean", "tool"}))
    found = lines("Against digital means of payment", "Digital tools help in health", None)
    made, counts = answered(found, 2, known(words=words), BACKGROUND, FORMS)
    assert [line.counterpart_term for line in made] == ["digital means", "Digital tools", None]
    assert [(count.term, count.count, count.listed) for count in counts] == [
        ("digital means", 1, True),
        ("Digital tools", 1, True),
    ]


def test_an_entry_of_the_lexicon_counts_more_than_its_words() -> None:
    words = (frozenset({"traffick", "traffic"}), frozenset({"drug"}))
    phrases = known("traffic in drugs", words=words)
    made, _ = answered(lines("illicit traffic in drugs"), 2, phrases, BACKGROUND, FORMS)
    assert made[0].counterpart_term == "traffic in drugs"


def test_an_entry_of_the_lexicon_is_found_once_though_none_of_its_words_is_a_translation() -> None:
    made, counts = answered(
        lines("Against drug trafficking"), 1, known("drug trafficking"), BACKGROUND, FORMS
    )
    assert made[0].counterpart_term == "drug trafficking"
    assert counts[0].listed


def test_marks_stand_on_the_term_in_every_line() -> None:
    words = (frozenset({"precursor"}),)
    (line,), _ = answered(
        lines("Precursors and a precursor\nof it"), 1, known(words=words), BACKGROUND, FORMS
    )
    assert line.counterpart is not None
    assert [line.counterpart[m.start : m.end] for m in line.counterpart_marks] == ["Precursors", "precursor"]


@pytest.mark.parametrize("texts", [(), (None, None), ("The report is considered",), ("",)])
def test_where_nothing_speaks_for_any_words_there_is_no_counterpart(texts: tuple[str | None, ...]) -> None:
    found = lines(*texts)
    made, counts = answered(found, 1, known(), Background(), FORMS)
    assert list(made) == found
    assert counts == ()


def test_every_line_is_counted_once() -> None:
    words = (frozenset({"state", "countri"}),)
    texts = ["States agree", "The countries agree", "states", None, "nobody", "States agree"]
    made, counts = answered(lines(*texts), 1, known(words=words), BACKGROUND, FORMS)
    assert (
        sum(count.count for count in counts) == sum(line.counterpart_term is not None for line in made) == 4
    )
