"""Whether a passage answers a query, and the marks in it."""

from __future__ import annotations

import pytest

from briefer.core.document import Span
from briefer.core.matching import marks, mentioned, satisfied, wanted
from briefer.core.query import Words, parse_query
from briefer.core.wordforms import WordForms


@pytest.fixture(scope="module")
def forms() -> WordForms:
    return WordForms()


@pytest.mark.parametrize(
    ("query", "text", "answer"),
    [
        ("drug control", "Control of drugs.", True),
        ("drug control", "Drugs.", False),
        ('"drug control"', "Drug controls.", True),
        ('"drug control"', "Control of drugs.", False),
        ("drug OR control", "Control.", True),
        ("drug NOT control", "Drugs.", True),
        ("drug NOT control", "Control of drugs.", False),
        ("drug -(control health)", "Control of drugs.", True),
        ("наркотик", "Оборот наркотиков", True),
        ("L.4", "in E/CN.7/2025/L.4", True),
        ("E/CN.7/2025/L.4", "in E/CN.7/2025/L.41", False),
        ("E/CN.7/2025/L.4", "in E/CN.7/2025/L.4/Rev.1", False),
    ],
)
def test_a_passage_answers_or_not(forms: WordForms, query: str, text: str, *, answer: bool) -> None:
    stems = forms.stems(text)
    assert satisfied(parse_query(query, forms), lambda words: words.needle in stems) is answer


def test_excluded_words_are_mentioned_but_not_wanted(forms: WordForms) -> None:
    query = parse_query("a OR (b NOT c NOT (d NOT e))", forms)
    assert {words.stems[0] for words in mentioned(query)} == set("abcde")
    assert {words.stems[0] for words in wanted(query)} == set("abe")


def marked(forms: WordForms, text: str, *queries: str) -> list[str]:
    words = [entry for query in queries for entry in wanted(parse_query(query, forms))]
    return [text[mark.start : mark.end] for mark in marks(forms.tokens(text), words)]


def test_marks_are_the_words_as_they_stand_in_the_text(forms: WordForms) -> None:
    assert marked(forms, "🦉 Наркотики, нар\u00adкотиков!", "наркотик") == ["Наркотики", "нар\u00adкотиков"]


def test_a_phrase_is_one_mark_from_its_first_word_to_its_last(forms: WordForms) -> None:
    assert marked(forms, "The drug-control measures.", '"drug control"') == ["drug-control"]


def test_overlapping_marks_are_one(forms: WordForms) -> None:
    text = "States parties to the Convention"
    assert marked(forms, text, '"states parties"', '"parties to"') == ["States parties to"]
    assert marked(forms, "See E/CN.7/2025/L.4.", "E/CN.7/2025/L.4", "L.4") == ["E/CN.7/2025/L.4"]


def test_marks_next_to_each_other_stay_two(forms: WordForms) -> None:
    assert marks(forms.tokens("a b"), [Words(("a",)), Words(("b",))]) == (Span(0, 1), Span(2, 3))


def test_no_words_make_no_marks(forms: WordForms) -> None:
    assert marks(forms.tokens("a b"), []) == ()
