"""A term is a word or a phrase; what belongs to a query is refused, what may be text is not."""

from __future__ import annotations

import pytest

from briefer.core.concordance.term import MOST_WORDS, term_of
from briefer.core.errors import QueryWrong
from briefer.core.wordforms import WordForms

FORMS = WordForms()


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        ("drug AND control", 5),
        ("drug NEAR/3 control", 5),
        ("право OR долг", 6),
        ("year:2024", 0),
        ("drug lang:en", 5),
        ("develop*", 7),
        ("developmnt~2", 10),
        ("drug -control", 5),
        ('drug -"control"', 5),
        ("(drug precursor) control", 0),
    ],
)
def test_what_belongs_to_a_query_is_refused_with_its_place(typed: str, position: int) -> None:
    with pytest.raises(QueryWrong) as refused:
        term_of(typed, FORMS)
    assert refused.value.params == {"position": position, "reason": "not-a-term"}


@pytest.mark.parametrize(
    "typed",
    [
        "drug control",
        "«права человека»",
        '"drug control"',
        "PEACE AND SECURITY",
        "drug and control",
        "статья 12 (a)",
        "Environment Programme (UNEP)",
        "Note: drugs",
        "drug-related",
        "drugs - control",
        "E/CN.7/2025/1*",
        "https://un.org",
    ],
)
def test_a_word_or_phrase_as_it_stands_in_a_text_is_a_term(typed: str) -> None:
    assert term_of(typed, FORMS)


def test_a_term_has_few_words() -> None:
    with pytest.raises(QueryWrong) as refused:
        term_of("a " * (MOST_WORDS + 1), FORMS)
    assert refused.value.params == {"position": 2 * MOST_WORDS, "reason": "too-many-words"}
