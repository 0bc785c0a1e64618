"""Which part of a text is in which language."""

from __future__ import annotations

import pytest

from briefer.core.structure.build import versions_of
from briefer.core.structure.notes import translation_note
from briefer.formats.text import read_text

RUSSIAN = "Комиссия постановила рассмотреть этот вопрос на своей следующей сессии в Вене."
ENGLISH = "The Commission decided to consider this question at its next session in Vienna."
FRENCH = "La Commission a décidé d'examiner cette question à sa prochaine session dans la ville de Vienne."


def languages(text: str) -> list[str]:
    return [version.language for version in versions_of(read_text(text.encode(), "text").blocks)]


def test_russian_comes_first_whatever_the_order_in_the_file() -> None:
    assert languages(f"{ENGLISH}\n\n{RUSSIAN}") == ["ru", "en"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (RUSSIAN, "ru"),
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("Комісія вирішила розглянути це питання на своїй наступній сесії у Відні.", "uk"),
        ("12345 67890", "und"),
        ("ⵣⴰⵏⴰ ⵜⴰⵎⴰⵣⵉⵖⵜ", "und"),
        (f"{RUSSIAN}\n\n{RUSSIAN}\n\nUNODC\n\n3 March 2025", "ru"),
        (f"{ENGLISH}\n\n{ENGLISH}\n\nИнтерфакс", "en"),
    ],
)
def test_one_language_is_one_version(text: str, language: str) -> None:
    assert languages(text) == [language]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Unofficial translation from Russian", "unofficial"),
        ("[Unofficial translation]", "unofficial"),
        ("Неофициальный перевод с английского", "unofficial"),
        ("Official translation", "official"),
        ("Courtesy translation", "unofficial"),
        ("Translated from Russian", "unofficial"),
        ("The translation of the report was delayed by some weeks because of the holidays in Vienna.", None),
        ("Решили:", None),
    ],
)
def test_what_a_note_says_of_the_translation(text: str, says: str | None) -> None:
    assert translation_note(text) == says


def test_short_texts_in_two_languages_are_two_versions() -> None:
    russian = "Мы обязуемся:\n\n– бороться с терроризмом;\n\n– бороться с наркотиками."
    english = "We undertake:\n\n– to combat terrorism;\n\n– to combat drugs."
    assert languages(f"{russian}\n\n{english}") == ["ru", "en"]


def test_a_second_masthead_opens_the_second_version_whatever_its_letters() -> None:
    head = "Distr.: General\n\n2 July 2024\n\nOriginal: English"
    english = f"A/79/123\n\nGeneral Assembly\n\n{head}\n\nReport of the Secretary-General\n\n{ENGLISH}"
    russian = f"A/79/123\n\nГенеральная Ассамблея\n\n{head}\n\nДоклад Генерального секретаря\n\n{RUSSIAN}"
    ours, theirs = versions_of(read_text(f"{english}\n\n{russian}".encode(), "text").blocks)
    assert ours.paragraphs[0].text == theirs.paragraphs[0].text == "A/79/123"
    assert theirs.paragraphs[-1].text == ENGLISH


def test_sources_in_latin_letters_below_a_russian_text_stay_with_it() -> None:
    sources = "UNODC World Drug Report 2024.\n\nINCB Annual Report 2023, E/INCB/2023/1."
    text = f"{RUSSIAN}\n\n{sources}\n\nUnofficial translation from Russian\n\n{ENGLISH}\n\n{sources}"
    ours, theirs = versions_of(read_text(text.encode(), "text").blocks)
    assert len(ours.paragraphs) == 3
    assert len(theirs.paragraphs) == 4
