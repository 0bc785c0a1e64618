"""How words of different alphabets are compared by their sound.

Cognates tell translations: Simard, Foster and Isabelle, "Using Cognates to Align Sentences in
Bilingual Corpora" (TMI 1992). What spells which sound is a table named by its pair of languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from briefer.core.values import dataclass

_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Sounds:
    """How one language spells sounds: groups of letters and the rough sound of each.

    Both languages of a pair are brought to the same rough sounds, so that names and
    borrowed words look alike.
    """

    rules: Mapping[str, str]

    def of(self, word: str) -> str:
        """The sound of `word`, given in small letters; no letter twice in a row."""
        sound = self._pattern.sub(lambda found: self.rules[found.group()], word)
        return _DOUBLE.sub(r"\1", sound)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.rules, key=lambda letters: (-len(letters), letters))
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


SILENT = Sounds({})


def parse_sounds(table: str) -> dict[str, Sounds]:
    """The sounds by language of a table "language, letters, sound" with a line of headings."""
    rules: dict[str, dict[str, str]] = {}
    for line in table.splitlines()[1:]:
        language, letters, sound = line.split("\t")
        rules.setdefault(language, {})[letters] = sound
    return {language: Sounds(found) for language, found in rules.items()}
