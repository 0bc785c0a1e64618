"""Which language a stretch of text is in."""

from __future__ import annotations

import pytest

from briefer.core.language import UNKNOWN, language_of

TERMS = (
    "drug trafficking, illicit supply, money laundering, asset recovery, alternative development, border "
    "security, precursor chemicals, controlled delivery, health authorities, treatment programmes, "
    "prevention, national authorities, mutual legal assistance, extradition treaty, organised crime, "
    "synthetic opioids, early warning"
)
DUTCH = (
    "drugshandel, witwassen, grensbewaking, gezondheid, preventie, uitlevering, samenwerking, wetgeving, "
    "behandeling, georganiseerde misdaad, rechtshulp, vermogen, opsporing, gecontroleerde aflevering, "
    "waarschuwing, ontwikkeling, grondstoffen, overheid, landen, verdrag"
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", UNKNOWN),
        ("1961, 2025", UNKNOWN),
        ("The Commission decided to meet in Vienna.", "en"),
        ("Tuberculosis", "en"),
        (TERMS, "en"),
        (DUTCH, UNKNOWN),
        ("La Commission a décidé de se réunir à Vienne pour la session qui est prévue dans un an.", "fr"),
        ("Die Kommission und der Rat haben sich mit dem Antrag auf eine Sitzung nicht befasst.", "de"),
        ("Комиссия постановила собраться в Вене.", "ru"),
        ("Комісія вирішила зібратися у Відні, щоб її рішення діяли.", "uk"),
        ("委员会决定在维也纳举行会议。", "zh"),
    ],
)
def test_script_common_words_and_endings_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_names_in_latin_letters_alone_are_of_no_language() -> None:
    names = (
        "Angola Burkina Colombia Guinea Honduras Indonesia Jamaica Lesotho Malawi Namibia Peru Samoa".split()
    )
    assert language_of(" ".join(names * 2)) == UNKNOWN
