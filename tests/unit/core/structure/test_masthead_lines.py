"""Lines of mastheads in both languages."""

from __future__ import annotations

import datetime

import pytest

from briefer.core.structure.masthead_lines import Field, dateline, masthead_field, place_and_days
from briefer.core.structure.ordinals import ordinal


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Sixty-eighth session", "session", "68"),
        ("Шестьдесят восьмая сессия", "session", "68"),
        ("Сорок первая очередная сессия", "session", "41"),
        ("68-я сессия", "session", "68"),
        ("2025 session", "session", "2025"),
        ("Item 6 of the provisional agenda*", "agenda_item", "6"),
        ("Agenda item 71 (b)", "agenda_item", "71 (b)"),
        ("Пункт 6 предварительной повестки дня*", "agenda_item", "6"),
        ("Пункты 3 и 5 повестки дня", "agenda_item", "3 и 5"),
        ("Distr.: Limited", "distribution", "limited"),
        ("Original: Russian and English only", "original_languages", ("ru", "en")),
        ("Original: English", "original_languages", ("en",)),
        ("3 March 2025", "date", datetime.date(2025, 3, 3)),
        ("3 марта 2025 года", "date", datetime.date(2025, 3, 3)),
        ("E/CN.7/2025/L.4/Rev.1", "symbol", "E/CN.7/2025/L.4/Rev.1"),
        ("United Nations   A/C.3/79/L.2", "symbol", "A/C.3/79/L.2"),
        ("Russian", "edition", ("ru",)),
    ],
)
def test_a_line_is_recognised(line: str, name: str, value: object) -> None:
    assert masthead_field(line) == Field(name, value)


@pytest.mark.parametrize(
    ("line", "place", "first", "last"),
    [
        ("Вена, 10–14 марта 2025 года", "Vienna", (2025, 3, 10), (2025, 3, 14)),
        ("New York, 28 April–9 May 2025", "New York", (2025, 4, 28), (2025, 5, 9)),
        ("Geneva, 24 February - 4 April 2025", "Geneva", (2025, 2, 24), (2025, 4, 4)),
    ],
)
def test_place_and_days_of_the_meeting(
    line: str, place: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    field = masthead_field(line)
    assert field is not None
    assert place_and_days(field) == (place, datetime.date(*first), datetime.date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly,",
        "Генеральная Ассамблея,",
        "The session was opened on 3 March 2025 by the Chair.",
        "Решили:",
        "",
        "В ходе сессии были рассмотрены пункты 3 и 4 повестки дня, а также другие вопросы.",
    ],
)
def test_running_text_is_no_part_of_a_masthead(text: str) -> None:
    assert masthead_field(text) is None


@pytest.mark.parametrize(
    "text", ["10 December 2024, Moscow", "10 декабря 2024 г., г. Москва", "Vienna, 3 March 2025"]
)
def test_a_dateline_is_told(text: str) -> None:
    assert dateline(text)


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    assert not dateline("The report was issued on 10 December 2024 to members.")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("first", 1), ("twentieth", 20), ("seventy-ninth", 79), ("one hundred and second", 102),
        ("третья", 3), ("сороковая", 40), ("семьдесят девятая", 79), ("восьмидесятая", 80),
        ("десятая", 10), ("сто пятая", 105), ("resumed", None), ("одна", None),
    ],
)  # fmt: skip
def test_ordinals_in_words(words: str, number: int | None) -> None:
    assert ordinal(words) == number
