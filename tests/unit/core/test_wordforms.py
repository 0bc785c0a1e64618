"""Words in the form in which they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.app.lemmas import library_forms
from briefer.core.wordforms import WordForms, fold

# What may hold words together, or take them apart.
PIECES = [
    *(" ", "  ", "\n", "\r", "-\n", "- \n ", ",", ".", "/", "(", ")", "–", "’", "\u00a0", "\u00ad"),
    *("31,5", "1.1", "٣,٤"),
    *("2", "000", "1,000", "co-operation", "Co-o", "word", "слово", "E/CN.7/2025/L.4", "С.3", "и/или"),
]


@pytest.fixture(scope="module")
def both_forms() -> tuple[WordForms, WordForms]:
    return WordForms(), library_forms()


@pytest.fixture(scope="module")
def forms() -> WordForms:
    return WordForms()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("наркотик", "наркотиков"),
        ("государства", "Государствам"),
        ("drug", "drugs"),
        ("measures", "Measure"),
        ("ещё", "ЕЩЕ"),
        ("про\u00adверка", "проверки"),
        ("States’", "state"),
        ("state’s", "state's"),
        ("и\u0306од", "йод"),
        ("за\u0301мок", "замок"),
        ("ﬁnance", "finance"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: WordForms, one: str, other: str) -> None:
    assert forms.stems(one) == forms.stems(other) != ""


@pytest.mark.parametrize(
    ("written", "stems"),
    [
        ("$31.5 million", "31.5 million"),
        ("31,5 млн", "31.5 млн"),
        ("48 442,5; 2,000 and 2\u00a0000\u00a0000.", "48442.5 2000 and 2000000"),
        ("1,234.5 и 1 234,5", "1234.5 и 1234.5"),
        ("0,125; 1,125", "0.125 1125"),
        ("in 2.0. Next, 7, 8", "in 2.0 next 7 8"),
        ("5.2–5.4, п.5.2", "5.2 5.4 п 5.2"),
        ("3.2.1 of 14.03.2025 at 5.a", "3 2 1 of 14 03 2025 at 5 a"),
        ("v2.0 and A/68/126", "v2 0 and a/68/126 a 68 126"),
        ("2019, 350 people", "2019 350 person"),
    ],
)
def test_a_number_is_one_word_however_it_is_written(
    both_forms: tuple[WordForms, WordForms], written: str, stems: str
) -> None:
    assert both_forms[1].stems(written).split() == stems.split()


@pytest.mark.parametrize(("one", "other"), [("йод", "иод"), ("мера", "мир"), ("drug", "drag"), ("63", "631")])
def test_different_words_have_different_stems(forms: WordForms, one: str, other: str) -> None:
    assert forms.stem(one) != forms.stem(other)


def test_the_letters_choose_the_stemmer_whatever_the_language_of_the_text(forms: WordForms) -> None:
    assert forms.stems("Original: Russian languages, на языках") == " origin russian languag на язык "


def test_a_symbol_is_a_token_before_its_parts(forms: WordForms) -> None:
    tokens = forms.tokens("см. Е/СN.7/2025/L.4.")  # with Cyrillic Е and С
    assert [token.stem for token in tokens] == ["см", "e/cn.7/2025/l.4", "e", "cn", "7", "2025", "l", "4"]
    assert [token.whole_symbol for token in tokens] == [False, True] + [False] * 6
    assert (tokens[1].start, tokens[1].end) == (4, 19)
    assert (tokens[-1].start, tokens[-1].end) == (18, 19)


@pytest.mark.parametrize("text", ["и/или", "and/or", "км/ч", "https://un.org/en/2020", "63/1"])
def test_what_only_looks_like_a_symbol_is_words(forms: WordForms, text: str) -> None:
    assert not any(token.whole_symbol for token in forms.tokens(text))


def test_no_break_spaces_separate_words(forms: WordForms) -> None:
    assert forms.stems("10\u00a0марта") == " 10 март "


def test_punctuation_alone_has_no_words(forms: WordForms) -> None:
    assert forms.stems(" — * … «» ") == ""


@given(text=st.text() | st.text("Еe/CN.7 -ёé\u00ad\u0301’x"))
def test_tokens_stand_in_the_text_and_stems_hold_no_space(text: str) -> None:
    forms = WordForms()
    tokens = forms.tokens(text)
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.stem
        assert " " not in token.stem
        assert token.whole_symbol or forms.stem(text[token.start : token.end]) == token.stem or "/" in text
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert forms.stems(text).split(" ")[1:-1] == [token.stem for token in tokens]


@settings(deadline=None)
@given(text=st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_words_stand_where_the_tokens_do(both_forms: tuple[WordForms, WordForms], text: str) -> None:
    for forms in both_forms:
        spans = dict(enumerate((token.start, token.end) for token in forms.tokens(text)))
        assert forms.spans(text, range(len(spans) + 2)) == spans
        assert forms.spans(text, list(spans)[-1:]) == dict(list(spans.items())[-1:])


@given(word=st.text("абвгдеёжзийклмнoпabcXYZ\u00ad", min_size=1))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.lists(st.text("абвЁёйàÀ'’\u00ad\u0301abzAZß019", min_size=1, max_size=9), max_size=6))
def test_many_words_at_once_have_the_stems_that_each_has(words: list[str]) -> None:
    forms = WordForms()
    assert forms.stems_of(words) == [forms.stem(word) for word in words]
