"""What is read off a paragraph: words, numbers by value, symbols, sounds."""

from __future__ import annotations

import pytest

from briefer.app.knowledge import Languages
from briefer.app.lexicon import Lexicons
from briefer.core.align.knowledge import Knowledge
from briefer.core.wordforms import WordForms


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    forms = WordForms()
    return Languages(forms, Lexicons(forms)).between("ru", "en")


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("2 000 долларов", "2,000 dollars"),
        ("две тысячи", "two thousand"),
        ("пятьдесят девятая сессия", "fifty-ninth session"),
        ("сто двадцать пять", "one hundred twenty-five"),
        ("59-я сессия", "fifty-ninth session"),
        ("10,8 млн", "10.8 million"),
        ("триста", "300"),
        ("A/С.3/70/L.5", "A/C.3/70/L.5"),
        ("ЮНОДК и UNODC", "UNODC"),
    ],
)
def test_what_a_translation_keeps_is_read_alike(knowledge: Knowledge, russian: str, english: str) -> None:
    ours = {token for token in knowledge.reader("ru").tokens(russian) if not token.islower()}
    theirs = {token for token in knowledge.reader("en").tokens(english) if not token.islower()}
    assert ours & theirs


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("twenty two, one and five", {"#22", "#1", "#5"}),
        ("two three", {"#2", "#3"}),
        ("one thousand nine hundred ninety", {"#1990"}),
        ("nothing", set()),
    ],
)
def test_only_number_words_that_fit_together_are_one_number(
    knowledge: Knowledge, words: str, values: set[str]
) -> None:
    assert {token for token in knowledge.reader("en").tokens(words) if token[0] == "#"} == values


@pytest.mark.parametrize(
    ("russian", "english"), [("гаити", "haiti"), ("хартум", "khartoum"), ("технологии", "technology")]
)
def test_names_and_borrowed_words_sound_alike(knowledge: Knowledge, russian: str, english: str) -> None:
    ours, theirs = knowledge.reader("ru").sounds(russian), knowledge.reader("en").sounds(english)
    assert any(mine and mine == yours for mine, yours in zip(ours, theirs, strict=True))


def test_of_languages_without_tables_nothing_is_known_and_all_is_read() -> None:
    forms = WordForms()
    knowledge = Languages(forms, Lexicons(forms)).between("fr", "en")
    assert {"#3", "ONU"} <= set(knowledge.reader("fr").tokens("Le 3 mai, ONU"))
    assert knowledge.translations("fr", "en").pairs == {}
