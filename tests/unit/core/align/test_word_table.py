"""The words worked out of a lexicon are read back as they were, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.align.translations import Translations
from briefer.core.align.word_table import format_words, parse_words

WORDS = st.text("абвabc", min_size=1, max_size=3)
PAIRS = st.dictionaries(WORDS, st.frozensets(WORDS, min_size=1, max_size=3), min_size=1, max_size=5)


@given(PAIRS)
def test_what_is_written_is_read(pairs: dict[str, frozenset[str]]) -> None:
    made = Translations(pairs, frozenset(pairs), frozenset(w for found in pairs.values() for w in found))
    assert parse_words(format_words(made, "key 1"), "key 1") == made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "key",
        "other\nсловo\tword\n",
        "key\nслово\n",
        "key\nслово\t\n",
        "key\nслово\tword\tmore\n",
        "key\nслово\twor",
    ],
)
def test_what_was_made_of_something_else_or_is_damaged_counts_as_none(text: str) -> None:
    assert parse_words(text, "key") is None
