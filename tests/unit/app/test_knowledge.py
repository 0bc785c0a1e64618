"""What ships of languages is read when asked for, and NumPy only to align."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefer.app.knowledge import known_languages


def test_a_pair_of_languages_is_known_in_either_order_and_read_once() -> None:
    languages = known_languages()
    knowledge = languages.between("ru", "en")
    assert languages.between("en", "ru") is knowledge
    assert "human" in knowledge.translations("ru", "en").pairs["человек"]
    assert "человек" in knowledge.translations("en", "ru").pairs["human"]


def test_of_other_pairs_what_each_language_has_is_known() -> None:
    knowledge = known_languages().between("fr", "en")
    assert knowledge.numerals["en"]["twelve"] == 12
    assert "fr" not in knowledge.numerals
    assert "page" in knowledge.page_words


@pytest.mark.parametrize("module", ["briefer.app.reading", "briefer.core.align", "briefer.app.knowledge"])
def test_numpy_is_not_loaded_before_something_is_aligned(module: str) -> None:
    program = f"import sys, {module}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
