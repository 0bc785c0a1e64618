"""Lemmas as stems: Russian for words in Cyrillic letters, English for those in Latin ones.

What knows the two languages is handed in as functions and asked for at the first word that
needs it, because dictionaries take time to load.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from briefer.core.english import English
from briefer.core.russian import Russian

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ENGLISH = re.compile(r"[a-z][a-z']+$")
_LONGEST = 40  # letters; no word of a dictionary is longer


class Lemmas:
    """Finds the lemma of a folded word."""

    method = 4  # grows when words get other stems than before
    made_by = f"lemmas {method}"

    def __init__(self, russian: Callable[[], Russian], english: Callable[[], English]) -> None:
        self._load_russian = russian
        self._load_english = english

    def stem(self, word: str) -> str:
        """The lemma; the word itself where it is a number, too long, or in other letters."""
        if len(word) > _LONGEST:
            return word
        if _CYRILLIC.search(word):
            return self._russian.lemma(word)
        return self._english.lemma(word) if _ENGLISH.match(word) else word

    @cached_property
    def _russian(self) -> Russian:
        return self._load_russian()

    @cached_property
    def _english(self) -> English:
        return self._load_english()
