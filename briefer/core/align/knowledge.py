"""What is known of two languages before a document is read: lexicon, sounds, numerals.

Values only; the tables are files named by their languages, and `briefer.app.knowledge` reads them.
Everything here may be absent: two languages that nothing is known of align by the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from briefer.core.align.sounds import SILENT, Sounds
from briefer.core.align.tokens import Reader
from briefer.core.align.translations import Translations, word_translations
from briefer.core.lexicon import Lexicon
from briefer.core.values import dataclass
from briefer.core.wordforms import WordForms


@dataclass(frozen=True)
class Knowledge:
    """What is known of a pair of languages. Make one and hand it down: it remembers words.

    `sounds` and `numerals` are by language; numerals give the value of a number word.
    `words` are the translations of single words in the order of the lexicon's languages, where they have been
    worked out of it before. `page_words` are what pages are called, in small letters, whatever the language.
    """

    forms: WordForms = field(default_factory=WordForms)
    lexicon: Lexicon | None = None
    sounds: Mapping[str, Sounds] = field(default_factory=dict)
    numerals: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    page_words: frozenset[str] = frozenset()
    words: Translations | None = None

    _readers: dict[str, Reader] = field(default_factory=dict, repr=False, compare=False)

    def reader(self, language: str) -> Reader:
        """The one that reads paragraphs of `language`."""
        if language not in self._readers:
            numerals = self.numerals.get(language, {})
            self._readers[language] = Reader(self.forms, numerals, self.sounds.get(language, SILENT))
        return self._readers[language]

    def translations(self, left: str, right: str) -> Translations:
        """The words that translate each other by the lexicon, none if it is not of these two languages."""
        if self.lexicon is None or {left, right} != set(self.lexicon.languages):
            return Translations({}, frozenset(), frozenset())
        one_way = left == self.lexicon.languages[0]
        return self._translations if one_way else self._translations.turned

    @cached_property
    def _translations(self) -> Translations:
        if self.words is not None:
            return self.words
        if self.lexicon is None:
            return Translations({}, frozenset(), frozenset())
        left, right = self.lexicon.languages
        return word_translations(self.lexicon.stems(left), self.lexicon.stems(right))
