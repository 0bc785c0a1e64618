"""Sentences of both languages, abbreviations above all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.sentences import sentences

RUSSIAN = (
    "В соответствии со ст. 5 п. 3 Конвенции, т. е. с учетом ее положений, принятых 12 марта 1988 г. в Вене, "
    "г-н А. А. представил доклад.|Он отметил следующее: 1) рост; 2) спад.|См. также док. E/CN.7/2025/L.4.",
    "Комитет провел три заседания в 2024 г.|Председатель закрыл сессию.",
    "В 2024 г. Комитет провел три заседания.",
    "В прениях выступили представители США и др.|Решение было принято.",
    "Какие меры?|Неясно!|«Мы согласны».|Далее.",
    "(а) принять меры; (b) пересмотреть (см. пункт 12 (а)).|Далее см. гл. II, разд. B, стр. 14 и рис. 3.",
    "Расходы составили 5 млн. долл. США.|Они выросли в 1,5 раза.",
    "53. Записка подготовлена.|IV. Поддержка",
    "Мероприятие прошло в г. Вена.|Оно завершилось.",
)
ENGLISH = (
    "Pursuant to art. 5, para. 3 of the Convention (see A/RES/63/1, No. 12), Mr. J. S., Ph.D., presented it, "
    "i.e. the annual one.|He noted growth vs. decline.|See E/CN.7/2025/L.4.",
    "The U.S. delegation left at 3 p.m.|The meeting rose at 4.30 p.m.|Prof. B. stayed.",
    "See chap. II, sect. B, p. 14 and fig. 3.|Costs were $5.4 million.",
    '"We agree."|He left.|What next?|Nothing!',
    "(See para. 12 (a).)|Next, see pp. 12-14.",
    "12. Requests it to act.|It did.",
    "(a) To act;",
    "A single paragraph without an end",
)


def cut(text: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "marked"), [*(("ru", text) for text in RUSSIAN), *(("en", text) for text in ENGLISH)]
)
def test_sentences_end_where_a_reader_sees_them_end(language: str, marked: str) -> None:
    assert cut(marked.replace("|", " "), language) == marked.split("|")


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentences(text, "ru") == ()


@pytest.mark.parametrize("language", ["fr", "es", "pt", "en", "ru"])
@pytest.mark.parametrize("space", "\u00a0\u202f\u2009\u3000")
def test_an_initial_before_a_wide_space_breaks_nothing(space: str, language: str) -> None:
    text = f"X{space}. Y{space}.«X"
    assert "".join(text[span.start : span.end] for span in sentences(text, language)).startswith("X")


@given(
    st.text(st.sampled_from('абвгАБ xyXY.!?;:()«»"12 \t\n\u00a0г𐐷'), max_size=80),
    st.sampled_from(["ru", "en", "und", "fr", "zh", "ar"]),
)
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str, language: str) -> None:
    spans = sentences(text, language)
    covered = [place for span in spans for place in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    outside = set(range(len(text))) - set(covered)
    assert all(text[place].isspace() for place in outside)
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() != "" for span in spans)
