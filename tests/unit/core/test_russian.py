"""Which lemma a Russian form gets where the dictionary offers several."""

from __future__ import annotations

import pytest

from briefer.core.russian import Reading, Russian

DICTIONARY = {
    "важно": [Reading("важно", "ADVB", 0.6), Reading("важный", "ADJS", 0.3)],
    "связанный": [Reading("связанный", "ADJF", 0.5), Reading("связать", "PRTF", 0.5)],
    "связанна": [Reading("связанный", "ADJS", 1.0)],
    "прошлого": [Reading("прошлое", "NOUN", 0.7), Reading("прошлый", "ADJF", 0.3)],
    "стали": [Reading("стать", "VERB", 0.98), Reading("сталь", "NOUN", 0.02)],
    "мёд": [Reading("мёд", "NOUN", 1.0)],
    "поле": [Reading("поле", "NOUN", 0.5), Reading("пол", "NOUN", 0.45)],
    "небензя": [Reading("небензить", "GRND", 0.4, guessed=True)],
    "блогируем": [Reading("блогировать", "VERB", 0.4, guessed=True)],
}


@pytest.fixture(scope="module")
def russian() -> Russian:
    return Russian(lambda word: DICTIONARY.get(word, [Reading(word, "NOUN", 1.0)]), lambda word: word[:-1])


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("важно", "важный"),
        ("связанный", "связать"),
        ("связанна", "связать"),
        ("прошлого", "прошлый"),
        ("стали", "стать"),
        ("мёд", "мед"),
        ("поле", "пол"),
        ("небензя", "небенз"),
        ("блогируем", "блогировать"),
        ("данными", "данные"),
        ("данного", "данный"),
        ("бывших", "бывший"),
    ],
)
def test_a_form_has_its_lemma(russian: Russian, form: str, lemma: str) -> None:
    assert russian.lemma(form) == lemma
