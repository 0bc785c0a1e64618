"""Which part of a text is in which language."""

from __future__ import annotations

import pytest

from briefer.core.document import Kind, Version
from briefer.core.structure.build import versions_of
from briefer.core.structure.lines import Block, Cell, Line
from briefer.core.structure.notes import translation_note
from briefer.formats.text import read_text

RUSSIAN = "Комиссия постановила рассмотреть этот вопрос на своей следующей сессии в Вене."
ENGLISH = "The Commission decided to consider this question at its next session in Vienna."
FRENCH = "La Commission a décidé d'examiner cette question à sa prochaine session dans la ville de Vienne."


def both(parts: list[str]) -> tuple[Version, Version]:
    ours, theirs = versions_of(read_text("\n\n".join(parts).encode(), "text").blocks)
    return ours, theirs


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


ARABIC = "قررت اللجنة أن تنظر في هذه المسألة في دورتها المقبلة التي ستعقد في فيينا في شهر مارس."
CHINESE = "委员会决定在下届会议上审议这一问题，并请秘书处向其提交一份关于所取得进展的详细报告。"


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "ar"), (CHINESE, "zh")])
@pytest.mark.parametrize(("other", "code"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_a_version_in_another_script_stands_beside_the_one_it_is_in_a_file_with(
    text: str, language: str, other: str, code: str
) -> None:
    ours, theirs = [f"{n}. {text}" for n in range(1, 6)], [f"{n}. {other}" for n in range(1, 6)]
    assert languages("\n\n".join(ours + theirs)) == [code, language]
    assert languages("\n\n".join(theirs + ours)) == [code, language]
    turns = [piece for pair in zip(theirs, ours, strict=True) for piece in pair]
    assert languages("\n\n".join(turns)) == [code, language]
    left, right = versions_of(read_text("\n\n".join(ours + theirs).encode(), "text").blocks)
    assert [p.label for p in left.paragraphs] == [p.label for p in right.paragraphs] == list("12345")


def test_some_words_in_another_script_make_no_version_and_hide_none() -> None:
    named = f"{ENGLISH} (中华人民共和国 and جمهورية مصر العربية)"
    assert languages("\n\n".join([RUSSIAN, RUSSIAN, named, named])) == ["ru", "en"]
    assert languages("\n\n".join([ENGLISH] * 6 + [ARABIC])) == ["en"]


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


def test_long_quotations_make_no_second_version() -> None:
    quoted = "“The Commission decided to consider this question again, and to report on it in due time.”"
    text = "\n\n".join([RUSSIAN, RUSSIAN, RUSSIAN, quoted, RUSSIAN, RUSSIAN, RUSSIAN, quoted, RUSSIAN])
    assert languages(text) == ["ru"]


def test_a_list_of_sources_in_other_letters_is_no_version() -> None:
    sources = [
        f"{number}. The control of drugs in the region // Bulletin. {1990 + number}. Vol. {number}. P. 3."
        for number in range(1, 9)
    ]
    assert languages("\n\n".join([RUSSIAN] * 10 + ["Литература"] + sources)) == ["ru"]


def test_footnotes_after_both_versions_go_home() -> None:
    blocks = [
        f"{RUSSIAN}¹",
        RUSSIAN,
        f"{ENGLISH}²",
        ENGLISH,
        "¹ Принято единогласно.",
        "² Adopted by consensus.",
    ]
    ours, theirs = versions_of(read_text("\n\n".join(blocks).encode(), "text").blocks)
    assert [p.text for p in ours.paragraphs[-1:]] == ["Принято единогласно."]
    assert ours.paragraphs[0].notes[0].paragraph == 2
    assert [p.text for p in theirs.paragraphs[-1:]] == ["Adopted by consensus."]


def test_both_languages_run_together_are_parted_if_it_is_a_habit() -> None:
    text = "A/68/126A/68/126\n\nGeneral AssemblyГенеральная Ассамблея\n\n"
    text += f"SummaryРезюме\n\n{ENGLISH}{RUSSIAN}\n\n{ENGLISH}{RUSSIAN}"
    ours, theirs = versions_of(read_text(text.encode(), "text").blocks)
    assert [p.text for p in ours.paragraphs] == [
        "A/68/126",
        "Генеральная Ассамблея",
        "Резюме",
        RUSSIAN,
        RUSSIAN,
    ]
    assert [p.text for p in theirs.paragraphs] == [
        "A/68/126",
        "General Assembly",
        "Summary",
        ENGLISH,
        ENGLISH,
    ]


@pytest.mark.parametrize(
    "name", ["UNODC", "Interpol (ICPO)", "E/CN.7/2025/1", "https://www.un.org/en/our-work"]
)
def test_names_in_other_letters_stay_where_they_stand(name: str) -> None:
    ours, theirs = versions_of(
        read_text("\n\n".join([RUSSIAN, name, RUSSIAN, ENGLISH, ENGLISH]).encode(), "text").blocks
    )
    assert [p.text for p in ours.paragraphs] == [RUSSIAN, name, RUSSIAN]
    assert len(theirs.paragraphs) == 2


def test_footnotes_below_a_table_go_to_the_version_that_has_their_mark() -> None:
    rows = [
        (
            "Комиссия приняла к сведению доклад¹ о работе сессии.",
            "The Commission took note of the report² on it.",
        ),
        ("Комиссия постановила рассмотреть³ этот вопрос.", "The Commission decided to consider⁴ the matter."),
    ] * 2
    cells = [
        Block(
            (Line(text if row < 2 else text.translate(dict.fromkeys(map(ord, "¹²³⁴")))),),
            cell=Cell(0, row, c),
        )
        for row, pair in enumerate(rows)
        for c, text in enumerate(pair)
    ]
    notes = ["¹ См. доклад.", "² See the report.", "³ A/80/214.", "⁴ A/80/214."]
    russian, english = versions_of([*cells, *(Block((Line(note),)) for note in notes)])
    assert [p.label for p in russian.paragraphs if p.kind is Kind.FOOTNOTE] == ["¹", "³"]
    assert [p.label for p in english.paragraphs if p.kind is Kind.FOOTNOTE] == ["²", "⁴"]
