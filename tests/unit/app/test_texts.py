"""Dates and names of languages in the catalogue are those that Babel knows."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from briefer.app.texts import Texts

Speak = Callable[[str], Texts]


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("ru", "ru")])
@given(day=st.dates(datetime.date(1945, 10, 24)))
def test_a_date_is_written_in_full(speak: Speak, language: str, locale: str, day: datetime.date) -> None:
    assert speak(language).date(day) == format_date(day, "long", locale=locale)


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("ru", "ru")])
@pytest.mark.parametrize("code", ["ru", "en", "fr", "zh"])
def test_a_language_has_its_name(speak: Speak, language: str, locale: str, code: str) -> None:
    name = Locale.parse(code).get_language_name(locale)
    assert name is not None
    assert speak(language).language_name(code, inside=True) == name
    assert speak(language).language_name(code) == name[:1].upper() + name[1:]


@pytest.mark.parametrize("code", ["zz", "no language"])
def test_an_unknown_language_is_called_by_its_code(texts: Texts, code: str) -> None:
    assert texts.language_name(code) == texts.language_name(code, inside=True) == code


def test_what_every_document_shows_does_without_babel() -> None:
    program = (
        "import datetime, sys; from pathlib import Path; from briefer.app.texts import Texts;"
        "texts, day = Texts(Path('nowhere'), 'en'), datetime.date(2025, 3, 10);"
        "texts.language_name('ru'); texts.date(day); texts.days(day, day.replace(day=14));"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
