"""The word forms of the library, with the real dictionaries."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.app.lemmas import library_forms
from briefer.core.wordforms import WordForms
from tests.paradigms import score


@pytest.fixture(scope="module")
def forms() -> WordForms:
    return library_forms()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_all_forms_of_a_lemma_meet_it_and_no_others(forms: WordForms, language: str) -> None:
    result = score(forms.stem, language)
    assert result.recall >= 0.99, result.apart
    assert result.precision >= 0.99


@pytest.mark.parametrize(
    "words",
    [
        "woman women woman's",
        "child children",
        "organise organize organisation organization organised",
        "traffic trafficking trafficked",
        "behaviour behavior",
        "человек люди людей",
        "ребёнок дети детьми",
        "Гутерриш Гутерриша Гутерришем",
        "Russia Russia's",
        "судно судна судну судном судне",
        "должен должна должно должны",
        "councillor councilors",
        "co-operation cooperation",
        "нарко-\nтиков наркотик",
        "2000 2,000 2\u00a0000",
    ],
)
def test_these_meet(forms: WordForms, words: str) -> None:
    assert len({forms.stems(word) for word in words.split(" ")}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organ", "organisation"),
        ("international", "internal"),
        ("universe", "university"),
        ("орган", "организация"),
    ],
)
def test_these_stay_apart(forms: WordForms, one: str, other: str) -> None:
    assert forms.stem(one) != forms.stem(other)


def test_parts_of_symbols_are_latin_however_written(forms: WordForms) -> None:
    assert forms.stems("см. С.3") == " смотреть c 3 "  # a Cyrillic С
    assert forms.stems("Сергей С. 3") == " сергей с 3 "


def test_numbers_that_only_stand_side_by_side_stay_apart(forms: WordForms) -> None:
    assert forms.stems("2019 2020, 63/100, 1, 5 и 12 10") == " 2019 2020 63 100 1 5 и 12 10 "


def test_stems_found_once_are_learnt_by_another(forms: WordForms) -> None:
    other = library_forms()
    text = "Отмечая women 2 000 С.3 E/CN.7/2025/L.4"
    assert other.unmet([text]) == {"отмечая", "women", "2000", "c", "3", "e", "cn", "7", "2025", "l", "4"}
    expected = other.stems(text)
    found = other.found()
    third = WordForms(None)
    third.learn({"word": "w"})
    assert third.stem("Word") == "w"
    assert found["women"] == "woman"
    assert other.found() == {}
    assert other.unmet([text]) == set()
    assert forms.stems(text) == expected


@given(text=st.text())
def test_stems_and_tokens_agree(forms: WordForms, text: str) -> None:
    tokens = forms.tokens(text)
    assert forms.stems(text).split(" ") == (["", *(t.stem for t in tokens), ""] if tokens else [""])
    assert all(token.stem and " " not in token.stem for token in tokens)


def test_no_dictionary_is_loaded_before_a_word_needs_it() -> None:
    program = (
        "import sys\nfrom briefer.app.lemmas import library_forms\nlibrary_forms()\n"
        "sys.exit(any(name.split('.')[0] in {'pymorphy3', 'simplemma'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
