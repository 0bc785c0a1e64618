"""Concordances as they come out of each writer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefer.app.concordance_words import written
from briefer.app.texts import Texts
from briefer.cli.found_pages import concordance_page
from tests.concordances import sample_concordance


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("form", ["json", "csv", "html", "txt"])
def test_a_concordance_comes_out_as_it_was_looked_at(
    form: str, language: str, speak: Callable[[str], Texts], golden: Callable[[str, str], None]
) -> None:
    concordance, texts = sample_concordance(), speak(language)
    if form == "txt":
        golden(f"concordance.{language}.txt", concordance_page(concordance, texts) + "\n")
    elif form == "html":
        golden(f"concordance.{language}.html", written(concordance, form, texts))
    else:
        golden(f"concordance.{form}", written(concordance, form, texts))
