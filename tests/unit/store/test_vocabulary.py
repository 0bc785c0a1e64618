"""The words of the library: those that begin so, are alike, or may have been meant."""

from __future__ import annotations

import random

import pytest

from briefer.app.lemmas import library_forms
from briefer.core.query import All, AnyOf, Beginning, Like, Near, Not, Some, Words
from briefer.core.wordforms import WordForms
from briefer.store.inverted.building import build
from briefer.store.inverted.segment import HEAD, Indexed, Row
from briefer.store.vocabulary import Vocabulary
from briefer.store.words import word_counts
from tests.paradigms import paradigms

TEXT = "traffic traffickers treaty drugs drugs drug Ёлка ёлки"


def vocabulary_of(*texts: str, forms: WordForms) -> Vocabulary:
    documents = []
    for number, text in enumerate(texts):
        words = word_counts(text)
        stems = {word: forms.stem(word) for word in words}
        documents.append(Indexed(str(number), 1, [Row("-", -1, HEAD, None, forms.stems(text))], words, stems))
    return Vocabulary([build([document]) for document in documents])


@pytest.fixture(scope="module")
def forms() -> WordForms:
    return library_forms()


def test_words_are_counted_folded_and_over_all_segments(forms: WordForms) -> None:
    vocabulary = vocabulary_of(TEXT, "Drugs", forms=forms)
    assert [(k.word, k.stem, k.times) for k in vocabulary.begun("drug")] == [
        ("drugs", "drug", 3),
        ("drug", "drug", 1),
    ]
    assert [known.word for known in vocabulary.begun("елк")] == ["елка", "елки"]
    assert vocabulary.begun("x") == []


def test_alike_words_come_nearest_first(forms: WordForms) -> None:
    vocabulary = vocabulary_of(TEXT, forms=forms)
    assert [(steps, known.word) for steps, known in vocabulary.like("durg", 2)] == [(1, "drug"), (2, "drugs")]


def test_beginnings_and_likenesses_become_stems_wherever_they_stand(forms: WordForms) -> None:
    vocabulary = vocabulary_of(TEXT, forms=forms)
    begun, alike = Words(("a", Beginning("traff"))), Words((Like("tready", 1),))
    stems = Words(("a", AnyOf(frozenset({"traffic", "trafficker"}))))
    close = Words((AnyOf(frozenset({"treaty", forms.stem("tready")})),))
    assert vocabulary.resolved(All((begun, Not(alike))), forms) == All((stems, Not(close)))
    assert vocabulary.resolved(Some((Near(begun, alike, 2), Words(("b",)))), forms) == Some(
        (Near(stems, close, 2), Words(("b",)))
    )


def test_a_known_word_is_not_corrected(forms: WordForms) -> None:
    vocabulary = vocabulary_of(TEXT, forms=forms)
    assert vocabulary.corrections("drugs", forms) == []
    assert vocabulary.corrections("2025", forms) == []
    assert vocabulary.corrections("durgs", forms)[0] == "drugs"


def test_of_a_hundred_misspelt_words_ninety_are_corrected(forms: WordForms) -> None:
    chance = random.Random(5)  # noqa: S311 - the same words at every run, not a secret
    words = sorted(
        {form for language in ("ru", "en") for listed in paradigms(language).values() for form in listed[:4]}
    )
    vocabulary = vocabulary_of(" ".join(words), forms=forms)
    chosen = chance.sample([word for word in words if len(word) > 5 and word.isalpha()], 100)
    right = sum(
        forms.stem(word)
        in [forms.stem(first) for first in vocabulary.corrections(misspelt(word, chance), forms)[:1]]
        for word in chosen
    )
    assert right >= 90


def misspelt(word: str, chance: random.Random) -> str:
    """One letter swapped, left out, doubled or replaced."""
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        [
            before + after,
            before + letter * 2 + after,
            before + after[0] + letter + after[1:],
            before + "ъq"[letter < "z"] + after,
        ]
    )
