"""English lemmas: the table, the dictionary and the regular endings."""

from __future__ import annotations

import pytest

from briefer.core.english import English, read_table

TABLE = "lemma\tforms\nwoman\twomen\nnews\t\nprogramme\tprogram programs\n"
HEADWORDS = "decide travel travell stop rate organize country analyse behaviour box during".split()
FORMS = {"decides": "decide", "travelled": "travell", "organised": "organise", "Russians": "Russian"}


@pytest.fixture(scope="module")
def english() -> English:
    return English(
        read_table(TABLE), dict(zip(HEADWORDS, HEADWORDS, strict=True)) | FORMS | {"russians": "russians"}
    )


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("women", "woman"),
        ("woman's", "woman"),
        ("programs", "programme"),
        ("news", "news"),
        ("decides", "decide"),
        ("deciding", "decide"),
        ("travelled", "travel"),
        ("stopping", "stop"),
        ("rating", "rate"),
        ("russians", "russian"),
        ("organised", "organize"),
        ("organisation", "organize"),
        ("analyse", "analyze"),
        ("behaviour", "behavior"),
        ("during", "during"),
    ],
)
def test_a_form_has_its_lemma(english: English, form: str, lemma: str) -> None:
    assert english.lemma(form) == lemma


@pytest.mark.parametrize(
    "forms",
    [
        "nitazene nitazenes",
        "tweet tweets tweeted tweeting",
        "boxes box",
        "captagonned captagonning",
        "zorbify zorbifies",
    ],
)
def test_forms_of_an_unknown_word_meet_by_their_endings(english: English, forms: str) -> None:
    assert len({english.lemma(form) for form in forms.split()}) == 1


def test_short_words_lose_nothing(english: English) -> None:
    assert [english.lemma(word) for word in ("is", "us", "thing", "s", "")] == ["is", "us", "thing", "s", ""]
