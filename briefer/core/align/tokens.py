"""What in a paragraph may show through translation, as tokens: words, numbers, symbols.

A token's first character tells its sort: "#" a number by its value, "@" a document symbol,
otherwise a word: its stem, or the word itself if it is an abbreviation in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefer.core.align.numerals import numeral, values
from briefer.core.align.sounds import Sounds
from briefer.core.symbols import fold
from briefer.core.wordforms import WordForms

NUMBER, SYMBOL = "#", "@"
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,3}(?:[   ,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_SYMBOL = re.compile(r"[^\W\d_]{1,8}(?:/[\w.\-]+(?:\(\w+\))?)+")
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"[   ,](?=\d{3}(?!\d))")
_NUMERAL = "%"
_CACHE = 200_000  # words
_LONGEST_ABBREVIATION = 8
_SOUND_LENGTH = 5
_FEWEST_CONSONANTS, _MOST_CONSONANTS = 4, 6
_VOWELS = str.maketrans("", "", "aeiou")


class Reader:
    """Reads the paragraphs of one language into sets of tokens. Remembers the words it has met."""

    def __init__(self, forms: WordForms, numerals: Mapping[str, int], sounds: Sounds) -> None:
        self._forms = forms
        self._numerals = numerals
        self._sounds = sounds
        self._known: dict[str, str] = {}
        self._heard: dict[str, tuple[str, str]] = {}
        self._spelt: set[str] = set()

    def tokens(self, text: str) -> dict[str, None]:
        """The distinct tokens of `text` in the order in which they first stand there."""
        words = _WORD.findall(text)
        known = self._known
        found = dict.fromkeys([known.get(word) or self._word(word) for word in words])
        if not self._spelt.isdisjoint(found):
            for token in self._spelt.intersection(found):
                del found[token]
            found |= dict.fromkeys(f"{NUMBER}{value}" for value in sorted(values(words, self._numerals)))
        if _DIGIT.search(text):
            found |= dict.fromkeys(map(_value, _NUMBER.findall(text)))
            if "/" in text:
                found |= dict.fromkeys(SYMBOL + fold(written).lower() for written in _SYMBOL.findall(text))
        return found

    def opening(self, text: str, count: int) -> list[str]:
        """The tokens of the first `count` words, in order."""
        return [self._known.get(word) or self._word(word) for word in _WORD.findall(text[:160])[:count]]

    def sounds(self, token: str) -> tuple[str, str]:
        """How a word begins by its sound, and its consonants; "" where they are too few to tell anything."""
        heard = self._heard.get(token)
        if heard is None:
            sound = self._sounds.of(token.lower()) if token[0].isalpha() else ""
            bare = sound.translate(_VOWELS)
            heard = (
                sound[:_SOUND_LENGTH] if len(sound) >= _SOUND_LENGTH else "",
                bare[:_MOST_CONSONANTS] if len(bare) >= _FEWEST_CONSONANTS else "",
            )
            self._heard[token] = heard
        return heard

    def _word(self, word: str) -> str:
        if len(self._known) >= _CACHE:
            self._known.clear()
            self._heard.clear()
        if numeral(word) in self._numerals:
            token = _NUMERAL + numeral(word)
            self._spelt.add(token)
        elif len(word) > 1 and word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
            token = word
        else:
            token = self._forms.stem(word) or word
        self._known[word] = token
        return token


def _value(written: str) -> str:
    """The value of digits: "2 000" and "2,000" are one, and so are "1,5" and "1.5"."""
    plain = _GROUP.sub("", written).replace(",", ".")
    return NUMBER + (plain.lstrip("0") or "0")
